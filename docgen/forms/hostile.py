"""Forms as attackers would make them: programs, what is fetched from elsewhere, names that lead outside.

Reading runs and fetches nothing; but whoever opens such a form in Word or a spreadsheet is not so safe, so
none is taken, and its sender is told why.
"""

from __future__ import annotations

import zipfile
from typing import Any

from docgen.i18n import _
from docgen.ooxml.fields import fetching
from docgen.patterns import pattern
from docgen.problems import CannotRead, Place, Problem, error

TYPES = "[Content_Types].xml"
BODY = "word/document.xml"
PROGRAMS = ("vbaproject.bin", "vbadata.xml")
WITH_MACROS = (".docm", ".dotm", ".xlsm", ".xltm")
EMBEDDED = ("/embeddings/", "/activex/")
TYPES_OF_PROGRAMS = pattern("(?i)vbaProject|vbaData|macroEnabled|oleObject|activeX")
LINKS = "hyperlink"
"""The only relationship that may lead outside: it loads nothing by itself."""
CHUNK = "aFChunk"
"""The relationship of another file, of whatever kind, that Word takes in when it opens this one."""
LINKED_BOOKS = "xl/externallinks/"
OUTSIDE = pattern(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")


def refuse(archive: zipfile.ZipFile, file: str) -> None:
    """Raises `CannotRead` for an archive with programs (FRM-001), with what loads something from elsewhere
    (FRM-002), or with names that lead outside of it (FRM-011); what zipfile and lxml raise of damage."""
    names = archive.namelist()
    for name in names:
        if OUTSIDE.search(name):
            raise CannotRead(_leads_outside(file, name))
    if file.lower().endswith(WITH_MACROS):
        raise CannotRead(_has_programs(file, file))
    for name in names:
        low = name.lower()
        if low.endswith(PROGRAMS) or any(folder in f"/{low}" for folder in EMBEDDED):
            raise CannotRead(_has_programs(file, name))
    for one in _parsed(archive, TYPES):
        kind = str(one.get("ContentType"))
        if TYPES_OF_PROGRAMS.search(kind):
            raise CannotRead(_has_programs(file, kind))
    _refuse_links(archive, file)
    _refuse_parts(archive, file)


def _refuse_parts(archive: zipfile.ZipFile, file: str) -> None:
    """Raises `CannotRead` (FRM-002) for links between workbooks, and for fields outside the text that fetch
    something."""
    for name in archive.namelist():
        if name.lower().startswith(LINKED_BOOKS):  # a program of the machine may be asked without a link
            raise CannotRead(_fetches(file, name))
        if name != BODY and name.endswith(".xml") and b"instr" in archive.read(name).replace(b"\0", b""):
            refuse_fields(_parsed(archive, name), file)


def refuse_fields(body: Any, file: str) -> None:
    """Raises `CannotRead` (FRM-002) where a field of `body` fetches something from elsewhere."""
    if found := fetching(body):
        raise CannotRead(_fetches(file, found))


def _refuse_links(archive: zipfile.ZipFile, file: str) -> None:
    for name in archive.namelist():
        if not name.lower().endswith(".rels"):
            continue
        for one in _parsed(archive, name):
            outside, kind = str(one.get("TargetMode") or "").lower() == "external", str(one.get("Type"))
            if (outside and not kind.endswith(LINKS)) or kind.endswith(CHUNK):
                raise CannotRead(_fetches(file, str(one.get("Target"))))


def _parsed(archive: zipfile.ZipFile, name: str) -> Any:
    from lxml import etree

    return etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))


def _has_programs(file: str, excerpt: str) -> Problem:
    sentence = _("填报表里有宏或者嵌入的程序，不读")
    hint = _("用原来发的空表重新填，不要带宏，不要嵌入别的文件")
    return error("FRM-001", sentence, Place(file), excerpt=excerpt, hint=hint)


def _fetches(file: str, excerpt: str) -> Problem:
    sentence = _("填报表要从别处取东西（外部链接），不读")
    hint = _("用原来发的空表重新填，不要插入链接到别处的图片、模板或对象")
    return error("FRM-002", sentence, Place(file), excerpt=excerpt, hint=hint)


def _leads_outside(file: str, excerpt: str) -> Problem:
    sentence = _("填报表里有指向文件夹以外的文件名，不读")
    hint = _("这不是Word或WPS存的文件；用原来发的空表重新填")
    return error("FRM-011", sentence, Place(file), excerpt=excerpt, hint=hint)
