"""Pictures: seals and stamps behind the names they belong to (clause 7.3.5), others in their line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from docgen.formats import twips
from docgen.i18n import _
from docgen.ooxml.values import WP, A, local, number
from docgen.verify.file import roles as role
from docgen.verify.file.looks import spot
from docgen.verify.file.outcomes import gathered, mm, pt, told
from docgen.verify.file.paper import File, Paragraph
from docgen.verify.measure import Outcome, Survey

EMU_PER_TWIP = 635
NEAR = 12  # twips
MIDDLE = 0.62  # of an exact line's height from its top: the middle of its characters
HIGHEST, LOWEST = -0.2, 1.3  # lines from the middle of a name up to that of its seal


def sizes(file: File) -> Iterator[Outcome]:
    """A picture is as large as its place in the text, and no wider than the text area."""
    for paragraph in file.everything() if file.own else ():
        for drawing in paragraph.drawings:
            inner = next((one for one in drawing.iter(A + "ext") if one.get("cx")), None)
            if inner is None:
                continue
            said, drawn = _size(drawing.find(WP + "extent")), _size(inner)
            room = file.format.text_height
            right = said == drawn and 0 < said[0] <= room * EMU_PER_TWIP
            yield told(
                _("图片的大小"),
                _("{width}×{height}").format(
                    width=mm(drawn[0] / EMU_PER_TWIP), height=mm(drawn[1] / EMU_PER_TWIP)
                ),
                _("{width}×{height}").format(
                    width=mm(said[0] / EMU_PER_TWIP), height=mm(said[1] / EMU_PER_TWIP)
                ),
                right,
                (spot(paragraph, file.role(paragraph)),),
                hint=_("“设置图片格式—大小”里锁定纵横比，重新设定宽度"),
            )


def _size(element: Any) -> tuple[int, int]:
    return (0, 0) if element is None else (number(element.get("cx", "0")), number(element.get("cy", "0")))


def seals(file: File) -> Iterator[Outcome]:
    """Behind the text, placed by text area and paragraph, centred over the name, a little above it."""
    for paragraph in file.having(role.ORGAN) if file.own else ():
        anchors = [one for one in paragraph.drawings if local(one) == "anchor"]
        stops = [stop.partition(":") for stop in paragraph.own.get("tabs", "").split()]
        for at, anchor in enumerate(anchors):
            yield _behind(anchor, paragraph)
            left, top = (_offset(anchor, axis) for axis in ("H", "V"))
            wide, high = (one / EMU_PER_TWIP for one in _size(anchor.find(WP + "extent")))
            kind, _colon, place = stops[at] if at < len(stops) else ("", "", "")
            if kind == "center":
                yield _over(paragraph, number(place), left + wide / 2)
                lift = (MIDDLE * file.format.pitch - top - high / 2) / file.format.pitch
            else:
                edge = file.format.text_width - round(file.format.signing.right_stamped * file.format.char)
                yield _stamp(paragraph, edge, left + wide)
                lift = (MIDDLE * file.format.pitch - top - high / 2) / file.format.pitch
            yield told(
                _("印章中心高于署名"),
                _("0至1行"),
                _("{lines:.1f}行").format(lines=lift),
                HIGHEST <= lift <= LOWEST,
                (spot(paragraph, role.ORGAN),),
                hint=_("印章居中下压署名和成文日期，使署名和日期居印章中心偏下"),
            )
        yield from _apart(file, paragraph, anchors)


def _behind(anchor: Any, paragraph: Paragraph) -> Outcome:
    bases = [str(anchor.find(f"{WP}position{axis}").get("relativeFrom")) for axis in "HV"]
    behind = anchor.get("behindDoc")
    wraps = any(local(one) == "wrapNone" for one in anchor)
    right = bases == ["margin", "paragraph"] and behind == "1" and wraps
    found = " ".join([*bases, f"behindDoc={behind}"])
    return told(
        _("印章的环绕方式"),
        "margin paragraph behindDoc=1",
        found,
        right,
        (spot(paragraph, role.ORGAN),),
        hint=_("“环绕文字”选衬于文字下方，位置相对于页边距和段落"),
    )


def _offset(anchor: Any, axis: str) -> float:
    offset = anchor.find(f"{WP}position{axis}/{WP}posOffset")
    return number(offset.text or "") / EMU_PER_TWIP if offset is not None else 0.0


def _over(paragraph: Paragraph, wanted: int, found: float) -> Outcome:
    right = abs(found - wanted) <= NEAR
    hint = _("移动印章，使它的中线与署名的中线重合")
    return told(_("印章的中线"), pt(wanted), pt(found), right, (spot(paragraph, role.ORGAN),), hint=hint)


def _stamp(paragraph: Paragraph, wanted: int, found: float) -> Outcome:
    right = abs(found - wanted) <= NEAR
    hint = _("移动签名章，使它右空四字")
    return told(_("签名章的右边"), pt(wanted), pt(found), right, (spot(paragraph, role.ORGAN),), hint=hint)


def _apart(file: File, paragraph: Paragraph, anchors: list[Any]) -> Iterator[Outcome]:
    """Seals in a row neither cross nor touch, and stand at one height."""
    spans = [
        (_offset(one, "H"), _offset(one, "H") + _size(one.find(WP + "extent"))[0] / EMU_PER_TWIP)
        for one in anchors
    ]
    for (_start, end), (start, _end) in pairwise(sorted(spans)):
        gap = start - end
        wanted = twips(file.format.signing.seal_gap)
        yield told(
            _("印章的间距"),
            _("不小于{gap}").format(gap=mm(wanted)),
            mm(gap),
            gap >= wanted - NEAR,
            (spot(paragraph, role.ORGAN),),
            hint=_("加宽署名的间隔，使印章互不相交"),
        )
    heights = {(_offset(one, "V"), _size(one.find(WP + "extent"))[1]) for one in anchors}
    yield told(
        _("一排印章的高低"),
        _("相同"),
        str(len(heights)),
        len(heights) <= 1 or len({high for _top, high in heights}) > 1,
        (spot(paragraph, role.ORGAN),),
        hint=_("使一排的印章上下对齐"),
    )


SURVEYS: tuple[Survey[File], ...] = (
    Survey("file.picture.size", "SET-625", "5.2.1", lambda file: gathered(sizes(file))),
    Survey("file.picture.seal", "SET-626", "7.3.5", lambda file: gathered(seals(file))),
)
