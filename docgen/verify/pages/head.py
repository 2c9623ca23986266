"""The 版头 (clauses 7.2 and 10) on the first page: its parts, and which form of paper it makes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.verify.pages.layout import Layout
from docgen.verify.pages.page import Line, Page, Rule

ORDINARY, LETTER, ORDER, MINUTES = "公文", "信函", "命令", "纪要"
LARGER = 1.0  # pt above the body that make a line a title or a mark
HIGHEST_NUMBER = 80.0  # mm: a number above it, with nothing else, is that of a preprinted letter
HIGH = 45.0  # mm from the edge of the page: a mark above it is that of a letter
LONG = 162.0  # mm: a rule longer than the text is wide is that of a letter
EVEN = 2.0  # mm between places that are meant to be one
PAIR = 4.0  # mm between the two strokes of a double rule
FILE = "文件"
SIGNER = "签发人"

NUMBER = re.compile(
    r"^[\u4e00-\u9fff]{1,20}[〔（(\[【［][^〕）)\]】］]{2,6}[〕）)\]】］]第?\d+号$"
    r"|^第[\d一二三四五六七八九十百零〇]+号$|^（?(\d{4}年)?第?\d+[期次]）?$"
)
COPY = re.compile(r"^\d{4,8}$")
SECRECY = re.compile(r"^(绝密|机密|秘密)")
URGENCY = re.compile(r"^(特急|加急|特提|平急|急件)$")


@dataclass(frozen=True, slots=True)
class Head:
    """The 版头 of a paper of one `form`. `mark` are the lines of the 发文机关标志; `number` 发文字号; `copy`
    份号; `signers` the rows of 签发人; `rules` the red ones from top to bottom, `title` the first line under
    it all."""

    form: str
    page: Page
    mark: tuple[Line, ...] = ()
    number: Line | None = None
    copy: Line | None = None
    secrecy: Line | None = None
    urgency: Line | None = None
    signers: tuple[Line, ...] = ()
    rules: tuple[Rule, ...] = ()
    title: Line | None = None

    @property
    def stamps(self) -> list[Line]:
        """份号, 密级 and 紧急程度, those that are there, in the order the standard gives them."""
        return [line for line in (self.copy, self.secrecy, self.urgency) if line]

    @property
    def names(self) -> list[Line]:
        """The organs' names in the mark, 文件 left out."""
        return [name for line in self.mark if (name := _without_file(line))]

    @property
    def file(self) -> Line | None:
        """文件 where it stands beside several names, right of them all; not where it ends the last of the
        centred lines of one long name."""
        ends = [line for line in self.mark if line.ink.endswith(FILE) and line.edges]
        if not ends or len(self.names) < 2 or self._is_one_name:
            return None
        file = ends[0].part(ends[0].cells - 2, ends[0].cells)
        return file if file.left > max(name.right for name in self.names) - 1 else None

    @property
    def _is_one_name(self) -> bool:
        """Whether the lines of the mark are centred each for itself, those of several names begin and end
        under each other."""
        middles = [(line.left + line.right) / 2 for line in self.mark]
        lefts = [line.left for line in self.mark]
        return max(middles) - min(middles) < EVEN < max(lefts) - min(lefts)

    @property
    def depth(self) -> float:
        """The baseline of the last line that is part of it."""
        return max(line.baseline for line in (*self.mark, *self.signers, *self.stamps, self.number) if line)

    @property
    def pairs(self) -> list[list[Rule]]:
        """The rules, those that make a double one together."""
        pairs: list[list[Rule]] = []
        for rule in self.rules:
            if pairs and rule.level - pairs[-1][-1].level < PAIR:
                pairs[-1].append(rule)
            else:
                pairs.append([rule])
        return pairs


def _without_file(line: Line) -> Line | None:
    if not line.ink.endswith(FILE):
        return line
    return line.part(0, line.cells - 2) if line.cells > 2 else None


