"""A sheet of people → leading groups (机构): a row a person, with the group, the role, the name, the post.

A group or role that a row leaves empty is that of the row above it.
"""

from __future__ import annotations

from typing import Any

from docgen.i18n import _
from docgen.problems import Problem, error
from docgen.schema.shape import Shape, of
from docgen.sheets import faults
from docgen.sheets.cells import Sheet, filled_down
from docgen.sheets.header import find
from docgen.sheets.rows import fault_of
from docgen.source.values import Record, Row, Text

GROUP, ROLE, NAME, POST = "机构", "职责", "姓名", "职务"
NOTES = ("办公室", "说明", "职责")
"""Roles that hold a sentence, no people."""

WANTED = {
    "properties": {
        GROUP: {"type": "string", "又名": ["名称", "机构名称", "小组", "领导小组", "组别"]},
        ROLE: {"type": "string", "又名": ["角色", "组内职务", "分工", "身份", "小组职务"]},
        NAME: {"type": "string", "又名": ["人员", "名字", "成员"]},
        POST: {"type": "string", "又名": ["职位", "行政职务", "现任职务", "单位及职务", "单位职务"]},
    }
}


def read(sheet: Sheet, _shape: Shape) -> tuple[Row, list[Problem]]:
    """The groups in `sheet`. Raises `CannotRead` where it is empty (SHT-006)."""
    if not sheet.rows:
        raise faults.is_empty(sheet.file, sheet.name)
    groups = Row((), sheet.place(1, 1))
    header, problems = find(sheet, of(WANTED))
    if header is None:
        return groups, problems
    columns = {column.path[0]: column.number for column in header.columns}
    role = ""
    for number, cells in filled_down(sheet).rows.items():
        if number <= header.row:
            continue
        problems += fault_of(sheet, iter(cells.values()))
        said = {
            key: Text(cells[at].shown, sheet.place(number, at)) for key, at in columns.items() if at in cells
        }
        group = said.get(GROUP)
        if not groups or (group and group != groups[-1].get("名称", "")):
            groups.append(_group(sheet, number, group))
            role = ""
        role = str(said.get(ROLE, role))
        person = _person(sheet, number, said)
        if person is not None and not role:
            problems.append(_no_role(sheet, number, columns.get(ROLE, 1), said))
        elif person is not None:
            _add(groups[-1], role, person, said)
    return groups, problems


def _group(sheet: Sheet, number: int, name: Text | None) -> Record:
    group = Record(sheet.place(number, 1))
    if name:
        group["名称"] = name
        if name.place:
            group.keys_at["名称"] = name.place
    return group


def _person(sheet: Sheet, number: int, said: dict[str, Text]) -> Any:
    """A name, or the name with the post; an empty text for a role to be filled in by hand."""
    name, post = said.get(NAME), said.get(POST)
    if post is None:
        return name if name is not None else Text("", sheet.place(number, 1)) if ROLE in said else None
    person = Record(sheet.place(number, 1))
    for key, text in ((NAME, name), (POST, post)):
        if text is not None:
            person[key] = text
            if text.place:
                person.keys_at[key] = text.place
    return person


def _add(group: Record, role: str, person: Any, said: dict[str, Text]) -> None:
    place = (said.get(ROLE) or said.get(NAME) or person).place
    if role in NOTES:
        before = f"{group[role]}\n" if role in group else ""
        group[role] = Text(f"{before}{person}", place)
    elif person != "" or role not in group:
        group.setdefault(role, Row((), place)).append(person)
    if place:
        group.keys_at.setdefault(role, place)


def _no_role(sheet: Sheet, number: int, column: int, said: dict[str, Text]) -> Problem:
    sentence = _("没有写“{name}”担任什么").format(name=said.get(NAME, ""))
    hint = _("在“{column}”一列写组长、副组长、成员等").format(column=ROLE)
    return error("SHT-007", sentence, sheet.place(number, column), hint=hint)
