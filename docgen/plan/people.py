"""机构 → people: a leading group with its roles in the order the plan gives them."""

from __future__ import annotations

from typing import Any

from docgen.document import People, Person, Role
from docgen.source.values import Record, as_list
from docgen.structure import Builder

NOTE_ROLES = ("办公室", "职责", "说明")


def people(data: Record) -> People:
    """The group `data` (名称, then roles, each a name, a list of names or of {姓名, 职务}); an empty role
    is a blank to be filled in by hand."""
    roles = tuple(
        Role(role, tuple(persons(value))) for role, value in data.items() if role not in ("名称", *NOTE_ROLES)
    )
    notes = tuple(f"{word}：{_text(data[word])}" for word in NOTE_ROLES if data.get(word))
    return People(str(data.get("名称", "")), roles, notes, data.place)


def add_groups(builder: Builder, value: Any) -> None:
    """Adds the group, or the groups, of a 机构 to `builder`."""
    for data in as_list(value):
        builder.add(people(data))


def persons(value: Any) -> list[Person]:
    """The people of a role: a name, or a list of names and of {姓名, 职务}."""
    return [_person(entry) for entry in as_list(value) if entry]


def _person(entry: Any) -> Person:
    if isinstance(entry, Record):
        return Person(str(entry.get("姓名", "")), str(entry.get("职务", "")))
    return Person(str(entry))


def _text(value: Any) -> str:
    return "、".join(map(str, as_list(value)))
