"""Checks of the 落款 and the 附注 under it (clauses 7.3.5, 7.3.6)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from docgen.i18n import _
from docgen.verify.measure import Box, Check, Outcome
from docgen.verify.pages.attached import listed, notes
from docgen.verify.pages.found import MM, ROWS, Seen, figures, things
from docgen.verify.pages.layout import Layout, Spot
from docgen.verify.pages.page import Line

SEALED, STAMPED, UNSEALED = "盖章", "签名章", "不盖章"
DATE = re.compile(r"^(19|20)\d{2}年(1[0-2]|[1-9])月(3[01]|[12]\d|[1-9])日$")
LOOSE_DATE = re.compile(
    r"^[\d〇○零一二三四五六七八九]{4}年[\d〇一二三四五六七八九十]{1,3}月[\d〇一二三四五六七八九十]{1,3}日$"
)
RIGHT_HALF = 8  # characters from the left from which a date may be that of a signature
DEEP = 2.5  # characters of indent: more than a paragraph's
ROWS_APART = 7  # lines between the names of organs with a seal each
SEAL = (25.0, 62.0)  # mm: what a picture of a seal may measure
HALF = 0.5  # of a character: how far a centred name may be off, as programs set digits apart


@dataclass(frozen=True, slots=True)
class Signature:
    """A 落款: its date, the rows of names above it (from top to bottom), and the seals upon it. `body` is the
    last line above it all, on the same page."""

    page: int
    date: Line
    names: tuple[Line, ...]
    seals: tuple[Box, ...]
    stamps: tuple[Box, ...]
    body: Line | None
    after: Line | None

    @property
    def box(self) -> Box:
        lines = [*self.names, self.date]
        left, right = min(line.left for line in lines), max(line.right for line in lines)
        return Box(self.page, left, lines[0].top, right, self.date.bottom)

    @property
    def first(self) -> Line:
        """The first line of it."""
        return self.names[0] if self.names else self.date

    @property
    def last_name(self) -> Line | None:
        """The name that the date belongs under."""
        return self.names[-1].pieces()[-1] if self.names else None


def signatures(layout: Layout) -> list[Signature]:
    """All 落款 of the document: a date alone in the right of its line, below text."""
    return [_signature(layout, spot) for spot in layout.body() if _is_date(layout, spot)]


def _is_date(layout: Layout, spot: Spot) -> bool:
    far = layout.indent(spot.line) > RIGHT_HALF and spot.line.centre > layout.required.middle
    return far and bool(LOOSE_DATE.match(spot.line.ink)) and spot.before is not None


def _signature(layout: Layout, spot: Spot) -> Signature:
    above = [line for line in spot.page.lines if line.baseline < spot.line.baseline]
    names = tuple(_names(layout, spot, above))
    top, bottom = [*names, spot.line][0].top, spot.line.bottom
    pictures = [p for p in spot.page.pictures if p.top < bottom and p.bottom > top - SEAL[0]]
    seals = tuple(picture for picture in pictures if _is_seal(picture))
    stamps = tuple(picture for picture in pictures if not _is_seal(picture))
    rest = above[: len(above) - len(names)]
    return Signature(spot.page.index, spot.line, names, seals, stamps, rest[-1] if rest else None, spot.after)


def _names(layout: Layout, date: Spot, above: Sequence[Line]) -> list[Line]:
    """The rows of names above the date, from the top; they stand further in than paragraphs do, or
    under seals."""
    names: list[Line] = []
    named = {id(line) for spot in notes(layout) for _page, line in listed(layout, spot)}
    for line in reversed(above):
        near = (names[0] if names else date.line).baseline - line.baseline < ROWS_APART * layout.row
        sealed = any(_upon(date.page.pictures, name) for name in line.pieces()[:1])
        deep = sealed or layout.indent(line) > DEEP
        name = layout.is_body(line) and deep and line.text[-1] not in "。；："
        if not (near and name) or id(line) in named:
            break
        names.insert(0, line)
    return names


def _is_seal(picture: Box) -> bool:
    width, height = picture.right - picture.left, picture.bottom - picture.top
    return SEAL[0] <= width <= SEAL[1] and SEAL[0] <= height <= SEAL[1] and 0.75 < width / height < 1.34


def kind(layout: Layout, it: Signature) -> str:
    """Whether the signature is sealed, stamped with signatures, or neither, by where its date stands."""
    if it.seals:
        return SEALED
    if it.stamps or _is_signed(layout, it):
        return STAMPED
    rows = [row.baseline for row in it.names]
    apart = any(below - above > 1.5 * layout.row for above, below in pairwise(rows))
    sealed, unsealed = _off_sealed(layout, it), _off_unsealed(layout, it)
    beside = any(len(row.pieces()) > 1 for row in it.names)
    return SEALED if apart or beside or sealed < max(unsealed, MM) else UNSEALED


def _is_signed(layout: Layout, it: Signature) -> bool:
    """Whether a name is printed where the stamp of a signature would be: beside a post, and a line is
    left blank above the date (7.3.5.3)."""
    beside = bool(it.names) and len(it.names[-1].pieces()) > 1
    return beside and layout.blank_lines(it.names[-1].bottom, it.date.top) > ROWS


def _off_sealed(layout: Layout, it: Signature) -> float:
    """How far a signature is from what 7.3.5.1 demands, in mm all told."""
    given, cell = layout.required.format.signing, layout.required.cell
    date = abs(layout.required.right - it.date.right - given.right_sealed * cell)
    return date + (abs(_off_centre(it.last_name, it.date)) if it.last_name else 0.0)


def _off_centre(name: Line, date: Line) -> float:
    """How far the middle of the name is from that of the date. LibreOffice sets digits apart from ideographs
    whatever the file says, so the date may be meant to be narrower, at the same right edge."""
    off = name.centre - date.centre
    return min(off, off - _widening(date) / 2, key=abs)


def _widening(date: Line) -> float:
    """What LibreOffice makes a date wider by setting digits apart from ideographs."""
    return sum(max(right[0] - left[1], 0.0) for left, right in pairwise(date.edges))


def _off_unsealed(layout: Layout, it: Signature) -> float:
    given, cell = layout.required.format.signing, layout.required.cell
    shift = given.date_shift * cell
    off = abs(_shift(it, shift) - shift) if it.names else 0.0
    return abs(layout.required.right - _widest(it).right - given.right_unsealed * cell) + off


def _widest(it: Signature) -> Line:
    """The line of an unsealed signature that stands two characters from the right: the longest name, or the
    date where it is longer."""
    name = max(it.names, key=lambda line: line.right, default=it.date)
    date = it.date.right - it.date.left - _widening(it.date)
    return it.date if date > name.right - name.left + MM / 2 else name


def date_form(layout: Layout) -> Outcome:
    seen = [
        Seen(it.date.ink, bool(DATE.match(it.date.ink)), it.date.box(it.page)) for it in signatures(layout)
    ]
    return things(_("成文日期"), _("阿拉伯数字，月、日不编虚位，如“2026年9月1日”"), seen)


def date_right(layout: Layout) -> Outcome:
    """Of a sealed or stamped signature; the right end of the widest line of an unsealed one is `right`."""
    given = layout.required.format.signing
    gaps = [_gap(layout, it, it.date) for it in _of(layout, SEALED, STAMPED)]
    return figures(_("成文日期右空"), gaps, given.right_sealed * layout.required.cell)


def right(layout: Layout) -> Outcome:
    """From the widest line of an unsealed signature to the right edge."""
    gaps = [_gap(layout, it, _widest(it)) for it in _of(layout, UNSEALED) if it.names]
    return figures(
        _("署名和成文日期右空"), gaps, layout.required.format.signing.right_unsealed * layout.required.cell
    )


def name_centre(layout: Layout) -> Outcome:
    """How far the middle of the name above the date is from that of the date."""
    off = [
        (_off_centre(name, it.date), name.box(it.page))
        for it in _of(layout, SEALED)
        if (name := it.last_name)
    ]
    return figures(_("署名与成文日期的中线之差"), off, 0.0, HALF * layout.required.cell)


def date_shift(layout: Layout) -> Outcome:
    """How far the date of an unsealed signature begins right of the name."""
    wanted = layout.required.format.signing.date_shift * layout.required.cell
    shifts = [(_shift(it, wanted), it.date.box(it.page)) for it in _of(layout, UNSEALED) if it.names]
    return figures(_("成文日期首字比署名首字右移"), shifts, wanted)


def blank(layout: Layout) -> Outcome:
    """Blank lines above an unsealed signature."""
    count = layout.required.format.signing.blank_unsealed
    found = [
        (layout.blank_lines(it.body.bottom, it.first.top), it.first.box(it.page))
        for it in _of(layout, UNSEALED)
        if it.body and it.names
    ]
    return figures(_("落款上方的空行"), found, count, ROWS, _("行"))


def alone(layout: Layout) -> Outcome:
    """A signature shares its page with text."""
    seen = [
        Seen(_("有") if it.body or it.page == 1 else _("无"), bool(it.body) or it.page == 1, it.box)
        for it in signatures(layout)
    ]
    return things(_("落款所在页的正文"), _("有"), seen)


def seal_over(layout: Layout) -> Outcome:
    """The last seal is upon the name and the date, and every name has a seal."""
    seen = [_covered(it) for it in _of(layout, SEALED) if it.seals]
    return things(_("印章与署名、成文日期"), _("居中下压"), seen)


def seal_middle(layout: Layout) -> Outcome:
    """How far the middle of a seal is from that of the name it is upon."""
    found = [
        (min((seal.left + seal.right) / 2 - name.centre for seal in over), name.box(it.page))
        for it in _of(layout, SEALED)
        for name in _all_names(it)
        if (over := _upon(it.seals, name))
    ]
    return figures(_("印章与署名的中线之差"), found, 0.0, HALF * layout.required.cell)


def seal_top(layout: Layout) -> Outcome:
    """From the text down to the top of the first row of seals: at most a line."""
    found = [
        (min(it.seals, key=lambda seal: seal.top), it.body)
        for it in _of(layout, SEALED)
        if it.seals and it.body
    ]
    gaps = [(seal.top - body.bottom, seal) for seal, body in found]
    # Half a line is the middle of what is allowed.
    return figures(_("印章顶端距正文"), gaps, layout.row / 2, layout.row / 2 + MM)


def seal_apart(layout: Layout) -> Outcome:
    """Seals neither cross nor touch each other, and stay within the text area."""
    required = layout.required
    seen = [
        Seen(shown, shown == _("分开"), seal)
        for it in _of(layout, SEALED)
        for seal in it.seals
        if (shown := _standing(seal, it.seals, required.left - MM, required.right + MM))
    ]
    return things(_("各印章"), _("分开"), seen)


def stamp_right(layout: Layout) -> Outcome:
    given = layout.required.format.signing
    gaps = [(layout.required.right - stamp.right, stamp) for _it, stamp in _stamps(layout)]
    return figures(_("签名章右空"), gaps, given.right_stamped * layout.required.cell)


def stamp_post(layout: Layout) -> Outcome:
    """From a signer's post to the stamp."""
    given = layout.required.format.signing
    gaps = [(stamp.left - post.right, stamp) for it, stamp in _stamps(layout) for post in _posts(it, stamp)]
    return figures(_("签名章距职务"), gaps, given.post * layout.required.cell)


