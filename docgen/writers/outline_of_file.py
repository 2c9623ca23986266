"""The structure of a recognised file: as JSON data, and as the lines of `docgen outline`."""

from __future__ import annotations

from typing import Any

from docgen.recognised import HEADING, PEOPLE, TABLE, Part, Recognised

Row = dict[str, Any]


def write(recognised: Recognised) -> Row:
    """The flat form: `title`, and `blocks` in the order of the source, with the same keys as those of
    `docgen.writers.outline`, the numbers as typed too, and `mistakes` by their names."""
    return {"title": "".join(recognised.title), "blocks": [_row(part) for part in recognised.parts]}


def _row(part: Part) -> Row:
    place = part.place
    row: Row = {
        "type": part.type if part.type != "picture" else "note",
        "level": part.layer or None,
        "label_raw": part.label,
        "label_correct": part.correct,
        "line": place.line if place else 0,
    }
    if part.type == HEADING and part.body:
        row |= {"head": part.head, "head_end": part.end, "body": part.body}
    elif part.type == TABLE:
        row |= {"rows": [list(cells) for cells in part.rows], "raw_lines": [line.text for line in part.lines]}
    elif part.type == PEOPLE:
        entries = [
            {"role": one.role, "value": one.value, "line": one.line.place.line} for one in part.entries
        ]
        row |= {"entries": entries, "raw_lines": [line.text for line in part.lines]}
    else:
        row["text"] = part.text
    if part.note:
        row["note_kind"] = part.note
    return row | {"mistakes": list(part.faults)} if part.faults else row
