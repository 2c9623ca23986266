"""Installing: the one file a package was packed into → a folder among the user's templates.

Everything is checked before anything is written: names that lead outside, links, sizes, digests, the
signature; then the package is opened and examined in a folder aside, and put in place whole.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from docgen.damage import DAMAGE
from docgen.i18n import _
from docgen.problems import CannotRead, DocgenError, Place, Problem, error, stop_on_errors
from docgen.publish.examine import examine
from docgen.publish.pack import INDEX, MOST_BYTES, MOST_FILES, belongs, canonical
from docgen.source.decode import read_bytes
from docgen.template.package import MANIFEST
from docgen.template.shelf import open_package, user_folder


class Installed(NamedTuple):
    """Where a package now lies, whether it was put there just now, and what is told of it."""

    folder: Path
    fresh: bool
    problems: list[Problem]


def install(path: Path, key: Path | None = None) -> Installed:
    """Installs the package file at `path`; with a public `key` only where its owner signed it. Raises
    `CannotRead` for what is no package (TPL-040), `DocgenError` for one that is not to be trusted
    (TPL-041 to TPL-046) or is faulty."""
    place = Place(str(path))
    index, contents = _opened(path, place)
    if key:
        from docgen.publish.sign import verify

        if not index.get("signature"):
            hint = _("向发布单位要签过名的；或者不加 --key 安装")
            raise DocgenError(error("TPL-045", _("这个模板没有签名"), place, hint=hint))
        verify(canonical(index), str(index["signature"]), key)
    target = user_folder() / f"{index['id']}@{index['version']}"
    if target.is_dir():
        return _there_already(target, contents, place)
    return Installed(target, True, _put(target, index, contents, place))


def _opened(path: Path, place: Place) -> tuple[dict[str, Any], dict[str, bytes]]:
    data = path.read_bytes() if path.is_file() else read_bytes(path, place.file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            stop_on_errors(_faults(archive, place))
            index = _index(archive.read(INDEX))
            contents = {info.filename: archive.read(info) for info in archive.infolist() if _is_file(info)}
    except (*DAMAGE, KeyError) as fault:
        raise CannotRead(_no_package(place, str(fault))) from fault
    contents.pop(INDEX, None)
    if index is None:
        raise CannotRead(_no_package(place, INDEX))
    stop_on_errors(_tampered(index, contents, place))
    return index, contents


def _is_file(info: zipfile.ZipInfo) -> bool:
    return not info.is_dir()


def _no_package(place: Place, reason: str) -> Problem:
    sentence, hint = (
        _("这个文件不是模板包，或者已经损坏"),
        _("模板包用 docgen template pack 做成，扩展名是 .docgen"),
    )
    return error("TPL-040", sentence, place, excerpt=reason, hint=hint)


def _faults(archive: zipfile.ZipFile, place: Place) -> list[Problem]:
    """What speaks against unpacking at all: sizes, names, links."""
    entries = archive.infolist()
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        sentence = _("模板包展开后过大")
        return [error("TPL-041", sentence, place, hint=_("向发布单位查问，不要安装"))]
    names = [entry.filename for entry in entries]
    found = [_unsafe(entry, place) for entry in entries if leads_outside(entry.filename) or _is_link(entry)]
    if len({name.casefold() for name in names}) != len(names):
        found.append(error("TPL-042", _("模板包里有两个同名的文件"), place, hint=_("不要安装")))
    return found


def leads_outside(name: str) -> bool:
    """Whether a name in a package would be written outside its folder, on whatever system."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in name or "\0" in name or not path.parts


def _is_link(entry: zipfile.ZipInfo) -> bool:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    return kind not in (0, stat.S_IFREG, stat.S_IFDIR)


def _unsafe(entry: zipfile.ZipInfo, place: Place) -> Problem:
    sentence = _("模板包里的“{name}”会写到模板的文件夹之外").format(name=entry.filename)
    return error("TPL-042", sentence, place, excerpt=entry.filename, hint=_("这个包可能有害，不要安装"))


def _index(text: bytes) -> dict[str, Any] | None:
    try:
        index = json.loads(text)
    except ValueError:
        return None
    sound = (
        isinstance(index, dict)
        and isinstance(index.get("files"), dict)
        and all(_is_plain(index.get(word)) for word in ("id", "version"))
    )
    return index if sound else None


def _is_plain(word: object) -> bool:
    """Whether a word may be part of a folder's name."""
    return (
        isinstance(word, str)
        and bool(word)
        and all(one.isalnum() or one in "-._" for one in word)
        and word[0] != "."
    )


def _tampered(index: Mapping[str, Any], contents: Mapping[str, bytes], place: Place) -> list[Problem]:
    found = []
    for name in sorted({*contents, *index["files"]}):
        told = index["files"].get(name)
        if name not in contents or hashlib.sha256(contents[name]).hexdigest() != told:
            sentence = _("模板包里的“{name}”与清单不符").format(name=name)
            hint = _("文件在路上坏了或被改动过，向发布单位重新要一份")
            found.append(error("TPL-043", sentence, place, excerpt=name, hint=hint))
        elif not belongs(name):
            sentence = _("模板包里的“{name}”不是模板用的文件").format(name=name)
            found.append(error("TPL-042", sentence, place, excerpt=name, hint=_("不要安装")))
    return found


def _there_already(target: Path, contents: Mapping[str, bytes], place: Place) -> Installed:
    """A version that was installed stays as it is for ever: plans were made with it."""
    same = all(
        (target / name).is_file() and (target / name).read_bytes() == content
        for name, content in contents.items()
    )
    if same:
        return Installed(target, False, [])
    sentence = _("已经装过这个版本，内容却不一样")
    hint = _("发布单位改动模板时要换一个版本号；确实要重装，先删去 {folder}").format(folder=target)
    raise DocgenError(error("TPL-044", sentence, place, hint=hint))


def _put(
    target: Path, index: Mapping[str, Any], contents: Mapping[str, bytes], place: Place
) -> list[Problem]:
    """Writes the package aside, examines it there, and moves it into place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".docgen-", dir=target.parent))
    try:
        for name, content in contents.items():
            path = aside.joinpath(*PurePosixPath(name).parts)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if not (aside / MANIFEST).is_file():
            raise CannotRead(_no_package(place, MANIFEST))
        found = [_in_package(problem, aside, place) for problem in examine(aside)]
        stop_on_errors(found)
        stop_on_errors(_misnamed(aside, index, place))
        aside.rename(target)
        return found
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _misnamed(aside: Path, index: Mapping[str, Any], place: Place) -> list[Problem]:
    """What speaks against the package opened at `aside` where its index gives it out for another."""
    package = open_package(aside)
    own, told = f"{package.id}@{package.version}", f"{index['id']}@{index['version']}"
    if own == told:
        return []
    sentence = _("模板包的清单说它是“{told}”，里面却是“{own}”").format(told=told, own=own)
    return [error("TPL-043", sentence, place, excerpt=own, hint=_("这个包可能有害，不要安装"))]


def _in_package(problem: Problem, aside: Path, package: Place) -> Problem:
    """`problem` as whoever installs sees it: in the package file, not in the folder where it was opened."""
    if problem.id == "TPL-002":
        problem = replace(problem, hint=_("先安装上级模板，再安装这一个"))
    place = problem.place
    if place is None or not Path(place.file).is_relative_to(aside):
        return problem
    inside = Path(place.file).relative_to(aside).as_posix()
    at = Place(f"{package.file}/{inside}", place.line, place.column, place.sheet)
    return replace(problem, place=at)
