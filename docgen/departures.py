"""Where a page format departs from the standard's: field by field, with the clause that says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from docgen.faces import role
from docgen.formats import PageFormat, load
from docgen.formats_read import Key
from docgen.i18n import _
from docgen.problems import Problem, Severity
from docgen.resources import folder

NOT_COMPARED = ("名称", "说明", "替代字体")
"""What says nothing of how a page looks."""


class Departure(NamedTuple):
    """A value of a house format that is not the standard's: the path of its key (`版心.天头`), both values
    as they are written in a format file, and the clause, empty where the standard is silent."""

    key: str
    standard: str
    house: str
    clause: str


def departures(format: PageFormat) -> list[Problem]:
    """A note for each departure of `format`, in the order of the format file."""
    return [_note(one) for one in compare(format, load())]


def compare(format: PageFormat, standard: PageFormat) -> list[Departure]:
    """The values of `format` that are not those of `standard`; 仿宋 for 仿宋_GB2312 is the face that the
    standard names."""
    own, usual, clauses = dict(_values(format)), dict(_values(standard)), _clauses()
    return [
        Departure(key, usual[key], value, clauses.get(key, ""))
        for key, value in own.items()
        if value != usual[key] and not (key.endswith("字体") and role(value) == role(usual[key]))
    ]


def _values(part: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """The path of every key and its value in words."""
    keys: Mapping[str, Key] = part._field_defaults
    for field, key in keys.items():
        value, name = getattr(part, field), f"{path}{key.name}"
        if name in NOT_COMPARED:
            continue
        if hasattr(value, "_field_defaults"):
            yield from _values(value, f"{name}.")
        else:
            yield name, _words(value)


def _words(value: object) -> str:
    if isinstance(value, bool):
        return _("是") if value else _("否")
    return f"{value:g}" if isinstance(value, float) else str(value) or _("同中文")


@lru_cache(maxsize=1)
def _clauses() -> Mapping[str, str]:
    """The clause of every key that the standard settles."""
    from docgen import data_files

    rows: Mapping[str, str] = data_files.load(folder("data") / "clauses.yaml")
    return {key: str(clause) for key, clause in rows.items()}


def _note(one: Departure) -> Problem:
    if one.clause:
        sentence = _("格式的“{key}”是“{house}”，{standard}第{clause}条是“{usual}”")
    else:
        sentence = _("格式的“{key}”是“{house}”，{standard}没有规定，通常是“{usual}”")
    words = sentence.format(
        key=one.key, house=one.house, usual=one.standard, clause=one.clause, standard="GB/T 9704-2012"
    )
    return Problem(
        "PGF-010", Severity.INFO, words, clause=one.clause, required=one.standard, measured=one.house
    )
