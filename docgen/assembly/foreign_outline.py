"""What stands where in a .docx of any origin: its title and headings, as recognition tells them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from docgen.assembly.entries import Levels
from docgen.i18n import _
from docgen.manuscript import Line
from docgen.problems import Place, Problem, warning
from docgen.recognised import HEADING, Part, Recognised

ATTACHED = ("attachment_mark", "attachment_title")


class Outline(NamedTuple):
    """The title, and for paragraphs, by their position among all of the main part (from 1), their level in
    the book and the words of their entry. A title of several lines has no paragraph of its own."""

    title: str
    headings: dict[int, tuple[int, str]]
    problems: list[Problem]


def outline(data: bytes, path: Path, given: str, levels: Levels) -> Outline:
    """The outline of the .docx `data` from the file `path`, under the title `given` where there is one;
    without any it is called as the file is, which is told (ASM-011). Raises `CannotRead`."""
    from docgen.reader.read import read_docx
    from docgen.recognise.recognise import recognise

    found = recognise(read_docx(data, str(path)))
    headings = dict(_headings(found, levels))
    title = "".join("".join(found.title).split("\n"))
    if len(found.title_lines) == 1 and title and given in ("", title):
        headings[found.title_lines[0].place.line] = (levels.first, title)
    if given or title:
        return Outline(given or title, headings, [])
    hint = _("要换一个，就在“组成”里写“标题”")
    sentence = _("没有找到标题，目录里用文件名“{name}”").format(name=path.stem)
    return Outline(path.stem, headings, [warning("ASM-011", sentence, Place(str(path)), hint=hint)])


def _headings(found: Recognised, levels: Levels) -> Iterator[tuple[int, tuple[int, str]]]:
    attached = 0
    for part in found.parts:
        if part.note in ATTACHED:
            attached = 1
        line = part.lines[0] if part.lines else None
        if line is None:
            continue
        if part.note == "attachment_title":
            yield line.place.line, (levels.first + 1, _words(line))
        elif part.type == HEADING:
            yield line.place.line, (levels.first + part.layer + attached, part.label + _head(part))


def _words(line: Line) -> str:
    return line.text.replace("\n", "").strip()


def _head(part: Part) -> str:
    return (part.head or part.text).replace("\n", "").strip()
