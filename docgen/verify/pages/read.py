"""A PDF read into pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any

from docgen.faces import is_known, role
from docgen.i18n import _
from docgen.problems import CannotRead, NotInstalled, Place, Problem, error
from docgen.verify.pages.page import MM_PER_PT, Line, Page, PageNumber, Run, is_ideograph
from docgen.verify.pages.strokes import colour_of, pictures, strokes, tables

Glyph = dict[str, Any]

SAME_LINE = 1.0  # pt between the baselines of one line
RAISED = 0.6  # em from the baseline, within which a smaller character is a raised note mark
OWN_BASELINES = "ONLYOFFICE"  # as it names itself; places baselines by a rule of its own
FOOT = 35.0  # mm at the end of the page where its number stands

_NUMBER = re.compile(r"^(?:[—―–－-]+(\d+)[—―–－-]+|(\d+)|第(\d+)页(?:共\d+页)?)$")
_MARKS = "，。、；：？！）》」』】〕”’％…—·,.;:?!)"


def read(pdf: Path) -> tuple[Page, ...]:
    """The pages of `pdf`; raises `CannotRead`, or `NotInstalled` without the extra `verify`."""
    try:
        import pdfplumber
    except ImportError:
        raise NotInstalled(_no_reader()) from None
    try:
        with pdfplumber.open(pdf) as document:
            engine = OWN_BASELINES if OWN_BASELINES in str(document.metadata.get("Producer")) else ""
            pages = tuple(_page(page, index, engine) for index, page in enumerate(document.pages, 1))
    except Exception as reason:  # pdfminer raises whatever a broken file makes it stumble over
        raise CannotRead(_unreadable(pdf, str(reason))) from reason
    if not pages:
        raise CannotRead(_unreadable(pdf, _("没有一页")))
    return pages


def _page(page: Any, index: int, engine: str) -> Page:
    width, height = float(page.width) * MM_PER_PT, float(page.height) * MM_PER_PT
    upright = [glyph for glyph in page.chars if glyph["upright"]]
    turned = [glyph for glyph in page.chars if not glyph["upright"]]
    lines = upright_lines(upright, float(page.height))
    level = [found for line in lines if line.baseline > height - FOOT and (found := page_number(line))]
    beside = [found for line in turned_lines(turned) if (found := page_number(line, turned=True))]
    number = next(iter([*level[::-1], *beside]), None)
    body = tuple(line for line in lines if number is None or line is not number.line)
    rules, posts = strokes(page)
    printed = (pictures(page, index), tables(posts, index))
    ink = "".join("".join(glyph["text"].split()) for glyph in page.chars)
    return Page(index, width, height, body, number, rules, posts, *printed, engine=engine, ink=ink)


def page_number(line: Line, turned: bool = False) -> PageNumber | None:
    """The page number that `line` is, if it is one: — 3 —, -3-, 3 or 第3页."""
    found = _NUMBER.match("".join(line.text.split()))
    return PageNumber(int(found[found.lastindex or 1]), line, turned) if found else None


def upright_lines(glyphs: Iterable[Glyph], height: float) -> tuple[Line, ...]:
    """Lines from top to bottom; `height` of the page in pt, from whose foot a PDF measures."""
    rows = _rows(glyphs, lambda glyph: height - glyph["matrix"][5])
    return tuple(_line(row, "x0", "x1", height - _level(row, 5)) for row in rows)


def turned_lines(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """Lines turned clockwise, from left to right."""
    clockwise = [glyph | {"size": glyph["x1"] - glyph["x0"]} for glyph in glyphs if glyph["matrix"][1] < 0]
    rows = _rows(clockwise, lambda glyph: glyph["matrix"][4])
    return tuple(_line(row, "top", "bottom", _level(row, 4)) for row in rows)


def _rows(glyphs: Iterable[Glyph], level: Callable[[Glyph], float]) -> list[list[Glyph]]:
    """Glyphs that share a baseline, raised marks with the line that they stand in."""
    rows: list[list[Glyph]] = []
    for glyph in sorted((glyph for glyph in glyphs if glyph["text"]), key=level):
        if rows and abs(level(glyph) - level(rows[-1][0])) <= SAME_LINE:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return _lowered([row for row in rows if any(glyph["text"].strip() for glyph in row)], level)


def _lowered(rows: Sequence[list[Glyph]], level: Callable[[Glyph], float]) -> list[list[Glyph]]:
    lowered: list[list[Glyph]] = []
    for row in rows:
        above = lowered[-1] if lowered else None
        if above and _is_raised(above, row, level(row[0]) - level(above[0])):
            lowered[-1] = [*above, *row]
        else:
            lowered.append(row)
    return lowered


def _is_raised(above: Sequence[Glyph], row: Sequence[Glyph], distance: float) -> bool:
    """Whether `above` are note marks: a smaller name beside the 文件 of a joint mark is none."""
    if any(is_ideograph(glyph["text"]) for glyph in above):
        return False
    size = max(glyph["size"] for glyph in row)
    return bool(distance < RAISED * size and max(glyph["size"] for glyph in above) < 0.8 * size)


def _level(row: Sequence[Glyph], axis: int) -> float:
    """The baseline of most of a row's largest glyphs."""
    largest = max(glyph["size"] for glyph in row)
    return float(median(glyph["matrix"][axis] for glyph in row if glyph["size"] > 0.8 * largest))


def _line(row: Sequence[Glyph], start: str, end: str, baseline: float) -> Line:
    glyphs = sorted(row, key=lambda glyph: glyph[start])
    ink = [glyph for glyph in glyphs if glyph["text"].strip()]
    closing = next((glyph for glyph in reversed(ink) if glyph["text"] not in _MARKS), ink[-1])
    return Line(
        text="".join(glyph["text"] for glyph in glyphs).strip(),
        baseline=baseline * MM_PER_PT,
        left=ink[0][start] * MM_PER_PT,
        right=ink[-1][end] * MM_PER_PT,
        closing=closing[end] * MM_PER_PT,
        runs=_runs(ink),
        edges=tuple((glyph[start] * MM_PER_PT, glyph[end] * MM_PER_PT) for glyph in ink),
    )


def _runs(ink: Sequence[Glyph]) -> tuple[Run, ...]:
    def type_of(glyph: Glyph) -> tuple[str, float, str]:
        return glyph["fontname"], round(glyph["size"], 1), colour_of(glyph["non_stroking_color"])

    return tuple(
        Run("".join(glyph["text"] for glyph in glyphs), role(name), size, is_known(name), colour)
        for (name, size, colour), glyphs in groupby(ink, type_of)
    )


def _no_reader() -> Problem:
    return error(
        "PAG-002",
        _("缺少 pdfplumber，不能测量版面"),
        hint=_("运行 pip install pdfplumber"),
    )


def _unreadable(pdf: Path, reason: str) -> Problem:
    return error("PAG-006", _("读不了这份 PDF：{reason}").format(reason=reason), Place(str(pdf)))
