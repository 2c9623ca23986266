"""A plan's numbered paper → the passages that rules judge, each with its place in the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from docgen.document import (
    Block,
    Cell,
    Chart,
    Content,
    Footnote,
    Heading,
    Image,
    Item,
    Paragraph,
    People,
    Reference,
    Role,
    Strong,
    Table,
)  # fmt: skip
from docgen.lint import reading as zones
from docgen.lint.reading import Passage, Reading
from docgen.problems import Place
from docgen.source.values import Record, as_list, place_of

if TYPE_CHECKING:
    from docgen.numbering import Label, Labels, NumberedPaper

ROLE_ZONES = {"title": zones.TITLE, "addressees": zones.ADDRESSEE, "signature": zones.SIGNATURE}


def reading(numbered: NumberedPaper, plan: Record, kind: str = "") -> Reading:
    """The reading of a plan's numbered paper; `kind` is the kind of paper its template makes."""
    return Reading(tuple(_paper(numbered, plan)), "plan", kind, plan=plan)


def _paper(numbered: NumberedPaper, plan: Record) -> Iterator[Passage]:
    paper = numbered.paper
    for index, line in enumerate(paper.title):
        yield Passage(zones.TITLE, line, _at(plan, "标题"), -1, joined=index > 0)
    for key, text in (("副标题", paper.subtitle), ("稿", paper.draft), ("题注", paper.note)):
        if text:
            yield Passage(zones.REMARK, text, _at(plan, key), -1)
    if paper.addressees:
        yield Passage(zones.ADDRESSEE, "、".join(paper.addressees) + "：", _at(plan, "主送"), -1)
    yield from _blocks(paper.blocks, numbered.labels, numbered.references, 0, 0)
    yield from _end(numbered, plan)
    count = len(paper.blocks)
    for number, (one, labels) in enumerate(
        zip(paper.attachments, numbered.attachment_labels, strict=True), 1
    ):
        for line in () if one.elsewhere else one.heading:
            yield Passage(zones.TITLE, line, one.place, count, attachment=number, role="attachment_title")
        yield from _blocks(one.blocks, labels, numbered.references, count, number)
        count += len(one.blocks)


def _end(numbered: NumberedPaper, plan: Record) -> Iterator[Passage]:
    """What stands behind the text: the names of the attachments, the signature, the annotation."""
    paper = numbered.paper
    last = len(paper.blocks) - 1
    for one in paper.attachments:
        if one.marked:
            yield Passage(zones.ATTACHMENT_NOTE, one.name, one.place, last, role="attachment")
    if paper.signature:
        for organ in paper.signature.organs:
            yield Passage(zones.SIGNATURE, organ, paper.signature.place, last, role="signature")
        if paper.signature.date:
            yield Passage(zones.SIGNATURE, paper.signature.date, paper.signature.place, last, role="date")
    if paper.annotation:
        yield Passage(zones.ANNOTATION, paper.annotation, _at(plan, "附注"), last)
    if paper.letterhead and paper.letterhead.document_number:
        place = paper.letterhead.place
        yield Passage(zones.LETTERHEAD, paper.letterhead.document_number, place, last, role="document_number")
    if paper.colophon and paper.colophon.copies:
        yield Passage(
            zones.COLOPHON, "、".join(paper.colophon.copies), paper.colophon.place, last, role="copies"
        )


def _at(plan: Record, key: str) -> Place | None:
    """Where the value of a key stands, or the key."""
    values = as_list(plan.get(key))
    return place_of(values[0] if values else None) or plan.keys_at.get(key)


def _blocks(
    blocks: tuple[Block, ...], labels: Labels, references: Mapping[str, str], first: int, attachment: int
) -> Iterator[Passage]:
    for part, (block, label) in enumerate(zip(blocks, labels, strict=True), first):
        if isinstance(block, (Heading, Item)):
            yield _numbered(block, label, references, part, attachment)
        elif isinstance(block, Paragraph):
            zone = ROLE_ZONES.get(block.role, zones.BODY)
            text = words(block.content, references)
            yield Passage(zone, text, block.place, part, attachment=attachment, role=block.role)
        elif isinstance(block, Table):
            yield from _table(block, references, part, attachment)
        elif isinstance(block, People):
            for text in (block.name, *map(_role, block.roles), *block.notes):
                yield Passage(zones.PEOPLE, text, block.place, part, attachment=attachment)
        elif isinstance(block, (Image, Chart)) and block.caption:
            yield Passage(zones.CAPTION, block.caption, block.place, part, attachment=attachment)


def _numbered(
    block: Heading | Item, label: Label | None, references: Mapping[str, str], part: int, attachment: int
) -> Passage:
    head = words(block.content, references)
    body = words(block.body, references) if isinstance(block, Heading) else ""
    return Passage(
        zones.HEADING if isinstance(block, Heading) else zones.ITEM, head + body, block.place, part,
        label=label.text if label else "", numeral=label.ordinal if label else 0, layer=block.layer,
        head_end=len(head) if body else 0, attachment=attachment,
    )  # fmt: skip


def _table(block: Table, references: Mapping[str, str], part: int, attachment: int) -> Iterator[Passage]:
    if block.caption:
        yield Passage(zones.CAPTION, block.caption, block.place, part, attachment=attachment)
    covered: dict[int, int] = {}
    for row, cells in enumerate(block.rows):
        column = 0
        for cell in cells:
            while covered.get(column, 0) > 0:
                column += 1
            across, down = (cell.across, cell.down) if isinstance(cell, Cell) else (1, 1)
            text = words(cell.content, references) if isinstance(cell, Cell) else str(cell)
            yield Passage(
                zones.CELL, text, _place_of_cell(cell) or block.place, part, row=row, column=column,
                head_row=row < block.head, attachment=attachment,
            )  # fmt: skip
            if down > 1:
                covered |= dict.fromkeys(range(column, column + across), down)
            column += across
        covered = {at: left - 1 for at, left in covered.items() if left > 1}


def _place_of_cell(cell: Any) -> Place | None:
    if isinstance(cell, Cell):
        return next(filter(None, map(place_of, cell.content)), None)
    return place_of(cell)


def _role(role: Role) -> str:
    people = "、".join(" ".join(filter(None, (one.name, one.post))) for one in role.people)
    return f"{role.name}：{people}"


def words(content: Content, references: Mapping[str, str]) -> str:
    """The words of `content` as printed, footnotes left out."""
    return "".join(_words(part, references) for part in content if not isinstance(part, Footnote))


def _words(part: Any, references: Mapping[str, str]) -> str:
    if isinstance(part, Reference):
        return references.get(part.target, "")
    return part.text if isinstance(part, Strong) else str(part)
