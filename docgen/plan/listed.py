"""Tables from any list of a plan, with the columns that a template names, and figures computed from it.

{{ 投资 | 成表(列={"项目": "项目名称", "金额": "金额（万元）"}, 合计=["金额"], 标题="投资估算表") }}
{{ 投资 | 合计("金额") }}   {{ 现有条件 | 缺口 | 成表(列=["项目", "标准", "现有", "缺口"]) }}
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from docgen import dates
from docgen.document import Column, Table, TableRow
from docgen.plan.desk import Desk
from docgen.plan.lists import merged
from docgen.plan.responsibility import who
from docgen.plan.totals import Amount, amount, settle_budget, total, total_row
from docgen.source.values import Day, Record, as_list, place_of

ORDINAL = "序号"
DATED = ("时限", "日期", "时间", "起", "止")
AMOUNT = "金额"


def table(desk: Desk, rows: Sequence[Record], ask: Mapping[str, Any]) -> Table:
    """A row an entry, with the columns 列 (keys, or keys and what they are called) that are not empty
    throughout. 合计 names the keys whose sums stand in a last row, 合并 one whose equal neighbours
    become one cell, 标题 the caption, 横排 whether the table stands on a page turned."""
    totals = [str(key) for key in as_list(ask.get("合计"))]
    rows = _settled(desk, rows, totals)
    cells = [_cells(row, number) for number, row in enumerate(rows, 1)]
    columns = _columns(ask["列"])
    shown = {key: name for key, name in columns.items() if any(row.get(key) for row in cells)}
    body: list[TableRow] = [tuple(row.get(key, "") for key in shown) for row in cells]
    sums, problems = _sums(body, list(shown), totals, rows)
    desk.problems.extend(problems)
    if ask.get("合并") in shown:
        body = merged(body, list(shown).index(ask["合并"]))
    head = tuple(shown.values())
    return Table(
        tuple(map(Column, head)),
        (head, *body, *sums),
        1,
        str(ask.get("标题", "")),
        ask.get("横排"),
        place_of(rows),
    )


def summed(rows: Sequence[Record], key: str) -> str:
    """The sum of `key` over all rows, amounts that 单价 and 数量 give included, as it is printed."""
    settled, _problems = settle_budget(rows)
    return total(str(row.get(key, "")) for row in settled)[0].write()


def with_shortfall(rows: Sequence[Record]) -> list[Record]:
    """The rows with 缺口: how much 现有 falls short of 标准, 0 where it does not; none where one of the
    two is no number."""
    return [_with_shortfall(row) for row in rows]


def _with_shortfall(row: Record) -> Record:
    wanted, there = (amount(str(row.get(key, ""))) for key in ("标准", "现有"))
    if wanted is None or there is None:
        return row
    lacking = Amount(
        wanted.value - there.value,
        max(wanted.decimals, there.decimals),
        wanted.grouped or there.grouped,
    )
    copy = Record(row.place)
    copy.update({**row, "缺口": lacking.write() if lacking.value > 0 else "0"})
    copy.keys_at.update(row.keys_at)
    return copy


def _settled(desk: Desk, rows: Sequence[Any], totals: Sequence[str]) -> Sequence[Any]:
    if AMOUNT not in totals:
        return rows
    settled, problems = settle_budget(rows)
    desk.problems.extend(problems)
    written = [amount(str(row.get(AMOUNT, ""))) for row in settled]
    most = max((found.decimals for found in written if found), default=0)
    return [
        {**row, AMOUNT: replace(found, decimals=most).write()} if found and not given.get(AMOUNT) else row
        for given, row, found in zip(rows, settled, written, strict=False)
    ]


def _columns(asked: Any) -> dict[str, str]:
    if isinstance(asked, Mapping):
        return {str(key): str(name) for key, name in asked.items()}
    return {str(key): str(key) for key in as_list(asked)}


def _cells(row: Mapping[str, Any], number: int) -> dict[str, str]:
    cells = {key: "、".join(map(_said, as_list(value))) for key, value in row.items() if key != "责任"}
    cells |= {key: dates.printed(row[key]) for key in DATED if row.get(key)}
    return {**cells, ORDINAL: str(number), "责任": who(row)}


def _said(value: Any) -> str:
    """A value as it is printed: 是, 2026年9月1日."""
    if isinstance(value, bool):
        return "是" if value else "否"
    return dates.printed(value) if isinstance(value, Day) else str(value)


def _sums(
    body: Sequence[TableRow], shown: Sequence[str], totals: Sequence[str], rows: Sequence[Any]
) -> tuple[list[TableRow], list[Any]]:
    wanted = [key for key in totals if key in shown]
    if not wanted:
        return [], []
    row, problems = total_row(body, shown, wanted, place_of(rows))
    return [row], problems
