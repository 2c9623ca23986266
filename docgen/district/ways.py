"""How the figures of several schools are put together: added, or averaged (data/district/units.yaml)."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import Any

from docgen.data_files import load
from docgen.resources import folder


class Way(str, Enum):
    """Added up; averaged, each school counting the same; averaged, each by its weight."""

    SUM = "合计"
    MEAN = "平均"
    WEIGHTED = "加权平均"


def way_of(name: str, unit: str) -> Way:
    """SUM for what is counted, MEAN for all else: percentages, rates, and units that nobody has said may be
    added."""
    return Way.SUM if unit in words()["相加"] and not _is_rate(name) else Way.MEAN


def is_known(name: str, unit: str) -> bool:
    """Whether the way follows from the unit or the name; False where averaging is but the safe choice."""
    return is_known_unit(unit) or _is_rate(name)


def is_known_unit(unit: str) -> bool:
    """Whether anybody has said what is done with `unit`."""
    return unit in words()["相加"] or is_percentage(unit)


def is_percentage(unit: str) -> bool:
    return unit in words()["百分比"]


def is_money(unit: str) -> bool:
    return unit in words()["金额"]


def is_share(name: str, unit: str) -> bool:
    """Whether the numbers are parts of a hundred, as the unit says or, where there is none, the name."""
    bare = name.partition("（")[0]
    return unit == "%" or (not unit and bare.endswith(tuple(words()["占比末尾"])))


def _is_rate(name: str) -> bool:
    bare = name.partition("（")[0]
    return bare.endswith(tuple(words()["名称末尾"])) or any(word in bare for word in words()["名称中"])


@lru_cache(maxsize=1)
def words() -> Any:
    """The lists of data/district/units.yaml."""
    return load(folder("data") / "district" / "units.yaml")
