"""Numbered passages with their siblings: those of one layer under one parent, in one paper or attachment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from docgen.lint.reading import HEADING, ITEM, Passage, Reading
from docgen.recognise.labels import Typed, read

ARTICLES = ("第一条",)
"""Numbers of a text that is cited, which may leave some out."""
KEPT = "siblings"
NARRATIVE = 0
"""The layer of 一是, which stands in any text."""


class Numbered(NamedTuple):
    """A numbered passage: `at` is its number, `typed` what its typed number reads as (None where it was
    counted by a word processor or by us). `silent` headings of its layer without a number are right before
    it."""

    at: int
    one: Passage
    typed: Typed | None
    silent: int = 0

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


@dataclass(slots=True)
class _Ladder:
    """The groups that are open while a paper is read, by layer; the last numeral of those that ended, and
    how many headings without a number came since the last one that has one."""

    opened: dict[int, Siblings] = field(default_factory=dict)
    ended: dict[int, int] = field(default_factory=dict)
    silent: dict[int, int] = field(default_factory=dict)

    def close_below(self, layer: int) -> list[Siblings]:
        """Ends the groups that one of `layer` does not belong under; 一是 stands in any text."""
        below = [one for one in self.opened if layer != NARRATIVE and (one > layer or one == NARRATIVE)]
        for one in below:
            self.ended[one] = self.opened[one].members[-1].one.numeral
        self.silent = {one: count for one, count in self.silent.items() if one <= layer}
        return [self.opened.pop(one) for one in below]

    def add(self, member: Numbered) -> list[Siblings]:
        """Adds a member to the group of its layer; a second 1 begins another one. What ended by that."""
        layer, group = member.one.layer, self.opened.get(member.one.layer)
        if group and not (member.one.numeral == 1 and len(group.members) > 1):
            group.members.append(member)
            return []
        above = [
            one.members[-1].at for other, one in self.opened.items() if other < layer or layer == NARRATIVE
        ]
        self.opened[layer] = Siblings(layer, max(above, default=-1), [member], self.ended.get(layer, 0))
        return [group] if group else []


def siblings(reading: Reading) -> tuple[Siblings, ...]:
    """All groups, each where it ends; decimal numbers (1.1) are in none."""
    if KEPT not in reading.kept:
        reading.kept[KEPT] = tuple(_siblings(reading))
    found: tuple[Siblings, ...] = reading.kept[KEPT]
    return found


def _siblings(reading: Reading) -> Iterator[Siblings]:
    ladder, attachment = _Ladder(), 0
    for at, one in enumerate(reading.passages):
        if one.attachment != attachment:
            yield from ladder.opened.values()
            ladder, attachment = _Ladder(), one.attachment
        if one.zone not in (HEADING, ITEM) or one.joined or _decimal(one):
            continue
        yield from ladder.close_below(one.layer)
        if one.label:
            yield from ladder.add(Numbered(at, one, typed_number(one), ladder.silent.pop(one.layer, 0)))
        elif one.zone == HEADING:
            ladder.silent[one.layer] = ladder.silent.get(one.layer, 0) + 1
    yield from ladder.opened.values()


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
