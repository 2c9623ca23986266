"""All that a district's paper is made of, worked out once: who handed in, indicators, tasks by month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from docgen.district import roll
from docgen.district.entries import entries
from docgen.district.gathered import Gathered
from docgen.district.indicators import Indicator, indicators, named, of_others, units_apart
from docgen.district.tasks import Tally, Task, events, tallies, tasks_of
from docgen.district.totals import Weights
from docgen.district.ways import is_known
from docgen.i18n import _
from docgen.problems import CannotRead, Problem, Severity, error, warning

COMMON = 2
"""Schools that make an indicator one of the district."""


class Survey(NamedTuple):
    """The plans, who handed them in, the indicators that at least two schools give, those of one school
    alone, the weights (empty where none are asked for) with the name of their indicator, and
    the tasks."""

    gathered: Gathered
    attendance: roll.Attendance
    indicators: tuple[Indicator, ...]
    single: tuple[Indicator, ...]
    weight: str
    weights: Weights
    tasks: tuple[Task, ...]
    tallies: tuple[Tally, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The schools that count."""
        return tuple(school.name for school in self.gathered.schools)

    def lacking(self, one: Indicator) -> dict[str, bool]:
        """The schools without a number in the column of `one` that counts, under whichever unit, and whether
        they give other numbers of it."""
        same = [other for other in (*self.indicators, *self.single) if other.name == one.name]
        counted = {school for other in same for school in other.values(other.counted)}
        given = {line.school for other in same for line in other.lines}
        return {name: name in given for name in self.names if name not in counted}


def survey(
    gathered: Gathered, expected: tuple[str, ...] | None, due: date | None, weight: str
) -> tuple[Survey, list[Problem]]:
    """Works all of it out. Raises `CannotRead` where no plan counts (DST-013), or `weight` names no
    indicator with one unit (DST-010)."""
    if not gathered.schools:
        raise CannotRead([error("DST-013", _("没有一份计划能列入汇总")), *gathered.problems])
    if expected:
        gathered = _in_order(gathered, expected)
    present, problems = roll.attendance(gathered, expected, due)
    rows, told = entries(gathered.schools)
    found, more = indicators(rows)
    problems += [*told, *more, *_units(found)]
    weights = named(found, weight) if weight else {}
    if weight and not weights:
        sentence = _("没有叫“{name}”、计量单位一样的指标，不能作权数").format(name=weight)
        hint = _("可以用的指标：{names}").format(names="、".join(dict.fromkeys(one.name for one in found)))
        raise CannotRead(error("DST-010", sentence, excerpt=weight, hint=hint))
    tasks = tasks_of(gathered.schools)
    common = tuple(one for one in found if len(one.lines) + len(one.silent) >= COMMON)
    single = tuple(one for one in found if one not in common)
    counts = tallies(tasks, events(gathered.schools))
    return Survey(gathered, present, common, single, weight, weights, tasks, counts), problems


def _in_order(gathered: Gathered, expected: tuple[str, ...]) -> Gathered:
    """The plans in the order of the list of schools, those that are not on it last."""
    at = {name: number for number, name in enumerate(expected)}
    ordered = sorted(gathered.schools, key=lambda school: at.get(school.name, len(at)))
    return gathered._replace(schools=tuple(ordered))


def _units(found: list[Indicator]) -> Iterator[Problem]:
    """Names that stand with several units, units that nobody has said may be added, numbers converted."""
    for name, same in units_apart(found).items():
        units = "、".join(one.unit or _("没有写") for one in same)
        sentence = _("指标“{name}”的计量单位不一样（{units}），分开统计，没有相加")
        hint = _("请这些单位核对计量单位后重报：{schools}").format(schools="、".join(of_others(same)))
        yield warning("DST-014", sentence.format(name=name, units=units), excerpt=name, hint=hint)
    for one in found:
        if not is_known(one.name, one.unit) and len(one.lines) >= COMMON:
            sentence = _("指标“{name}”的计量单位“{unit}”不能断定可以相加，只取平均数")
            text = sentence.format(name=one.name, unit=one.unit or _("没有写"))
            yield Problem("DST-015", Severity.INFO, text)
        converted = [f"{line.school}（{line.converted}）" for line in one.lines if line.converted]
        if converted:
            sentence = _("指标“{name}”折算成{unit}的有：{schools}")
            text = sentence.format(name=one.name, unit=one.unit, schools="、".join(converted))
            yield Problem("DST-017", Severity.INFO, text)
