"""Step: a line that lost its number: 2. … / … / 4. …, the only one that can have been number 3."""

from __future__ import annotations

from itertools import pairwise

from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, plain

LONGEST_NAME = 24
LONGEST_STRETCH = 6
"""How many rows may stand between the two numbers."""
ENDS = ("。", "；", "：", ":", "，", ";")


def find(sheet: Sheet) -> dict[int, int]:
    """The layers of such lines, by the index of their row."""
    found = {}
    for before, behind in pairwise(sorted(sheet.labels)):
        first, second = sheet.labels[before], sheet.labels[behind]
        alike = first.form == second.form and first.layer > 0 and not first.automatic
        if alike and second.numeral == first.numeral + 2 and behind - before <= LONGEST_STRETCH:
            lost = _lost(sheet, before, behind)
            if lost is not None:
                found[lost] = first.layer
    return found


def _lost(sheet: Sheet, before: int, behind: int) -> int | None:
    """The one row between the two that looks like them."""
    rows = [(index, row) for index in range(before + 1, behind) if (row := plain(sheet, index))]
    if len(rows) != behind - before - 1 or not rows:
        return None
    if len(rows) == 1 and _ends_alike(sheet, before, rows[0][1]):
        return rows[0][0]
    names = [
        index for index, row in rows[:-1] if len(row.text) <= LONGEST_NAME and not row.text.endswith(ENDS)
    ]
    return names[0] if len(names) == 1 and names[0] > before + 1 else None


def _ends_alike(sheet: Sheet, index: int, row: Row) -> bool:
    """Whether a row is a sentence as the one above it, or a name as that."""
    above = sheet.rows[index]
    if not isinstance(above, Row) or len(row.text) > 3 * len(above.text) + 10:
        return False
    return above.text[-1:] == row.text[-1:] or (above.text.endswith(ENDS) == row.text.endswith(ENDS))
