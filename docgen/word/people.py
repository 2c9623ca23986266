"""Leading groups (机构): a role a line, its people under each other."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.document import People, Person, Role
from docgen.formats import PageFormat
from docgen.word import names
from docgen.word.measure import advance, indents
from docgen.word.runs import Pen, paragraph

WIDE = "\u3000"
LONGEST_NAME = 4
CENTRED = '<w:keepNext/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>'


def people(group: People, format: PageFormat, pen: Pen) -> str:
    """The group's name, its roles and its notes as paragraphs."""
    head = [paragraph(names.BODY, pen.text(group.name), CENTRED)] if group.name else []
    roles = (line for role in group.roles for line in _role(role, format, pen))
    notes = (paragraph(names.BODY, pen.text(note)) for note in group.notes)
    return "".join([*head, *roles, *notes])


def _role(role: Role, format: PageFormat, pen: Pen) -> Iterator[str]:
    """The role with its first line of people; the other lines begin under that."""
    label = f"{role.name}："
    start = round(format.body.indent * format.char)
    width = advance(label, format)
    lines = _lines(role.people)
    first = indents(format.char, left=start + width, hanging=width)
    yield paragraph(names.BODY, pen.text(label + lines[0]), first)
    for line in lines[1:]:
        yield paragraph(names.BODY, pen.text(line), indents(format.char, left=start + width, firstLine=0))


def _lines(members: tuple[Person, ...]) -> list[str]:
    if not members:
        return [""]
    if any(member.post for member in members):
        return [_line(member) for member in members]
    if all(len(member.name) <= LONGEST_NAME for member in members):
        return [WIDE.join(spread(member.name) for member in members)]
    return ["、".join(member.name for member in members)]


def _line(member: Person) -> str:
    return WIDE.join(part for part in (spread(member.name), member.post) if part)


def spread(name: str) -> str:
    """A name of two characters as wide as one of three."""
    is_short = len(name) == 2 and all("\u4e00" <= char <= "\u9fff" for char in name)
    return WIDE.join(name) if is_short else name
