"""Plans in good order, read line by line: the quick way to what `build` makes of the parser's events.

Most plans are keys, dashes and texts, each on its line, with values in brackets and block texts now and
then. Such a text is read here in less than half of the parser's time. Whatever is doubtful, odd, or would be
told as a problem ends the attempt (`Unusual`), and the parser reads the text from its beginning. So this
reader has no messages, and takes nothing that the parser does not take; it may only be more timid.
"""

from __future__ import annotations

from typing import Any

from docgen.patterns import pattern
from docgen.source.limits import MOST_DEPTH, MOST_NODES, NULLS, ODD_STARTS, WIDE_BRACKETS
from docgen.source.plain_names import Names
from docgen.source.plain_values import KEY, MARKS, Unusual, block_of, placed, plain_text, value_of
from docgen.source.sheet import Sheet
from docgen.source.values import Record, Row, Text

MOST_IN_LINE = 5
"""Values that a line without brackets can begin: three rows, a record, a text."""

_LINE = pattern(rf"( *)((?:- +){{0,3}})(?:({KEY}):(?: +|$))?(.*)")
_DEEPEST = MOST_DEPTH // 2
_NOT_TEXT = MARKS | ODD_STARTS | WIDE_BRACKETS | {"", " "}


def read(sheet: Sheet) -> Record | Row | None:
    """The record (or row) of the text of `sheet`, or None where only the parser can say what it is."""
    if "\t" in sheet.text or _is_large(sheet):
        return None
    try:
        return _Reader(sheet).run()
    except Unusual:
        return None


def _is_large(sheet: Sheet) -> bool:
    """Whether the text may hold more values than a plan can."""
    return MOST_IN_LINE * len(sheet.lines) + sheet.text.count(",") > MOST_NODES


class _Reader:
    """Reads lines in order. `_holders` are the open records and rows, each with its column; `_holder` is
    the last one, which may wait for a value (`_waits`): the one of `_key`, or an entry. `_of_records` are the
    levels of rows that hold records."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._file = sheet.file
        self._lines = sheet.lines
        self._holders: list[tuple[int, Any]] = []
        self._column = -1
        self._holder: Any = None
        self._key = ""
        self._waits = False
        self._of_records: set[int] = set()
        self._names = Names(MOST_NODES // (MOST_IN_LINE * len(self._lines)))

    def run(self) -> Record | Row:
        """The record or row of all lines; raises `Unusual`."""
        match = _LINE.match
        number, end = 0, len(self._lines)
        while number < end:
            found: Any = match(self._lines[number])
            lead, dashes, key, value = found.groups()
            number += 1
            if dashes or key is not None:
                column = self._entries(number, len(lead), dashes) if dashes else len(lead)
                if key is not None:
                    self._begin(number, column, key)
                if value and (key is None or value[0] != "#"):
                    number = self._value(number, found.start(4), value)
                    if key is None:
                        number = self._more(number)
                elif key is None:
                    raise Unusual
            elif value and (value[0] != "#" or " #" in value):
                raise Unusual
        if self._waits or not self._holders:
            raise Unusual
        root: Record | Row = self._holders[0][1]
        while self._holders:
            self._close()
        self._names.end()
        return root

    def _entries(self, number: int, column: int, dashes: str) -> int:
        """An entry for each of `dashes`, the first at `column`; the column behind them."""
        behind = column + len(dashes)
        for at in range(column, behind):
            if dashes[at - column] == "-":
                if self._waits or (self._holder is None and not at):
                    self._open(at, Row((), placed((self._file, number, at + 1, None))))
                else:
                    self._back_to(at, Row)
                self._waits = True
        return behind

    def _begin(self, number: int, column: int, key: str) -> None:
        """`key` at `column`, in the record that stands there or a new one."""
        place = placed((self._file, number, column + 1, None))
        if self._waits:
            if column == self._column:
                raise Unusual
            self._open(column, Record(place))
        elif column != self._column or type(self._holder) is not Record:
            if self._holder is None and not column:
                self._open(column, Record(place))
            else:
                self._back_to(column, Record)
        at = self._holder.keys_at
        if key in at:
            raise Unusual
        at[key] = place
        self._key = key
        self._waits = True

    def _value(self, number: int, column: int, value: str) -> int:
        """Puts what begins on the line before `number`; gives the line to go on with."""
        place = placed((self._file, number, column + 1, None))
        first = value[0]
        if first not in MARKS:
            self._put(plain_text(value, place))
        elif first in "|>":
            text, number = block_of(self._lines, number, self._column, value, place)
            self._put(text)
        elif first == "&" and type(self._holder) is Record:
            self._names.announce(value[1:], place)
        elif first == "*":
            self._put(self._names.value(value[1:]))
        else:
            found = value_of(value.rstrip(" "), place)
            self._note_record(found)
            self._put(found)
        return number

    def _more(self, number: int) -> int:
        """Puts the entries of the same row on the lines from `number` on, as long as they are plain texts;
        gives the line behind them. Most lines of a table are such."""
        put, file, lines = self._holder.append, self._file, self._lines
        column = self._column
        dash = " " * column + "- "
        while number < len(lines) and lines[number].startswith(dash):
            text = lines[number][column + 2 :]
            if text[:1] in _NOT_TEXT or text[-1] in " :" or ": " in text or " #" in text or text in NULLS:
                break
            number += 1
            put(Text(text, placed((file, number, column + 3, None))))
        return number

    def _put(self, value: Any) -> None:
        if type(self._holder) is Record:
            self._holder[self._key] = value
        else:
            self._holder.append(value)
        self._waits = False

    def _open(self, column: int, container: Any) -> None:
        """`container` becomes the root or the value that was waited for, and is filled by what follows."""
        if column < self._column or len(self._holders) > _DEEPEST:
            raise Unusual
        if self._waits:
            self._note_record(container)
            self._put(container)
        self._holders.append((column, container))
        self._column, self._holder = column, container
        if self._names.announced:
            self._names.open(len(self._holders), container)

    def _note_record(self, value: Any) -> None:
        """Keeps in mind that the row to which `value` comes has a record in it, if it is one."""
        if type(value) is Record and type(self._holder) is Row:
            self._of_records.add(len(self._holders))

    def _back_to(self, column: int, kind: type) -> None:
        """Closes what stands deeper than the record or row at `column`."""
        while self._holders and (self._column > column or type(self._holder) is not kind):
            if self._column < column:
                raise Unusual
            self._close()
        if self._column != column:
            raise Unusual

    def _close(self) -> None:
        """Ends the last record or row."""
        level = len(self._holders)
        if level in self._of_records:
            self._of_records.remove(level)
            self._check_texts(self._holder)
        self._names.close(level)
        self._holders.pop()
        self._column, self._holder = self._holders[-1] if level > 1 else (-1, None)

    def _check_texts(self, row: Row) -> None:
        """A text among records may be meant as one."""
        if len(set(map(type, row))) > 1:
            from docgen.source.findings import texts_like_keys

            if texts_like_keys(self._sheet, row):
                raise Unusual
