"""Step 5: lists of people: 组长：…… 副组长：…… 成员：……, with lines that go on without a role."""

from __future__ import annotations

import re

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.recognise.sheet import Row, Sheet, plain, tell
from docgen.recognise.words import words
from docgen.recognised import PEOPLE, Entry, Part

ROLE = pattern(r"([^：:。，,；;、（(]{1,14})[：:]")
NAMES = pattern(r"(?:[\u4e00-\u9fff·][\s\u3000]{0,4}){2,4}(?:[（(][^（()）]*[）)])?(?:[、，,；;\s\u3000]+|$)")
LONGEST = 400


def find_people(sheet: Sheet) -> None:
    """Notes runs of lines that name roles and who has them."""
    index = 0
    while index < len(sheet.rows):
        entries, last = _entries(sheet, index)
        if entries and _is_list(entries):
            _tell(sheet, index, last, entries)
        index = max(last, index) + 1


def _entries(sheet: Sheet, index: int) -> tuple[list[Entry], int]:
    entries: list[Entry] = []
    at = index
    while (row := plain(sheet, at)) is not None and len(row.text) <= LONGEST:
        if role := _role(row.text):
            entries.append(Entry("".join(role[0].split()), role[1], row.line))
        elif entries and _goes_on(row):
            entries.append(Entry(entries[-1].role, row.text, row.line, inherited=True))
        else:
            break
        at += 1
    return entries, at - 1


def _role(text: str) -> tuple[str, str] | None:
    found = ROLE.match(text)
    if found is None or "".join(found[1].split()) not in words("角色"):
        return None
    value = text[found.end() :].strip()
    return None if "。" in value.rstrip("。") else (found[1], value)


def _goes_on(row: Row) -> bool:
    """Whether the line is but names."""
    return re.fullmatch(rf"(?:{NAMES.pattern})+", row.text) is not None and len(row.text) <= 60


def _is_list(entries: list[Entry]) -> bool:
    roles = {entry.role for entry in entries}
    return bool(roles & words("领头角色")) and (len(entries) > 1 or bool(entries[0].value))


def _tell(sheet: Sheet, first: int, last: int, entries: list[Entry]) -> None:
    faults = []
    if any(entry.inherited for entry in entries):
        faults.append("people_continuation_unlabelled")
    if any(not entry.value for entry in entries):
        faults.append("people_empty")
    lines = tuple(row.line for row in sheet.rows[first : last + 1] if isinstance(row, Row))
    part = Part(
        PEOPLE, entries=tuple(entries), lines=lines, faults=tuple(faults),
        reason=_("一行一个角色（组长、成员等），是机构名单"),
    )  # fmt: skip
    tell(sheet, first, last, part)
