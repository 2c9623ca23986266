"""The announced arrangement of a year: which days are off for which holiday, which weekends are worked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from docgen import dates
from docgen.i18n import _
from docgen.problems import Problem, error, stop_on_errors
from docgen.source.values import as_list, place_of

SATURDAY = 5

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
    year = str(data.get("年份", ""))
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        problems.append(_wrong(_("没有写是哪一年的安排"), data.place, _("写“年份: 2027”")))
    if not str(data.get("通知", "")).strip():
        hint = _("写“通知: 国务院办公厅关于……部分节假日安排的通知”")
        problems.append(_wrong(_("没有写依据哪个通知"), data.place, hint))
    off: dict[date, str] = {}
    work: dict[date, str] = {}
    for row in as_list(data.get("放假")):
        _add(row, off, work, problems)
    if not off and not problems:
        problems.append(_wrong(_("没有写哪天放假"), data.place, _("写“放假: ”，下面每个节日一行")))
    stop_on_errors(problems)
    return Arrangement(int(year), str(data["通知"]), MappingProxyType(off), MappingProxyType(work))


def _add(row: Any, off: dict[date, str], work: dict[date, str], problems: list[Problem]) -> None:
    hint = _("每个节日写成“- {{名称: 元旦, 日期: 2027-01-01, 至: 2027-01-03, 上班: [2027-01-04]}}”").format()
    if not isinstance(row, Mapping) or "日期" not in row:
        problems.append(_wrong(_("放假的一项写得不对"), place_of(row), hint))
        return
    name = str(row.get("名称", _("放假")))
    try:
        first = dates.day_of(row["日期"])
        last = dates.day_of(row.get("至", row["日期"]))
        work.update({dates.day_of(day): name for day in as_list(row.get("上班"))})
    except ValueError as fault:
        problems.append(_wrong(str(fault.args[0]), place_of(row), hint))
        return
    if not 0 <= (last - first).days < 31:
        problems.append(_wrong(_("放假的起止日期写得不对"), place_of(row), hint))
        return
    off.update({first + timedelta(days=offset): name for offset in range((last - first).days + 1)})


def _wrong(sentence: str, place: Any, hint: str) -> Problem:
    return error("CAL-010", sentence, place, hint=hint)
