"""All documents of one plan: the plan's own, the lists made from its data, its calendar and workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.i18n import _
from docgen.problems import DocgenError, NotInstalled, Problem, Severity, has_errors
from docgen.source.values import Record, Row, as_list, place_of

if TYPE_CHECKING:
    from docgen.made import Document

OWN = ""
"""The name of the plan's own paper among its documents."""
PRINTED_BY = {"活动": "行事历", "指标": "指标表", "机构": "领导小组名单", "经费": "经费预算表"}
UNPRINTED = "TRE-006"
EVENTS = "日程"
LISTS = "任务和活动"


class Made(NamedTuple):
    """A document: its name (任务分解表; empty for the plan's own), its kind (docx, ics …), its bytes."""

    name: str
    kind: str
    content: bytes

    def file(self, plan: Path) -> str:
        """The name of its file, after the plan's."""
        return f"{plan.stem}-{self.name}.{self.kind}" if self.name else f"{plan.stem}.{self.kind}"


class Documents(NamedTuple):
    """What was made of a plan, and what is to be said of it: what could not be made and why, too."""

    made: tuple[Made, ...]
    problems: tuple[Problem, ...]


def names(kinds: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Name and kind of every document there may be, papers in each of `kinds`."""
    yield from ((name, kind) for name in (OWN, *_lacks(Record())) for kind in kinds)
    yield EVENTS, "ics"
    yield LISTS, "xlsx"


def make(source: Path, kinds: Sequence[str] = ("docx",), numbers: str | None = None) -> Documents:
    """Every document that can be made of the plan at `source`, its papers in each of `kinds`. What
    cannot be made is told (YER-001). Raises `DocgenError` where the plan itself cannot be built."""
    import docgen

    own = docgen.render(source, numbers=numbers)
    made = [Made(OWN, kind, own.to_bytes(kind)) for kind in kinds]
    problems = list(own.problems)
    for name, lack in _lacks(own.plan).items():
        if name == own.plan.get("模板"):
            continue
        if lack:
            problems.append(_not_made(name, lack))
        else:
            made += _papers(source, name, kinds, numbers, problems)
    for name, kind in ((EVENTS, "ics"), (LISTS, "xlsx")):
        made += _data(own, source, name, kind, problems)
    return Documents(tuple(made), tuple(dict.fromkeys(_left(problems, {one.name for one in made}))))


def _left(problems: list[Problem], made: set[str]) -> Iterator[Problem]:
    """The problems without those of lists that the plan's own paper does not print and another does."""
    for problem in problems:
        if problem.id != UNPRINTED or PRINTED_BY.get(problem.excerpt) not in made:
            yield problem


def _lacks(plan: Record) -> dict[str, str]:
    """Every list by name with what the plan lacks for it; empty where it has all."""
    from docgen.plan.duties import duties

    dated = any(isinstance(term, Record) and "开学" in term for term in as_list(plan.get("学期")))
    return {
        "任务分解表": "" if any(True for _duty in duties(plan)) else _("计划里没有写“责任”“时限”的任务"),
        "行事历": "" if plan.get("活动") else _("计划没有写“活动”"),
        "校历": "" if dated else _("计划没有写学期的开学和结束日期"),
        "指标表": "" if plan.get("指标") else _("计划没有写“指标”"),
        "领导小组名单": "" if plan.get("机构") else _("计划没有写“机构”"),
        "经费预算表": "" if plan.get("经费") else _("计划没有写“经费”"),
    }


def _papers(
    source: Path, name: str, kinds: Sequence[str], numbers: str | None, problems: list[Problem]
) -> list[Made]:
    """The list `name` as a paper; none where the plan's data do not make one, which is told."""
    import docgen

    try:
        document = docgen.render(source, name, numbers=numbers)
    except NotInstalled:
        raise
    except DocgenError as fault:
        found = _without_events(source, name, numbers, fault)
        problems += _events_left_out(name, fault) if found else _why_not(name, fault)
        if found is None:
            return []
        document = found
    problems += document.problems
    return [Made(name, kind, document.to_bytes(kind)) for kind in kinds]


def _without_events(
    source: Path, name: str | None, numbers: str | None, fault: DocgenError
) -> Document | None:
    """The list `name`, or the plan's own paper, without the events whose days are wrong; None where these
    are not all that is."""
    from docgen import pipeline
    from docgen.made import Document
    from docgen.plan_file import Given, read

    plan, folder, _problems = read(source)
    wrong = [problem for problem in fault.problems if has_errors([problem])]
    rows = as_list(plan.get("活动"))
    bad = [_event_at(rows, problem) for problem in wrong]
    if not rows or None in bad:
        return None
    left = Record(plan.place)
    left.update(plan)
    left.keys_at.update(plan.keys_at)
    left["活动"] = Row((row for number, row in enumerate(rows) if number not in bad), place_of(plan["活动"]))
    try:
        return Document(pipeline.run(Given(left, folder), name, numbers))
    except DocgenError:
        return None


def _event_at(rows: Sequence[Record], problem: Problem) -> int | None:
    """The number of the event that a problem of days is about; None for any other problem."""
    place = problem.place
    if not problem.id.startswith("CAL-") or place is None:
        return None
    begun = [number for number, row in enumerate(rows) if _begins(row) <= (place.line, place.column)]
    last = _begins(rows[-1])[0] + len(rows[-1]) if rows else 0
    return begun[-1] if begun and place.line <= last else None


def _begins(row: Record) -> tuple[int, int]:
    place = place_of(row) if isinstance(row, Record) else None
    return (place.line, place.column) if place else (0, 0)


def _events_left_out(name: str, fault: DocgenError) -> Iterator[Problem]:
    """What is wrong with the events that the document `name` is made without, as warnings."""
    for problem in fault.problems:
        if has_errors([problem]):
            sentence = _("“{name}”里没有排这一项：{why}").format(name=name, why=problem.message)
            yield replace(problem, severity=Severity.WARNING, message=sentence)


def _data(own: Document, source: Path, name: str, kind: str, problems: list[Problem]) -> list[Made]:
    """The plan's data in a file of their own (ics, xlsx), without events whose days are wrong, which are
    told; none where that cannot be, which is told."""
    called = _("{name}（.{kind}）").format(name=name, kind=kind)
    try:
        content = own.to_bytes(kind)
    except NotInstalled as fault:
        problems += _why_not(called, fault)
        return []
    except DocgenError as fault:
        found = _without_events(source, None, None, fault)
        if found is None or not found.plan.get("活动"):
            problems += _why_not(called, fault)
            return []
        problems += _events_left_out(called, fault)
        own, content = found, found.to_bytes(kind)
    if kind == "ics":
        from docgen.writers import ics

        problems += ics.left_out(own.plan, own.folder)
    return [Made(name, kind, content)]


def _why_not(name: str, fault: DocgenError) -> Iterator[Problem]:
    """That the document `name` was not made, and what is wrong with the data it needs, as warnings."""
    wrong = [problem for problem in fault.problems if has_errors([problem])] or fault.problems
    yield replace(_not_made(name, wrong[0].message), place=wrong[0].place, hint=wrong[0].hint)
    yield from (replace(problem, severity=Severity.WARNING) for problem in wrong[1:])


def _not_made(name: str, why: str) -> Problem:
    return Problem("YER-001", Severity.INFO, _("没有做“{name}”：{why}").format(name=name, why=why))
