"""A sheet that lists: a row of heads, rows below, wide enough to read, filtered, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docgen.i18n import _
from docgen.problems import Problem
from docgen.sheets import style
from docgen.sheets.save import put_text


def fill(sheet: Any, heads: list[str], rows: Sequence[Sequence[Any]]) -> None:
    """Writes `heads` and `rows` (texts, numbers, None) on an empty sheet of openpyxl; texts stay texts."""
    from openpyxl.utils import get_column_letter

    style.head(sheet, 1, heads)
    for number, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            if isinstance(value, str):
                put_text(cell, value)
            else:
                cell.value = value
    for column, head in enumerate(heads, 1):
        texts = [head, *(str(row[column - 1]) for row in rows)]
        sheet.column_dimensions[get_column_letter(column)].width = style.width(texts)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(rows) + 1}"
    style.for_print(sheet, 1, landscape=True)


def problem_heads() -> list[str]:
    """The heads over `problem_row`."""
    return [_("编号"), _("问题"), _("位置"), _("原文"), _("改法")]


def problem_row(problem: Problem) -> list[str]:
    """What people need of `problem` to mend it, cell by cell."""
    return [problem.id, problem.message, str(problem.place or ""), problem.excerpt, problem.hint]
