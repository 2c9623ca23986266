"""Bytes → text: a plan is UTF-8; whatever else arrives is told by its name."""

from __future__ import annotations

from pathlib import Path, PurePath

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.problems import CannotRead, Place, Problem, error, warning

MOST_BYTES = 10 * 1024 * 1024
PIECE = 1 << 16
UTF8_BOM = b"\xef\xbb\xbf"
UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_CHINESE = pattern("[\u4e00-\u9fa5\u3000-\u301f\uff01-\uff5e“”‘’…—]")


def read_bytes(path: Path, file: str) -> bytes:
    """The bytes of the file at `path`; raises `CannotRead` (YML-001, YML-003), calling it `file`."""
    try:
        raw = _at_most(MOST_BYTES + 1, path)
    except (OSError, ValueError) as failure:
        raise _unreadable(path, file, failure) from None
    if len(raw) > MOST_BYTES:
        message = _("文件超过{most}MB，不会是一份计划").format(most=MOST_BYTES // 1024 // 1024)
        raise _cannot_read(
            "YML-003", message, file, _("查看是否选错了文件；图片和附件另存为文件，在计划里写文件名")
        )
    return raw


def _at_most(count: int, path: Path) -> bytes:
    """The first `count` bytes of a file, piece by piece: a read makes room for all that it is asked for."""
    pieces: list[bytes] = []
    with path.open("rb", buffering=0) as stream:
        while count and (piece := stream.read(min(count, PIECE))):
            pieces.append(piece)
            count -= len(piece)
    return b"".join(pieces)


def _unreadable(path: Path, file: str, failure: Exception) -> CannotRead:
    """Why the file at `path` could not be read."""
    if _is_folder(path):
        message = _("“{name}”是文件夹，不是文件").format(name=file)
        return _cannot_read("YML-001", message, file, _in(path))
    if isinstance(failure, FileNotFoundError):
        message = _("没有名为“{name}”的文件").format(name=file)
        return _cannot_read("YML-001", message, file, _similar(path))
    if isinstance(failure, PermissionError):
        message = _("没有权限读取文件“{name}”").format(name=file)
        hint = _("查看文件的权限，或把它复制到自己的文件夹里再试")
        return _cannot_read("YML-001", message, file, hint)
    message = _("读不出文件“{name}”").format(name=file)
    return _cannot_read("YML-001", message, file, _("查看路径是否写对、存储设备是否正常"))


def decode(raw: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text in `raw`, lines ending in \\n, without a byte order mark (told as a warning, YML-006);
    raises `CannotRead` (YML-002) where the bytes are not UTF-8."""
    problems = []
    if raw.startswith(UTF8_BOM):
        raw = raw[len(UTF8_BOM) :]
        hint = _("不影响生成；想去掉它，另存时编码选“UTF-8”而不是“带有BOM的UTF-8”")
        problems.append(warning("YML-006", _("文件开头有BOM标记，已略过"), Place(file, 1, 1), hint=hint))
    _refuse_other_kinds(raw, file)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as failure:
        raise _not_utf8(raw, failure.start, file) from None
    return with_plain_line_ends(text), problems


def with_plain_line_ends(text: str) -> str:
    """`text` with \\r\\n and \\r as \\n."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _refuse_other_kinds(raw: bytes, file: str) -> None:
    save_as = _("用记事本打开，“另存为”，编码选UTF-8")
    if raw.startswith(UTF16_BOMS):
        raise _cannot_read("YML-002", _("文件是UTF-16编码，应为UTF-8"), file, save_as)
    if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-")):
        message = _("这是Word、Excel、PDF或压缩文件，不是YAML文本文件")
        hint = _("计划文件是纯文本，扩展名一般为.yaml")
        if file.lower().endswith((".docx", ".doc", ".wps")):
            hint = _("先变成计划：docgen import {name}；一个文件夹的填报表用 docgen batch").format(
                name=PurePath(file).name
            )
        raise _cannot_read("YML-002", message, file, hint)
    zero = raw.find(b"\0")
    if zero < 0:
        return
    if raw.count(b"\0") * 5 > len(raw) and len(raw) % 2 == 0:
        raise _cannot_read("YML-002", _("文件像是没有标记的UTF-16编码，应为UTF-8"), file, save_as)
    message = _("文件里有空字节（NUL），不是文本文件，或者已经损坏")
    raise _cannot_read("YML-002", message, file, _("从备份恢复文件，或用编辑器另存为UTF-8文本"), raw, zero)


def _not_utf8(raw: bytes, start: int, file: str) -> CannotRead:
    if is_gbk(raw):
        message = _("文件是GBK编码（记事本里叫ANSI），应为UTF-8")
        hint = _("用记事本打开，“另存为”，编码选UTF-8，再生成一次")
    else:
        message = _("这里的字节0x{byte:02X}不合UTF-8编码，文件可能损坏").format(byte=raw[start])
        hint = _("用编辑器打开，改正乱码的字，另存为UTF-8")
    return _cannot_read("YML-002", message, file, hint, raw, start)


def is_gbk(raw: bytes) -> bool:
    """Whether `raw` reads as GBK with mostly common Chinese characters in it."""
    try:
        text = raw.decode("gbk")
    except UnicodeDecodeError:
        return False
    foreign = sum(character > "\x7f" for character in text)
    return len(_CHINESE.findall(text)) * 10 >= foreign * 8


def _cannot_read(
    id: str, message: str, file: str, hint: str, raw: bytes = b"", at: int | None = None
) -> CannotRead:
    if at is None:
        return CannotRead(error(id, message, Place(file), hint=hint))
    line_start = raw.rfind(b"\n", 0, at) + 1
    column = len(raw[line_start:at].decode("utf-8", "replace"))
    place = Place(file, raw.count(b"\n", 0, at) + 1, column + 1)
    return CannotRead(error(id, message, place, hint=hint))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that no system takes
        return False


def _in(folder: Path) -> str:
    try:
        names = sorted(path.name for path in folder.iterdir() if path.suffix in {".yaml", ".yml"})[:5]
    except OSError:
        names = []
    return _("写出文件夹里的文件，如{names}").format(names="、".join(names)) if names else _("写出要用的文件")


def _similar(path: Path) -> str:
    """A hint that names files like `path` in its folder."""
    from difflib import get_close_matches

    folder = path.parent
    if not folder.is_dir():
        return _("文件夹“{name}”也不存在，查看路径是否写对").format(name=folder)
    try:
        names = [other.name for other in folder.iterdir() if other.is_file()]
    except OSError:
        names = []
    close = get_close_matches(path.name, names, n=3, cutoff=0.5)
    if close:
        return _("文件夹里有：{names}").format(names="、".join(close))
    return _("查看文件名和扩展名是否写对")
