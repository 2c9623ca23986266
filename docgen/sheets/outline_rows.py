"""The text of a plan (sections, paragraphs, items, tables) → the rows of an outline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.sheets import outline
from docgen.sheets.cells import BLANK_ROW
from docgen.sheets.flat import Line, Unfit, one_or_more, text_of
from docgen.sheets.outline import (
    DEPTH,
    ENDING,
    HEADING,
    ITEM,
    KIND,
    PARAGRAPH,
    PICTURE,
    STAGE,
    TABLE,
    TAKEN,
    WORDS,
)
from docgen.source.values import Record, as_list

Matrix = list[list[str]]
BODY = ("正文", ITEM, TABLE, PICTURE, TAKEN, "小节", ENDING)
"""The keys of a section in the order in which it is printed."""
LIST_KEYS = {"层次", "编号"}
ATTRIBUTES = (*outline.ATTRIBUTES, *outline.LISTS)


class Writer:
    """Rows of outlines, and the tables in them, which get sheets of their own."""

    def __init__(self) -> None:
        self.tables: dict[str, Matrix] = {}

    def rows(self, value: Any) -> list[Line]:
        """The rows of a text; raises `Unfit` for one that an outline cannot hold."""
        before = dict(self.tables)
        try:
            return list(self.content(value, 1))
        except Unfit:
            self.tables = before
            raise

    def content(self, value: Any, depth: int) -> Iterator[Line]:
        if isinstance(value, Record):
            yield from self.entry(value, depth)
        elif isinstance(value, list):
            for one in value:
                yield from self.content(one, depth)
        else:
            for line in str(value).split("\n"):
                if line.strip():
                    yield _line(PARAGRAPH, depth, line)

    def entry(self, data: Record, depth: int) -> Iterator[Line]:
        """One mapping of an ordered text."""
        if TAKEN in data:
            yield self.attributed(TAKEN, depth, data)
        elif STAGE in data or "标题" in data:
            yield from self.section(data, depth)
        elif ITEM in data and data.keys() <= {ITEM, *LIST_KEYS, "重新编号"}:
            yield from self.items(data[ITEM], depth, data)
        elif data.keys() <= set(BODY):
            yield from self.body(data, depth)
        else:
            raise Unfit

    def section(self, data: Record, depth: int) -> Iterator[Line]:
        own = _without(data, BODY)
        yield self.attributed(STAGE if STAGE in data else HEADING, depth, own)
        yield from self.body(data, depth + 1)

    def body(self, data: Record, depth: int) -> Iterator[Line]:
        for key in BODY:
            if key not in data:
                continue
            value = data[key]
            if key == ITEM:
                yield from self.items(value, depth, Record())
            elif key == "小节":
                for child in value:
                    yield from self.section(child, depth)
            elif key == ENDING:
                for line in text_of(value).split("\n"):
                    yield _line(ENDING, depth, line)
            elif key in (TABLE, PICTURE):
                for one in as_list(value):
                    yield self.figure(key, one, depth)
            else:
                yield from self.content(value, depth)

    def figure(self, kind: str, data: Record, depth: int) -> Line:
        if kind == PICTURE:
            return self.attributed(PICTURE, depth, data)
        name = f"表{len(self.tables) + 1}"
        self.tables[name] = _matrix(data)
        return {**self.attributed(TABLE, depth, _without(data, ("列", "行"))), "行": f"#{name}"}

    def items(self, value: Any, depth: int, marks: Record) -> Iterator[Line]:
        """Items; what their list says of them all (层次, 编号) is said of each."""
        shared = {key: text_of(marks[key]) for key in LIST_KEYS if key in marks}
        for number, item in enumerate(as_list(value)):
            again = {"重新编号": text_of(marks["重新编号"])} if "重新编号" in marks and not number else {}
            if not isinstance(item, Record):
                yield {**_line(ITEM, depth, text_of(item)), **shared, **again}
                continue
            own = _without(item, ("正文", ITEM, TABLE))
            yield {**shared, **again, **self.attributed(ITEM, depth, own)}
            for key in ("正文", ITEM, TABLE):
                if key in item:
                    yield from self.body(_only(item, key), depth + 1)

    def attributed(self, kind: str, depth: int, data: Record) -> Line:
        """The row of a mapping whose other keys all have columns."""
        line = _line(kind, depth, "")
        for key, value in data.items():
            if key == outline.MAIN_KEYS[kind]:
                line[WORDS] = text_of(value)
            elif key == outline.DUTY and isinstance(value, Record):
                line.update({f"{key}.{inner}": one_or_more(below) for inner, below in value.items()})
            elif key in (*ATTRIBUTES, outline.DUTY):
                line[key] = one_or_more(value)
            else:
                raise Unfit
        return line


def _line(kind: str, depth: int, words: str) -> Line:
    return {KIND: kind, DEPTH: str(depth), WORDS: words}


def _without(data: Record, keys: tuple[str, ...]) -> Record:
    own = Record(data.place)
    own.update({key: value for key, value in data.items() if key not in keys})
    return own


def _only(data: Record, key: str) -> Record:
    own = Record(data.place)
    own[key] = data[key]
    return own


def _matrix(data: Record) -> Matrix:
    """A table as the cells of a sheet; spans, widths and blank names do not lie in one."""
    columns = [text_of(entry) for entry in data.get("列", ())]
    lines = [[text_of(cell) for cell in row] for row in data.get("行", ())]
    if not all(columns) or any(len(line) != len(columns) for line in lines):
        raise Unfit
    return [columns, *(line if any(line) else [BLANK_ROW, *line[1:]] for line in lines)]
