"""Step: structural mistakes that only the whole shows: a text that breaks off, paragraphs run together,
dates that differ."""

from __future__ import annotations

from dataclasses import replace

from docgen.patterns import pattern
from docgen.recognised import HEADING, ITEM, NOTE, PARAGRAPH, Part

SHORTEST = 20
ENDED = pattern(r"[。！？!?；;：:…—.．]['\"”’）)》】\]]*$|[）)》】”]$")
TOTALS = ("合计", "总计", "小计", "共计")
TOTAL = pattern(r"[。；]\s*以上(?:合计|共计|总计|各项合计|几项合计)")
GLUED = pattern(
    r"[。；]\s*(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.．、](?![0-9]))"
)


def find(parts: list[Part]) -> list[Part]:
    """`parts` with these faults added."""
    found = [_with(part, "merged_paragraph") if _is_merged(part) else part for part in parts]
    _dates(found)
    _truncated(found)
    return found


def _with(part: Part, fault: str) -> Part:
    return part if fault in part.faults else replace(part, faults=(*part.faults, fault))


def _is_merged(part: Part) -> bool:
    """Whether a text holds what should be a paragraph of its own."""
    if part.type not in (HEADING, ITEM, PARAGRAPH):
        return False
    if part.type != PARAGRAPH and TOTAL.search(part.text):
        return True
    return part.label != "" and _next_inside(part)


def _next_inside(part: Part) -> bool:
    """Whether the next number of the same form stands within the text, behind the end of a sentence."""
    from docgen.recognise import labels

    own = labels.read(part.label + "字")
    for found in GLUED.finditer(part.text):
        typed = labels.read(part.text[found.start() + 1 :].lstrip())
        if own and typed and typed.layer == own.layer and typed.numeral == own.numeral + 1:
            return True
    return False


def _dates(parts: list[Part]) -> None:
    """A date that differs from the one the paper bore before."""
    first = ""
    for at, part in enumerate(parts):
        if part.note == "date":
            date = "".join(part.text.split())
            if first and date != first:
                parts[at] = _with(part, "date_inconsistent")
            first = first or date


def _truncated(parts: list[Part]) -> None:
    """The last line of text, where it has no end and nothing closes the paper."""
    for at in range(len(parts) - 1, -1, -1):
        part = parts[at]
        if part.type == NOTE:
            return
        if part.type in (ITEM, PARAGRAPH) or (part.type == HEADING and part.body):
            if len(part.text) >= SHORTEST and not ENDED.search(part.text.rstrip()):
                parts[at] = _with(part, "doc_truncated")
        elif (
            part.type == "table"
            and "table_row_ragged" in part.faults
            and len(part.rows[-1]) < len(part.rows[0])
            and not part.rows[-1][0].startswith(TOTALS)
        ):
            parts[at] = _with(part, "doc_truncated")
        return
