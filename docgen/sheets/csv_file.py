"""The bytes of a .csv → its one sheet. Rows are counted as a spreadsheet program shows them."""

from __future__ import annotations

import csv
import io

from docgen.i18n import _
from docgen.problems import CannotRead, Place, Problem, error, warning
from docgen.sheets import faults
from docgen.sheets.cells import MOST_ROWS, Book, Cell, Cells, Sheet, tidy
from docgen.source.characters import forbidden_in, sentence_about
from docgen.source.decode import MOST_BYTES, is_gbk

SEPARATORS = ",;\t，；"
BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read(data: bytes, file: str) -> Book:
    """The sheet of a .csv. Raises `CannotRead` (SHT-012, SHT-019) where it is no such text."""
    if len(data) > MOST_BYTES:
        raise faults.too_large(file)
    text, told = _text(data, file)
    rows: dict[int, Cells] = {}
    try:
        for number, values in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)), 1
        ):
            cells = dict(_cells(number, values))
            if cells:
                rows[number] = cells
    except csv.Error as fault:
        hint = _("查看引号是否成对；或者用Excel、WPS打开，另存为.xlsx")
        raise CannotRead(
            error(
                "SHT-019",
                _("这一行的引号或换行不成对，读不下去"),
                Place(file, len(rows) + 1, 1, ""),
                hint=hint,
            )
        ) from fault
    if len(rows) > MOST_ROWS + 1:
        raise faults.too_many_rows(file, "", MOST_ROWS, len(rows))
    return Book(file, (Sheet(file, "", rows),), told)


def _text(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    if data.startswith(PACKED):
        hint = _("把扩展名改成.xlsx，或者用Excel、WPS打开，另存为CSV UTF-8")
        raise CannotRead(error("SHT-019", _("这是Excel工作簿，不是.csv"), Place(file), hint=hint))
    for mark, encoding in BOMS.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as fault:
        return _not_utf8(data, fault.start, file)


def _not_utf8(data: bytes, start: int, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a .csv as a Chinese Excel writes it (GBK), which is told."""
    place = Place(file, data.count(b"\n", 0, start) + 1, 0, "")
    if is_gbk(data):
        sentence, hint = (
            _("文件是GBK编码，按GBK读了"),
            _("查看有没有乱码；想去掉这条提示，另存为“CSV UTF-8（逗号分隔）”"),
        )
        return data.decode("gbk"), (warning("SHT-019", sentence, place, hint=hint),)
    sentence = _("这里的字节不合UTF-8编码，文件可能损坏")
    hint = _("用Excel或WPS打开，另存为“CSV UTF-8（逗号分隔）”；或者另存为.xlsx")
    raise CannotRead(error("SHT-019", sentence, place, hint=hint))


def _separator(text: str) -> str:
    """What parts the names of the columns: the one of , ; tab that the first line holds most of."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(SEPARATORS, key=lambda sign: (first.count(sign), -SEPARATORS.index(sign)))


def _cells(number: int, values: list[str]) -> list[tuple[int, Cell]]:
    found = []
    for column, value in enumerate(values, 1):
        text = tidy(value)
        character = forbidden_in(text)
        if character:
            hint = _("删去这个字符，重新打一遍这一格")
            found.append(
                (column, Cell(number, column, "", "", ("SHT-018", sentence_about(character)[1], hint)))
            )
        elif text:
            found.append((column, Cell(number, column, text, text)))
    return found
