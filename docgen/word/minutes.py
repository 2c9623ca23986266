"""纪要格式 (GB/T 9704 10.3): whose minutes they are in the mark; who was there, under the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from docgen.document import Letterhead, Paper, Person, Role
from docgen.formats import PageFormat
from docgen.word import letterhead, names
from docgen.word.measure import advance, characters, indents
from docgen.word.runs import BLANK, Pen, paragraph
from docgen.word.styles import fonts

COLON = "："
MINUTES = "纪要"


def head(paper: Paper, format: PageFormat, pen: Pen) -> Iterator[str]:
    """The paragraphs down to the blank lines before the title, as those of an ordinary paper."""
    if paper.letterhead is None:
        return
    named = replace(paper, letterhead=_named(paper.letterhead))
    own = format.letterhead._replace(top=format.minutes.top)
    yield from letterhead.head(named, format._replace(letterhead=own), pen)


def _named(given: Letterhead) -> Letterhead:
    """`given` with a mark that ends in 纪要, whether its organs or its suffix say so."""
    return replace(given, suffix="" if "".join(given.organs).endswith(MINUTES) else MINUTES)


def attendance(paper: Paper, format: PageFormat, pen: Pen) -> Iterator[str]:
    """出席, 请假, 列席: a paragraph each, the first one blank line under the text or its 附件说明."""
    if not paper.attendance:
        return
    look = format.minutes
    yield from [BLANK] * look.blank_before
    label_type = fonts(look.label_face, format.latin)
    for role in paper.attendance:
        label = role.name.rstrip(f"{COLON}:") + COLON
        width = advance(label, format)
        left = characters(look.indent, format) + width
        lines = "\n".join(_lines(entries(role.people), format.text_width - left, format))
        runs = pen.styled((label,), label_type) + pen.text(lines)
        yield paragraph(names.ATTENDANCE, runs, indents(format.char, left=left, hanging=width))


def entries(people: tuple[Person, ...]) -> list[str]:
    """Each with the mark behind: 局长张某某、 教务处李某某. A post that several who follow each other share
    is said once, and ， parts such groups: 局长张某某， 副局长李某某、 王某某."""
    groups = [
        (post, [name for person in group for name in person.name.split("、")])
        for post, group in groupby(people, _post)
    ]
    between = "，" if len(groups) > 1 and any(len(members) > 1 for _post, members in groups) else "、"
    found: list[str] = []
    for post, members in groups:
        found += [f"{name}、" for name in members[:-1]] + [members[-1] + between]
        found[-len(members)] = post + found[-len(members)]
    return [*found[:-1], found[-1][:-1]] if found else []


def listed(role: Role) -> str:
    """All who have `role`, on one line."""
    return "".join(entries(role.people))


def _post(person: Person) -> str:
    return person.post


def _lines(words: list[str], room: int, format: PageFormat) -> list[str]:
    """`words` on lines of `room` twips, none of them broken unless it is longer than a line."""
    lines, filled = [""], 0
    for word in words:
        width = _width(word, format)
        if lines[-1] and filled + width > room:
            lines.append("")
            filled = 0
        lines[-1] += word
        filled = (filled + width) % room
    return lines


def _width(word: str, format: PageFormat) -> int:
    """How wide `word` may stand: programs may set digits a quarter apart from ideographs."""
    gaps = sum(one.isascii() is not other.isascii() for one, other in pairwise(word))
    return advance(word, format) + gaps * format.char // 4
