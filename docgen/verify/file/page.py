"""Sections: paper and margins (clauses 5.1, 5.2, 8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from docgen.formats import PageFormat, twips
from docgen.i18n import _
from docgen.ooxml.values import number, switch
from docgen.verify.file.outcomes import advice, gathered, mm, told
from docgen.verify.file.paper import MAIN_PART, File, Section
from docgen.verify.measure import Outcome, Spot, Survey, figure

MM = 57  # twips: the tolerance of the standard, 1 mm
WORD_STEP = 3  # twips: Word's dialogs count in tenths of a millimetre
SIDES = ("top", "right", "bottom", "left")


def each(
    file: File, measure: Callable[[Section], Iterator[Outcome]], landscape: bool | None = None
) -> list[Outcome]:
    sections = [one for one in file.sections if landscape is None or one.landscape is landscape]
    return gathered(outcome for section in sections for outcome in measure(section))


def place_of(section: Section) -> tuple[Spot, ...]:
    return (Spot(MAIN_PART, 0, _("第{number}节").format(number=section.at + 1)),)


def paper(file: File) -> list[Outcome]:
    sheet = file.format.sheet
    short, long = twips(sheet.width), twips(sheet.height)

    def measure(section: Section) -> Iterator[Outcome]:
        width, height = section.twips("pgSz@w"), section.twips("pgSz@h")
        wanted = (long, short) if section.landscape else (short, long)
        right = abs(width - wanted[0]) <= WORD_STEP and abs(height - wanted[1]) <= WORD_STEP
        size = _("{width}×{height}毫米")
        yield told(
            _("纸张"),
            size.format(width=figure(sheet.width), height=figure(sheet.height)),
            size.format(width=figure(width * 25.4 / 1440), height=figure(height * 25.4 / 1440)),
            right,
            place_of(section),
            hint=_("“布局—纸张大小”选A4"),
        )

    return each(file, measure)


def orientation(file: File) -> list[Outcome]:
    """The mark of a landscape page agrees with its measures, which printers go by."""

    def measure(section: Section) -> Iterator[Outcome]:
        said = section.look.get("pgSz@orient", "portrait") == "landscape"
        words = {True: _("横向"), False: _("纵向")}
        right = said is section.landscape
        yield told(
            _("纸张方向"),
            words[section.landscape],
            words[said],
            right,
            place_of(section),
            hint=_("“布局—纸张方向”重新选一次"),
        )

    return each(file, measure)


def margins(format: PageFormat, landscape: bool) -> dict[str, int]:
    """The margins of a page in twips; a landscape page is the upright one turned (clause 8)."""
    top, left = twips(format.core.top), twips(format.core.left)
    right = twips(format.sheet.width) - left - format.text_width
    bottom = twips(format.sheet.height) - top - format.text_height
    return dict(
        zip(SIDES, (left, top, right, bottom) if landscape else (top, right, bottom, left), strict=True)
    )


def margin(side: str, file: File) -> list[Outcome]:
    near = WORD_STEP if file.own else MM
    names = {"top": _("上边距"), "right": _("右边距"), "bottom": _("下边距"), "left": _("左边距")}

    def measure(section: Section) -> Iterator[Outcome]:
        wanted = margins(file.format, section.landscape)[side]
        found = section.twips(f"pgMar@{side}")
        yield told(
            names[side],
            mm(wanted),
            mm(found),
            abs(found - wanted) <= near,
            place_of(section),
            hint=_("“布局—页边距”的{side}设为{value}").format(side=names[side], value=mm(wanted)),
        )

    return each(file, measure)


def gutter(file: File) -> list[Outcome]:
    def measure(section: Section) -> Iterator[Outcome]:
        found = section.twips("pgMar@gutter")
        yield told(
            _("装订线"), mm(0), mm(found), not found, place_of(section), hint=_("“布局—页边距”的装订线设为0")
        )

    return each(file, measure)


def header(file: File) -> list[Outcome]:
    """A header that stands so low that it pushes the text down."""

    def measure(section: Section) -> Iterator[Outcome]:
        top = section.twips("pgMar@top")
        found = section.twips("pgMar@header")
        yield told(
            _("页眉距边界"),
            _("小于上边距{top}").format(top=mm(top)),
            mm(found),
            0 <= found <= top - 20,
            place_of(section),
            hint=_("“布局—版式”的页眉距边界调小"),
        )

    return each(file, measure)


def columns(file: File) -> list[Outcome]:
    def measure(section: Section) -> Iterator[Outcome]:
        count = number(section.look.get("cols@num", "1"), 1)
        yield told(_("分栏"), "1", str(count), count == 1, place_of(section), hint=_("“布局—栏”选一栏"))

    return each(file, measure)


def direction(file: File) -> list[Outcome]:
    def measure(section: Section) -> Iterator[Outcome]:
        found = section.look.get("textDirection@val", "lrTb")
        yield told(
            _("文字方向"),
            _("水平"),
            found,
            found in ("lrTb", "lr"),
            place_of(section),
            hint=_("“布局—文字方向”选水平"),
        )

    return each(file, measure)


def upright(file: File) -> list[Outcome]:
    """Text begins at the top of the text area."""

    def measure(section: Section) -> Iterator[Outcome]:
        found = section.look.get("vAlign@val", "top")
        yield told(
            _("页面垂直对齐"),
            _("顶端"),
            found,
            found == "top",
            place_of(section),
            hint=_("“布局—版式”的垂直对齐方式选顶端对齐"),
        )

    return each(file, measure)


def mirrored(file: File) -> list[Outcome]:
    if file.settings is None:
        return []
    found = switch(file.settings, "mirrorMargins")
    hint = _("“布局—页边距”的多页选普通")
    return [
        told(
            _("对称页边距"), _("关"), _("开") if found else _("关"), not found, hint=hint, weight=advice(file)
        )
    ]


SURVEYS = (
    Survey("file.paper", "SET-501", "5.1", paper),
    Survey("file.orientation", "SET-502", "5.1", orientation),
    Survey("file.margin.top", "SET-503", "5.2.1", partial(margin, "top")),
    Survey("file.margin.left", "SET-504", "5.2.1", partial(margin, "left")),
    Survey("file.margin.right", "SET-505", "5.2.1", partial(margin, "right")),
    Survey("file.margin.bottom", "SET-506", "5.2.1", partial(margin, "bottom")),
    Survey("file.gutter", "SET-507", "5.2.1", gutter),
    Survey("file.header", "SET-508", "5.2.1", header),
    Survey("file.mirror", "SET-509", "5.2.1", mirrored),
    Survey("file.columns", "SET-556", "5.2.1", columns),
    Survey("file.direction", "SET-557", "5.2.1", direction),
    Survey("file.upright", "SET-558", "5.2.1", upright),
)
