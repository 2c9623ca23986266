"""The announced arrangement of a year: which days are off for which holiday, which weekends are worked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from docgen import dates
from docgen.i18n import _
from docgen.problems import Place, Problem, error, stop_on_errors
from docgen.source.values import as_list, place_of

SATURDAY = 5
LONGEST = 31
"""Days: no holiday lasts longer."""

Days = Mapping[date, str]


class Arrangement(NamedTuple):
    """What was announced for `year`: the days off and the working weekends, each with its holiday's
    name, and the notice that says so."""

    year: int
    notice: str
    off: Days
    work: Days


def read(path: Path) -> Arrangement:
    """The arrangement in the file at `path` (年份, 通知, 放假). Raises `DocgenError` with all that is
    wrong with it (CAL-010 to CAL-012), `CannotRead` where it cannot be read."""
    from docgen.source.load import load

    data, problems = load(path)
    stop_on_errors(problems)
    text = str(data.get("年份", ""))
    year = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else 0
    if not year:
        problems.append(_wrong(_("没有写是哪一年的安排"), data.place, _("写“年份: 2027”")))
    if not str(data.get("通知", "")).strip():
        hint = _("写“通知: 国务院办公厅关于……部分节假日安排的通知”")
        problems.append(_wrong(_("没有写依据哪个通知"), data.place, hint))
    rows = as_list(data.get("放假"))
    found = [one for row in rows for one in _read(row, problems)]
    if not rows:
        problems.append(_wrong(_("没有写哪天放假"), data.place, _("写“放假: ”，下面每个节日一行")))
    problems += [*_strange_years(found, year), *_contradictions(found)]
    stop_on_errors(problems)
    off, work = ({one.day: one.name for one in found if one.is_off is kind} for kind in (True, False))
    return Arrangement(year, str(data["通知"]), MappingProxyType(off), MappingProxyType(work))


class _Marked(NamedTuple):
    """A day of an arrangement: off or worked, for which holiday, where it stands."""

    day: date
    is_off: bool
    name: str
    place: Place | None


def _read(row: Any, problems: list[Problem]) -> list[_Marked]:
    if not isinstance(row, Mapping) or "日期" not in row:
        problems.append(_wrong(_("放假的一项写得不对"), place_of(row), _example()))
        return []
    place, name = place_of(row), str(row.get("名称", "放假"))
    try:
        first = dates.day_of(row["日期"])
        last = dates.day_of(row.get("至", row["日期"]))
        worked = [dates.day_of(day) for day in as_list(row.get("上班"))]
    except ValueError as fault:
        problems.append(_wrong(str(fault.args[0]), place, _example()))
        return []
    if not 0 <= (last - first).days < LONGEST:
        problems.append(_wrong(_("放假的起止日期写得不对"), place, _example()))
        return []
    off = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    return [
        *(_Marked(day, True, name, place) for day in off),
        *(_Marked(day, False, name, place) for day in worked),
    ]


def _strange_years(found: list[_Marked], year: int) -> Iterator[Problem]:
    """CAL-011: days that are not of the year; the New Year's may begin in the year before."""
    for one in found:
        if year and not date(year - 1, 12, 1) <= one.day <= date(year, 12, 31):
            sentence = _("{day}不在{year}年的安排里").format(day=dates.full(one.day), year=year)
            hint = _("检查“年份”和日期")
            yield error("CAL-011", sentence, one.place, excerpt=one.name, hint=hint)


def _contradictions(found: list[_Marked]) -> Iterator[Problem]:
    """CAL-012: days both off and worked, and worked days that are no weekend."""
    off = {one.day for one in found if one.is_off}
    for one in found:
        if not one.is_off and one.day in off:
            sentence = _("{day}又放假又上班").format(day=dates.full(one.day))
        elif not one.is_off and one.day.weekday() < SATURDAY:
            sentence = _("{day}不是周末，本来就上班").format(day=dates.full(one.day))
        else:
            continue
        hint = _("“上班”只写调休后要上班的周末")
        yield error("CAL-012", sentence, one.place, excerpt=one.name, hint=hint)


def _example() -> str:
    return _("每个节日写成“- {{名称: 元旦, 日期: 2027-01-01, 至: 2027-01-03, 上班: [2027-01-09]}}”").format()


def _wrong(sentence: str, place: Any, hint: str) -> Problem:
    return error("CAL-010", sentence, place, hint=hint)
