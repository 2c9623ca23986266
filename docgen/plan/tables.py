"""The tables a plan writes out: 列 and 行, and 标题, 表头行, 横排, 合计 as it likes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docgen.document import Cell, Column, Table, TableRow
from docgen.i18n import _
from docgen.inline import content_of
from docgen.plan.desk import Desk
from docgen.problems import error
from docgen.source.values import Record, as_list

ALIGNS = {"左": "left", "中": "center", "右": "right", "居左": "left", "居中": "center", "居右": "right"}


def written(desk: Desk, data: Record) -> Table:
    """The table a plan writes out: 列, 行, and 标题, 表头行, 横排, 合计 as it likes."""
    rows = [tuple(_cell(cell) for cell in row) for row in data.get("行", ())]
    columns = tuple(_column(entry) for entry in data.get("列") or [""] * max(map(len, rows), default=0))
    names = tuple(column.name for column in columns)
    head: tuple[TableRow, ...] = (names,) if any(names) else ()
    # The heads above the body: the names of the columns, and rows that head them further.
    heads = int(data.get("表头行", len(head))) - len(head)
    if data.get("合计"):
        rows += _totals(desk, data, names, rows[max(heads, 0) :])
    return Table(
        columns,
        (*head, *rows),
        len(head) + heads,
        str(data.get("标题", "")),
        data.get("横排"),
        data.place,
    )


def _column(entry: Any) -> Column:
    if isinstance(entry, Record):
        width = entry.get("宽")
        return Column(
            str(entry.get("名称", "")),
            float(width) if width is not None else None,
            ALIGNS.get(str(entry.get("对齐", "")), ""),
        )
    return Column(str(entry))


def _cell(entry: Any) -> str | Cell:
    if isinstance(entry, Record):
        return Cell(
            content_of(entry.get("内容", "")),
            int(entry.get("跨列", 1)),
            int(entry.get("跨行", 1)),
            ALIGNS.get(str(entry.get("对齐", "")), ""),
        )
    return _signed(entry)


def _signed(text: str) -> str | Cell:
    """A cell of text; one with a reference or footnote in it needs its content parsed."""
    return Cell(content_of(text)) if "《见" in text or "《注" in text else str(text)


def _totals(desk: Desk, data: Record, names: tuple[str, ...], rows: Sequence[TableRow]) -> list[TableRow]:
    wanted = [str(name) for name in as_list(data["合计"])]
    unknown = [name for name in wanted if name not in names]
    if unknown:
        desk.problems.append(
            error(
                "TRE-008",
                _("合计的列“{name}”不在表里").format(name=unknown[0]),
                data.keys_at.get("合计"),
                hint=_("表里的列：{names}").format(names="、".join(filter(None, names))),
            )
        )
        return []
    from docgen.plan.totals import total_row

    row, problems = total_row(rows, names, wanted, data.place)
    desk.problems.extend(problems)
    return [row]