def stamp_middle(layout: Layout) -> Outcome:
    """A signer's post stands at half the height of the stamp."""
    found = [
        ((post.top + post.bottom) / 2 - (stamp.top + stamp.bottom) / 2, stamp)
        for it, stamp in _stamps(layout)
        for post in _posts(it, stamp)
    ]
    return figures(_("职务与签名章的上下中线之差"), found, 0.0, 2 * MM)


def annotation_left(layout: Layout) -> Outcome:
    indent = layout.required.indent * layout.required.cell
    lefts = [(line.left - layout.left, line.box(it.page)) for it, line in _annotations(layout)]
    return figures(_("附注左空"), lefts, indent)


def annotation_above(layout: Layout) -> Outcome:
    found = [
        (layout.blank_lines(it.date.bottom, line.top), line.box(it.page)) for it, line in _annotations(layout)
    ]
    return figures(_("成文日期与附注之间的空行"), found, 0, ROWS, _("行"))


def _of(layout: Layout, *kinds: str) -> list[Signature]:
    return [it for it in signatures(layout) if kind(layout, it) in kinds]


def _shift(it: Signature, wanted: float) -> float:
    """How far the date begins right of a name, the one of several that comes nearest to what is wanted. A
    date that ends at its place begins further left in LibreOffice by what it is widened."""
    begins = (it.date.left, it.date.left + _widening(it.date))
    shifts = [begin - line.left for line in it.names for begin in begins]
    return min(shifts, key=lambda shift: abs(shift - wanted))


