"""Tables as WordprocessingML, written as strings.

A table of plain texts is written row by row from one prepared pattern; a table with spans, cells of
several lines or inline content cell by cell.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import cast

from docgen.document import Cell, Content, Inline, Strong, Table, plain
from docgen.grid import GridRow, Slot, grid
from docgen.word.names import CAPTION, TABLE_HEAD, TABLE_TEXT
from docgen.word.runs import Pen, escape, paragraph
from docgen.word.tables_layout import is_short
from docgen.word.tables_setting import Layout, Setting

SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
SEPARATOR = "\x1f"
"""Parts cells while they are escaped together; XML forbids it, so no text has it."""

HELD_ROWS = 2
LOOSE_CELL = f'<w:pStyle w:val="{TABLE_TEXT}"/>'
KEPT_CELL = f"{LOOSE_CELL}<w:keepNext/>"


def write(table: Table, layout: Layout, setting: Setting, pen: Pen) -> str:
    """`table` with its caption above it; `layout` is what `tables_layout.lay_out` found.

    The styles `TableText`, `TableHead` and `Caption` carry face, size and line; widths, borders and
    alignment are written out, because WPS and LibreOffice read them best from the table itself.
    """
    caption = paragraph(CAPTION, pen.text(table.caption), "<w:keepNext/>") if table.caption else ""
    rows = "" if layout.slots else _plain_rows(table, layout, pen)
    rows = rows or _merged_rows(table, layout, pen)
    if layout.size != setting.size:
        rows = _resize(rows, layout.size)
    if layout.pitch:
        rows = rows.replace("<w:jc ", f'<w:spacing w:line="{layout.pitch}" w:lineRule="exact"/><w:jc ')
    if layout.kept:
        above, last = rows.rsplit("<w:tr>", 1)
        rows = f"{_kept(above)}<w:tr>{last}"
    elif len(table.rows) - table.head > HELD_ROWS:
        rows = _last_row_accompanied(rows)
    margin = setting.margin if layout.margin < 0 else layout.margin
    return f"{caption}{_opening(layout.widths, setting, margin)}{rows}</w:tbl>"


@lru_cache(maxsize=256)
def _opening(widths: tuple[int, ...], setting: Setting, margin: int) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_borders(setting)}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
    )


def _borders(setting: Setting) -> str:
    """Word counts rules in eighths of a point."""
    return "".join(
        f'<w:{side} w:val="single" w:sz="{_eighths(setting, side)}" w:space="0" w:color="auto"/>'
        for side in SIDES
    )


def _last_row_accompanied(rows: str) -> str:
    """`rows` with the last but one kept with the last, which else may stand alone on a page."""
    last = rows.rindex("<w:tr>")
    held = rows.rindex("<w:tr>", 0, last)
    return f"{rows[:held]}{_kept(rows[held:last])}{rows[last:]}"


def keep_rows(xml: str) -> str:
    """The table `xml` with its last two rows kept on the page of what follows."""
    rows = xml.rsplit("<w:tr>", HELD_ROWS)
    return "<w:tr>".join([rows[0], *map(_kept, rows[1:])])


def _kept(row: str) -> str:
    # The cells of a head are kept from the beginning.
    return row.replace(KEPT_CELL, LOOSE_CELL).replace(LOOSE_CELL, KEPT_CELL)


def _eighths(setting: Setting, side: str) -> int:
    return round((setting.inner if side.startswith("inside") else setting.outer) * 8)


def _resize(rows: str, size: float) -> str:
    """`rows` with the size of their runs written out, for a table smaller than its style."""
    half_points = round(size * 2)
    sizes = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    runs = rows.replace("</w:rPr>", f"{sizes}</w:rPr>")
    return runs.replace("<w:r><w:t ", f"<w:r><w:rPr>{sizes}</w:rPr><w:t ")


def _plain_rows(table: Table, layout: Layout, pen: Pen) -> str:
    """The rows of a table of plain texts; nothing where a text has several lines."""
    texts = cast("list[str]", [*chain.from_iterable(table.rows)])
    joined = SEPARATOR.join(texts)
    cells = escape(joined).split(SEPARATOR)
    if "\n" in joined or len(cells) != len(texts):
        return ""
    head = HEAD_ROW + _pattern(layout, pen, TABLE_HEAD) + "</w:tr>"
    body = ROW + _pattern(layout, pen, TABLE_TEXT) + "</w:tr>"
    return (head * table.head + body * (len(table.rows) - table.head)) % tuple(cells)


def _pattern(layout: Layout, pen: Pen, style: str) -> str:
    """A row of cells with %s where their texts go."""
    run = pen.text("%s")
    aligns = ("center",) * len(layout.widths) if style == TABLE_HEAD else layout.aligns
    return "".join(
        _cell(width, "", _line(style, align, run)) for width, align in zip(layout.widths, aligns, strict=True)
    )


def _merged_rows(table: Table, layout: Layout, pen: Pen) -> str:
    rows = layout.slots or grid(table)[0]
    head = (_merged_row(row, HEAD_ROW, TABLE_HEAD, layout, pen) for row in rows[: table.head])
    body = (_merged_row(row, ROW, TABLE_TEXT, layout, pen) for row in rows[table.head :])
    return "".join((*head, *body))


def _merged_row(row: GridRow, opening: str, style: str, layout: Layout, pen: Pen) -> str:
    cells = "".join(_slot(slot, layout, pen, style) for slot in row)
    return f"{opening}{cells}</w:tr>"


def _slot(slot: Slot, layout: Layout, pen: Pen, style: str) -> str:
    width = sum(layout.widths[slot.column : slot.column + slot.across])
    span = f'<w:gridSpan w:val="{slot.across}"/>' if slot.across > 1 else ""
    if slot.cell is None:
        return _cell(width, span + "<w:vMerge/>", _line(style, "center", ""))
    merge = '<w:vMerge w:val="restart"/>' if slot.goes_on else ""
    align = _align(slot, layout, style)
    content = slot.cell.content if isinstance(slot.cell, Cell) else (slot.cell,)
    lines = (_line(style, align, pen.inline(line)) for line in _lines(content))
    return _cell(width, span + merge, "".join(lines))


def _align(slot: Slot, layout: Layout, style: str) -> str:
    """Head cells are centred; a cell over several columns is, unless it holds running text."""
    cell = slot.cell
    if isinstance(cell, Cell) and cell.align:
        return cell.align
    if style == TABLE_HEAD:
        return "center"
    if slot.across == 1:
        return layout.aligns[slot.column]
    return "center" if isinstance(cell, Cell) and is_short(plain(cell.content)) else "left"


def _lines(content: Content) -> list[Content]:
    """`content` cut at its line breaks: every line becomes a paragraph of the cell."""
    lines: list[list[Inline]] = [[]]
    for part in content:
        first, *more = _split(part)
        lines[-1].append(first)
        lines += [[line] for line in more]
    return [tuple(line) for line in lines]


def _split(part: Inline) -> list[Inline]:
    if isinstance(part, str):
        return list(part.split("\n"))
    if isinstance(part, Strong):
        return [Strong(line) for line in part.text.split("\n")]
    return [part]


def _cell(width: int, merge: str, paragraphs: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}<w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraphs}</w:tc>"
    )


def _line(style: str, align: str, runs: str) -> str:
    # A head row keeps with the first row below it, else it may stand alone at the foot of a page.
    keep = "<w:keepNext/>" if style == TABLE_HEAD else ""
    return paragraph(style, runs, f'{keep}<w:jc w:val="{align}"/>')
