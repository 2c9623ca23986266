"""Whether a .docx that someone else made may be taken in: what is not one, and what is hostile.

Nothing is unpacked to disk. Sizes are read from the archive's directory, which bounds what `zipfile`
will ever inflate.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from docgen.damage import DAMAGE
from docgen.i18n import _
from docgen.ooxml.fields import fetching
from docgen.problems import Place, Problem, error

TYPES = "[Content_Types].xml"
MOST_PARTS = 4000
MOST_BYTES = 200_000_000
MOST_RATIO = 200
SMALL = 10_000_000
"""An archive that unpacks to less is harmless whatever its ratio."""

OLE = b"\xd0\xcf\x11\xe0"
DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
HARMLESS = re.compile(r"(https?|mailto|ftp|tel):|#", re.IGNORECASE)
LINKS, CHUNK = "/hyperlink", "/aFChunk"
"""What loads nothing by itself, and what has Word take in another file as it opens this one."""
ACTIVE = re.compile(r"vbaProject|activeX|vbaData", re.IGNORECASE)
MAIN_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_TYPE = b"macroEnabled"
STRICT = b"http://purl.oclc.org/ooxml/"
SETTINGS = "settings.xml.rels"
"""Settings are not taken over; that they name a template on someone's disk does no harm."""


def check(data: bytes, name: str, place: Place | None = None) -> list[Problem]:
    """All that speaks against joining the .docx `data` (FIL-020 to FIL-027).

    `name` is what the attachment is called, `place` where the plan names it.
    """
    return [
        error(id, sentence.format(name=name), place, excerpt=excerpt, hint=hint)
        for id, sentence, excerpt, hint in _faults(data)
    ]


def has_landscape(data: bytes) -> bool:
    """Whether the .docx `data`, which has passed `check`, has landscape pages."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = (archive.read(name) for name in archive.namelist() if name.startswith("word/document"))
        return any(b'orient="landscape"' in text for text in texts)


def unreadable(name: str, place: Place | None, detail: str) -> Problem:
    """The problem of a file that passed every check and still could not be joined (FIL-028)."""
    return error(
        "FIL-028",
        _("附件“{name}”的文件无法合并").format(name=name),
        place,
        excerpt=detail,
        hint=_("用Word或WPS打开后另存为一个新的 .docx 文件，再试一次"),
    )


Fault = tuple[str, str, str, str]
"""What `zipfile` and lxml (whose errors are `SyntaxError`) raise for bytes that are not what they claim."""


def _faults(data: bytes) -> Iterator[Fault]:
    if data.startswith(OLE):
        yield (
            "FIL-021",
            _("附件“{name}”的文件是旧的 .doc 格式，或者设了打开密码"),
            "",
            _("用Word或WPS打开，去掉密码，另存为 .docx"),
        )
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from _archive_faults(archive)
    except (*DAMAGE, SyntaxError) as fault:
        yield (
            "FIL-020",
            _("附件“{name}”的文件不是 .docx，或者已经损坏"),
            str(fault),
            _("用Word或WPS能打开的话，另存为一个新的 .docx 文件"),
        )


def _archive_faults(archive: zipfile.ZipFile) -> Iterator[Fault]:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if (
        len(entries) > MOST_PARTS
        or unpacked > MOST_BYTES
        or (unpacked > SMALL and unpacked / packed > MOST_RATIO)
    ):
        yield (
            "FIL-022",
            _("附件“{name}”的文件展开后过大"),
            _("展开后{size}兆字节，{parts}个部件").format(size=unpacked // 1_000_000, parts=len(entries)),
            _("删去文件中过大的图片或嵌入的对象"),
        )
        return
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names):
        yield (
            "FIL-020",
            _("附件“{name}”的文件不是 .docx，或者已经损坏"),
            "",
            _("用Word或WPS能打开的话，另存为一个新的 .docx 文件"),
        )
        return
    yield from _kind_faults(archive, names)
    yield from _part_faults(archive, names)


def _kind_faults(archive: zipfile.ZipFile, names: list[str]) -> Iterator[Fault]:
    types = archive.read(TYPES) if TYPES in names else b""
    active = next(filter(ACTIVE.search, names), "")
    if active or MACRO_TYPE in types:
        yield ("FIL-024", _("附件“{name}”的文件带有宏或控件"), active, _("用Word或WPS另存为不带宏的 .docx"))
    elif MAIN_TYPE not in types:
        yield ("FIL-026", _("附件“{name}”的文件不是Word文档"), "", _("附件只能是Word或WPS的 .docx 文件"))


def _part_faults(archive: zipfile.ZipFile, names: list[str]) -> Iterator[Fault]:
    for name in names:
        if not name.endswith((".xml", ".rels", ".vml")):
            continue
        # Without the zeros UTF-16 reads like ASCII, as far as markup goes.
        text = archive.read(name).replace(b"\0", b"")
        if DOCTYPE.search(text):
            yield (
                "FIL-023",
                _("附件“{name}”的文件含有文档类型声明，可能有害"),
                name,
                _("用Word或WPS打开后另存为一个新的 .docx 文件"),
            )
        elif name.endswith(".rels"):
            yield from _link_faults(name, archive.read(name))
        else:
            if name.startswith("word/document"):
                yield from _text_faults(text)
            if name.endswith(".xml") and b"instr" in text:
                yield from _field_faults(archive.read(name))


def _text_faults(text: bytes) -> Iterator[Fault]:
    if STRICT in text[:8000]:
        yield (
            "FIL-026",
            _("附件“{name}”的文件是“Strict Open XML”格式"),
            "",
            _("在Word里另存为普通的“Word 文档（.docx）”"),
        )
    if b"endnoteReference " in text:
        yield (
            "FIL-027",
            _("附件“{name}”的文件有尾注，合并后会与脚注混淆"),
            "",
            _("在Word的“脚注和尾注”里把尾注转换成脚注"),
        )


def _link_faults(name: str, relationships: bytes) -> Iterator[Fault]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for link in etree.fromstring(relationships, parser):
        target, kind = link.get("Target", ""), link.get("Type", "")
        harmless = kind.endswith(LINKS) and HARMLESS.match(target)
        if link.get("TargetMode") == "External" and not harmless and not name.endswith(SETTINGS):
            yield _linked(target)
        if kind.endswith(CHUNK):
            sentence = _("附件“{name}”的文件里插着另一个文件，打开时才会读进来")
            yield "FIL-025", sentence, target, _("用Word打开，另存为一个新的 .docx 文件")


def _field_faults(text: bytes) -> Iterator[Fault]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    if found := fetching(etree.fromstring(text, parser)):
        yield _linked(found)


def _linked(excerpt: str) -> Fault:
    return (
        "FIL-025",
        _("附件“{name}”的文件链接了外面的文件"),
        excerpt,
        _("在Word里把链接的图片或对象改成嵌入，或者断开链接"),
    )
