"""Checks of the 落款 and the 附注 under it (clauses 7.3.5, 7.3.6)."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.i18n import _
from docgen.verify.measure import Box, Check, Outcome
from docgen.verify.pages.found import MM, ROWS, Seen, figures, things
from docgen.verify.pages.layout import Layout
from docgen.verify.pages.page import Line
from docgen.verify.pages.signature import (
    DATE,
    HALF,
    SEALED,
    STAMPED,
    UNSEALED,
    Signature,
    kind,
    moved,
    off_centre,
    signatures,
    upon,
    widest,
)


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
    gaps = [_gap(layout, it, widest(it)) for it in _of(layout, UNSEALED) if it.names]
    return figures(
        _("署名和成文日期右空"), gaps, layout.required.format.signing.right_unsealed * layout.required.cell
    )


def name_centre(layout: Layout) -> Outcome:
    """How far the middle of the name above the date is from that of the date."""
    off = [
        (off_centre(name, it.date), name.box(it.page)) for it in _of(layout, SEALED) if (name := it.last_name)
    ]
    return figures(_("署名与成文日期的中线之差"), off, 0.0, round(HALF * layout.required.cell, 1))


def date_shift(layout: Layout) -> Outcome:
    """How far the date of an unsealed signature begins right of the name."""
    wanted = layout.required.format.signing.date_shift * layout.required.cell
    shifts = [(moved(it, wanted), it.date.box(it.page)) for it in _of(layout, UNSEALED) if it.names]
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
        if (over := upon(it.seals, name))
    ]
    return figures(_("印章与署名的中线之差"), found, 0.0, round(HALF * layout.required.cell, 1))


def seal_top(layout: Layout) -> Outcome:
    """From the text down to the top of the first row of seals: at most a line, and clear of the text."""
    sealed = [(it.seals, it.body) for it in _of(layout, SEALED) if it.seals]
    tops = [(min(seals, key=lambda seal: seal.top), body) for seals, body in sealed if body]
    gaps = [(seal.top - body.bottom, seal) for seal, body in tops]
    required = _("不超过一行（{row:.2f} mm）").format(row=layout.row)
    seen = [Seen(f"{gap:.2f} mm", -MM < gap < layout.row + MM, seal) for gap, seal in gaps]
    return things(_("印章顶端距正文"), required, seen)


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


def _gap(layout: Layout, it: Signature, line: Line) -> tuple[float, Box]:
    return layout.required.right - line.right, line.box(it.page)


def _all_names(it: Signature) -> list[Line]:
    return [name for row in it.names for name in row.pieces()]


def _covered(it: Signature) -> Seen:
    dated = upon(it.seals, it.date)
    named = all(upon(it.seals, name) for name in _all_names(it))
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
