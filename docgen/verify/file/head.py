"""版头: where the mark stands, its red, the blank lines under it (clause 7.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.faces import role as face_role
from docgen.formats import TWIPS_PER_MM, PageFormat
from docgen.i18n import _
from docgen.verify.file import roles as role
from docgen.verify.file.looks import SPACER, spot
from docgen.verify.file.outcomes import advice, gathered, mm, pt, told
from docgen.verify.file.paper import File, Paragraph, Table
from docgen.verify.file.values import number
from docgen.verify.measure import Outcome, Survey

ABOVE, INK, INK_BELOW = 0.79, 0.87, 0.12
"""Of an exact line's height, above the baseline; of the size, from the baseline up to the ink and down."""

TOP_NEAR, GAP_NEAR = 0.6, 0.5  # mm: an exact line places its ink within this in every engine
EIGHTHS, POINT = 8, 20
EVEN = 40  # twips: what rounding the spacing of each character comes to
OVERHANG = 30  # twips
ORDER, MINUTES = "令", "纪要"


def is_letter(file: File) -> bool:
    """Whether the paper has the letter's double rules."""
    return bool(file.having(role.DOUBLE_RULE))


def marks_of(file: File) -> list[Paragraph]:
    return [one for one in file.having(role.MARK) if not one.is_blank]


def top(file: File) -> Iterator[Outcome]:
    """From the top of the text area to the ink of the mark, by the lines above it."""
    marks = marks_of(file)
    if not marks or not file.own or is_letter(file):
        return
    mark = marks[0]
    above = _above(file, mark)
    ink = ABOVE * line_of(mark) - INK * mark.size * POINT
    wanted = _wanted_top(file, "".join(one.text for one in marks))
    found = (above + number(mark.look.get("spacing@before", "0")) + ink) / TWIPS_PER_MM
    yield told(
        _("发文机关标志上边缘至版心上边缘"),
        mm(wanted * TWIPS_PER_MM),
        mm(found * TWIPS_PER_MM),
        abs(found - wanted) <= TOP_NEAR,
        (spot(mark, role.MARK),),
        hint=_("调整标志上面各行的行距和段后间距，使标志上边缘距版心{mm:g}毫米").format(mm=wanted),
    )


def _wanted_top(file: File, mark: str) -> float:
    format = file.format
    if mark.endswith(ORDER):
        return format.order.top
    return format.minutes.top if mark.endswith(MINUTES) else format.letterhead.top


def line_of(paragraph: Paragraph) -> int:
    return number(paragraph.look.get("spacing@line", "240"))


def _above(file: File, mark: Paragraph) -> int:
    """The height of what stands above the mark in the text area, in twips."""
    total = 0
    for block in file.body:
        if isinstance(block, Table) and any(one.place == mark.place for one in block.paragraphs()):
            break
        if isinstance(block, Paragraph):
            if block.place == mark.place:
                break
            space = number(block.look.get("spacing@before", "0")) + number(
                block.look.get("spacing@after", "0")
            )
            total += line_of(block) + space
    return total


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
    """The mark fits the text area."""
    for mark in marks_of(file) if file.own else ():
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


def joint(file: File) -> Iterator[Outcome]:
    """The names of a joint issue begin and end under each other; 文件 stands right of them."""
    tables = [one for one in file.tables if any(file.role(two) == role.MARK for two in one.paragraphs())]
    for table in tables if file.own else ():
        for row in table.rows:
            for cell, side in zip(row.cells, ("left", "right"), strict=False):
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


def wide(paragraph: Paragraph) -> float:
    """How wide the text of a line stands, in twips."""
    from docgen.title import measure

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


def blanks(file: File) -> Iterator[Outcome]:
    """Two lines from the mark to the number, two from the rule to the title; in an order as it says."""
    if not file.own or not file.having(role.MARK):
        return
    for after, wanted in _wanted_blanks(file).items():
        below = next((one for one in file.paragraphs if file.role(one) == after and not one.is_blank), None)
        if below is not None:
            found = _before(file, below)
            what = _("{role}前的空行").format(role=spot(below, after).role)
            yield told(
                what,
                str(wanted),
                str(found),
                found == wanted,
                (spot(below, after),),
                hint=_("前面空{count}行").format(count=wanted),
            )


def _wanted_blanks(file: File) -> dict[str, int]:
    format: PageFormat = file.format
    mark = "".join(one.text for one in marks_of(file))
    if is_letter(file):
        return {role.TITLE: format.letter.blank_after}
    if mark.endswith(ORDER):
        return {
            role.DOCUMENT_NUMBER: format.order.blank_before_number,
            role.BODY: format.order.blank_after_number,
        }
    return {
        role.DOCUMENT_NUMBER: format.letterhead.blank_before_number,
        role.TITLE: format.letterhead.blank_after,
    }


def _before(file: File, paragraph: Paragraph) -> int:
    """The blank lines right above `paragraph`."""
    above: Sequence[object] = file.body[: file.body.index(paragraph)]
    count = 0
    for block in reversed(above):
        if not isinstance(block, Paragraph) or file.role(block) != role.BLANK:
            break
        count += line_of(block) > SPACER
    return count


def corner(file: File) -> Iterator[Outcome]:
    """The lines of the corner are exact, the same height, and stand at the left."""
    lines = [one for one in file.having(role.LETTERHEAD, role.SECRECY) if file.own]
    pitches = {line_of(one) for one in lines}
    for one in lines:
        found = line_of(one)
        right = (
            one.look.get("spacing@lineRule") == "exact" and len(pitches) == 1 and found <= file.format.pitch
        )
        place = (spot(one, file.role(one)),)
        say = pt(found)
        yield told(
            _("版头各行的行距"),
            _("固定值，各行相同"),
            say,
            right,
            place,
            hint=_("“段落—行距”设为固定值，各行相同"),
        )
        before = number(one.look.get("spacing@before", "0"))
        yield told(
            _("版头各行的段前间距"), pt(0), pt(before), not before, place, hint=_("“段落—间距”的段前设为0")
        )


def survey(id: str, problem: str, clause: str, measure: object) -> Survey[File]:
    return Survey(f"file.head.{id}", problem, clause, lambda file: gathered(measure(file)))  # type: ignore[operator]


SURVEYS = (
    survey("top", "SET-631", "7.2.4", top),
    survey("size", "SET-632", "7.2.4", size),
    survey("width", "SET-633", "7.2.4", width),
    survey("joint", "SET-642", "7.2.4", joint),
    survey("sides", "SET-634", "7.2.4", sides),
    survey("red", "SET-635", "7.2.4", red),
    survey("blanks", "SET-638", "7.2.5", blanks),
    survey("corner", "SET-639", "7.2.1", corner),
)
