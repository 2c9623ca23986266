"""信函格式: the frame of the mark, both double rules, the first page without number (clause 10.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.formats import TWIPS_PER_MM
from docgen.i18n import _
from docgen.ooxml.values import WP, A, local, number
from docgen.verify.file import roles as role
from docgen.verify.file.head import ABOVE, INK, INK_BELOW, POINT, is_letter
from docgen.verify.file.looks import spot
from docgen.verify.file.outcomes import gathered, mm, told
from docgen.verify.file.paper import File
from docgen.verify.measure import Outcome, Spot, Survey

EMU_PER_MM, EMU_PER_PT = 36000, 12700
MM_PER_PT = 25.4 / 72
NEAR, TOP_NEAR, BETWEEN_NEAR = 0.15, 0.6, 0.05  # mm


def frame(file: File) -> Iterator[Outcome]:
    """The mark stands in a frame that is placed on the sheet."""
    if not (file.own and is_letter(file)):
        return
    format = file.format
    for mark in file.having(role.MARK)[:1]:
        look = {
            name: mark.look.get(f"framePr@{name}", "")
            for name in ("vAnchor", "hAnchor", "wrap", "x", "y", "w")
        }
        place = (spot(mark, role.MARK),)
        hint = _("图文框的位置相对于页面，标志上边缘距纸边{mm:g}毫米").format(mm=format.letter.top)
        fixed = (look["vAnchor"], look["hAnchor"], look["wrap"])
        yield told(
            _("图文框的基准"),
            "page page notBeside",
            " ".join(fixed),
            fixed == ("page", "page", "notBeside"),
            place,
            hint=hint,
        )
        line = number(mark.look.get("spacing@line", "240"))
        ink = ABOVE * line - INK * mark.size * POINT
        found = (number(look["y"]) + ink) / TWIPS_PER_MM
        yield told(
            _("发文机关标志上边缘至纸边"),
            mm(format.letter.top * TWIPS_PER_MM),
            mm(found * TWIPS_PER_MM),
            abs(found - format.letter.top) <= TOP_NEAR,
            place,
            hint=hint,
        )
        for name, wanted in (("x", format.core.left * TWIPS_PER_MM), ("w", format.text_width)):
            here = number(look[name])
            yield told(_("图文框的左边和宽"), mm(wanted), mm(here), abs(here - wanted) <= 2, place, hint=hint)


def rules(file: File) -> Iterator[Outcome]:
    """Both double rules: as long, as thick and where the clause says, red."""
    if not (file.own and is_letter(file)):
        return
    for one in file.having(role.DOUBLE_RULE):
        lines = [line for drawing in one.drawings if (line := _line(drawing))]
        yield from _double(file, lines, _under_the_mark(file), True, (spot(one, role.DOUBLE_RULE),))
    for section in file.sections[:1]:
        name, root = section.footers.get("first", ("", None))
        if root is not None:
            lines = [line for drawing in _anchors(root) if (line := _line(drawing))]
            foot = file.format.sheet.height - file.format.letter.foot
            yield from _double(file, lines, foot, False, (Spot(name, 0, _("首页页脚")),))


def _anchors(root: Any) -> list[Any]:
    return [
        one
        for one in root.iter(WP + "anchor")
        if not any(local(up) == "Fallback" for up in one.iterancestors())
    ]


def _under_the_mark(file: File) -> float:
    """Where the upper edge of the first rule belongs, in mm from the edge of the sheet."""
    marks = [one for one in file.having(role.MARK) if not one.is_blank]
    ink = sum(number(one.look.get("spacing@line", "240")) for one in marks[1:])
    if marks:
        ink += round((INK + INK_BELOW) * marks[0].size * POINT)
    return file.format.letter.top + file.format.letter.gap + ink / TWIPS_PER_MM


def _line(drawing: Any) -> dict[str, Any]:
    """A drawn line: middle, left and length in mm, thickness in pt, colour, what it is placed by."""
    stroke = next(drawing.iter(A + "ln"), None)
    extent = drawing.find(WP + "extent")
    if stroke is None or extent is None:
        return {}
    places: dict[str, Any] = {}
    for axis in ("H", "V"):
        position = drawing.find(f"{WP}position{axis}")
        offset = None if position is None else position.find(WP + "posOffset")
        places[axis] = number(offset.text or "") / EMU_PER_MM if offset is not None else 0.0
        places[f"by {axis}"] = "" if position is None else str(position.get("relativeFrom"))
    colour = next(stroke.iter(A + "srgbClr"), None)
    inner = next(drawing.iter(A + "ext"), None)
    return {
        **places,
        "length": number(extent.get("cx", "0")) / EMU_PER_MM,
        "drawn": number(inner.get("cx", "0")) / EMU_PER_MM if inner is not None else 0.0,
        "width": number(stroke.get("w", "0")) / EMU_PER_PT,
        "colour": "" if colour is None else str(colour.get("val")),
    }


def _double(
    file: File, lines: list[dict[str, Any]], at: float, first: bool, place: tuple[Spot, ...]
) -> Iterator[Outcome]:
    look = file.format.letter
    hint = _("双线长{length:g}毫米、居中，颜色{color}").format(
        length=look.length, color=file.format.letterhead.color
    )
    yield told(_("红色双线"), "2", str(len(lines)), len(lines) == 2, place, hint=hint)
    if len(lines) != 2:
        return
    upper, lower = sorted(lines, key=lambda line: line["V"])
    widths = (look.thick, look.thin) if first else (look.thin, look.thick)
    for line, width in zip((upper, lower), widths, strict=True):
        for what, wanted, found, right in _strokes(file, line, width):
            yield told(what, wanted, found, right, place, hint=hint)
    apart = lower["V"] - upper["V"]
    between = (look.between + (look.thick + look.thin) / 2) * MM_PER_PT
    top = upper["V"] - upper["width"] / 2 * MM_PER_PT
    bottom = lower["V"] + lower["width"] / 2 * MM_PER_PT
    here = top if first else (top + bottom) / 2
    for what, needed, measured, near in (
        (_("双线的间距"), between, apart, BETWEEN_NEAR),
        (_("双线的位置"), at, here, TOP_NEAR if first else NEAR),
    ):
        right = abs(measured - needed) <= near
        yield told(what, mm(needed * TWIPS_PER_MM), mm(measured * TWIPS_PER_MM), right, place, hint=hint)


def _strokes(file: File, line: dict[str, Any], width: float) -> Iterator[tuple[str, str, str, bool]]:
    """What one line of a double rule is held to: what, wanted, found, whether it is right."""
    look, red = file.format.letter, file.format.letterhead.color
    left = (file.format.sheet.width - look.length) / 2
    yield _("双线的粗"), f"{width:g}", f"{line['width']:g}", abs(line["width"] - width) < BETWEEN_NEAR
    for what, wanted, found in (
        (_("双线的长"), look.length, line["length"]),
        (_("双线的长"), look.length, line["drawn"]),
        (_("双线的左端"), left, line["H"]),
    ):
        right = abs(wanted - found) <= NEAR
        yield what, mm(wanted * TWIPS_PER_MM), mm(found * TWIPS_PER_MM), right
    yield _("双线的颜色"), red, line["colour"], line["colour"].upper() == red
    by = (line["by H"], line["by V"])
    yield _("双线的基准"), "page page", " ".join(by), by == ("page", "page")


def elements(file: File) -> Iterator[Outcome]:
    """The line with the rule is as high as puts the first element its distance below it."""
    if not (file.own and is_letter(file)):
        return
    format = file.format
    for one in file.having(role.DOUBLE_RULE):
        marks = [mark for mark in file.having(role.MARK) if number(mark.look.get("framePr@y", "0"))]
        frame_ends = number(marks[0].look["framePr@y"]) if marks else 0
        frame_ends += sum(number(mark.look.get("spacing@line", "240")) for mark in marks)
        rule = (format.letter.thick + format.letter.between + format.letter.thin) * POINT
        lead = ABOVE * format.pitch + 0.03 * format.pitch - INK * format.body.size * POINT
        first = frame_ends + number(one.look.get("spacing@line", "240")) + lead
        gap = (first - _under_the_mark(file) * TWIPS_PER_MM - rule) / POINT
        yield told(
            _("要素距双线"),
            f"{format.letter.space:g}",
            f"{gap:.1f}",
            abs(gap - format.letter.space) <= 2,
            (spot(one, role.DOUBLE_RULE),),
            hint=_("调整双线所在段落的行距"),
        )


def first_page(file: File) -> Iterator[Outcome]:
    """The first page shows no number."""
    if not (file.own and is_letter(file)):
        return
    section = file.sections[0]
    own = section.look.get("titlePg") == "1"
    has = "first" in section.footers
    yield told(
        _("首页的页脚"),
        _("首页不同，没有页码"),
        _("首页不同") if own and has else _("与其他页相同"),
        own and has,
        (Spot("word/document.xml", 0, _("第{number}节").format(number=1)),),
        hint=_("“布局—页面设置—版式”里勾选“首页不同”，首页不排页码"),
    )


def others(file: File) -> Iterator[Outcome]:
    """Only a letter's first page has a foot of its own."""
    for section in file.sections:
        first = section.look.get("titlePg") == "1"
        letter = is_letter(file) and section.at == 0
        if file.own and not letter:
            words = {True: _("首页不同"), False: _("首页相同")}
            hint = _("“布局—页面设置—版式”里取消“首页不同”")
            yield told(_("首页的页眉页脚"), words[False], words[first], not first, hint=hint)


def _survey(id: str, problem: str, measure: Any) -> Survey[File]:
    return Survey(f"file.letter.{id}", problem, "10.1", lambda file: gathered(measure(file)))


SURVEYS = (
    _survey("frame", "SET-651", frame),
    _survey("rules", "SET-652", rules),
    _survey("elements", "SET-653", elements),
    _survey("first", "SET-654", first_page),
    _survey("others", "SET-655", others),
)
