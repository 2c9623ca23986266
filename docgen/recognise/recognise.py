"""Manuscript → every part told, in small steps over its lines."""

from __future__ import annotations

from docgen.i18n import _
from docgen.manuscript import Manuscript, Picture
from docgen.recognise import (
    attachments,
    blank_tables,
    captions,
    carried,
    closing,
    debris,
    flattened,
    gaps,
    groups,
    kind,
    label_faults,
    ladder,
    letterhead,
    nested_forms,
    nodes,
    numbers_found,
    opening,
    people_found,
    problems_told,
    repair,
    roles,
    stacked,
    tables_found,
    text_faults,
    unnumbered,
)
from docgen.recognise.nodes import Node
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, lay_out, tell
from docgen.recognised import HEADING, ITEM, PICTURE, Part, Recognised

STEPS = (
    tables_found.find_grids,
    debris.find,
    letterhead.find,
    tables_found.find_piped,
    tables_found.find_tabbed,
    numbers_found.find,
    opening.find,
    blank_tables.find,
    flattened.find,
    stacked.find,
    closing.find,
    attachments.find,
    closing.find_signatures,
    carried.find,
    people_found.find,
    captions.find,
)
"""What is told of the lines one by one, in this order; what was told is not told again."""


def recognise(manuscript: Manuscript) -> Recognised:
    """What every piece of `manuscript` is. No character is lost: the title's lines and the parts in their
    order hold all of its text."""
    sheet = lay_out(manuscript)
    _pictures(sheet)
    for step in STEPS:
        step(sheet)
    lost = gaps.find(sheet)
    found = nodes.find(sheet, unnumbered.find(sheet) | lost, lost)
    nested_forms.part(found)
    ladder.straighten(found, sheet.segments)
    nodes.look_below(sheet, found)
    siblings = list(nodes.groups(sheet, found))
    groups.decide(found, siblings)
    repair.settle(siblings)
    continuous = repair.continuous_layers(siblings, sheet.segments)
    label_faults.find(found, siblings, continuous, sheet.segments)
    for node, correct in zip(found, repair.labels(found, sheet.segments, continuous), strict=True):
        tell(sheet, node.index, node.index, _part(node, correct))
    roles.find(sheet)
    return _result(sheet, continuous)


def _result(sheet: Sheet, continuous: tuple[int, ...]) -> Recognised:
    told = [part for index in sorted(sheet.parts) for part in sheet.parts[index]]
    parts = text_faults.find(told)
    rows = [row for index in sheet.title if isinstance(row := sheet.rows[index], Row)]
    title = tuple(row.text for row in rows)
    # Two rows of one paragraph, parted by a manual break, share its line.
    lines = tuple(line for row in rows if not row.part or len(rows) == 1 for line in row.lines)
    problems = problems_told.tell(title, parts, continuous, sheet.manuscript.file)
    marks = "".join(part.text for part in parts if part.note == "organ_mark")
    name = kind.kind("".join(title)) or kind.kind(marks)
    return Recognised(sheet.manuscript, title, lines, tuple(parts), name, continuous, tuple(problems))


def _pictures(sheet: Sheet) -> None:
    for index, row in enumerate(sheet.rows):
        if isinstance(row, Picture):
            tell(sheet, index, index, Part(PICTURE, row.words, picture=row, reason=_("是图片")))


def _part(node: Node, correct: str) -> Part:
    typed = node.typed
    parted = node.parted if node.heading else None
    return Part(
        HEADING if node.heading else ITEM,
        node.text,
        layer=node.layer,
        label=typed.raw if typed else "",
        typed=typed is None or not typed.automatic,
        numeral=typed.numeral if typed else 0,
        correct=correct,
        head=parted.head if parted else "",
        end=parted.end if parted else "",
        body=parted.body if parted else "",
        lines=node.row.lines,
        start=node.start,
        restart=node.restart,
        reason=node.reason,
        faults=(*node.row.faults, *node.faults),
    )
