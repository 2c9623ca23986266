"""待填: what was left to be filled in later is printed as it stands, and told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.i18n import _
from docgen.problems import Problem, warning
from docgen.source.values import Record, place_of

BLANK = "待填"


def blanks(data: Any, name: str = "") -> Iterator[Problem]:
    """A warning for every value of the plan that says 待填; `name` is the key it stands under."""
    if isinstance(data, str):
        if data == BLANK:
            yield warning(
                "PLH-008",
                _("“{name}”还没有填").format(name=name) if name else _("这里还没有填"),
                place_of(data),
                excerpt=data,
                hint=_("定下来以后，把“待填”换成实际的内容"),
            )
    elif isinstance(data, Record):
        for key, value in data.items():
            yield from blanks(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from blanks(value, name)
