"""A recognised file → the tree of a paper, as plans make it: every node knows its place in the file."""

from __future__ import annotations

from dataclasses import replace

from docgen.document import LETTER, ORDINARY, Attachment, Block, Numbering, Paper, Paragraph, People
from docgen.intake import around
from docgen.intake.blocks import blocks
from docgen.intake.segments import ATTACHED, CARRIED, Segment, segments, texts
from docgen.patterns import pattern
from docgen.recognised import Recognised

NUMBERED = pattern(
    r"^(?:附\s*件?\s*[:：]?)?\s*(?:\d{1,2}\s*[.．、]|[一二三四五六七八九十]{1,2}\s*[、:：])?\s*[:：]?\s*"
)
MARK = pattern(r"^附\s*件?\s*[一二三四五六七八九十\d]{0,3}\s*[:：、.．]?\s*")


def tree(recognised: Recognised) -> Paper:
    """The paper that `recognised` is, with the papers it carries and its attachments."""
    own, *others = segments(recognised)
    numbering = Numbering(continuous=recognised.continuous)
    return Paper(
        own.title,
        tuple(blocks(own.parts)),
        subtitle="".join(texts(own, "subtitle")),
        draft=around.draft(own),
        note=around.note(own),
        addressees=around.addressees(own),
        attachments=_attachments(own, others, recognised),
        signature=around.signature(own),
        annotation=around.annotation(own),
        numbering=numbering,
        form=LETTER if recognised.kind == "函" and around.letterhead(own) else ORDINARY,
        letterhead=around.letterhead(own),
        attendance=around.attendance(own),
        colophon=around.colophon(own),
    )


def _attachments(own: Segment, others: list[Segment], recognised: Recognised) -> tuple[Attachment, ...]:
    """The papers carried, then the attachments: those with pages of their own, and those only named."""
    names = [name for segment in (own, *others) for name in named(segment)]
    carried = [_attachment(one, "", recognised) for one in others if one.kind == CARRIED]
    pages = _by_name([one for one in others if one.kind == ATTACHED], len(names))
    rows = zip([*names, *([""] * (len(pages) - len(names)))], pages, strict=True)
    attached = (
        _attachment(segment, name, recognised) if segment else Attachment(name, elsewhere=True)
        for name, segment in rows
    )
    return (*carried, *attached)


def _by_name(attached: list[Segment], names: int) -> list[Segment | None]:
    """The pages of the attachments in the order of their `names` names, None where there are none: by the
    numbers in their marks, and one by one where these do not count up."""
    numbers = [segment.number for segment in attached]
    if numbers and numbers[0] and numbers[-1] <= names and sorted(set(numbers)) == numbers:
        found = dict(zip(numbers, attached, strict=True))
        return [found.get(number) for number in range(1, names + 1)]
    return [*attached, *([None] * (names - len(attached)))]


def named(segment: Segment) -> list[str]:
    """The names in 附件说明, without 附件： and their numbers."""
    found = (
        MARK.sub("", text, count=1) if text.startswith("附") else text
        for text in texts(segment, "attachment")
    )
    return [name for text in found if (name := NUMBERED.sub("", text, count=1).strip())]


def _attachment(segment: Segment, name: str, recognised: Recognised) -> Attachment:
    printed, beyond = _title(segment.title, name)
    title = "".join(printed)
    own = [*beyond, *blocks(segment.parts), *_closing(segment)]
    notes = [*texts(segment, "subtitle"), *texts(segment, "title_note")]
    if own and isinstance(own[0], People) and not own[0].name and notes and notes[-1][0] not in "（(":
        own[0] = replace(own[0], name=notes.pop())
    place = next((part.place for part in segment.parts), None)
    return Attachment(
        name or title or "附件",
        tuple(own),
        title=printed if title != name else (),
        note="\n".join(notes),
        marked=segment.kind == ATTACHED,
        continuous=recognised.continuous if segment.kind == CARRIED else (),
        place=place,
    )


def _title(lines: tuple[str, ...], name: str) -> tuple[tuple[str, ...], list[Block]]:
    """The title of an attachment called `name`, and lines behind it that look like more of a title (the
    name of a group): a plan has no other place for them than the text."""
    for end in range(1, len(lines)):
        if "".join(lines[:end]) == name:
            return lines[:end], [Paragraph((line,)) for line in lines[end:]]
    return lines, []


def _closing(segment: Segment) -> list[Block]:
    """What a paper within a paper says around its text: it has no slots for that."""
    before = [Paragraph((text,), role="") for text in texts(segment, "annotation")]
    lines = (*texts(segment, "signature"), *texts(segment, "date"))
    return [*before, *(Paragraph((text,), role="signature") for text in lines)]
