"""Packing: a package's folder → one file to hand on, with the digest of everything in it.

A zip with `package.json` first: what the package says of itself, the SHA-256 of each file, and, where it
was signed, the signature over both.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docgen.i18n import _
from docgen.problems import Place, error, stop_on_errors
from docgen.publish.examine import examine
from docgen.template.shelf import open_package

SUFFIX = ".docgen"
INDEX = "package.json"
STAMP = (1980, 1, 1, 0, 0, 0)
KINDS = (".yaml", ".yml", ".md", ".txt", ".png", ".jpg", ".jpeg", ".docx")
"""What a package may hold; LICENSE is a text without a suffix."""
LICENCE = ("LICENSE", "LICENCE", "许可")
MOST_BYTES = 20_000_000
MOST_FILES = 500


def pack(folder: Path, key: Path | None = None) -> tuple[str, bytes]:
    """The name and the bytes of the file that the package in `folder` becomes, signed with the private
    `key` where one is given. The same package gives the same bytes. Raises `DocgenError` with all errors
    that `examine` finds, and for files that have no business there (TPL-037)."""
    found = examine(folder)
    contents = _contents(folder)
    strange = [
        error("TPL-037", _("模板里不能放这种文件"), Place(str(folder / name)), hint=_("把它移出模板的文件夹"))
        for name in contents
        if not belongs(name)
    ]
    stop_on_errors([*found, *strange])
    package = open_package(folder)
    index = index_of(package.id, package.name, package.version, contents)
    if key:
        from docgen.publish.sign import signature

        index["signature"] = signature(canonical(index), key)
    return f"{package.name}-{package.version}{SUFFIX}", _zipped(index, contents)


def belongs(name: str) -> bool:
    """Whether a package may hold a file of this name."""
    path = Path(name)
    return path.suffix.lower() in KINDS or path.name in LICENCE


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    }


def index_of(id: str, name: str, version: str, contents: Mapping[str, bytes]) -> dict[str, Any]:
    """What `package.json` says."""
    digests = {path: hashlib.sha256(content).hexdigest() for path, content in contents.items()}
    return {"format": 1, "id": id, "name": name, "version": version, "files": digests}


def canonical(index: Mapping[str, Any]) -> bytes:
    """The bytes that are signed: the index without its signature, in one spelling."""
    bare = {word: value for word, value in index.items() if word != "signature"}
    return json.dumps(bare, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()


def _zipped(index: Mapping[str, Any], contents: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        head = json.dumps(index, ensure_ascii=False, indent=1).encode("utf-8")
        for name, content in ((INDEX, head), *contents.items()):
            archive.writestr(zipfile.ZipInfo(name, STAMP), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
