"""发文机关标志: its size, its red, its face, how wide it stands (clause 7.2.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.faces import role as face_role
from docgen.i18n import _
from docgen.ooxml.values import number
from docgen.verify.file import roles as role
from docgen.verify.file.head import POINT, line_of, marks_of, survey
from docgen.verify.file.looks import spot
from docgen.verify.file.outcomes import advice, mm, pt, told
from docgen.verify.file.paper import File, Paragraph
from docgen.verify.measure import Outcome
from docgen.widths import measure

EVEN = 40  # twips: what rounding the spacing of each character comes to
WIDENING = 0.25  # em: what a short name is spaced out by


def size(file: File) -> Iterator[Outcome]:
    """The mark is larger than the title, no larger than the format allows, one size in each cell; its
    lines are as high as each other."""
    marks = marks_of(file)
    look = file.format.letterhead
    for mark in marks if file.own else ():
        sizes = {run.look.get("sz@val", "20") for run in mark.runs if run.text.strip()}
        sizes |= {run.look.get("szCs@val", "20") for run in mark.runs if run.text.strip()}
        found = "、".join(f"{number(one) / 2:g}" for one in sorted(sizes))
        right = len(sizes) == 1 and file.format.body.size <= mark.size <= look.size
        yield told(
            _("发文机关标志的字号"),
            _("不大于{size:g}磅，各字相同").format(size=look.size),
            found,
            right,
            (spot(mark, role.MARK),),
            hint=_("“字体—字号”改为同一字号"),
        )
        alike = [one for one in marks if one.size == mark.size]
        lines = {line_of(one) for one in alike}
        high = 1.0 * mark.size * POINT <= line_of(mark) <= 1.36 * mark.size * POINT or mark.cell
        yield told(
            _("发文机关标志的行距"),
            _("各行相同，为字号的1至1.36倍"),
            "、".join(map(pt, sorted(lines))),
            len(lines) == 1 and high and mark.look.get("spacing@lineRule") == "exact",
            (spot(mark, role.MARK),),
            hint=_("“段落—行距”设为固定值，与标志的其他行相同"),
        )


def width(file: File) -> Iterator[Outcome]:
    """The mark fits the text area, spaced evenly."""
    marks = marks_of(file) if file.own else []
    for mark in marks:
        runs = [run for run in mark.runs if run.text.strip()]
        room = wide(mark)
        spacings = {run.look.get("spacing@val", "0") for run in runs if len(run.text) > 1}
        last = runs[-1].look.get("spacing@val", "0") if len(runs) > 1 else "0"
        right = room <= file.format.text_width and len(spacings) <= 1 and last == "0"
        yield told(
            _("发文机关标志的宽"),
            _("不超过版心，字距均匀"),
            mm(room),
            right,
            (spot(mark, role.MARK),),
            hint=_("“字体—高级—间距”设为相同，末字为标准"),
        )
    yield from _spread(file, [mark for mark in marks if not mark.cell])


def _spread(file: File, marks: Sequence[Paragraph]) -> Iterator[Outcome]:
    """The widest line goes from edge to edge but a character, or is spaced out as far as a mark may be; or
    several names are spread to the width of the longest."""
    if not marks:
        return
    widest = max(marks, key=lambda mark: measure(mark.text))
    room, found = file.format.text_width - file.format.char, wide(widest)
    spacing = number(widest.runs[0].look.get("spacing@val", "0"))
    fills = abs(found - room) <= EVEN or spacing == round(WIDENING * widest.size * POINT)
    right = fills or (not spacing and _are_even(marks))
    yield told(
        _("发文机关标志的字距"),
        _("撑满版心或加宽四分之一字"),
        pt(spacing),
        right,
        (spot(widest, role.MARK),),
        hint=_("“字体—高级—间距”加宽到标志与版心基本等宽，最多四分之一字"),
    )


def _are_even(marks: Sequence[Paragraph]) -> bool:
    """Whether these are several lines, one as wide as the other."""
    widths = list(map(wide, marks))
    return len(marks) > 1 and max(widths) - min(widths) <= EVEN


def joint(file: File) -> Iterator[Outcome]:
    """The names of a joint issue begin and end under each other; 文件 stands right of them."""
    tables = [one for one in file.tables if any(file.role(two) == role.MARK for two in one.paragraphs())]
    for table in tables if file.own else ():
        for row in table.rows:
            places = (("left", "top"), ("right", "center"))
            for cell, (side, height) in zip(row.cells, places, strict=False):
                marks = [one for one in cell.paragraphs if not one.is_blank]
                widths = [wide(one) for one in marks]
                even = max(widths, default=0) - min(widths, default=0) <= EVEN
                sides = {one.look.get("jc@val", "left") for one in marks}
                yield told(
                    _("联合行文各机关名称"),
                    _("两端对齐排列"),
                    "、".join(mm(one) for one in sorted(set(widths))),
                    even and sides == {side},
                    tuple(spot(one, role.MARK) for one in marks),
                    hint=_("用字符间距使各机关名称一样宽"),
                )
                found = cell.look.get("vAlign@val", "top")
                hint = _("“文件”二字居右，上下居中排布；“表格属性—单元格”改垂直对齐方式")
                place = tuple(spot(one, role.MARK) for one in marks)
                yield told(_("标志单元格的垂直对齐"), height, found, found == height, place, hint=hint)


def wide(paragraph: Paragraph) -> float:
    """How wide the text of a line stands, in twips."""
    return sum(
        measure(run.text) * number(run.look.get("sz@val", "20")) * 10
        + len(run.text) * number(run.look.get("spacing@val", "0"))
        for run in paragraph.runs
        if run.text.strip()
    )


def sides(file: File) -> Iterator[Outcome]:
    """The mark is centred, unless it stands in the table of a joint issue."""
    for mark in marks_of(file):
        if not mark.cell:
            found = mark.look.get("jc@val", "left")
            right = found == "center" and not any(mark.twips(name) for name in ("left", "right", "firstLine"))
            yield told(
                _("发文机关标志"),
                _("居中"),
                found,
                right,
                (spot(mark, role.MARK),),
                hint=_("“段落—对齐方式”选居中，不缩进"),
            )


def red(file: File) -> Iterator[Outcome]:
    """Red stands nowhere but in the mark, the rules and the seals; the mark has the format's red."""
    wanted = file.format.letterhead.color
    for mark in marks_of(file):
        found = {run.look.get("color@val", "auto").upper() for run in mark.runs if run.text.strip()}
        right = found == {wanted} or (not file.own and all(map(role.RED.match, found)))
        hint = _("“字体—字体颜色”设为红色（{color}）").format(color=wanted)
        yield told(
            _("发文机关标志的颜色"),
            wanted,
            "、".join(sorted(found)),
            right,
            (spot(mark, role.MARK),),
            hint=hint,
        )
        faces = {file.styles.face(run.look, "eastAsia") for run in mark.runs if run.text.strip()}
        good = {face_role(face) for face in faces} == {face_role(file.format.letterhead.face)}
        hint = _("“字体—中文字体”设为{face}").format(face=file.format.letterhead.face)
        yield told(
            _("发文机关标志的字体"),
            file.format.letterhead.face,
            "、".join(sorted(faces)),
            good,
            (spot(mark, role.MARK),),
            hint=hint,
            weight=advice(file),
        )


SURVEYS = (
    survey("size", "SET-632", "7.2.4", size),
    survey("width", "SET-633", "7.2.4", width),
    survey("joint", "SET-642", "7.2.4", joint),
    survey("sides", "SET-634", "7.2.4", sides),
    survey("red", "SET-635", "7.2.4", red),
)
