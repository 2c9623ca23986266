"""Step: real tables, and lines whose cells are parted by tabs."""

from __future__ import annotations

from docgen.i18n import _
from docgen.manuscript import Grid, GridCell
from docgen.patterns import pattern
from docgen.recognise.labels import stands_apart
from docgen.recognise.marks import DATE, is_column_name, is_organ, is_signer, signs
from docgen.recognise.people_found import roles_in
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, free, lines_of, tell
from docgen.recognised import TABLE, Part

DASHES = pattern(r":?-{2,}:?")
LONGEST_BAND = 40


def find_grids(sheet: Sheet) -> None:
    """Notes the real tables."""
    for index, row in enumerate(sheet.rows):
        if isinstance(row, Grid):
            rows = filled(row)
            head = row.head or int(_names_columns(rows))
            reason = _("文件里本来就是表格")
            tell(sheet, index, index, Part(TABLE, rows=rows, head_rows=head, grid=row, reason=reason))


def _names_columns(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the first row names the columns, though nobody marked it."""
    names = [cell for cell in rows[0] if cell.strip()] if rows else []
    return bool(names) and 2 * sum(map(is_column_name, names)) >= len(names)


def filled(grid: Grid) -> tuple[tuple[str, ...], ...]:
    """The texts of a real table in all its columns; a merged cell's text stands in its first place."""
    covered: dict[int, int] = {}
    rows = []
    for cells in grid.rows:
        row: list[str] = []
        for cell in cells:
            _skip(row, covered)
            _place(cell, row, covered)
        _skip(row, covered)
        row.extend("" for _missing in range(grid.columns - len(row)))
        rows.append(tuple(row))
    return tuple(rows)


def _skip(row: list[str], covered: dict[int, int]) -> None:
    """Passes the places that a cell of a row above covers."""
    while covered.get(len(row), 0) > 0:
        covered[len(row)] -= 1
        row.append("")


def _place(cell: GridCell, row: list[str], covered: dict[int, int]) -> None:
    for column in range(cell.across):
        covered[len(row)] = cell.down - 1
        row.append("" if column else cell.text)


def find_piped(sheet: Sheet) -> None:
    """Notes the tables of Markdown: lines between bars, the second one of dashes."""
    index = 0
    while index < len(sheet.rows):
        last = index
        while (row := free(sheet, last)) is not None and row.text.startswith("|") and row.text.endswith("|"):
            last += 1
        if last - index >= 2:
            rows = [sheet.rows[at] for at in range(index, last)]
            cells = [_between_bars(row.text) for row in rows if isinstance(row, Row)]
            lines = lines_of(sheet, index, last - 1)
            shown = tuple(row for row in cells if not all(map(DASHES.fullmatch, row)))
            tell(
                sheet,
                index,
                last - 1,
                Part(TABLE, rows=shown, head_rows=1, lines=lines, reason=_("竖线之间是各格，是表格")),
            )
        index = max(last, index + 1)


def _between_bars(text: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in text[1:-1].split("|"))


def find_tabbed(sheet: Sheet) -> None:
    """Notes runs of two or more lines with tabs between words as tables."""
    index = 0
    while index < len(sheet.rows):
        last = index
        while _tabbed(sheet, last) or (last > index and _is_band(sheet, index, last)):
            last += 1
        enough = last - index >= 2 or (last > index and _tabs(sheet, index) >= 2)
        if enough and not _are_organs(sheet, index, last) and not _are_roles(sheet, index, last):
            _tell(sheet, index, last - 1)
        index = max(last, index + 1)


def _are_roles(sheet: Sheet, first: int, behind: int) -> bool:
    """Whether the lines are a list of people, set out by tabs."""
    rows = [row for index in range(first, behind) if (row := free(sheet, index))]
    return 2 * sum(bool(roles_in(row.text)) for row in rows) >= len(rows)


def _are_organs(sheet: Sheet, first: int, behind: int) -> bool:
    """Whether the lines are organs or posts with their holders side by side, over the date."""
    rows = [row for index in range(first, behind) if (row := free(sheet, index))]
    if not all(signs(row.text.split("\t")) for row in rows):
        return False
    for index in range(behind, behind + 6):
        row = free(sheet, index)
        if row is not None and not (is_organ(row.text) or is_signer(row.text)):
            return DATE.fullmatch(row.text) is not None
    return False


def _tabs(sheet: Sheet, index: int) -> int:
    row = free(sheet, index)
    return _raw(row).count("\t") if row else 0


def _tabbed(sheet: Sheet, index: int) -> bool:
    """Whether a line has tabs between its words, and not but one between its number and them."""
    row = free(sheet, index)
    return row is not None and "\t" in _raw(row).lstrip() and not stands_apart(row.text.split("\t"))


def _is_band(sheet: Sheet, first: int, index: int) -> bool:
    """Whether a line without tabs stands between two with as many: a cell over all columns."""
    row = free(sheet, index)
    if (
        row is None
        or len(row.text) > LONGEST_BAND
        or row.text.endswith(("。", "：", ":"))
        or not _tabbed(sheet, index + 1)
    ):
        return False
    below, above = _tabs(sheet, index + 1), _tabs(sheet, index - 1)
    return below >= 2 and below == above and not _is_head(sheet, first, index + 1)


def _is_head(sheet: Sheet, first: int, index: int) -> bool:
    """Whether a row names columns, so that another table begins with it."""
    row, head = free(sheet, index), free(sheet, first)
    if row is None or head is None:
        return False
    names = row.text.split("\t")
    return row.text == head.text or sum(map(is_column_name, names)) * 2 > len(names)


def _tell(sheet: Sheet, first: int, last: int) -> None:
    found = [row for row in sheet.rows[first : last + 1] if isinstance(row, Row)]
    cells = tuple(tuple(cell.strip() for cell in _raw(row).split("\t")) for row in found)
    if all(len(row) > 1 and not row[0] for row in cells):
        cells = tuple(row[1:] for row in cells)
    part = Part(
        TABLE, rows=cells, head_rows=1, lines=lines_of(sheet, first, last),
        reason=_("连续{count}行用制表符隔开，是表格").format(count=len(found)),
    )  # fmt: skip
    tell(sheet, first, last, part)


def _raw(row: Row) -> str:
    """The line with the tabs at its ends, which are empty cells, and without typed indents."""
    return row.line.text.split("\n")[row.part].strip(" \u3000\xa0\r\u200b\ufeff")
