"""What a form asks for: the fields, chapters and lists of a template, in the order of the paper.

The fields and lists are those of the workbook to fill in; a chapter that is a list is a table of it, and of
others what the sample gives decides whether they are running text or a table of parts (标题, 正文, 责任).
"""

from __future__ import annotations

from typing import Any, NamedTuple

from docgen.problems import stop_on_errors
from docgen.schema.shape import Shape
from docgen.sheets.fill import is_prose
from docgen.sheets.layout import TEMPLATE, Field, field, form
from docgen.source.load import loads
from docgen.source.values import Record
from docgen.template.package import Package

PARTS = ("标题", "正文", "责任", "时限")
HINTS = {"标题": "这一项的标题，不写序号。", "正文": "怎样做，几个自然段分几行。"}
"""How a person fills in a part, where the schema speaks of what else its key may be."""


class Chapter(NamedTuple):
    """A chapter in its place: its heading, whether it must be filled in, what is asked (a text, or the
    columns of a table), or the text that it always has."""

    key: str
    title: str
    required: bool
    hint: str = ""
    columns: tuple[Field, ...] = ()
    locked: str = ""


class Asked(NamedTuple):
    """All that a form asks for."""

    fields: tuple[Field, ...]
    chapters: tuple[Chapter, ...]
    lists: tuple[Chapter, ...]


def asked(package: Package) -> Asked:
    """What the form of `package` asks for; raises `DocgenError` where its sample cannot be read."""
    plan, problems = loads(package.example_text, str(package.folder / "example.yaml"))
    stop_on_errors(problems)
    shape = package.schema.shape
    required = set(package.schema.mapping.get("required", ()))
    made = form(shape, plan, tuple(sorted(required)))
    names = {section.key for section in package.sections}
    singles = [one for one in (*made.fields, *made.further) if one.name != TEMPLATE and one.name not in names]
    lists = [
        Chapter(grid.name, grid.name, grid.name in required, "", grid.columns)
        for grid in made.grids
        if grid.name in shape.keys and grid.name not in names
    ]
    grids = {grid.name: grid.columns for grid in made.grids}
    chapters = [
        Chapter(
            section.key,
            section.title,
            section.expected == "必须" or section.key in required,
            _hint(shape.keys.get(section.key)),
            grids.get(section.key) or _columns(shape.keys.get(section.key), plan.get(section.key)),
            section.locked,
        )
        for section in package.sections
    ]
    return Asked(tuple(singles), tuple(chapters), tuple(lists))


def _hint(shape: Shape | None) -> str:
    return field("", shape, False).hint if shape else ""


def _columns(shape: Shape | None, value: Any) -> tuple[Field, ...]:
    """The columns of a chapter whose sample is a list of parts; none for running text."""
    entries = [entry for entry in value if isinstance(entry, Record)] if isinstance(value, list) else []
    if shape is None or not entries or not is_prose(shape):
        return ()
    keys = shape.items.keys
    used = [key for key in PARTS if key in keys and any(key in entry for entry in entries)]
    fields = [field(key, keys[key], key == PARTS[0]) for key in used]
    return tuple(one._replace(hint=HINTS.get(one.name, one.hint)) for one in fields)