def _gap(layout: Layout, it: Signature, line: Line) -> tuple[float, Box]:
    return layout.required.right - line.right, line.box(it.page)


def _all_names(it: Signature) -> list[Line]:
    return [name for row in it.names for name in row.pieces()]


def _upon(seals: Sequence[Box], line: Line) -> list[Box]:
    """The seals that lie over a line."""
    level = line.baseline
    return [s for s in seals if s.top < level < s.bottom and s.left < line.centre < s.right]


def _covered(it: Signature) -> Seen:
    dated = _upon(it.seals, it.date)
    named = all(_upon(it.seals, name) for name in _all_names(it))
    low = [seal for seal in dated if it.date.bottom > (seal.top + seal.bottom) / 2]
    shown = _("居中下压")
    if not named:
        shown = _("署名上没有印章")
    elif not dated:
        shown = _("成文日期上没有印章")
    elif not low:
        shown = _("成文日期在印章中心之上")
    return Seen(shown, bool(named and low), it.box)


def _standing(seal: Box, seals: Sequence[Box], left: float, right: float) -> str:
    if seal.left < left or seal.right > right:
        return _("超出版心")
    others = [other for other in seals if other is not seal]
    crossing = any(
        other.left <= seal.right
        and seal.left <= other.right
        and other.top <= seal.bottom
        and seal.top <= other.bottom
        for other in others
    )
    return _("相交或相切") if crossing else _("分开")


