"""发文字号 and 签发人: where they stand on their line (clauses 7.2.5, 7.2.6)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.faces import role as face_role
from docgen.i18n import _
from docgen.ooxml.values import number
from docgen.verify.file import roles as role
from docgen.verify.file.head import is_letter, survey
from docgen.verify.file.looks import spot
from docgen.verify.file.outcomes import pt, told
from docgen.verify.file.paper import File, Paragraph
from docgen.verify.file.properties import side as side_words
from docgen.verify.measure import Outcome


def aligned(file: File) -> Iterator[Outcome]:
    """发文字号 in the middle; at the left where tab stops place it; at the right under a letter's rule."""
    for one in file.having(role.DOCUMENT_NUMBER) if file.own else ():
        wanted = "left" if one.own.get("tabs") else "right" if is_letter(file) else "center"
        found = one.look.get("jc@val", "left")
        place = (spot(one, role.DOCUMENT_NUMBER),)
        hint = _("“段落—对齐方式”选{side}").format(side=side_words(wanted))
        yield told(
            _("发文字号的对齐"), side_words(wanted), side_words(found), found == wanted, place, hint=hint
        )


def signers(file: File) -> Iterator[Outcome]:
    """发文字号 one character from the left where 签发人 stand beside it, their names in 楷体."""
    look = file.format.letterhead
    edge = round(look.edge * file.format.char)
    lines = [one for one in file.having(role.DOCUMENT_NUMBER) if one.own.get("tabs") and not is_letter(file)]
    for one in lines if file.own else ():
        stops = [number(stop.partition(":")[2]) for stop in one.own["tabs"].split()]
        place = (spot(one, role.DOCUMENT_NUMBER),)
        if role.NUMBER.match(one.text.strip().split("\t")[0]):
            hint = _("发文字号的制表位设为{value}").format(value=pt(edge))
            yield told(_("发文字号左空"), pt(edge), pt(stops[0]), stops[0] == edge, place, hint=hint)
    if lines and file.own:
        ends = max(_ends(one) for one in lines)
        room = file.format.text_width - edge
        hint = _("签发人姓名右空{count:g}字").format(count=look.edge)
        place = (spot(lines[-1], role.DOCUMENT_NUMBER),)
        right = abs(ends - room) <= 20
        yield told(_("签发人右空"), pt(edge), pt(file.format.text_width - ends), right, place, hint=hint)
    names = [(one, run) for one in lines for run in one.runs if "rFonts@eastAsia" in run.own]
    for one, run in names:
        face = file.styles.face(run.look, "eastAsia")
        right = face_role(face) == face_role(look.signer_face)
        hint = _("签发人姓名的字体设为{face}").format(face=look.signer_face)
        yield told(
            _("签发人姓名的字体"),
            look.signer_face,
            face,
            right,
            (spot(one, role.DOCUMENT_NUMBER),),
            hint=hint,
        )


def _ends(paragraph: Paragraph) -> int:
    """Where the text behind the last tab stop ends, in twips."""
    stops = [number(stop.partition(":")[2]) for stop in paragraph.own["tabs"].split()]
    return max(stops) + _tail(paragraph)


def _tail(paragraph: Paragraph) -> int:
    """How wide the text behind the last tab stands."""
    from docgen.widths import measure

    wide, last = 0.0, ""
    for run in paragraph.runs:
        before, tab, after = run.text.rpartition("\t")
        if tab:
            wide, last = 0.0, after
        else:
            last = before + after
        spacing = number(run.look.get("spacing@val", "0"))
        wide += measure(last) * number(run.look.get("sz@val", "20")) * 10 + len(last) * spacing
    return round(wide)


SURVEYS = (
    survey("aligned", "SET-641", "7.2.5", aligned),
    survey("signers", "SET-640", "7.2.6", signers),
)
