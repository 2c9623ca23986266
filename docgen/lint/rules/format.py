"""The format of a .docx: what `docgen verify` finds in its settings, told as the rules of the format.

Which checks make up a rule is data (`data/lint/format.yaml`); a fault of a check is told by one rule only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docgen.lint import word_file
from docgen.lint.data import table
from docgen.lint.reading import Hit, Reading
from docgen.lint.rules.file_parts import links
from docgen.verify.file.paper import File
from docgen.verify.file.roles import HEADINGS
from docgen.verify.measure import Spot
from docgen.verify.report import Finding, Result

FAULTS = (Result.FAIL, Result.WARN)


def checked(id: str) -> Callable[[Reading], Iterator[Hit]]:
    """The function of the rule `id`: the faults of its checks, each once."""

    def check(reading: Reading) -> Iterator[Hit]:
        known = word_file.of(reading)
        if known is None:
            return
        row, lines = table("format")[id], word_file.by_line(reading)
        for one in known.findings:
            if one.problem in row["检查"] and one.result in FAULTS:
                yield from _hits(reading, known.file, lines, one, row.get("层次标题"))

    return check


def _hits(
    reading: Reading, file: File, lines: dict[int, int], one: Finding, headings: bool | None
) -> Iterator[Hit]:
    """A fault, with the places that are headings, or are not, where the rule says which."""
    spots = [spot for spot in one.places if headings is None or _is_heading(file, spot) is headings]
    if (one.places or headings) and not spots:
        return
    values = {
        "what": one.what, "required": one.required, "measured": one.measured, "how": one.hint,
        "count": str(max(1, len(spots))),
    }  # fmt: skip
    yield Hit(_passage(reading, lines, spots), values=values)


def _is_heading(file: File, spot: Spot) -> bool:
    return file.roles.get((spot.part, spot.paragraph)) in HEADINGS


def _passage(reading: Reading, lines: dict[int, int], spots: list[Spot]) -> int:
    """The passage of the first place; -1 where it is not known for sure."""
    for spot in spots[:1]:
        at = lines.get(spot.paragraph, -1) if spot.part == "word/document.xml" else -1
        words = "".join(spot.text.rstrip("…").split())[:8]
        if at >= 0 and words and words in "".join(reading.passages[at].text.split()):
            return at
    return -1


def coloured(reading: Reading) -> Iterator[Hit]:
    """FMT-016: text in colours, links left blue and underlined."""
    yield from checked("FMT-016")(reading)
    yield from links(reading)


RULES = {
    id: checked(id)
    for id in (
        "FMT-001", "FMT-002", "FMT-003", "FMT-004", "HDG-008", "FMT-005", "FMT-006", "FMT-007", "FMT-009",
        "FMT-013", "FMT-014", "FMT-024", "TAB-004",
    )
} | {"FMT-016": coloured}  # fmt: skip
