"""附件说明, 落款, 附件 marks: where their lines stand, by the indents and the width of their text
(clauses 7.3.4, 7.3.5, 7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.formats import PageFormat
from docgen.i18n import _
from docgen.verify.file import roles as role
from docgen.verify.file.looks import spot
from docgen.verify.file.outcomes import advice, gathered, pt, told
from docgen.verify.file.paper import File, Paragraph
from docgen.verify.file.wanted import title_of
from docgen.verify.measure import Outcome, Survey
from docgen.widths import measure as length

LABEL, ORDINAL = "附件：", re.compile(r"\d{1,3}[.．]")
NEAR_OWN, NEAR = 6, 160  # twips
CENTRE_NEAR = 40  # twips: 2 pt


def advance(text: str, format: PageFormat) -> int:
    """How wide `text` stands in body type, in twips; a digit is half a character."""
    return round(length(text) * format.char + len(text) * format.condensing)


def _near(file: File) -> int:
    return NEAR_OWN if file.own else NEAR


def chars(count: float, file: File) -> int:
    return round(count * file.format.char)


def notes(file: File) -> list[Outcome]:
    """附件说明: two characters from the left, numbers under each other, continuations under the name."""
    listed = [one for one in file.having(role.ATTACHMENT_NOTE) if not one.cell]
    return gathered(outcome for one in listed for outcome in _note(file, one, len(listed)))


def _note(file: File, paragraph: Paragraph, count: int) -> Iterator[Outcome]:
    text = paragraph.text.strip()
    label = LABEL if text.startswith(("附件：", "附件:")) else ""
    rest = text[len(label) :]
    found = ORDINAL.match(rest)
    ordinal = found[0] if found and count > 1 else ""
    start = chars(file.format.body.indent, file)
    begins = start + (0 if label else advance(LABEL, file.format))
    name = start + advance(LABEL + ordinal, file.format)
    left = paragraph.twips("left")
    first = left + paragraph.twips("firstLine") - paragraph.twips("hanging")
    hint = _("附件说明左空{count:g}字，用悬挂缩进使回行与名称的首字对齐").format(
        count=file.format.body.indent
    )
    place = (spot(paragraph, role.ATTACHMENT_NOTE),)
    rows = ((_("附件说明的起点"), begins, first), (_("附件说明回行的起点"), name, left))
    for what, wanted, at in rows:
        right = abs(at - wanted) <= _near(file)
        yield told(what, pt(wanted), pt(at), right, place, hint=hint, weight=advice(file))


def signature(file: File) -> list[Outcome]:
    """署名 and 成文日期, as a seal or its absence asks for."""
    return gathered(
        outcome for organs, date in signatures(file) for outcome in _signature(file, organs, date)
    )


def signatures(file: File) -> Iterator[tuple[list[Paragraph], Paragraph]]:
    """The organs that stand right above a date, and the date."""
    organs: list[Paragraph] = []
    for paragraph in file.paragraphs:
        of = file.role(paragraph)
        if of == role.ORGAN:
            organs.append(paragraph)
        elif of == role.DATE:
            yield organs, paragraph
            organs = []
        elif of != role.BLANK:
            organs = []


def extent(file: File, paragraph: Paragraph) -> tuple[int, int]:
    """Where the text of a line begins and ends, in twips from the left edge of the text area."""
    room, wide = file.format.text_width, advance(paragraph.text.strip(), file.format)
    side = paragraph.look.get("jc@val", "left")
    left = paragraph.twips("left") + paragraph.twips("firstLine") - paragraph.twips("hanging")
    end = room - paragraph.twips("right")
    if side in ("right", "end"):
        return end - wide, end
    if side == "center":
        return (left + end - wide) // 2, (left + end + wide) // 2
    return left, left + wide


def _signature(file: File, organs: Sequence[Paragraph], date: Paragraph) -> list[Outcome]:
    """By the rule that the lines keep; where they keep none, that which the date keeps."""
    plain = [one for one in organs if "\t" not in one.text and not one.drawings]
    if not plain:
        look = file.format.signing
        return [_from_edge(file, date, look.right_stamped if organs else look.right_sealed)]
    sealed = list(_sealed(file, plain, date))
    unsealed = list(_unsealed(file, plain, date))
    if all(one.ok for one in unsealed):
        return unsealed
    return sealed if sealed[0].ok else unsealed


def _sealed(file: File, organs: Sequence[Paragraph], date: Paragraph) -> Iterator[Outcome]:
    """Under a seal: the date so far from the edge, the organs over it."""
    yield _from_edge(file, date, file.format.signing.right_sealed)
    middle = extent(file, date)
    for organ in organs:
        yield _centred(file, organ, middle)


def _from_edge(file: File, date: Paragraph, count: float) -> Outcome:
    wanted, found = chars(count, file), file.format.text_width - extent(file, date)[1]
    hint = _("成文日期右空{count:g}字").format(count=count)
    right = abs(found - wanted) <= _near(file)
    place = (spot(date, role.DATE),)
    return told(_("成文日期右空"), pt(wanted), pt(found), right, place, hint=hint, weight=advice(file))


def _centred(file: File, organ: Paragraph, date: tuple[int, int]) -> Outcome:
    middle = sum(extent(file, organ)) / 2
    wanted = sum(date) / 2
    right = abs(middle - wanted) <= (NEAR_OWN if file.own else CENTRE_NEAR * 4)
    hint = _("署名以成文日期为准居中：右缩进为日期的右缩进加两者宽度之差的一半")
    place = (spot(organ, role.ORGAN),)
    return told(_("署名的中线"), pt(wanted), pt(middle), right, place, hint=hint, weight=advice(file))


def _unsealed(file: File, organs: Sequence[Paragraph], date: Paragraph) -> Iterator[Outcome]:
    look, room = file.format.signing, file.format.text_width
    right, shift = chars(look.right_unsealed, file), chars(look.date_shift, file)
    extents = [extent(file, one) for one in organs]
    name = max(end - start for start, end in extents)
    start, end = extent(file, date)
    longer = end - start > name
    last = room - right - (end - start if longer else name) - (shift if longer else 0)
    hint = _("署名右空{right:g}字，成文日期比署名首字右移{shift:g}字；日期较长时日期右空{right:g}字").format(
        right=look.right_unsealed, shift=look.date_shift
    )
    for organ, (begins, _ends) in zip(organs, extents, strict=True):
        near = abs(begins - last) <= _near(file)
        yield told(
            _("署名首字的位置"),
            pt(last),
            pt(begins),
            near,
            (spot(organ, role.ORGAN),),
            hint=hint,
            weight=advice(file),
        )
    near = abs(start - last - shift) <= _near(file)
    yield told(
        _("成文日期首字的位置"),
        pt(last + shift),
        pt(start),
        near,
        (spot(date, role.DATE),),
        hint=hint,
        weight=advice(file),
    )


def whole(file: File) -> list[Outcome]:
    """An organ has a date under it, a date an organ above it (7.3.5)."""
    return gathered(_whole(file)) if file.own else []


def _whole(file: File) -> Iterator[Outcome]:
    lines = [one for one in file.paragraphs if file.role(one) != role.BLANK]
    roles = ["", *map(file.role, lines), ""]
    for before, one, after in zip(roles, lines, roles[2:], strict=False):
        of = file.role(one)
        there = before == role.ORGAN if of == role.DATE else after in (role.ORGAN, role.DATE)
        if of in (role.ORGAN, role.DATE):
            yield told(
                _("落款"),
                _("署名和成文日期"),
                _("齐全") if there else _("只有{role}").format(role=title_of(of)[0]),
                there,
                (spot(one, of),),
                hint=_("署名在上，成文日期在它的下一行"),
            )


SURVEYS = (
    Survey("file.attachment.note", "SET-621", "7.3.4", notes),
    Survey("file.signature", "SET-622", "7.3.5", signature),
    Survey("file.signature.whole", "SET-627", "7.3.5", whole),
)
