"""The number of a landscape page: turned, where the others have theirs (clause 8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docgen.formats import TWIPS_PER_MM
from docgen.i18n import _
from docgen.ooxml.values import WP, A, number
from docgen.verify.file.feet import fields_of
from docgen.verify.file.outcomes import gathered, mm, told
from docgen.verify.file.paper import File
from docgen.verify.measure import Outcome, Spot, Survey

NEAR = 6  # twips
EMU_PER_TWIP = 635


def turned(file: File) -> list[Outcome]:
    """The text box with the number of a landscape page: turned, at the place of upright pages."""
    return gathered(_turned(file)) if file.own else []


def _turned(file: File) -> Iterator[Outcome]:
    for section in (one for one in file.sections if one.landscape):
        for name, root in section.headers.values():
            if "PAGE" in fields_of(root):
                yield from (_setting(name, *row) for row in _settings(file, root))


def _settings(file: File, root: Any) -> Iterable[tuple[str, str, str, bool]]:
    body = next(root.iter("{*}bodyPr"), None)
    extent = next(root.iter(WP + "extent"), None)
    format = file.format
    centre = format.sheet.height - format.core.top - format.core.height - format.page_number.gap
    yield _("文字方向"), "vert", _attribute(body, "vert"), _attribute(body, "vert") == "vert"
    yield _("垂直对齐"), "ctr", _attribute(body, "anchor"), _attribute(body, "anchor") == "ctr"
    for name in ("lIns", "tIns", "rIns", "bIns"):
        yield _("文本框内边距"), "0", _attribute(body, name), _attribute(body, name) == "0"
    for axis in ("positionH", "positionV"):
        place = next(root.iter(WP + axis), None)
        base = _attribute(place, "relativeFrom")
        offset = "" if place is None or not len(place) else str(place[0].text)
        yield _("文本框的位置"), "page 0", f"{base} {offset}", (base, offset) == ("page", "0")
    sizes = {"cx": 2 * centre, "cy": format.sheet.width}
    for element in (extent, next(root.iter(A + "ext"), None)):
        for name, wanted in sizes.items():
            found = number(_attribute(element, name)) / EMU_PER_TWIP
            twips = wanted * TWIPS_PER_MM
            yield _("文本框的大小"), mm(twips), mm(found), abs(found - twips) <= NEAR


def _attribute(element: Any, name: str) -> str:
    return "" if element is None else str(element.get(name, ""))


def _setting(part: str, what: str, wanted: str, found: str, right: bool) -> Outcome:
    hint = _("横排页的页码放在版心左侧的竖排文本框里")
    return told(_("横排页页码的{what}").format(what=what), wanted, found, right, (Spot(part),), hint=hint)


SURVEYS = (Survey("file.foot.turned", "SET-609", "8", turned),)
