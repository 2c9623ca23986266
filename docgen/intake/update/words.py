"""Changed words: what a unit says otherwise → which characters of which text of the plan change.

A change is told by the place in the plan's text, so that a text printed in several places is changed
only where all of them say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple, Union

from docgen.intake.update.nodes import Path
from docgen.intake.update.origins import Origin, Origins
from docgen.intake.update.units import squashed
from docgen.patterns import pattern

CLOSING = pattern(r"[。；：！？，、）”》]$")
WHOLE = -1
PARTS = ("、", "，", "；", "　")


class Rewording(NamedTuple):
    """The characters `start` to `end` of the text at `path` become `words`; `whole`: the text is printed in
    another form (a date), and `words` are what is printed now."""

    path: Path
    start: int
    end: int
    words: str
    whole: bool = False


class NoPlace(NamedTuple):
    """Words that are not of the plan: what was printed, what stands there now."""

    before: str
    after: str


Found = Union[Rewording, NoPlace]


def reworded(before: str, after: str, origins: Origins) -> list[Found]:
    """How the plan changes for a cell that said `before` to say `after`."""
    found = list(_parts(before, after, origins))
    return _by_literals(before, after, origins) if any(isinstance(one, NoPlace) for one in found) else found


def _parts(before: str, after: str, origins: Origins) -> Iterator[Found]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal" and (before[a:b] + after[c:d]).strip():
            yield _part(before, a, b, after[c:d], origins)


def _part(before: str, start: int, end: int, words: str, origins: Origins) -> Found:
    own = [origin for origin in origins[start:end] if origin]
    if start < end:
        paths = {origin.path for origin in own}
        if len(own) < sum(not char.isspace() for char in before[start:end]) or len(paths) != 1:
            return NoPlace(before[start:end], words)
        if own[0].at == WHOLE:
            return NoPlace(before[start:end], words)
        return Rewording(own[0].path, own[0].at, own[-1].at + 1, words)
    return _inserted(before, start, words, origins)


def _inserted(before: str, at: int, words: str, origins: Origins) -> Found:
    left = next((origins[i] for i in range(at - 1, -1, -1) if not before[i].isspace()), None)
    right = next((origins[i] for i in range(at, len(before)) if not before[i].isspace()), None)
    if WHOLE in [one.at for one in (left, right) if one]:
        return NoPlace("", words)
    if left and right and left.path != right.path and CLOSING.search(before[:at].rstrip()):
        left = None
    if left:
        return Rewording(left.path, left.at + 1, left.at + 1, words)
    if right:
        return Rewording(right.path, right.at, right.at, words)
    return NoPlace("", words)


def _by_literals(before: str, after: str, origins: Origins) -> list[Found]:
    """The cell read by the words between its texts, where these are still there; for what changes across
    the borders of its texts."""
    read = by_literals(before, after, origins)
    if read is None:
        return _fewer(before, after, origins) or [NoPlace(before, after)]
    found: list[Found] = []
    for (path, start, end, whole, old), new in read:
        if old != new:
            found.append(Rewording(path, start, end, new, whole))
    return found


def _fewer(before: str, after: str, origins: Origins) -> list[Found]:
    """The name that a list of names has lost (甲、乙、丙 is 甲、丙 now); nothing for all else."""
    parts = list(slots(before, origins))
    for at, part in enumerate(parts):
        if isinstance(part, str) or not isinstance(part[0][-1], int) or part[3]:
            continue
        for gone in ({at - 1, at}, {at, at + 1}):
            rest = [one for number, one in enumerate(parts) if number not in gone]
            parted = [parts[number] for number in gone - {at} if 0 <= number < len(parts)]
            if parted and parted[0] in PARTS and squashed(_said(rest)) == squashed(after):
                return [Rewording(part[0], 0, part[2], "")]
    return []


def _said(parts: list[Slot | str]) -> str:
    return "".join(part if isinstance(part, str) else part[-1] for part in parts)


Slot = tuple[Path, int, int, bool, str]


def slots(before: str, origins: Origins) -> Iterator[Slot | str]:
    """A cell as its texts (path, first character, the one behind the last, whole, words) and the words
    between them."""
    at = 0
    filled = _bridged(before, origins)
    for path, group in groupby(filled, lambda origin: origin.path if origin else None):
        row = list(group)
        words = before[at : at + len(row)]
        at += len(row)
        if path is None:
            yield words
            continue
        spots = [origin.at for origin in row if origin]
        whole = spots[0] == WHOLE
        yield path, 0 if whole else min(spots), 0 if whole else max(spots) + 1, whole, words


def _bridged(before: str, origins: Origins) -> list[Origin | None]:
    """The origins with those of blanks between characters of one text (陆　青)."""
    found = list(origins)
    for at, char in enumerate(before):
        if char.isspace() and 0 < at < len(before) - 1 and found[at] is None:
            left = found[at - 1]
            right = next((one for i, one in enumerate(found[at:], at) if not before[i].isspace()), None)
            if left and right and left.path == right.path:
                found[at] = left
    return found


def by_literals(before: str, after: str, origins: Origins) -> list[tuple[Slot, str]] | None:
    """What each text of the cell says in `after`, by the words that stand between them; None where these
    are not all there, or two texts touch."""
    parts = list(slots(before, origins))
    form, own = "", []
    for number, part in enumerate(parts):
        if isinstance(part, str):
            form += re.escape(part) if part.strip() else r"\s+"
            continue
        own.append(part)
        form += _form(part, parts[number + 1] if number + 1 < len(parts) else "x")
    found = re.fullmatch(form, after, re.DOTALL) if own else None
    return list(zip(own, found.groups(), strict=True)) if found else None


def _form(part: Slot, after: object) -> str:
    """What a text may be: before a blank as much as there is, before another text up to its own last mark."""
    if isinstance(after, str):
        return "(.+?)" if after.strip() else "(.+)"
    last = part[-1][-1:]
    return f"(.+?{re.escape(last)})" if CLOSING.search(last) else "(\\Z.)"
