"""Blank lines between the elements of a paper: those that the standard counts, and no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from docgen.formats import PageFormat
from docgen.i18n import _
from docgen.ooxml.values import number
from docgen.verify.file import roles as role
from docgen.verify.file.closing import extent, signatures
from docgen.verify.file.looks import SPACER, spot
from docgen.verify.file.outcomes import advice, gathered, told
from docgen.verify.file.paper import File, Paragraph
from docgen.verify.file.wanted import title_of
from docgen.verify.measure import Outcome, Survey

TABLE = "table"
TEXT = (role.BODY, *role.HEADINGS)
TITLES = (role.TITLE, role.NOTE)
NEAR = 6  # twips
MOST = 30

Counts = range
"""The numbers of blank lines that are right."""


class Gap(NamedTuple):
    """What stands between two elements: their roles, the paragraph below, and the blank lines."""

    before: str
    after: str
    below: Paragraph
    blanks: int


def blanks(file: File) -> list[Outcome]:
    """The blank lines between two elements."""
    return gathered(_blanks(file))


def _blanks(file: File) -> Iterator[Outcome]:
    signing = _signing(file) if file.own else {}
    for gap in _gaps(file):
        right = _wanted(gap, file.format, signing)
        if right is None or not (file.own or gap.blanks):
            continue
        name = title_of(gap.after)[0]
        hint = _("{role}前空{count}行") if right[0] else _("删去{role}前的空行")
        yield told(
            _("{role}前的空行").format(role=name),
            str(right[0]),
            str(gap.blanks),
            gap.blanks in right,
            (spot(gap.below, gap.after),),
            hint=hint.format(role=name, count=right[0]),
            weight=advice(file),
        )


def _gaps(file: File) -> Iterator[Gap]:
    """Every two elements that follow each other on one page, the lower one a paragraph."""
    before, count, turned = "", 0, False
    for block in file.body:
        if not isinstance(block, Paragraph):
            before, count, turned = TABLE, 0, False
            continue
        of = file.role(block)
        turned = turned or block.look.get("pageBreakBefore") == "1"
        if of == role.BLANK:
            count += number(block.look.get("spacing@line", "240")) > SPACER
            continue
        if before and not turned:
            yield Gap(before, of, block, count)
        before, count, turned = of, 0, False


def _wanted(gap: Gap, format: PageFormat, signing: Mapping[int, Counts]) -> Counts | None:
    """The blank lines that are right in a gap; None where the standard counts none there."""
    exact = _counted(gap, format)
    if exact is not None:
        return range(exact, exact + 1)
    return signing.get(gap.below.place)


def _counted(gap: Gap, format: PageFormat) -> int | None:
    if gap.after == role.ATTACHMENT_NOTE and gap.before != role.ATTACHMENT_NOTE:
        return format.attachments.blank_before
    if gap.before == role.ATTACHMENT_MARK and gap.after == role.ATTACHMENT_TITLE:
        return max(0, format.attachments.title_line - 2)
    if gap.before in TITLES and gap.after in (role.ADDRESSEES, *TEXT):
        return format.title.blank_after
    if gap.after == role.ATTENDANCE and gap.before in TEXT:
        return format.minutes.blank_before
    close = (role.ADDRESSEES, *TEXT)
    if (gap.before in close and gap.after in TEXT) or (gap.before, gap.after) == (role.DATE, role.ANNOTATION):
        return 0
    return None


def _signing(file: File) -> dict[int, Counts]:
    """By paragraph of a signature the blank lines above it."""
    found = {}
    for organs, date in signatures(file):
        first, between, last = _kind(file, organs, date)
        for at, one in enumerate(organs):
            found[one.place] = between if at else first
        if organs:
            found[date.place] = last
    return {place: counts for place, counts in found.items() if counts is not None}


def _kind(
    file: File, organs: list[Paragraph], date: Paragraph
) -> tuple[Counts | None, Counts | None, Counts | None]:
    """The blank lines above the first organ, between organs, and above the date: a signature with stamps,
    with seals in rows, with a seal, or without any."""
    look = file.format.signing
    stops = " ".join(one.own.get("tabs", "") for one in organs)
    if "right:" in stops:
        return _only(look.blank_stamped), _only(1), _only(look.blank_after_stamp)
    if "center:" in stops or any(one.drawings for one in organs):
        return range(max(1, look.blank_sealed + 1 - len(organs)), MOST), None, _only(0)
    return _unstamped(file, organs, date), _only(0), _only(0)


def _only(count: int) -> Counts:
    return range(count, count + 1)


def _unstamped(file: File, organs: list[Paragraph], date: Paragraph) -> Counts:
    """The blank lines above organs without pictures: as under a seal where the date is so far from the
    edge and they are over it, as without one where they begin left of it. Some names fit both."""
    look, char = file.format.signing, file.format.char
    start, end = extent(file, date)
    begins = min((extent(file, one)[0] for one in organs), default=0)
    ends = max((extent(file, one)[1] for one in organs), default=0)
    from_edge = (file.format.text_width - end) / char
    over = all(abs(sum(extent(file, one)) - start - end) <= 2 * NEAR for one in organs)
    is_sealed = over and abs(from_edge - look.right_sealed) * char <= NEAR
    shifted = abs(start - begins - look.date_shift * char) <= NEAR
    placed = abs(file.format.text_width - ends - look.right_unsealed * char) <= NEAR
    sealed, unsealed = look.blank_sealed, look.blank_unsealed
    if is_sealed and not (shifted and placed):
        return _only(sealed)
    return range(min(sealed, unsealed), max(sealed, unsealed) + 1) if is_sealed else _only(unsealed)


SURVEYS: tuple[Survey[File], ...] = (Survey("file.blanks", "SET-624", "7.3", blanks),)
