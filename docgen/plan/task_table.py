"""任务分解表: the tasks of a plan, numbered through, a band for each chapter, on a page turned."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from docgen import dates, numerals
from docgen.document import Cell, Column, Table, TableRow
from docgen.i18n import _
from docgen.inline import content_of
from docgen.plan.desk import Desk
from docgen.plan.duties import Duty, duties
from docgen.plan.lists import merged
from docgen.plan.responsibility import bodies
from docgen.problems import Problem, error
from docgen.source.values import Record

NUMBER, TASK, MEASURE = "序号", "任务", "措施"


def table(desk: Desk, ask: Record) -> Table | None:
    """The table of all tasks of the plan: 序号, 任务, 措施, 牵头, 配合, 时限. None with a problem (TRE-050)
    where nobody is responsible for anything."""
    found = list(duties(desk.whole))
    if not found:
        desk.problems.append(_no_tasks(desk, ask))
        return None
    names = (NUMBER, TASK, MEASURE, desk.words["牵头"], desk.words["配合"], desk.words["时限"])
    cells = [_cells(duty, number) for number, duty in enumerate(found, 1)]
    shown = [at for at, name in enumerate(names) if at < 2 or any(row[at] for row in cells)]
    head = tuple(names[at] for at in shown)
    body = _body([duty.group for duty in found], [tuple(row[at] for at in shown) for row in cells])
    landscape = ask.get("横排", len(shown) == len(names))
    return Table(tuple(map(Column, head)), (head, *body), 1, str(ask.get("标题", "")), landscape, ask.place)


def _cells(duty: Duty, number: int) -> tuple[str, ...]:
    parts = dict(bodies(duty.data.get("责任")))
    lead = parts.get("牵头") or parts.get("责任", "")
    limit = dates.printed(duty.data["时限"]) if duty.data.get("时限") else ""
    return str(number), duty.task or duty.group, duty.measure, lead, parts.get("配合", ""), limit


def _body(groups: Sequence[str], rows: Sequence[tuple[str, ...]]) -> list[TableRow]:
    """`rows` with the name of its chapter above each group, where there are several, and the neighbours
    that belong to one task made one cell."""
    signed = [tuple(map(_signed, row)) for row in rows]
    bands = [list(same) for _name, same in groupby(range(len(rows)), key=groups.__getitem__)]
    out: list[TableRow] = []
    for number, band in enumerate(bands, 1):
        if len(bands) > 1:
            words = f"{numerals.chinese(number)}、{groups[band[0]]}"
            out.append((Cell((words,), across=len(rows[0]), align="left"),))
        out += merged([signed[at] for at in band], 1)
    return out


def _signed(text: str) -> str | Cell:
    """A cell of text; one with a reference or footnote in it needs its content parsed."""
    return Cell(content_of(text)) if "《见" in text or "《注" in text else text


def _no_tasks(desk: Desk, ask: Record) -> Problem:
    return error(
        "TRE-050",
        _("没有哪一节、哪一条写了责任或时限，排不出任务分解表"),
        ask.keys_at.get("取自") or desk.whole.place,
        hint=_("在条目里写“- {{内容: ……, 责任: 教务处, 时限: 2026年10月}}”").format(),
    )
