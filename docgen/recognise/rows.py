"""The lines as recognition sees them, paragraphs that were broken over several lines joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from docgen.manuscript import Grid, Line, Picture
from docgen.patterns import pattern
from docgen.recognise import labels
from docgen.widths import measure

TITLE_ROWS = 5
"""Among the first rows a title may stand, whose lines are no broken paragraph."""
MOST_LINES = 60
SHORTEST = 12
SHORTEST_WRAPPED = 18
DEEPEST_INDENT = 4
OPEN_ENDS = "，、,（(“‘《〈"
ENDS = "。；;！!？?：:…”’）)》】]"
PAIRS = (("（", "）"), ("《", "》"), ("“", "”"))
ROLE = pattern(r"[^：:，。]{2,16}[：:]")


@dataclass(frozen=True, slots=True)
class Row:
    """A line as recognition sees it: `text` between its blanks, which begins at `start` of the line's
    text; `indent` how many characters it stands off the margin; `gap` that an empty line is above it;
    `part` which of the line's own lines (parted by a manual break) it is; `more` the lines that go on with
    the paragraph where it was broken, their words are in `text`."""

    line: Line
    text: str
    start: int
    indent: float
    gap: bool
    part: int = 0
    more: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines it came from."""
        return (self.line, *self.more)

    @property
    def faults(self) -> tuple[str, ...]:
        return ("broken_line",) if self.more else ()


def joined(rows: Iterable[Row | Grid | Picture]) -> list[Row | Grid | Picture]:
    """The rows with those joined that go on with the sentence above."""
    found = list(rows)
    width = _wrapped_at(found)
    result: list[Row | Grid | Picture] = []
    for at, row in enumerate(found):
        above = result[-1] if result else None
        early = at < TITLE_ROWS and isinstance(above, Row) and not any(mark in above.text for mark in "，。")
        if isinstance(row, Row) and isinstance(above, Row) and not early and _goes_on(above, row, width):
            more = () if row.line is (above.more or (above.line,))[-1] else (row.line,)
            result[-1] = replace(above, text=above.text + row.text, more=(*above.more, *more))
        else:
            result.append(row)
    return result


def _wrapped_at(rows: list[Row | Grid | Picture]) -> float:
    """The width in characters at which a text was wrapped by hand, 0 where it was not."""
    lines = (row for row in rows if isinstance(row, Row) and row.indent <= DEEPEST_INDENT)
    widths = Counter(round(measure(row.text) + row.indent) for row in lines)
    total = sum(widths.values())
    widest = max(widths, default=0)
    full = sum(widths[width] for width in (widest, widest - 1, widest - 2))
    return widest if total >= 6 and SHORTEST_WRAPPED <= widest <= 60 and full * 3 >= total else 0


def _goes_on(above: Row, row: Row, width: float) -> bool:
    """Whether `row` goes on with the sentence that `above` leaves open."""
    last = above.text[-1:]
    if (
        len(above.text) < SHORTEST
        or len(above.more) >= MOST_LINES
        or last in ENDS
        or "\t" in above.text + row.text
        or not row.text
    ):
        return False
    if row.line.number or row.line.level or above.line.level or labels.read(row.text) or _is_role(above.text):
        return False
    if last in OPEN_ENDS or _is_open(above.text):
        return not row.gap or last in OPEN_ENDS
    lines = above.more or (above.line,)
    full = width and measure(lines[-1].text.strip()) + above.indent * (not above.more) >= width - 2
    sentence = any(mark in above.text for mark in "，,。；")
    return bool(full) and sentence and not row.gap and row.indent <= above.indent and not _is_role(row.text)


def _is_open(text: str) -> bool:
    return any(text.rfind(begin) > text.rfind(end) for begin, end in PAIRS)


def _is_role(text: str) -> bool:
    found = ROLE.match(text)
    return found is not None and len("".join(found[0].split())) <= 8
