"""待填: what was left to be filled in later is printed as it stands, and told."""

from __future__ import annotations

from itertools import repeat
from typing import Any

from docgen.i18n import _
from docgen.problems import Problem, warning
from docgen.source.values import Record, are_texts, place_of

BLANK = "待填"


def blanks(data: Any) -> list[Problem]:
    """A warning for every value of the plan that says 待填."""
    found: list[Problem] = []
    _look(data, "", found)
    return found


def _look(data: Any, name: str, found: list[Problem]) -> None:
    """Adds a warning for each blank in `data`, which stands under the key `name`."""
    if isinstance(data, Record):
        parts: Any = data.items()
    elif isinstance(data, list):
        parts = zip(repeat(name), data) if BLANK in data or not are_texts(data) else ()
    else:
        return
    for key, value in parts:
        if not isinstance(value, str):
            _look(value, key, found)
        elif value == BLANK:
            found.append(_blank(value, key))


def _blank(data: str, name: str) -> Problem:
    return warning(
        "PLH-008",
        _("“{name}”还没有填").format(name=name) if name else _("这里还没有填"),
        place_of(data),
        excerpt=data,
        hint=_("定下来以后，把“待填”换成实际的内容"),
    )
