"""纪要格式 (GB/T 9704 10.3): whose minutes they are in the mark; who was there, under the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from docgen.document import Paper, Person, Role
from docgen.formats import PageFormat
from docgen.word import names
from docgen.word.measure import advance, indents
from docgen.word.runs import BLANK, Pen, paragraph
from docgen.word.styles import fonts

COLON = "："


def attendance(paper: Paper, format: PageFormat, pen: Pen) -> Iterator[str]:
    """出席, 请假, 列席: a paragraph each, the first one blank line under the text or its 附件说明."""
    if not paper.attendance:
        return
    look = format.minutes
    yield from [BLANK] * look.blank_before
    start = round(look.indent * format.char)
    label_type = fonts(look.label_face, format.latin)
    for role in paper.attendance:
        label = role.name.rstrip(f"{COLON}:") + COLON
        width = advance(label, format)
        runs = pen.styled((label,), label_type) + pen.text(listed(role))
        yield paragraph(names.ATTENDANCE, runs, indents(format.char, left=start + width, hanging=width))


def listed(role: Role) -> str:
    """Those of a role on one line: 局长张某某、教务处李某某. A post that several who follow each other share
    is said once, and ， parts such groups: 局长张某某，副局长李某某、王某某."""
    groups = [
        post + "、".join(person.name for person in people) for post, people in groupby(role.people, _post)
    ]
    return ("，" if any("、" in group for group in groups) and len(groups) > 1 else "、").join(groups)


def _post(person: Person) -> str:
    return person.post
