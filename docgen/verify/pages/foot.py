"""The 版记 (clause 7.4) as it stands on the page: its rules and lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.verify.measure import Box
from docgen.verify.pages.layout import COLOPHON, SAME_SIZE, Layout
from docgen.verify.pages.page import Line, Page, Rule

SHORTEST = 60.0  # mm: shorter rules are those of footnotes


WIDE = 140.0  # mm


NEAR = 15.0  # mm from the edge of the text area


PRINTED = re.compile(r"印发$")


@dataclass(frozen=True, slots=True)
class Foot:
    """The 版记: its page, its rules from top to bottom, its lines; `lists` are 主送 and 抄送, each with its
    further lines, `printing` the line of the printing organ and date."""

    page: Page
    rules: tuple[Rule, ...]
    lines: tuple[Line, ...]

    @property
    def lists(self) -> list[list[Line]]:
        lists: list[list[Line]] = []
        for line in self.lines:
            if COLOPHON.match(line.ink):
                lists.append([line])
            elif lists and lists[-1][-1].ink[-1] != "。" and not PRINTED.search(line.ink):
                lists[-1].append(line)
        return lists

    @property
    def printing(self) -> Line | None:
        return next((line for line in self.lines if PRINTED.search(line.ink)), None)

    def box(self, line: Line) -> Box:
        return line.box(self.page.index)

    @property
    def area(self) -> Box:
        things = [line.box(self.page.index) for line in self.lines]
        things += [rule.box(self.page.index) for rule in self.rules]
        left, right = min(thing.left for thing in things), max(thing.right for thing in things)
        top, bottom = min(thing.top for thing in things), max(thing.bottom for thing in things)
        return Box(self.page.index, left, top, right, bottom)


def foot(layout: Layout) -> Foot | None:
    """The 版记 of the document: on the last page that has one."""
    return next((found for page in reversed(layout.upright()) if (found := _foot(layout, page))), None)


def _foot(layout: Layout, page: Page) -> Foot | None:
    rules = [rule for rule in page.rules if not rule.red and rule.length > SHORTEST and _is_free(page, rule)]
    told = [line for line in page.lines if _tells(layout, line) and not page.in_table(line)]
    if told:
        top = max((rule.level for rule in rules if rule.level < told[0].baseline), default=told[0].top - 1)
        rules = [rule for rule in rules if rule.level >= top - 0.1]
    elif not _at_foot(layout, rules):
        return None
    else:
        top = min(rule.level for rule in rules if rule.length > WIDE)
        rules = [rule for rule in rules if rule.level >= top]
    return Foot(page, tuple(rules), tuple(line for line in page.lines if line.baseline > top))


def _tells(layout: Layout, line: Line) -> bool:
    """Whether a line is one of a 版记: smaller than the body, or with nothing to confuse it with."""
    small = line.size < layout.size - 2 * SAME_SIZE
    labelled = COLOPHON.match(line.ink) or (PRINTED.search(line.ink) and re.search(r"\d日印发$", line.ink))
    return bool(labelled) and (small or layout.indent(line) < 1.5)


def _at_foot(layout: Layout, rules: Sequence[Rule]) -> bool:
    wide = [rule for rule in rules if rule.length > WIDE]
    return len(wide) > 1 and abs(wide[-1].level - layout.required.bottom) < NEAR


def _is_free(page: Page, rule: Rule) -> bool:
    """Whether no standing rule meets this one, as those of a table do."""
    return not any(post.start < rule.level + 1 and post.end > rule.level - 1 for post in page.posts)
