"""National holidays: the days off and the working weekends (调休) of years whose arrangement has been
announced, the statutory days alone of those that wait for it.

The arrangement of a year is what the State Council's office announces late in the year before. It is
read from `data/holidays/`, from a file the user names, or from maintained packages that agree with
each other; it is never calculated.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from docgen import data_files, dates
from docgen.calendar import packages
from docgen.calendar.arrangements import SATURDAY, Arrangement, Days, read
from docgen.resources import folder

OFF, WORK = "休", "班"
STATUTORY = "statutory.yaml"


class Holidays(NamedTuple):
    """The holidays of some years. `statutory` are the days of the holidays themselves, `unannounced`
    the years of which no more is known than these."""

    off: Days
    work: Days
    statutory: Days
    unannounced: tuple[int, ...]
    notices: tuple[str, ...]

    def mark(self, day: date) -> str:
        """休 for a day off by a holiday, 班 for a weekend worked in its place, else nothing."""
        return OFF if day in self.off else WORK if day in self.work else ""

    def is_off(self, day: date) -> bool:
        """Whether `day` is off by a holiday; a weekend is not for being one."""
        return day in self.off

    def is_workday(self, day: date) -> bool:
        """Whether people work on `day`."""
        return day in self.work or (day.weekday() < SATURDAY and day not in self.off)

    def name(self, day: date) -> str:
        """The holiday that `day` is, or is off for."""
        return self.statutory.get(day) or self.off.get(day, "")


def holidays(years: Collection[int], given: Iterable[Arrangement] = ()) -> Holidays:
    """The holidays of `years`; `given` arrangements go before all others."""
    known = {one.year: one for one in given}
    wanted = sorted(years)
    # The days before a New Year may be arranged by the notice of the next year.
    asked = {year: known.get(year) or announced(year) for year in {*wanted, *(year + 1 for year in wanted)}}
    found = [asked[year] for year in sorted(asked)]
    statutory = {day: name for year in wanted for day, name in statutory_days(year).items()}
    unannounced = tuple(year for year in wanted if not asked[year])
    bare = {day: name for day, name in statutory.items() if day.year in unannounced}
    return Holidays(
        off={**bare, **{day: name for one in found if one for day, name in one.off.items()}},
        work={day: name for one in found if one for day, name in one.work.items()},
        statutory=statutory,
        unannounced=unannounced,
        notices=tuple(one.notice for one in found if one and one.year in wanted),
    )


@lru_cache(maxsize=64)
def announced(year: int) -> Arrangement | None:
    """The arrangement of `year`, None where none is known: from our data, else from packages that
    are installed and agree."""
    path = folder("data") / "holidays" / f"{year}.yaml"
    return read(path) if path.is_file() else packages.announced(year)


@lru_cache(maxsize=64)
def statutory_days(year: int) -> Days:
    """The days of the holidays themselves, which follow from the calendar; none for years beyond the
    table."""
    table = _statutory().get(str(year), {})
    return MappingProxyType({dates.day_of(day): name for name, days in table.items() for day in days})


@lru_cache(maxsize=1)
def _statutory() -> Mapping[str, Any]:
    data = data_files.load(folder("data") / "holidays" / STATUTORY)
    return {str(year): rows for year, rows in data.items()}
