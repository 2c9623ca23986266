"""版头: where the mark stands, its red, the blank lines under it (clause 7.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from docgen.formats import TWIPS_PER_MM, PageFormat
from docgen.i18n import _
from docgen.ooxml.values import number
from docgen.verify.file import roles as role
from docgen.verify.file.looks import SPACER, spot
from docgen.verify.file.outcomes import gathered, mm, pt, told
from docgen.verify.file.paper import File, Paragraph, Table
from docgen.verify.measure import Outcome, Survey

ABOVE, INK, INK_BELOW = 0.79, 0.87, 0.12
"""Of an exact line's height, above the baseline; of the size, from the baseline up to the ink and down."""

TOP_NEAR = 0.6  # mm: an exact line places its ink within this in every engine
POINT = 20
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


def survey(id: str, problem: str, clause: str, measure: Callable[[File], Iterable[Outcome]]) -> Survey[File]:
    return Survey(f"file.head.{id}", problem, clause, lambda file: gathered(measure(file)))


SURVEYS = (
    survey("top", "SET-631", "7.2.4", top),
    survey("blanks", "SET-638", "7.2.5", blanks),
    survey("corner", "SET-639", "7.2.1", corner),
)
