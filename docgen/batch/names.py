"""The names of the files of a batch: a pattern with keys of the plan in braces, `{单位}-{年度}`.

Names have to be good on Windows too, and no two rows may have the same (BAT-003, BAT-004).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from docgen.batch.rows import ORDINAL, Row
from docgen.i18n import _
from docgen.problems import Problem, error
from docgen.source.values import Record

DEFAULT = "{序号}-{单位}"
FIELD = re.compile(r"\{([^{}]*)\}")
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
LONGEST = 100
"""Characters; 255 bytes of UTF-8 are what most disks take, and a Chinese character has three."""
LONGEST_BYTES = 200


def names(rows: Sequence[Row], pattern: str) -> tuple[list[str], list[Problem]]:
    """The name of each row's file, without suffix ("" where the row lacks what the pattern asks for), and
    what is wrong: a value that is not there, two rows of one name."""
    width = max(2, len(str(len(rows))))
    found: list[str] = []
    problems: list[Problem] = []
    for row in rows:
        name, missing = _name(row, pattern, width)
        problems += [_missing(row, field) for field in missing]
        found.append("" if missing else name)
    return found, problems + _clashes(rows, found)


def _name(row: Row, pattern: str, width: int) -> tuple[str, list[str]]:
    missing: list[str] = []

    def filled(match: re.Match[str]) -> str:
        value = _value(row, match[1].strip(), width)
        if not value:
            missing.append(match[1])
        return value

    return tidy(FIELD.sub(filled, pattern)), missing


def tidy(name: str) -> str:
    """`name` as every disk takes it: marks that Windows forbids are _, no dots or blanks at its end."""
    clean = FORBIDDEN.sub("_", " ".join(name.split())).strip(" .")[:LONGEST]
    while len(clean.encode("utf-8")) > LONGEST_BYTES:
        clean = clean[:-1]
    clean = clean.rstrip(" .")
    return f"_{clean}" if RESERVED.fullmatch(clean) else clean


def _value(row: Row, field: str, width: int) -> str:
    if field == ORDINAL:
        typed = row.cells.get(ORDINAL) or str(row.ordinal)
        return typed.zfill(width) if typed.isdecimal() else typed
    value: Any = row.plan
    for step in field.split("."):
        value = value.get(step) if isinstance(value, Record) else None
    if isinstance(value, list):
        value = "、".join(map(str, value))
    return str(value) if isinstance(value, str) else row.cells.get(field, "")


def _missing(row: Row, field: str) -> Problem:
    sentence = _("这一行没有“{field}”，起不了文件名").format(field=field)
    hint = _("填上这一格，或者用 --name 换一个文件名样式")
    return error("BAT-003", sentence, row.place, hint=hint)


def _clashes(rows: Sequence[Row], found: Sequence[str]) -> list[Problem]:
    first: dict[str, Row] = {}
    problems = []
    for row, name in zip(rows, found, strict=True):
        if not name:
            continue
        other = first.setdefault(name.casefold(), row)
        if other is not row:
            sentence = _("第{first}份和第{second}份的文件名都是“{name}”").format(
                first=other.ordinal, second=row.ordinal, name=name
            )
            hint = _("用 --name 换一个文件名样式，如 {pattern}").format(pattern="{序号}-{单位}")
            problems.append(error("BAT-004", sentence, row.place, hint=hint))
    return problems