def head(layout: Layout) -> Head | None:
    """The 版头 of the paper; None where its first page has none."""
    page = layout.pages[0]
    if page.landscape:
        return None
    above = _above(layout, page)
    pieces = [piece for line in above for piece in _pieces(line)]
    number = next((piece for piece in pieces if NUMBER.match(piece.ink) and not piece.red), None)
    mark, rules = _mark(layout, above, number), _rules(page, number)
    if not (mark or rules or number):
        return None
    stamps = {name: _first(pieces, pattern) for name, pattern in _STAMPS.items()}
    title = _title(layout, page, mark)
    return Head(
        _form(layout, mark, rules, number),
        page,
        mark,
        number,
        signers=_signers(above),
        rules=rules,
        title=title,
        **stamps,
    )


_STAMPS = {"copy": COPY, "secrecy": SECRECY, "urgency": URGENCY}


def _first(pieces: Sequence[Line], pattern: re.Pattern[str]) -> Line | None:
    return next((piece for piece in pieces if pattern.match(piece.ink) and not piece.red), None)


def _pieces(line: Line) -> tuple[Line, ...]:
    """The parts of a line: what stands before 签发人 is one for itself."""
    at = line.ink.find(SIGNER)
    return (line.part(0, at), line.part(at, line.cells)) if at > 0 and line.edges else line.pieces()


def _above(layout: Layout, page: Page) -> tuple[Line, ...]:
    """The lines above the title; without one, those down to the last that is red or a number."""
    for at, line in enumerate(page.lines):
        if _is_large(layout, line) and not line.red and not _is_mark(layout, line):
            return page.lines[:at]
    ends = [at for at, line in enumerate(page.lines) if line.red or NUMBER.match(line.ink)]
    return page.lines[: ends[-1] + 1] if ends else ()


def _is_large(layout: Layout, line: Line) -> bool:
    return line.size > layout.size + LARGER


def _is_mark(layout: Layout, line: Line) -> bool:
    """Whether a line is too large for a title, whatever its colour."""
    return line.size > layout.required.title_size + 2 * LARGER


def _mark(layout: Layout, above: Sequence[Line], number: Line | None) -> tuple[Line, ...]:
    face = layout.required.title_face
    red = tuple(line for line in above if line.red and (_is_large(layout, line) or line.runs[0].face == face))
    if red:
        return red
    black = tuple(line for line in above if _is_mark(layout, line))
    named = number is not None or "".join(line.ink for line in black).endswith((FILE, "令", MINUTES))
    return black if named else ()


def _rules(page: Page, number: Line | None) -> tuple[Rule, ...]:
    """The red rules of the page; where there is none, one of another colour right under 发文字号."""
    red = tuple(rule for rule in page.rules if rule.red)
    if red or number is None:
        return red
    near = [rule for rule in page.rules if 0 < rule.level - number.baseline < 12 and rule.length > 100]
    return tuple(near[:1])


def _signers(above: Sequence[Line]) -> tuple[Line, ...]:
    """From 签发人 on, without what stands left of it; further rows down to 发文字号."""
    start = next((n for n, line in enumerate(above) if SIGNER in line.ink), None)
    if start is None:
        return ()
    label = above[start].ink.find(SIGNER)
    first = above[start].part(label, above[start].cells) if above[start].edges else above[start]
    further = [line for line in above[start + 1 :] if not NUMBER.match(line.ink)]
    rows = [_right_of(line, first.left) for line in further]
    return (first, *[row for row in rows if row])


def _right_of(line: Line, left: float) -> Line | None:
    inside = [n for n, (start, _end) in enumerate(line.edges) if start > left - 1]
    return line.part(inside[0], line.cells) if inside else None


def _title(layout: Layout, page: Page, mark: Sequence[Line]) -> Line | None:
    large = (line for line in page.lines if _is_large(layout, line) and not line.red and line not in mark)
    return next(large, None)


def _form(layout: Layout, mark: Sequence[Line], rules: Sequence[Rule], number: Line | None) -> str:
    text = "".join(line.ink for line in mark)
    if any(line.ink.endswith("令") for line in mark):  # beside the names of several organs
        return ORDER
    if text.endswith(MINUTES):
        return MINUTES
    if any(rule.length > LONG for rule in rules) or (mark and mark[0].top < HIGH and FILE not in text):
        return LETTER
    # Of a preprinted letter there is but the number, at the right edge.
    bare = number is not None and not mark and not rules and number.left > layout.required.middle
    return LETTER if bare and number and number.top < HIGHEST_NUMBER else ORDINARY