def _stamps(layout: Layout) -> list[tuple[Signature, Box]]:
    return [(it, stamp) for it in _of(layout, STAMPED) for stamp in it.stamps]


def _posts(it: Signature, stamp: Box) -> list[Line]:
    """The post to the left of a stamp."""
    return [line for line in it.names if stamp.top < line.baseline < stamp.bottom]


def _annotations(layout: Layout) -> list[tuple[Signature, Line]]:
    below = ((it, it.after) for it in signatures(layout))
    return [(it, line) for it, line in below if line and line.text.startswith("（")]


CHECKS = (
    Check("sign.date", "PAG-521", "7.3.5.4", date_form),
    Check("sign.date.right", "PAG-522", "7.3.5.1", date_right),
    Check("sign.name", "PAG-523", "7.3.5.1", name_centre),
    Check("sign.right", "PAG-524", "7.3.5.2", right),
    Check("sign.shift", "PAG-525", "7.3.5.2", date_shift),
    Check("sign.above", "PAG-526", "7.3.5.2", blank),
    Check("sign.alone", "PAG-527", "7.3.5.5", alone),
    Check("seal.over", "PAG-531", "7.3.5.1", seal_over),
    Check("seal.middle", "PAG-532", "7.3.5.1", seal_middle),
    Check("seal.top", "PAG-533", "7.3.5.1", seal_top),
    Check("seal.apart", "PAG-534", "7.3.5.1", seal_apart),
    Check("stamp.right", "PAG-535", "7.3.5.3", stamp_right),
    Check("stamp.post", "PAG-536", "7.3.5.3", stamp_post),
    Check("stamp.middle", "PAG-537", "7.3.5.3", stamp_middle),
    Check("annotation.left", "PAG-541", "7.3.6", annotation_left),
    Check("annotation.above", "PAG-542", "7.3.6", annotation_above),
)
