"""Who had to hand in, who has, and who was late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from docgen.district.gathered import Gathered, School
from docgen.i18n import _
from docgen.problems import CannotRead, DocgenError, Place, Problem, error, warning
from docgen.sheets import book
from docgen.sheets.header import bare
from docgen.source.values import Day, Record

NAMES = ("单位", "学校", "单位名称", "学校名称")


class Attendance(NamedTuple):
    """`expected` schools, None where no list of them was given; of these `missing` handed in nothing;
    `strangers` handed in and are not on the list. `late` are those whose plan is dated after `due`,
    with its day; `undated` those whose plan has no day to tell by."""

    expected: tuple[str, ...] | None
    missing: tuple[str, ...]
    strangers: tuple[str, ...]
    due: date | None
    late: tuple[tuple[str, date], ...]
    undated: tuple[str, ...]


def read(path: Path) -> tuple[str, ...]:
    """The schools on a list: the column 单位 of a workbook or .csv, or a name a line of a .txt, in their
    order, each once. Raises `CannotRead` where there is none (DST-011)."""
    names = _lines(path) if path.suffix.lower() == ".txt" else _column(path)
    found = tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
    if not found:
        hint = _("名单用表格时，第一行写“单位”，下面一行一个；用.txt时一行一个")
        raise CannotRead(error("DST-011", _("名单里没有单位"), Place(str(path)), hint=hint))
    return found


def attendance(
    gathered: Gathered, expected: tuple[str, ...] | None, due: date | None
) -> tuple[Attendance, list[Problem]]:
    """Who of `expected` has handed in a plan that counts, and who was late; DST-012 for each that is not on
    the list."""
    here = [school.name for school in gathered.schools]
    known = expected or ()
    strangers = tuple(name for name in here if expected is not None and name not in known)
    arrived = {*here, *(one.name for one in gathered.left_out)}
    missing = tuple(name for name in known if name not in arrived)
    dates = {school.name: _dated(school) for school in gathered.schools} if due else {}
    late = tuple((name, day) for name, day in dates.items() if day and due and day > due)
    undated = tuple(name for name, day in dates.items() if day is None)
    found = Attendance(expected, missing, strangers, due, late, undated)
    return found, [_stranger(school, missing) for school in gathered.schools if school.name in strangers]


def _dated(school: School) -> date | None:
    signature = school.plan.get("落款")
    day = signature.get("日期") if isinstance(signature, Record) else None
    return day.date if isinstance(day, Day) else None


def _stranger(school: School, missing: Sequence[str]) -> Problem:
    near = get_close_matches(school.name, missing, 1)
    hint = _("在名单里补上；如果是名称写错，改成名单里的名称")
    if near:
        hint = _("名单里的“{name}”还没有报，可能是同一个单位，改成一样的名称").format(name=near[0])
    sentence = _("“{name}”不在名单里").format(name=school.name)
    return warning("DST-012", sentence, Place(school.file), excerpt=school.name, hint=hint)


def _lines(path: Path) -> list[str]:
    from docgen.source.decode import decode, read_bytes

    text, problems = decode(read_bytes(path, str(path)), str(path))
    if problems and not text:
        raise DocgenError(problems)
    return text.splitlines()


def _column(path: Path) -> list[str]:
    """The cells below 单位 on the first sheet that has such a column."""
    for sheet in book.read(path, str(path)).sheets:
        if not sheet.rows:
            continue
        first = min(sheet.rows)
        at = next((at for at, cell in sheet.rows[first].items() if bare(cell.shown) in NAMES), None)
        if at is not None:
            below = (
                cells[at].shown for row, cells in sorted(sheet.rows.items()) if row > first and at in cells
            )
            return list(below)
    return []
