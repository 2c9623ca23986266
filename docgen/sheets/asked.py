"""Whether a plan asks for a spreadsheet at all: what a plan without one pays for this room."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docgen.patterns import pattern

ENDS = ("xlsx", "xlsm", ".csv", ".xls", "ods", ".et")
NAMED = pattern(r"[^\n\t，。；：、？！“”《》#]+\.(?:xlsx|xlsm|csv|xls|ods|et)(?:#.+)?", re.IGNORECASE)
"""A file's name, and the sheet behind #; no sentence that ends so."""


def names_a_file(value: Any) -> bool:
    """Whether `value` is a text that names a spreadsheet: 活动.xlsx, 活动.xlsx#第二学期, 表/活动.csv."""
    return (
        isinstance(value, str)
        and "." in value
        and (value.endswith(ENDS) or "#" in value or value[-5:].lower().endswith(ENDS))
        and NAMED.fullmatch(value) is not None
    )


def is_spreadsheet(path: Path) -> bool:
    """Whether a file is a workbook or .csv by its name, old formats included, which are told."""
    return path.suffix.lower() in (".xlsx", ".xlsm", ".csv", ".xls", ".ods", ".et")


def asks(value: Any) -> bool:
    """Whether a plan, or a part of one, names a spreadsheet anywhere or came from one."""
    if isinstance(value, dict):
        place = getattr(value, "place", None)
        if place is not None and place.sheet is not None:
            return True
        value = value.values()
    elif not isinstance(value, list):
        return names_a_file(value)
    return any("." in part and names_a_file(part) if isinstance(part, str) else asks(part) for part in value)
