"""How our workbooks look: heads, widths, frozen and repeated rows, paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docgen.sheets.save import put_text

NARROWEST, WIDEST = 8, 48
"""Columns, in characters of the plain font."""
HEAD_FILL, OPTIONAL_FILL = "D9E2F3", "F2F2F2"
REQUIRED = "C00000"
PAPER_A4 = 9
LINE, MOST_LINES = 16.0, 24
"""The height of a line of 11 pt in points, and the lines that a row grows to."""


def width(texts: Iterable[str]) -> float:
    """The width of a column for its texts: a Chinese character counts as two."""
    longest = max((_columns(line) for text in texts for line in text.split("\n")), default=0)
    return float(min(max(longest + 3, NARROWEST), WIDEST))


def lines_in(text: str, columns: float) -> int:
    """The lines a text takes in a cell that wraps it."""
    return sum(max(1, -(-_columns(line) // max(int(columns) - 2, 1))) for line in text.split("\n"))


def heighten(sheet: Any, first: int, rows: Sequence[Sequence[str]]) -> None:
    """Makes the rows from `first` on as high as their texts want in their columns: programs other than
    Excel do not do that when they open a file."""
    from openpyxl.utils import get_column_letter

    for row, texts in enumerate(rows, first):
        lines = [
            lines_in(text, sheet.column_dimensions[get_column_letter(column)].width or NARROWEST)
            for column, text in enumerate(texts, 1)
        ]
        sheet.row_dimensions[row].height = LINE * min(max(lines, default=1), MOST_LINES) + 2


def head(sheet: Any, row: int, names: Sequence[str], required: Sequence[bool] = ()) -> None:
    """The names of the columns, those that have to be filled in marked with * and red."""
    from openpyxl.styles import Alignment, Font, PatternFill

    for column, name in enumerate(names, 1):
        must = column <= len(required) and required[column - 1]
        cell = sheet.cell(row, column)
        put_text(cell, f"{name}*" if must else name)
        cell.font = Font(bold=True, color=REQUIRED if must else None)
        cell.fill = PatternFill("solid", start_color=HEAD_FILL)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = border()


def ready(column: Any) -> None:
    """Lets what is typed into the empty cells of `column` stay as typed. They have no rules and so are not
    printed: programs print what is drawn."""
    from openpyxl.styles import Alignment

    column.number_format = "@"
    column.alignment = Alignment(vertical="top", wrap_text=True)


def rule_filled(sheet: Any, cells: str) -> None:
    """Rules around the rows of `cells` (A2:G2000) as soon as something is typed into them."""
    from openpyxl.formatting.rule import FormulaRule

    first, last = cells.split(":")
    column = last.rstrip("0123456789")
    row = first.lstrip("A")
    sheet.conditional_formatting.add(
        cells, FormulaRule([f"COUNTA($A{row}:${column}{row})>0"], border=border())
    )


def border() -> Any:
    from openpyxl.styles import Border, Side

    side = Side(style="thin", color="A6A6A6")
    return Border(left=side, right=side, top=side, bottom=side)


def for_print(sheet: Any, head_row: int, *, landscape: bool) -> None:
    """Keeps the head in sight and on each page, and the columns on one page of A4."""
    sheet.freeze_panes = sheet.cell(head_row + 1, 1)
    sheet.print_title_rows = f"{head_row}:{head_row}"
    on_a4(sheet, landscape=landscape)


def on_a4(sheet: Any, *, landscape: bool) -> None:
    """Prints `sheet` as wide as a page of A4."""
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = PAPER_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True


def _columns(line: str) -> int:
    return sum(2 if character > "\u2e7f" else 1 for character in line)
