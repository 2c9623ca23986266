"""Tab stops of a signature: names in rows under seals (clause 7.3.5.1), posts beside stamps (7.3.5.3)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.i18n import _
from docgen.ooxml.values import WP, number
from docgen.verify.file import roles as role
from docgen.verify.file.closing import advance, chars, extent, signatures
from docgen.verify.file.looks import spot
from docgen.verify.file.outcomes import gathered, pt, told
from docgen.verify.file.paper import File, Paragraph
from docgen.verify.measure import Outcome, Survey

NEAR = 6  # twips
EMU_PER_TWIP = 635

Stops = list[tuple[str, int]]
"""The kind and the place in twips of each tab stop."""


def stops_of(paragraph: Paragraph) -> Stops:
    stops = (stop.partition(":") for stop in paragraph.own.get("tabs", "").split())
    return [(kind, number(place)) for kind, _colon, place in stops]


def columns(file: File) -> Iterator[Outcome]:
    """Names in rows under seals: as far apart as each other, the last over the date."""
    hint = _("署名用居中制表位排列，最后一个与成文日期居中对齐，间隔相等")
    for organs, date in signatures(file) if file.own else ():
        middle = sum(extent(file, date)) // 2
        for organ in organs:
            stops = stops_of(organ)
            if not any(kind == "center" for kind, _place in stops):
                continue
            place = (spot(organ, role.ORGAN),)
            right = abs(stops[-1][1] - middle) <= NEAR and organ.look.get("jc@val") == "left"
            yield told(_("署名的制表位"), pt(middle), pt(stops[-1][1]), right, place, hint=hint)
            kinds = {kind for kind, _place in stops}
            words = "、".join(sorted(kinds))
            yield told(_("署名的制表位的对齐"), "center", words, kinds == {"center"}, place, hint=hint)
            gaps = {after - before for (_a, before), (_b, after) in pairwise(stops)}
            even = max(gaps, default=0) - min(gaps, default=0) <= NEAR
            say = "、".join(pt(gap) for gap in sorted(gaps))
            yield told(_("署名的间隔"), _("相等"), say, even, place, hint=hint)


def stamps(file: File) -> Iterator[Outcome]:
    """Posts end under each other; stamps or names begin under each other, the widest so far from the edge."""
    look = file.format.signing
    hint = _("职务用右对齐制表位，签名章用左对齐制表位，签名章右空{count:g}字").format(
        count=look.right_stamped
    )
    for organs, _date in signatures(file) if file.own else ():
        posts = [one for one in organs if any(kind == "right" for kind, _place in stops_of(one))]
        widest = max((_stamp(one, file) for one in posts), default=0)
        name = file.format.text_width - chars(look.right_stamped, file) - widest
        wanted = [("right", name - chars(look.post, file)), ("left", name)]
        for one in posts:
            found = stops_of(one)
            kinds = [kind for kind, _place in found] == ["right", "left"]
            right = kinds and all(abs(a - b) <= NEAR for (_a, a), (_b, b) in zip(found, wanted, strict=True))
            place = (spot(one, role.ORGAN),)
            yield told(_("签名章的制表位"), _say(wanted), _say(found), right, place, hint=hint)


def _say(stops: Stops) -> str:
    return " ".join(f"{kind} {pt(place)}" for kind, place in stops)


def _stamp(paragraph: Paragraph, file: File) -> int:
    """How wide the stamp of a signer is, or the name that stands in its place, in twips."""
    extents = (drawing.find(WP + "extent") for drawing in paragraph.drawings)
    widths = [number(one.get("cx", "0")) // EMU_PER_TWIP for one in extents if one is not None]
    return max(widths) if widths else advance(paragraph.text.rpartition("\t")[2], file.format)


SURVEYS: tuple[Survey[File], ...] = (
    Survey("file.signature.columns", "SET-623", "7.3.5.1", lambda file: gathered(columns(file))),
    Survey("file.signature.stamps", "SET-628", "7.3.5.3", lambda file: gathered(stamps(file))),
)
