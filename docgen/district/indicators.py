"""Entries → indicators: those of one name and one unit together, a line a school, numbers as decimals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from docgen.district.entries import Entry, said
from docgen.goals import Verdict, goal_of, judge, quantity_of
from docgen.i18n import _
from docgen.plan.compared import by_year
from docgen.problems import Place, Problem, warning
from docgen.source.values import place_of
from docgen.terms import years

BASE, GOAL, ACTUAL = "基期", "目标", "实际"


class Line(NamedTuple):
    """What a school says of an indicator: the number of each column that has one (基期, 目标, 实际), the
    goal as written (≥98), and whether it was reached."""

    school: str
    numbers: dict[str, Decimal]
    goal: str
    verdict: Verdict


class Indicator(NamedTuple):
    """An indicator of all schools that give it. `year` is that of goals and results, empty where they are
    written without years; `silent` are the schools that have it without a number to count."""

    name: str
    unit: str
    year: str
    lines: tuple[Line, ...]
    silent: tuple[str, ...]

    @property
    def title(self) -> str:
        """课后服务人数（人）."""
        return f"{self.name}（{self.unit}）" if self.unit else self.name

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns in which some school has a number."""
        return tuple(key for key in (BASE, GOAL, ACTUAL) if any(key in line.numbers for line in self.lines))

    @property
    def counted(self) -> str:
        """The column that is ranked and drawn: results where there are any, else goals."""
        return self.columns[-1] if self.columns else GOAL

    def values(self, column: str) -> dict[str, Decimal]:
        """The numbers in `column` by school."""
        return {line.school: line.numbers[column] for line in self.lines if column in line.numbers}


def indicators(entries: Sequence[Entry]) -> tuple[list[Indicator], list[Problem]]:
    """The indicators in the order in which they are first met, and what does not count: values that are no
    number (DST-009)."""
    problems: list[Problem] = []
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.name, entry.unit), []).append(entry)
    return [_indicator(group, problems) for group in groups.values()], problems


def units_apart(found: Sequence[Indicator]) -> dict[str, list[Indicator]]:
    """The names that stand with more than one unit, each with its indicators."""
    counts = Counter(one.name for one in found)
    return {name: [one for one in found if one.name == name] for name, count in counts.items() if count > 1}


def _indicator(group: Sequence[Entry], problems: list[Problem]) -> Indicator:
    year = _year(group)
    lines = [_line(entry, year, problems) for entry in group]
    silent = tuple(line.school for line in lines if not line.numbers)
    kept = tuple(line for line in lines if line.numbers)
    return Indicator(group[0].name, group[0].unit, year, kept, silent)


def _year(group: Sequence[Entry]) -> str:
    """The year that most schools give results for, else goals; of several the last; empty where years are
    not written."""
    for key in (ACTUAL, GOAL):
        counts = Counter(year for entry in group for year in _years_given(entry, key))
        if counts:
            return max(counts, key=lambda year: (counts[year], year))
    return ""


def _years_given(entry: Entry, key: str) -> list[str]:
    """The years of the plan that an entry has a value of `key` for."""
    given = [year for year, text in by_year(entry.row.get(key)).items() if year and said(text)]
    about = [str(year) for year in years(entry.school.plan)]
    return [year for year in given if year in about] if about else given


def _line(entry: Entry, year: str, problems: list[Problem]) -> Line:
    texts = {BASE: said(entry.row.get(BASE))}
    for key in (GOAL, ACTUAL):
        known = by_year(entry.row.get(key))
        texts[key] = said(known.get(year, known.get("", "")))
    numbers: dict[str, Decimal] = {}
    for key, text in texts.items():
        number = _goal(text, texts[BASE]) if key == GOAL else _quantity(text)
        if number is not None:
            numbers[key] = number
        elif text:
            problems.append(_no_number(entry, key, text))
    verdict = judge(texts[GOAL], texts[ACTUAL], texts[BASE]) if texts[GOAL] else Verdict.OPEN
    return Line(entry.school.name, numbers, texts[GOAL], verdict)


def _quantity(text: str) -> Decimal | None:
    found = quantity_of(text) if text else None
    return found.value if found else None


def _goal(text: str, base: str) -> Decimal | None:
    """The number a goal names; None where it names none, or a span (10%～15%)."""
    goal = goal_of(text, base) if text else None
    if goal is None or (goal.least is not None and goal.most is not None):
        return None
    return goal.least if goal.least is not None else goal.most


def _no_number(entry: Entry, key: str, text: str) -> Problem:
    sentence = _("{school}的指标“{name}”的{key}“{text}”不是一个数，没有列入计算")
    words = sentence.format(school=entry.school.name, name=entry.name, key=key, text=text)
    place = _place(entry, key)
    return warning("DST-009", words, place, excerpt=text, hint=_("只写一个数，如 98.5、≥98.5、≤5"))


def _place(entry: Entry, key: str) -> Place:
    row = entry.row
    return place_of(row.get(key)) or row.keys_at.get(key) or row.place or Place(entry.school.file)


def named(found: Sequence[Indicator], name: str) -> dict[str, dict[str, Decimal]]:
    """The numbers of the indicator called `name` by column and school; none where there is no such
    indicator, or it stands with several units."""
    same = [one for one in found if one.name == name]
    return {column: same[0].values(column) for column in same[0].columns} if len(same) == 1 else {}
