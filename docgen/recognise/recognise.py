"""Manuscript → every part told, in small steps over its lines."""

from __future__ import annotations

from docgen.document import Heading, Item, Numbering, Paper, Paragraph
from docgen.i18n import _
from docgen.manuscript import Manuscript, Picture
from docgen.numbering import number
from docgen.recognise import (
    closing, groups, kind, nodes, numbers_found, opening, people_found, repair, tables_found, unnumbered,
)  # fmt: skip
from docgen.recognise.nodes import Node
from docgen.recognise.sheet import Row, Sheet, lay_out, line_rows, tell
from docgen.recognised import HEADING, ITEM, PARAGRAPH, PICTURE, Part, Recognised


def recognise(manuscript: Manuscript) -> Recognised:
    """What every piece of `manuscript` is. No character is lost: the title's lines and the parts in their
    order hold all of its text."""
    sheet = lay_out(manuscript)
    tables_found.find_grids(sheet)
    _pictures(sheet)
    tables_found.find_tabbed(sheet)
    numbers_found.find(sheet)
    opening.find_title(sheet)
    people_found.find_people(sheet)
    closing.find_closings(sheet)
    found = nodes.find(sheet, unnumbered.find(sheet))
    siblings = list(nodes.groups(sheet, found))
    groups.decide(siblings)
    continuous = repair.continuous_layers(siblings)
    _numbered(sheet, found, continuous)
    _paragraphs(sheet)
    parts = tuple(part for index in sorted(sheet.parts) for part in sheet.parts[index])
    title = tuple(sheet.rows[index].text for index in sheet.title)  # type: ignore[union-attr]
    title_lines = tuple(sheet.rows[index].line for index in sheet.title)  # type: ignore[union-attr]
    return Recognised(
        manuscript, title, title_lines, parts, kind.kind("".join(title)), continuous, tuple(sheet.problems)
    )


def _pictures(sheet: Sheet) -> None:
    for index, row in enumerate(sheet.rows):
        if isinstance(row, Picture):
            tell(sheet, index, index, Part(PICTURE, row.words, picture=row, reason=_("是图片")))


def _numbered(sheet: Sheet, found: list[Node], continuous: tuple[int, ...]) -> None:
    blocks = []
    for node in found:
        if not node.layer:
            blocks.append(Paragraph((node.text,)))
        else:
            make = Heading if node.heading else Item
            blocks.append(make(node.layer, (node.text,), numbered=node.typed is not None))
    numbered, _problems = number(Paper((), tuple(blocks), numbering=Numbering(continuous=continuous)))
    for node, label in zip(found, numbered.labels, strict=True):
        tell(sheet, node.index, node.index, _part(node, label.text if label else ""))


def _part(node: Node, correct: str) -> Part:
    typed = node.typed
    parted = node.parted if node.heading else None
    return Part(
        HEADING if node.heading else ITEM,
        node.text,
        layer=node.layer,
        label=typed.raw if typed else "",
        typed=not (node.row.line.number and not node.row.part),
        numeral=typed.numeral if typed else 0,
        correct=correct if correct or not typed else typed.raw,
        head=parted.head if parted else "",
        end=parted.end if parted else "",
        body=parted.body if parted else "",
        lines=(node.row.line,),
        start=node.start,
        reason=node.reason,
        faults=node.faults,
    )


def _paragraphs(sheet: Sheet) -> None:
    seen = any(part.type == HEADING for parts in sheet.parts.values() for part in parts)
    first = min((i for i, ps in sheet.parts.items() if any(p.type in (HEADING, ITEM) for p in ps)), default=0)
    for index, row in list(line_rows(sheet)):
        role = "preamble" if seen and index < first else ""
        part = Part(
            PARAGRAPH, row.text, role=role, lines=(row.line,), start=row.start,
            reason=_("没有序号，也不像标题，是正文"),
        )  # fmt: skip
        tell(sheet, index, index, part)
