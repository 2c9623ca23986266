"""All rules over one text: hits become findings, in the order of their places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.lint.reading import Hit, Passage, Reading
from docgen.lint.registry import Check, registry
from docgen.lint.rulebook import Rule, rulebook
from docgen.lint.settings import NONE, Settings
from docgen.problems import Place, Problem

AROUND = 14
"""Characters of the text shown on each side of what was found."""


class Finding(NamedTuple):
    """What a rule found: `hit` says where in the reading, `problem` tells it."""

    rule: Rule
    hit: Hit
    problem: Problem


class Findings(NamedTuple):
    """Those that count, and those that the settings say to pass over."""

    found: tuple[Finding, ...]
    suppressed: tuple[Finding, ...] = ()

    @property
    def problems(self) -> list[Problem]:
        return [one.problem for one in self.found]


def run(reading: Reading, settings: Settings = NONE, family: str = "") -> Findings:
    """Applies all rules that are on and apply to such a text; of one `family` (PLH), if it is named."""
    rules = [row for row in chosen(reading, settings) if row[0].id.startswith(family)]
    hits = [(rule, hit) for rule, check in rules for hit in _hits(rule, check, reading)]
    hits.sort(key=lambda one: (one[1].passage, one[1].start, one[1].end))
    found: list[Finding] = []
    suppressed: list[Finding] = []
    for rule, hit in hits:
        finding = Finding(rule, hit, tell(rule, hit, reading))
        passed_over = settings.passes_over(rule.id, hit, reading)
        (suppressed if passed_over else found).append(finding)
    return Findings(tuple(found), tuple(suppressed))


def chosen(reading: Reading, settings: Settings) -> Iterator[tuple[Rule, Check]]:
    """The rules to be applied to the text, each with its function."""
    book = rulebook()
    for id, check in registry().items():
        rule = book[id]
        if (rule.on or id in settings.on) and rule.applies(reading):
            yield rule, check
    for own in settings.own:
        if own.rule.applies(reading):
            yield own.rule, own.check


def _hits(rule: Rule, check: Check, reading: Reading) -> Iterator[Hit]:
    """What the function found in the zones of its rule."""
    for hit in check(reading):
        if hit.passage < 0 or not rule.zones or reading.passages[hit.passage].zone in rule.zones:
            yield hit


def text_of(hit: Hit, reading: Reading) -> str:
    """The characters a hit is about; none for the text as a whole."""
    return reading.passages[hit.passage].text[hit.start : hit.end] if hit.passage >= 0 else ""


def tell(rule: Rule, hit: Hit, reading: Reading) -> Problem:
    """The problem that says what was found."""
    fields = {"text": _short(text_of(hit, reading)), "replacement": hit.replacement or ""} | hit.values
    sentence, hint = (words.format(**fields) for words in (rule.sentence, rule.hint))
    clause = "、".join(rule.clauses)
    if hit.passage < 0:
        return Problem(
            rule.id, rule.severity, sentence, _file(reading), hint=hint, clause=clause, fix=rule.fix
        )
    passage = reading.passages[hit.passage]
    return Problem(
        rule.id, rule.severity, sentence, _place(passage, hit, reading),
        excerpt=_excerpt(passage.text, hit), hint=hint, clause=clause,
        span=(passage.offset + hit.start, passage.offset + hit.end), fix=rule.fix,
    )  # fmt: skip


def _file(reading: Reading) -> Place | None:
    """The file as a whole."""
    places = (one.place for one in reading.passages if one.place)
    first = next(places, None)
    return Place(first.file) if first else None


def _place(passage: Passage, hit: Hit, reading: Reading) -> Place | None:
    """The place of the first character; in a plan that of the value, whose spelling is not its text."""
    place = passage.place
    if place is None or reading.source == "plan":
        return place
    return Place(place.file, place.line, passage.offset + hit.start + 1)


def _excerpt(text: str, hit: Hit) -> str:
    """What stands around a hit."""
    begin, end = max(0, hit.start - AROUND), min(len(text), max(hit.end, hit.start + 1) + AROUND)
    return ("…" if begin else "") + text[begin:end].strip() + ("…" if end < len(text) else "")


def _short(text: str) -> str:
    return text if len(text) <= 2 * AROUND else text[: 2 * AROUND - 1] + "…"
