"""The body of a form → what was filled in: texts by the tags of their controls, rows of its tables.

Rows are read from the table itself, so that those copied in WPS or LibreOffice, which know no repeating
section, count as well as those Word added; a cell that lost its control is read by its column.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from docgen.forms.controls import EMPTY, PICK_DAY, PICK_ONE
from docgen.sheets.cells import tidy

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUE = f"{W}val"


class Words(NamedTuple):
    """What stands in a control, empty where it is still waiting, and the paragraph it stands in, from 1."""

    text: str
    paragraph: int


class Found(NamedTuple):
    """What a form holds: texts by tag; for each list the rows of its table, by the names of columns."""

    texts: dict[str, Words]
    lists: dict[str, list[dict[str, Words]]]


def found(body: Any) -> Found:
    """What was filled in; of two controls with one tag (a copied one) the first counts."""
    numbers = {paragraph: number for number, paragraph in enumerate(body.iter(f"{W}p"), 1)}
    texts: dict[str, Words] = {}
    for control in body.iter(f"{W}sdt"):
        tag = _tag(control)
        if tag and "[]." not in tag:
            texts.setdefault(tag, Words(filled(control), _paragraph(control, numbers)))
    lists: dict[str, list[dict[str, Words]]] = {}
    for table in body.iter(f"{W}tbl"):
        name, columns = _columns(table)
        if name:
            lists.setdefault(name, []).extend(_rows(table, columns, numbers))
    return Found(texts, lists)


def _columns(table: Any) -> tuple[str, dict[int, str]]:
    """The list that a table asks for, and its columns by their numbers."""
    name = ""
    columns: dict[int, str] = {}
    for row in table.iter(f"{W}tr"):
        for number, cell in enumerate(row.iter(f"{W}tc")):
            for tag in filter(None, map(_tag, cell.iter(f"{W}sdt"))):
                listed, within, column = tag.partition("[].")
                if within:
                    name = name or listed
                    columns.setdefault(number, column)
    return name, columns


def _rows(table: Any, columns: dict[int, str], numbers: dict[Any, int]) -> Iterator[dict[str, Words]]:
    """The rows under the head that hold something."""
    for row in list(table.iter(f"{W}tr"))[1:]:
        cells = {
            columns[number]: Words(filled(cell), _paragraph(cell, numbers))
            for number, cell in enumerate(row.iter(f"{W}tc"))
            if number in columns
        }
        kept = {name: words for name, words in cells.items() if words.text}
        if kept:
            yield kept


def _tag(control: Any) -> str:
    tag = control.find(f"{W}sdtPr/{W}tag")
    return "" if tag is None else str(tag.get(VALUE, ""))


def filled(element: Any) -> str:
    """The text of a control or cell, without what only tells how to fill it in."""
    text = tidy(_text(element))
    if text.startswith((f"{EMPTY}：", f"{PICK_DAY}：", f"{PICK_ONE}：")) or text in (
        EMPTY,
        PICK_DAY,
        PICK_ONE,
    ):
        return ""
    return "" if element.find(f".//{W}sdtPr/{W}showingPlcHdr") is not None else text


def _text(element: Any) -> str:
    pieces: list[str] = []
    for one in element.iter(f"{W}p", f"{W}t", f"{W}br", f"{W}tab"):
        if any(True for _deleted in one.iterancestors(f"{W}del")):
            continue
        if one.tag == f"{W}p":
            pieces.append("\n" if pieces else "")
        else:
            pieces.append(one.text or "" if one.tag == f"{W}t" else "\n" if one.tag == f"{W}br" else " ")
    return "".join(pieces)


def _paragraph(element: Any, numbers: dict[Any, int]) -> int:
    """The number of the paragraph that `element` stands in, or begins with."""
    around = next(element.iterancestors(f"{W}p"), None)
    first = around if around is not None else next(element.iter(f"{W}p"), None)
    return numbers.get(first, 0)
