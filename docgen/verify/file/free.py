"""What a paragraph or a run may say itself, because it stands where its text asks for: judged elsewhere."""

from __future__ import annotations

from docgen.ooxml.values import number
from docgen.verify.file import roles as role
from docgen.verify.file.paper import File, Paragraph, Run
from docgen.verify.file.properties import same_face

PLACE = ("ind@left", "ind@right", "ind@firstLine", "ind@hanging", "jc@val", "framePr@w")
VERY_SMALLEST = 7.5
"""Points: 六号."""
FITTED = ("widowControl", "spacing@line")
PITCHES = (0.8, 1.65)
"""Of the pitch of the text: between them a last paragraph is set closer or wider for the signature."""
CELLS = (role.TABLE_TEXT, role.TABLE_HEAD)
LINE = ("spacing@line", "spacing@before", "spacing@after", "spacing@lineRule")
FREE = {
    role.MARK: (*LINE, "jc@val", "framePr@w"),
    role.LETTERHEAD: LINE,
    role.SECRECY: LINE,
    role.DOCUMENT_NUMBER: (
        "jc@val",
        "pBdr/bottom@val",
        "ind@left",
        "ind@right",
        "spacing@line",
        "spacing@after",
    ),
    role.DOUBLE_RULE: LINE,
    role.ATTENDANCE: ("ind@left", "ind@hanging"),
    role.COLOPHON: ("ind@left", "ind@right", "ind@hanging", "jc@val", "keepNext"),
    role.BLANK: ("pageBreakBefore",),
    role.ATTACHMENT_MARK: ("pageBreakBefore",),
    role.ATTACHMENT_TITLE: ("pageBreakBefore",),
    role.TABLE_TEXT: ("jc@val",),
    **dict.fromkeys((role.ORGAN, role.DATE, role.ATTACHMENT_NOTE), PLACE),
}
"""What checks of their own judge (see head, closing, colophon)."""
NEAR = 40  # twips


def is_free(key: str, paragraph: Paragraph, of: str, file: File) -> bool:
    """Whether another check judges this property of this paragraph."""
    if paragraph.is_style:
        return False
    if key in FREE.get(of, ()) or (key in FITTED and of == role.BODY and makes_way(paragraph, file)):
        return True
    if key in ("keepNext", "keepLines"):
        return key in paragraph.own if of != role.BLANK else "spacing@line" in paragraph.own
    if key == "spacing@line" and key in paragraph.own:
        return _is_crowded(paragraph, of, file) or (of == role.BLANK and _makes_room(paragraph, file))
    return key in PLACE and of == role.BODY and _is_placed(paragraph, file)


def makes_way(paragraph: Paragraph, file: File) -> bool:
    """Whether a paragraph is the last of the text, held to two lines a page, its lines set closer or wider
    so that text shares the page of the signature (7.3.5.5)."""
    pitch = number(paragraph.look.get("spacing@line", "240")) / file.format.pitch
    if not (file.own and PITCHES[0] <= pitch <= PITCHES[1] and paragraph.own.get("widowControl") == "1"):
        return False
    following = (one for one in file.paragraphs if one.place > paragraph.place)
    after = next((file.role(one) for one in following if file.role(one) != role.BLANK), "")
    return after in (role.ATTACHMENT_NOTE, role.ATTENDANCE, role.ORGAN, role.DATE, role.ANNOTATION)


def _is_crowded(paragraph: Paragraph, of: str, file: File) -> bool:
    """Whether the lines of a crowded table are set closer, as high as their type at least."""
    line = number(paragraph.own["spacing@line"])
    fits = paragraph.is_blank or paragraph.size * 20 <= line
    return of in CELLS and fits and line <= file.format.tables.pitch * 20


def _is_whole(run: Run, file: File) -> bool:
    """Whether a run that names its face names it for all scripts, one that the 版头 or the 纪要 has."""
    chinese = run.own.get("rFonts@eastAsia", "")
    head = file.format.letterhead
    roles = (head.signer_face, head.secrecy_face, file.format.minutes.label_face)
    others = {run.own.get(f"rFonts@{script}", "") for script in ("ascii", "hAnsi", "cs")}
    return any(same_face(chinese, face) for face in roles) and others == {file.format.latin or chinese}


def _makes_room(paragraph: Paragraph, file: File) -> bool:
    """Whether a blank line is as high as the picture of a seal or a stamp beside it wants, or keeps the
    colophon below it off the text."""
    beside = file.having(role.ORGAN, role.DATE)
    below = (one.place for one in file.tables if one.floats)
    return paragraph.place + 1 in below or any(abs(one.place - paragraph.place) == 1 for one in beside)


def _is_placed(paragraph: Paragraph, file: File) -> bool:
    """Whether a paragraph of text stands as a line of a leading group does: its name centred, its people
    under each other."""
    if not file.own:
        return _is_placed_there(paragraph, file)
    first = round(file.format.body.indent * file.format.char)
    if paragraph.look.get("jc@val") == "center":
        return paragraph.own.get("ind@firstLine") == "0" and paragraph.own.get("keepNext") == "1"
    left, hanging = (number(paragraph.own.get(f"ind@{name}", "0")) for name in ("left", "hanging"))
    return left > first and (left - hanging == first or not hanging)


def _is_placed_there(paragraph: Paragraph, file: File) -> bool:
    """The same in another's file: a line, no sentence, with its names hung behind its label or under them."""
    if paragraph.look.get("jc@val") in ("center", "right"):
        return True
    first = round(file.format.body.indent * file.format.char)
    left, hanging = paragraph.twips("left"), paragraph.twips("hanging")
    is_line = not paragraph.text.rstrip().endswith(("。", "；"))
    return is_line and left > first + NEAR and (not hanging or abs(left - hanging - first) <= NEAR)


def is_free_run(key: str, run: Run, paragraph: Paragraph, of: str, file: File) -> bool:
    """Whether a run may say this itself: words made bold by hand, a crowded table's smaller type."""
    if paragraph.is_style:
        return False
    if key in ("b", "bCs"):
        return of in (role.BODY, *CELLS, role.NOTE, role.ANNOTATION) and "b" in run.own
    if of in (role.DOCUMENT_NUMBER, role.ATTENDANCE):
        faced = key.startswith("rFonts") and key in run.own and _is_whole(run, file)
        spaced = of == role.DOCUMENT_NUMBER and key == "spacing@val" and key in run.own
        return faced or (spaced and "tabs" in paragraph.own)
    if key in ("sz@val", "szCs@val") and of in CELLS and file.own:
        half = number(run.look.get(key, "0"))
        close = "spacing@line" in paragraph.own  # a table that is set close to stand on one page
        least = VERY_SMALLEST if close else file.format.tables.smallest
        return number(run.look.get("sz@val", "0")) == half and least * 2 <= half
    is_mark = of == role.MARK and key in ("sz@val", "szCs@val", "spacing@val")
    return is_mark or (key == "highlight@val" and not file.own)
