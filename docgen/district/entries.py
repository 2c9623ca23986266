"""The indicators of each plan → entries with one name and one unit each, ready to be put together.

A unit stands in 计量单位, behind the name in brackets or behind the numbers; an entry whose places say
different ones that are not exact in one another is left out and told, and so is one that a plan gives twice.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docgen.district.gathered import School
from docgen.district.units import kin, meant, named_in
from docgen.goals import goal_of, quantity_of
from docgen.i18n import _
from docgen.plan.compared import by_year
from docgen.problems import Place, Problem, warning
from docgen.source.values import Record, as_list, place_of
from docgen.terms import BLANK

NOTHING = frozenset({"", BLANK, "—", "——", "-", "–", "/", "／"})
PERCENT = ("%", "％")


class Entry(NamedTuple):
    """An indicator of a school's plan: its name, with its group where a plan has the name more than once,
    the unit of numbers that have none of their own (empty where none is written), and what the plan says
    of it."""

    school: School
    name: str
    unit: str
    row: Record


def entries(schools: Sequence[School]) -> tuple[list[Entry], list[Problem]]:
    """The indicators of all `schools`, plan by plan, and what is left out (DST-007, DST-008)."""
    problems: list[Problem] = []
    found = [entry for school in schools for entry in _of(school, problems)]
    twice = {key[1:] for key, count in Counter(map(_key, found)).items() if count > 1}
    named = [
        entry._replace(name=_with_group(entry)) if _key(entry)[1:] in twice else entry for entry in found
    ]
    again = {key for key, count in Counter(map(_key, named)).items() if count > 1}
    problems += [_told_twice(next(entry for entry in named if _key(entry) == key)) for key in again]
    return [entry for entry in named if _key(entry) not in again], problems


def said(value: object) -> str:
    """What a plan says at a place for a number, empty where that is nothing yet (待填, —)."""
    text = str(value or "").strip()
    return "" if text in NOTHING else text


def _of(school: School, problems: list[Problem]) -> Iterator[Entry]:
    for row in as_list(school.plan.get("指标")):
        if not isinstance(row, Record) or not said(row.get("名称")):
            continue
        name, unit = named_in(_plain(str(row["名称"])))
        units = _units(row, unit)
        if len(set(map(kin, units))) > 1:
            problems.append(_two_units(school, row, units))
        else:
            yield Entry(school, name, units[0] if units else "", row)


def _plain(text: str) -> str:
    """`text` without blanks, full-width letters and figures as plain ones."""
    letters = (unicodedata.normalize("NFKC", mark) if mark.isalnum() else mark for mark in text)
    return "".join("".join(letters).split())


def _units(row: Record, in_name: str) -> list[str]:
    """The units that a row names, each once; that of the whole row first, where it has one."""
    texts = [said(row.get("基期"))]
    texts += [said(text) for key in ("目标", "实际") for text in by_year(row.get(key)).values()]
    whole = [_plain(str(row.get("计量单位") or "")).replace("％", "%"), in_name]
    behind = [meant(unit_behind(text), next(filter(None, whole), "")) for text in texts if text]
    return list(dict.fromkeys(filter(None, [*whole, *behind])))


def unit_behind(text: str) -> str:
    """The unit behind the number that `text` is, as it is written; empty where there is none."""
    if any(sign in text for sign in PERCENT):
        return "%"
    found = quantity_of(text) or goal_of(text)
    return found.unit if found else ""


def _key(entry: Entry) -> tuple[str, str, str]:
    return entry.school.name, entry.name, kin(entry.unit)


def _with_group(entry: Entry) -> str:
    group = said(entry.row.get("组"))
    return f"{entry.name}（{_plain(group)}）" if group else entry.name


def _two_units(school: School, row: Record, units: Sequence[str]) -> Problem:
    sentence = _("{school}的指标“{name}”写了几个计量单位（{units}），没有列入统计")
    text = sentence.format(school=school.name, name=row["名称"], units="、".join(units))
    hint = _("“计量单位”和数后面的单位要一致")
    return warning("DST-007", text, _place(school, row), excerpt=str(row["名称"]), hint=hint)


def _told_twice(entry: Entry) -> Problem:
    sentence = _("{school}的指标“{name}”写了不止一次，没有列入统计")
    text = sentence.format(school=entry.school.name, name=entry.name)
    hint = _("每个指标只写一次；不同对象的同名指标，用“组”分开")
    return warning("DST-008", text, _place(entry.school, entry.row), excerpt=entry.name, hint=hint)


def _place(school: School, row: Record) -> Place:
    return place_of(row.get("名称")) or row.place or Place(school.file)
