"""Blocks → paragraphs, tables, pictures; where a block stands decides nothing here but its label."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from docgen.document import (
    LAYERS,
    Block,
    Chart,
    Content,
    Heading,
    Image,
    Item,
    Paragraph,
    People,
    Table,
)
from docgen.formats import PageFormat
from docgen.numbering import Label
from docgen.problems import Problem
from docgen.word import names, people, tables
from docgen.word.lists import Spot
from docgen.word.pictures import Album
from docgen.word.references import bookmarked
from docgen.word.runs import Pen, paragraph
from docgen.word.styles import first_line, layer_type
from docgen.word.tables_layout import lay_out
from docgen.word.tables_setting import Setting, setting

NO_NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
BODY_OPEN = f'<w:p><w:pPr><w:pStyle w:val="{names.BODY}"/></w:pPr>'
ROLES = {"title": names.TITLE, "addressees": names.ADDRESSEES, "signature": names.ORGAN}

Piece = tuple[str, bool]
"""The XML of a block, and whether it wants a landscape page."""


class Desk(NamedTuple):
    """What the writing of a document's blocks needs and gathers."""

    format: PageFormat
    live: bool
    pen: Pen
    album: Album
    setting: Setting
    types: tuple[str, ...]
    bookmarks: Mapping[str, int]
    problems: list[Problem]


def desk(format: PageFormat, live: bool, pen: Pen, bookmarks: Mapping[str, int]) -> Desk:
    """A desk for one document; `bookmarks` are the keys that live references lead to."""
    return Desk(format, live, pen, Album(), setting(format), _types(format), bookmarks, [])


@lru_cache(maxsize=16)
def _types(format: PageFormat) -> tuple[str, ...]:
    """For each layer what is different in the type of its headings and numbers."""
    return tuple(layer_type(format, layer) for layer in range(1, LAYERS + 1))


def piece(block: Block, label: Label | None, spot: Spot | None, desk: Desk) -> Piece:
    """`block` as XML; `label` is its number, `spot` its place in a live list."""
    if isinstance(block, Paragraph):
        return _paragraph(block, desk), False
    if isinstance(block, Heading):
        return _heading(block, label, spot, desk), False
    if isinstance(block, Item):
        return _item(block, label, spot, desk), False
    if isinstance(block, Table):
        return _table(block, desk)
    if isinstance(block, People):
        return people.people(block, desk.format, desk.pen), False
    return _drawing(block, desk), False


def _drawing(block: Image | Chart, desk: Desk) -> str:
    if isinstance(block, Image):
        return desk.album.write(block, desk.pen)
    from docgen.word import charts

    return charts.write(block, desk.format, desk.album, desk.pen)


def _paragraph(block: Paragraph, desk: Desk) -> str:
    runs = desk.pen.inline(block.content)
    return paragraph(ROLES[block.role], runs) if block.role else f"{BODY_OPEN}{runs}</w:p>"


def _table(block: Table, desk: Desk) -> Piece:
    layout, problems = lay_out(block, desk.setting)
    desk.problems.extend(problems)
    return tables.write(block, layout, desk.setting, desk.pen), layout.landscape


def _heading(block: Heading, label: Label | None, spot: Spot | None, desk: Desk) -> str:
    layer = block.layer
    content = _led(block.content, label, desk)
    if block.body:
        type = f'<w:rStyle w:val="{names.heading_type(layer)}"/>'
        head = bookmarked(desk.pen.styled(content, type), block.key, desk.bookmarks)
        return paragraph(names.BODY, head + desk.pen.inline(block.body), spot.properties if spot else "")
    runs = bookmarked(desk.pen.inline(content), block.key, desk.bookmarks)
    number = ""
    if desk.live and (spot is None or not spot.is_main):
        # LibreOffice drops the style's indent together with its list.
        number = spot.properties if spot else NO_NUMBER + first_line(desk.format)
    return paragraph(names.heading(layer), runs, number)


def _item(block: Item, label: Label | None, spot: Spot | None, desk: Desk) -> str:
    type = desk.types[block.layer - 1]
    if label and not desk.live and type:
        number = desk.pen.styled((label.text,), type)
        runs = number + desk.pen.inline(block.content)
    else:
        runs = desk.pen.inline(_led(block.content, label, desk))
    runs = bookmarked(runs, block.key, desk.bookmarks)
    return paragraph(names.BODY, runs, spot.properties if spot else "")


def _led(content: Content, label: Label | None, desk: Desk) -> Content:
    """`content` with its number before it, where numbers are text."""
    if label is None or desk.live:
        return content
    first = content[0] if content else ""
    return (label.text + first, *content[1:]) if isinstance(first, str) else (label.text, *content)
