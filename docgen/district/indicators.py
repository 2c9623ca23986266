"""Entries → indicators: those of one name together whose units are exact in one another, a line a school,
numbers as decimals in the unit that most schools use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from docgen.district.doubted import doubted
from docgen.district.entries import Entry, said, unit_behind
from docgen.district.units import kin, meant, times
from docgen.goals import Verdict, goal_of, judge, quantity_of, rescaled
from docgen.i18n import _
from docgen.plan.compared import by_year
from docgen.problems import Place, Problem, warning
from docgen.source.values import place_of
from docgen.terms import years

BASE, GOAL, ACTUAL = "基期", "目标", "实际"


class Line(NamedTuple):
    """What a school says of an indicator: the number of each column that has one (基期, 目标, 实际), the
    goal as written (≥98), whether it was reached, and the unit that it wrote where its numbers were
    converted from another one (empty where none was)."""

    school: str
    numbers: dict[str, Decimal]
    goal: str
    verdict: Verdict
    converted: str = ""


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
    def schools(self) -> tuple[str, ...]:
        """The schools that have it, with a number or without."""
        return (*(line.school for line in self.lines), *self.silent)

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
    number (DST-009), or likely in another unit (DST-016)."""
    problems: list[Problem] = []
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.name, kin(entry.unit)), []).append(entry)
    return [_indicator(group, problems) for group in groups.values()], problems


def units_apart(found: Sequence[Indicator]) -> dict[str, list[Indicator]]:
    """The names that stand with more than one unit, each with its indicators."""
    counts = Counter(one.name for one in found)
    return {name: [one for one in found if one.name == name] for name, count in counts.items() if count > 1}


def of_others(same: Sequence[Indicator]) -> list[str]:
    """The schools that give an indicator, of one name in all of `same`, in another unit than most do."""
    most = max(same, key=lambda one: len(one.schools))
    return [school for one in same if one is not most for school in one.schools]


def _indicator(group: Sequence[Entry], problems: list[Problem]) -> Indicator:
    year, unit = _year(group), _unit(group)
    lines = [_line(entry, year, unit, problems) for entry in group]
    doubts = _doubts(group, lines, unit, year)
    problems += [_doubtful(entry, key, text) for entry, key, text in doubts]
    for entry, key, _text in doubts:
        del lines[group.index(entry)].numbers[key]
    silent = tuple(line.school for line in lines if not line.numbers)
    kept = tuple(line for line in lines if line.numbers)
    return Indicator(group[0].name, unit, year, kept, silent)


def _unit(group: Sequence[Entry]) -> str:
    """The unit that most of `group` use; of equals the one that is met first."""
    return Counter(entry.unit for entry in group).most_common(1)[0][0]


def _doubts(
    group: Sequence[Entry], lines: Sequence[Line], unit: str, year: str
) -> list[tuple[Entry, str, str]]:
    """The numbers without a unit of their own that are likely in another one, with their texts."""
    found = []
    for key in (BASE, GOAL, ACTUAL):
        values = {line.school: line.numbers[key] for line in lines if key in line.numbers}
        odd = set(doubted(group[0].name, unit, values))
        for entry in group:
            text = _texts(entry, year)[key] if entry.school.name in odd else ""
            if text and not unit_behind(text):
                found.append((entry, key, text))
    return found


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


def _line(entry: Entry, year: str, unit: str, problems: list[Problem]) -> Line:
    """What `entry` says of `year`, in `unit`."""
    written = _texts(entry, year)
    units = {key: meant(unit_behind(text), entry.unit) for key, text in written.items() if text}
    texts = {key: _in_unit(text, units.get(key, unit), unit) for key, text in written.items()}
    numbers: dict[str, Decimal] = {}
    for key, text in texts.items():
        number = _goal(text, texts[BASE]) if key == GOAL else _quantity(text)
        if number is not None:
            numbers[key] = number
        elif text:
            problems.append(_no_number(entry, key, written[key]))
    verdict = judge(texts[GOAL], texts[ACTUAL], texts[BASE]) if texts[GOAL] else Verdict.OPEN
    other = next((own for own in units.values() if times(own, unit) != 1), "")
    return Line(entry.school.name, numbers, texts[GOAL], verdict, other)


def _texts(entry: Entry, year: str) -> dict[str, str]:
    """What `entry` says in each column of `year`; empty where that is nothing."""
    texts = {BASE: said(entry.row.get(BASE))}
    for key in (GOAL, ACTUAL):
        known = by_year(entry.row.get(key))
        texts[key] = said(known.get(year, known.get("", "")))
    return texts


def _in_unit(text: str, own: str, unit: str) -> str:
    """`text`, whose numbers are in the unit `own`, in `unit`, which it does not say."""
    factor, behind = times(own, unit), unit_behind(text)
    return rescaled(text, factor, behind) if behind or factor != 1 else text


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


def _doubtful(entry: Entry, key: str, text: str) -> Problem:
    sentence = _("{school}的指标“{name}”的{key}“{text}”和别的单位相差太大，没有列入计算")
    words = sentence.format(school=entry.school.name, name=entry.name, key=key, text=text)
    hint = _("问清计量单位，百分比不写成小数；没有写错的，把计量单位写在数的后面：{text}{unit}")
    shown = hint.format(text=text, unit=entry.unit or "%")
    return warning("DST-016", words, _place(entry, key), excerpt=text, hint=shown)


def _place(entry: Entry, key: str) -> Place:
    row = entry.row
    return place_of(row.get(key)) or row.keys_at.get(key) or row.place or Place(entry.school.file)


def named(found: Sequence[Indicator], name: str) -> dict[str, dict[str, Decimal]]:
    """The numbers of the indicator called `name` by column and school; none where there is no such
    indicator, or it stands with several units."""
    same = [one for one in found if one.name == name]
    return {column: same[0].values(column) for column in same[0].columns} if len(same) == 1 else {}
