"""Entries of a list → flat rows, a column a key; what does not lie flat raises `Unfit`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docgen.sheets import groups
from docgen.source.values import Record, as_list

Line = dict[str, str]
"""A row: its texts by the names of their columns; a key within another is 责任.牵头."""


class Unfit(Exception):
    """A value that rows cannot hold: a list of mappings within a mapping."""


def text_of(value: Any) -> str:
    """A value in one cell: a list of texts has a line each."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        lines = [text_of(entry) for entry in value]
        if len(lines) < 2 or any("\n" in line or not line for line in lines):
            raise Unfit
        return "\n".join(lines)
    if isinstance(value, Record) or value is None:
        raise Unfit
    return str(value)


def one_or_more(value: Any) -> str:
    """As `text_of`, where a list of one text is as good as that text."""
    return text_of(value[0] if isinstance(value, list) and len(value) == 1 else value)


def rows(entries: Sequence[Any], first: str) -> list[Line]:
    """The entries of a list, each a row; a bare text stands in the column `first`."""
    return [_row(entry) if isinstance(entry, Record) else {first: text_of(entry)} for entry in entries]


def _row(entry: Record) -> Line:
    line: Line = {}
    for key, value in entry.items():
        if isinstance(value, Record):
            line.update({f"{key}.{inner}": one_or_more(below) for inner, below in value.items()})
        else:
            line[key] = one_or_more(value)
    return line


def people(value: Any) -> list[Line]:
    """The people of leading groups: a row a person."""
    found: list[Line] = []
    for number, group in enumerate(as_list(value)):
        name = str(group.get("名称", ""))
        if not name and number:
            raise Unfit
        for role, persons in group.items():
            if role == "名称":
                continue
            for person in as_list(persons) or [""]:
                if role in groups.NOTES and isinstance(person, Record):
                    raise Unfit
                found.append({groups.GROUP: name, groups.ROLE: role, **_person(person)})
    return found


def _person(person: Any) -> Line:
    if isinstance(person, Record):
        return {groups.NAME: str(person.get("姓名", "")), groups.POST: str(person.get("职务", ""))}
    return {groups.NAME: text_of(person)}


def paths(key: str, value: Any) -> list[tuple[str, str]]:
    """Any value at all as keys that lead to its texts: 附件.1.名称."""
    if isinstance(value, Record):
        pairs = value.items()
    elif isinstance(value, list):
        try:
            return [(key, text_of(value))]
        except Unfit:
            pass
        pairs = {str(number): entry for number, entry in enumerate(value, 1)}.items()
    else:
        return [(key, text_of(value) if value is not None else "")]
    return [pair for inner, below in pairs for pair in paths(f"{key}.{inner}", below)]
