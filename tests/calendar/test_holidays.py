"""The announced years day by day against maintained packages; years that wait for their notice."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import holidays as packaged
import pytest
from lunar_python.util import HolidayUtil

from docgen.calendar import holidays as module
from docgen.calendar import packages
from docgen.calendar.holidays import announced, holidays, statutory_days
from docgen.calendar.lunar import lunar_day
from docgen.calendar.times import all_days
from docgen.resources import folder

ANNOUNCED = (2024, 2025, 2026)


def days_of(year: int) -> Iterator[date]:
    return (
        date(year, 1, 1) + timedelta(days=n) for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)
    )


@pytest.mark.parametrize("year", ANNOUNCED)
def test_every_announced_day_is_as_chinesecalendar_has_it(year: int) -> None:
    known = holidays([year])
    for day in days_of(year):
        assert known.is_workday(day) == chinese_calendar.is_workday(day), day
        is_holiday, name = chinese_calendar.get_holiday_detail(day)
        assert (known.mark(day) == "休") == (is_holiday and name is not None), day
        assert (known.mark(day) == "班") == (not is_holiday and day.weekday() >= 5), day


@pytest.mark.parametrize("year", ANNOUNCED)
def test_every_announced_day_is_worked_or_not_as_holidays_has_it(year: int) -> None:
    known, table = holidays([year]), packaged.country_holidays("CN", years=year)
    assert [day for day in days_of(year) if known.is_workday(day) != table.is_working_day(day)] == []


@pytest.mark.parametrize("year", ANNOUNCED)
def test_every_announced_day_is_marked_as_lunar_python_has_it(year: int) -> None:
    known = holidays([year])
    marks = {row.getDay(): "班" if row.isWork() else "休" for row in HolidayUtil.getHolidays(year)}
    if year == 2024:  # 6月10日放假，与周末连休: the weekend is none of the holiday's days
        del marks["2024-06-08"], marks["2024-06-09"]
    for day in days_of(year):
        assert known.mark(day) == marks.get(str(day), ""), day


@pytest.mark.parametrize("year", ANNOUNCED)
def test_an_announced_year_names_its_notice_and_is_not_unannounced(year: int) -> None:
    known = holidays([year])
    assert known.notices == (f"国务院办公厅关于{year}年部分节假日安排的通知",)
    assert known.unannounced == ()


def test_the_days_before_the_new_year_are_those_of_the_next_years_notice() -> None:
    assert holidays([2023]).mark(date(2023, 12, 30)) == "休"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 10, 1), "国庆节"),
        (date(2026, 10, 7), "国庆节"),
        (date(2025, 10, 6), "中秋节"),
        (date(2025, 10, 8), "国庆节、中秋节"),
        (date(2026, 2, 16), "春节"),
        (date(2026, 10, 8), ""),
    ],
)
def test_a_day_off_has_the_name_of_its_holiday(day: date, name: str) -> None:
    assert holidays([day.year]).name(day) == name


@pytest.fixture
def only_2025(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine with the arrangement of 2025 alone, and no packages."""
    frozen = tmp_path / "data" / "holidays"
    frozen.mkdir(parents=True)
    for name in ("2025.yaml", "statutory.yaml"):
        (frozen / name).write_bytes((folder("data") / "holidays" / name).read_bytes())
    monkeypatch.setattr(module, "folder", lambda name: tmp_path / name)
    monkeypatch.setattr(packages, "announced", lambda year: None)
    announced.cache_clear()
    yield
    announced.cache_clear()


@pytest.mark.usefixtures("only_2025")
def test_a_year_without_a_notice_has_its_statutory_days_only_and_says_so() -> None:
    known = holidays([2025, 2026])
    assert known.unannounced == (2026,)
    assert known.work == announced(2025).work  # type: ignore[union-attr]
    assert {day for day in known.off if day.year == 2026} == set(statutory_days(2026))
    assert known.mark(date(2026, 10, 1)) == "休"
    assert known.mark(date(2026, 10, 5)) == ""
    assert known.is_workday(date(2026, 10, 5))
    assert not known.is_workday(date(2026, 10, 10))


def test_what_no_package_has_been_told_is_not_announced() -> None:
    assert packages.announced(2050) is None


@pytest.mark.parametrize("year", ANNOUNCED)
def test_packages_that_agree_are_believed(year: int) -> None:
    ours, theirs = announced(year), packages.announced(year)
    assert ours is not None
    assert theirs is not None
    assert {day for day in ours.off if day.year == year} == set(theirs.off)
    assert set(ours.work) == set(theirs.work)


def test_packages_that_disagree_are_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_workdays_by_lunar", lambda year: frozenset({date(year, 1, 1)}))
    assert packages.announced(2026) is None


def test_one_package_alone_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_workdays_by_lunar", lambda year: None)
    monkeypatch.setattr(packages, "_workdays_by_holidays", lambda year: None)
    assert packages.announced(2026) is None


@pytest.mark.parametrize("missing", ["chinese_calendar", "holidays", "lunar_python.util"])
def test_a_missing_package_is_one_that_says_nothing(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    assert (packages.announced(2026) is None) == (missing == "chinese_calendar")


NEAR_HOLIDAYS = (((1, 15), (2, 25)), ((4, 1), (4, 8)), ((5, 20), (6, 30)), ((9, 1), (10, 12)))


@pytest.mark.parametrize("year", [2024, 2026, 2027, 2031, 2033, 2040])
def test_statutory_days_follow_from_the_lunar_calendar_and_the_solar_terms(year: int) -> None:
    spans = [all_days(date(year, *first), date(year, *last)) for first, last in NEAR_HOLIDAYS]
    lunar = {day: lunar_day(day) for days in spans for day in days}
    at = {(one.month, one.day): day for day, one in lunar.items()}
    eve = [at["正月", "初一"] - timedelta(days=1)] if year >= 2025 else []
    spring = [*eve, *(at["正月", number] for number in ("初一", "初二", "初三"))]
    ours = statutory_days(year)

    assert [day for day, name in ours.items() if name == "春节"] == spring
    assert ours[next(day for day, one in lunar.items() if one.term == "清明")] == "清明节"
    assert ours[at["五月", "初五"]] == "端午节"
    assert ours[at["八月", "十五"]] in ("中秋节", "国庆节")
    fixed = [(1, 1), (5, 1), *([(5, 2)] if year >= 2025 else []), (10, 1), (10, 2), (10, 3)]
    assert set(ours) == {
        *(date(year, *day) for day in fixed),
        *spring,
        *(day for day, name in ours.items() if name in ("清明节", "端午节", "中秋节")),
    }
    assert len(ours) == (13 if year >= 2025 else 11) - (
        date(year, 10, 1) <= at["八月", "十五"] <= date(year, 10, 3)
    )
