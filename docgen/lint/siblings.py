"""Numbered passages with their siblings: those of one layer under one parent, in one paper or attachment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.lint.reading import HEADING, ITEM, Passage, Reading
from docgen.recognise.labels import Typed, read

ARTICLES = ("第一条",)
"""Numbers of a text that is cited, which may leave some out."""
NARRATIVE = 0
"""The layer of 一是, which stands in any text."""


class Numbered(NamedTuple):
    """A numbered passage: `at` is its number, `typed` what its typed number reads as (None where it was
    counted by a word processor or by us)."""

    at: int
    one: Passage
    typed: Typed | None

    @property
    def foreign(self) -> bool:
        """Whether its number has the form of another layer than the one it stands in."""
        return self.typed is not None and self.typed.layer not in (self.one.layer, -1)


class Siblings(NamedTuple):
    """`parent` is the number of the passage they stand under, -1 for none; `follows` the last numeral of
    the group of that layer before them, 0 for none."""

    layer: int
    parent: int
    members: list[Numbered]
    follows: int = 0


def typed_number(one: Passage) -> Typed | None:
    """What the number at the beginning of a passage reads as, None where none was typed."""
    return read(one.text.lstrip()) if one.typed else None


def automatic_number(reading: Reading, one: Passage) -> str:
    """The number that a word processor, or docgen itself, prints before a passage; "" for none."""
    if reading.recognised is None or one.part < 0:
        return "" if one.typed else one.label
    lines = reading.recognised.parts[one.part].lines
    return lines[0].number if lines and not one.joined else ""


def numbered(reading: Reading) -> Iterator[Numbered]:
    """The headings and items that have a number."""
    for at, one in enumerate(reading.passages):
        if one.zone in (HEADING, ITEM) and one.label and not one.joined:
            yield Numbered(at, one, typed_number(one))


def siblings(reading: Reading) -> Iterator[Siblings]:
    """All groups, each where it ends; decimal numbers (1.1) are in none."""
    opened: dict[int, Siblings] = {}
    ended: dict[int, int] = {}
    attachment = 0
    for at, one in enumerate(reading.passages):
        if one.attachment != attachment:
            yield from opened.values()
            opened, ended, attachment = {}, {}, one.attachment
        if one.zone not in (HEADING, ITEM) or one.joined or _decimal(one):
            continue
        layer = one.layer
        for deeper in [
            other for other in opened if layer != NARRATIVE and (other > layer or other == NARRATIVE)
        ]:
            ended[deeper] = opened[deeper].members[-1].one.numeral
            yield opened.pop(deeper)
        if not one.label:
            continue
        member = Numbered(at, one, typed_number(one))
        if layer in opened and not (one.numeral == 1 and len(opened[layer].members) > 1):
            opened[layer].members.append(member)
        else:
            if layer in opened:
                yield opened.pop(layer)
            parent = max(
                (group.members[-1].at for other, group in opened.items() if other < layer), default=-1
            )
            opened[layer] = Siblings(layer, parent, [member], ended.get(layer, 0))
    yield from opened.values()


def _decimal(one: Passage) -> bool:
    typed = typed_number(one)
    return typed is not None and typed.form.startswith("1.1")


def counted(group: Siblings) -> list[Numbered]:
    """The members whose numbers were typed and count; none where one of them is 第一条 or the like."""
    members = [one for one in group.members if one.typed]
    kept = any(one.typed and one.typed.form in ARTICLES for one in members)
    return [] if kept else members


def label_span(one: Passage) -> tuple[int, int]:
    """Where in its passage the typed number stands."""
    start = len(one.text) - len(one.text.lstrip())
    return start, start + len(one.label)
