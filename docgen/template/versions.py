"""Versions of packages: `名称@1.2` names one, a name alone the newest that is there."""

from __future__ import annotations

import re
from typing import NamedTuple

NUMBERS = re.compile(r"\d+")


class Wanted(NamedTuple):
    """What a plan or a command asks for: a name or id, and a version ("" for the newest)."""

    name: str
    version: str = ""


def wanted(text: str) -> Wanted:
    """`工作计划@1.2` → its name and version."""
    name, _at, version = text.partition("@")
    return Wanted(name.strip(), version.strip())


def order(version: str) -> tuple[tuple[int, ...], str]:
    """A key that sorts versions: 1.10 behind 1.9, and a version without numbers first."""
    return tuple(int(number) for number in NUMBERS.findall(version)), version


def same(one: str, other: str) -> bool:
    """Whether two versions are the same: 1.0 and 1.0.0 are."""
    short = [_short(order(version)[0]) for version in (one, other)]
    return one == other or (bool(short[0]) and short[0] == short[1])


def _short(numbers: tuple[int, ...]) -> tuple[int, ...]:
    while numbers[1:] and numbers[-1] == 0:
        numbers = numbers[:-1]
    return numbers
