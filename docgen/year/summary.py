"""The start of a summary (工作总结, 总结报告, 述职报告) from a plan: aims, indicators and tasks with their
results, counted; what has no result is told, and left to be filled in at its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from docgen import terms
from docgen.goals import Verdict
from docgen.i18n import _
from docgen.plan.arrange import chapters
from docgen.plan.compared import Comparison, by_year, compare
from docgen.plan_text.yaml_text import Noted, write
from docgen.problems import Problem, warning
from docgen.source.values import Record, as_list, place_of
from docgen.template.package import Package
from docgen.terms import BLANK
from docgen.year import wording
from docgen.year.forms import ITEMS, TEXTS, Form, form_of
from docgen.year.results import Group, State, Tally, Task, aims, groups, tally

OVERVIEW = "目标任务完成情况"
TABLE = "各项任务完成情况"
COLUMNS = ("工作", "任务（项）", "完成（项）", "完成率（%）")
TOTAL = "合计"
CARRIED = ("组", "名称", "计量单位", "基期", "目标", "实际", "属性")
"""What a summary takes over of an indicator."""


class Year(NamedTuple):
    """What a plan set out to do, with what came of it."""

    plan: Record
    aims: tuple[Task, ...]
    groups: tuple[Group, ...]
    indicators: tuple[Comparison, ...]

    @property
    def tasks(self) -> tuple[Task, ...]:
        return tuple(task for group in self.groups for task in group.tasks)

    @property
    def counts(self) -> Tally:
        return tally(self.tasks)


def start(plan: Record, package: Package, target: Package) -> tuple[str, list[Problem]]:
    """The text of a summary of `plan` (typed, of the template `package`) for the template `target`, one for
    summaries, and a warning for everything that has no result yet."""
    year = read(plan, package)
    problems = sorted(_open(year), key=lambda problem: problem.place.line if problem.place else 0)
    form = form_of(target)
    assert form is not None, target.id  # who calls has asked
    return write(_summary(year, target.name, form)), problems


def read(plan: Record, package: Package) -> Year:
    """What `plan` set out to do, with what came of it."""
    arranged, _problems = chapters(plan, package.sections, package.layers)
    about = terms.years(plan)
    indicators = tuple(compare(row, about) for row in as_list(plan.get("指标")))
    return Year(plan, aims(arranged), groups(arranged), indicators)


def _summary(year: Year, target: str, form: Form) -> dict[str, Any]:
    summary: dict[str, Any] = {
        "模板": target,
        "单位": wording.known(year.plan.get("单位")),
        **_time(year.plan),
    }
    summary |= form.more
    summary["引言"] = _opening(year, form)
    summary[form.achieved] = [_overview(year, form), *(_achieved(group, form) for group in year.groups)]
    if year.indicators:
        summary["指标"] = [_indicator(one) for one in year.indicators]
    summary[form.problems] = _problems(year, form)
    summary[form.ahead] = {"条目": _ahead(year)} if form.ahead_as == ITEMS else _going_on(year)
    summary["落款"] = {"署名": form.signed or _signed(year.plan), "日期": BLANK}
    return summary


def _time(plan: Record) -> dict[str, str]:
    """学年 or 年度, and the name of the term where the plan is about one."""
    found = {key: str(plan[key]) for key in ("学年", "年度") if plan.get(key)}
    named = plan.get("学期")
    if isinstance(named, list):
        named = named[0] if len(named) == 1 else None
    name = named.get("名称") if isinstance(named, Record) else named
    return {**found, "学期": str(name)} if name else found


def _signed(plan: Record) -> str | list[str]:
    signature = plan.get("落款")
    names = as_list(signature.get("署名")) if isinstance(signature, Record) else []
    written = [str(name) for name in names] or [wording.known(plan.get("单位"))]
    return written[0] if len(written) == 1 else written


def _opening(year: Year, form: Form) -> str:
    span = terms.period(year.plan) or BLANK
    organ = wording.known(year.plan.get("单位"))
    return form.opening.format(span=span, organ=organ)


def _overview(year: Year, form: Form) -> dict[str, Any]:
    """The counts, the aims, and the tasks by the parts of the plan."""
    section: dict[str, Any] = {"标题": OVERVIEW}
    counts = wording.about_tasks(year.counts) + wording.about_indicators(year.indicators)
    section["正文"] = counts or BLANK
    if year.aims:
        section[form.outcomes] = _outcomes(year.aims, "")
    if year.tasks:
        section["表格"] = _table(year)
    return section


def _table(year: Year) -> dict[str, Any]:
    rows = [(group.title, tally(group.tasks)) for group in year.groups if group.tasks]
    rows.append((TOTAL, year.counts))
    cells = [[name, str(one.total), str(one.done), one.rate.rstrip("%")] for name, one in rows]
    return {"标题": TABLE, "列": COLUMNS, "行": cells}


def _achieved(group: Group, form: Form) -> dict[str, Any]:
    """A part of the plan as a part of the summary: how many tasks, and what came of each."""
    section: dict[str, Any] = {"标题": group.title}
    if group.tasks:
        section["正文"] = wording.about_tasks(tally(group.tasks))
    section[form.outcomes] = _outcomes(group.tasks, wording.NO_TASKS)
    return section


def _outcomes(tasks: Sequence[Task], none: str) -> list[Any]:
    """What came of the tasks; a comment stands for each that says nothing, 待填 where all are silent."""
    entries: list[Any] = [] if tasks else [Noted(None, (none,))]
    for task in tasks:
        if task.state is State.DONE:
            entries.append(wording.outcome(task))
        elif task.state is State.OPEN:
            entries.append(Noted(None, (wording.open_task(task),)))
    if any(isinstance(entry, str) for entry in entries):
        return entries
    return [*entries, BLANK]


def _indicator(one: Comparison) -> Any:
    row = {key: _plain(one.row[key]) for key in CARRIED if one.row.get(key)}
    if one.verdict is Verdict.OPEN and not one.actual:
        known = {year: text for year, text in by_year(one.row.get("实际")).items() if year}
        row["实际"] = {**known, one.year: BLANK} if one.year else BLANK
    return row


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return {str(key): str(text) for key, text in value.items()}
    return str(value)


def _problems(year: Year, form: Form) -> list[Any]:
    """What fell short, as the template wants it: as texts, or each with a remedy to be filled in."""
    texts = _shortcomings(year)
    return texts if form.problems_as == TEXTS else [{"问题": text, "对策": BLANK} for text in texts]


def _going_on(year: Year) -> list[str]:
    """The unfinished tasks as texts."""
    left = [task for task in year.tasks if task.state is State.UNFINISHED]
    return [wording.going_on(task) for task in left] or [BLANK]


def _shortcomings(year: Year) -> list[str]:
    """Tasks that were not finished, indicators that were not reached; else to be filled in."""
    behind = [wording.outcome(task) for task in year.tasks if task.state is State.UNFINISHED]
    behind += [wording.outcome(aim) for aim in year.aims if aim.state is State.UNFINISHED]
    behind += [wording.missed(one) for one in year.indicators if one.verdict is Verdict.MISSED]
    return behind or [BLANK]


def _ahead(year: Year) -> list[Any]:
    """The unfinished tasks, to be gone on with."""
    left = [task for task in year.tasks if task.state is State.UNFINISHED]
    return [_left(task) for task in left] or [BLANK]


def _left(task: Task) -> Any:
    duty = task.row.get("责任")
    entry: dict[str, Any] = {"内容": wording.going_on(task)}
    if duty:
        entry["责任"] = _duty(duty)
    return entry if duty else entry["内容"]


def _duty(value: Any) -> Any:
    if isinstance(value, Record):
        return {key: [str(name) for name in as_list(names)] for key, names in value.items()}
    names = [str(name) for name in as_list(value)]
    return names[0] if len(names) == 1 else names


def _open(year: Year) -> Iterator[Problem]:
    """A warning, with its place in the plan, for everything that has no result yet."""
    hint = _("在计划的这一条写“完成: ……”，再生成一次总结；或者直接在总结里补写")
    for task in year.tasks:
        if task.state is State.OPEN:
            sentence = _("这项任务还没有填完成情况")
            yield warning("YER-020", sentence, place_of(task.text), excerpt=str(task.text), hint=hint)
    for aim in year.aims:
        if aim.state is State.OPEN:
            sentence = _("这个目标还没有填完成情况")
            yield warning("YER-021", sentence, place_of(aim.text), excerpt=str(aim.text), hint=_aim_hint(aim))
    for one in year.indicators:
        yield from _open_indicator(one)
    if not (year.tasks or year.aims or year.indicators):
        sentence = _("计划里没有任务、目标和指标，总结要自己写")
        hint = _("任务要写“责任”或“时限”，再写“完成: ……”；也可以直接在总结里写")
        yield warning("YER-024", sentence, year.plan.place, hint=hint)


def _aim_hint(aim: Task) -> str:
    if aim.row:
        return _("在计划的这一条写“完成: ……”，再生成一次总结；或者直接在总结里补写")
    return _("把这一条写成“内容: ……”和“完成: ……”两行，再生成一次总结；或者直接在总结里补写")


def _open_indicator(one: Comparison) -> Iterator[Problem]:
    name, place = str(one.row["名称"]), place_of(one.row["名称"])
    if one.verdict is Verdict.OPEN:
        sentence = _("指标“{name}”还没有填实际数").format(name=name)
        hint = _("在计划的这个指标里写“实际: ……”")
        yield warning("YER-022", sentence, place, excerpt=name, hint=hint)
    elif one.verdict is Verdict.NOT_COMPARABLE:
        sentence = _("指标“{name}”的目标“{goal}”和实际“{actual}”不能用数字比较，没有判断是否达标").format(
            name=name, goal=one.goal, actual=one.actual
        )
        hint = _("目标写成“≥99.5”“≤5”“10%～15%”的样子，实际写数字；或者在总结里用文字说明")
        yield warning("YER-023", sentence, place, excerpt=name, hint=hint)
