"""A .docx as the rules over its settings see it: its parts as XML, and what `docgen verify` finds in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from docgen.lint.reading import Reading
from docgen.ooxml.values import W
from docgen.problems import CannotRead
from docgen.verify.file.paper import File
from docgen.verify.report import Finding

KEPT = 2
"""Files whose parsing is remembered: a run of all rules looks at one."""


class Parsed(NamedTuple):
    """A file with its settings resolved, and the findings of the checks of the file."""

    file: File
    findings: tuple[Finding, ...]


@lru_cache(maxsize=KEPT)
def parsed(docx: bytes) -> Parsed | None:
    """The bytes of a .docx parsed; None where they cannot be, which the reader has told."""
    from docgen.formats import load
    from docgen.ooxml.read import read
    from docgen.verify.file.checks import SURVEYS
    from docgen.verify.file.gather import gather
    from docgen.verify.report import search

    try:
        file = gather(read(docx), load())
        return Parsed(file, search(SURVEYS, file))
    except CannotRead:
        return None


@lru_cache(maxsize=4 * KEPT)
def tree(docx: bytes, part: str) -> Any:
    """The root of a part; None where there is none."""
    from docgen.ooxml.read import part as read_part

    return read_part(docx, part)


@lru_cache(maxsize=KEPT)
def names(docx: bytes) -> tuple[str, ...]:
    """The names of the parts; none where the file is no package."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            return tuple(package.namelist())
    except zipfile.BadZipFile:
        return ()


def of(reading: Reading) -> Parsed | None:
    """The file of a reading, None for what is no .docx."""
    return parsed(reading.docx) if reading.docx else None


def paragraphs(docx: bytes) -> Iterator[tuple[int, Any]]:
    """The paragraphs of the main part in document order, counted from 1 as places count them."""
    root = tree(docx, "word/document.xml")
    if root is not None:
        yield from enumerate(root.iter(W + "p"), 1)


def by_line(reading: Reading) -> dict[int, int]:
    """The first passage of each paragraph of the file."""
    lines: dict[int, int] = {}
    for at, one in enumerate(reading.passages):
        if one.place:
            lines.setdefault(one.place.line, at)
    return lines
