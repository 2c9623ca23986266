"""What part of a paper each paragraph is: by its style, and in files of others by content and place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.ooxml.values import number
from docgen.verify.file.paper import File, Paragraph, Run

TITLE, NOTE, ADDRESSEES, BODY, BLANK = "title", "note", "addressees", "body", "blank"
HEADINGS = tuple(f"heading.{layer}" for layer in range(1, 6))
ATTACHMENT_NOTE, ORGAN, DATE, ANNOTATION = "attachment-note", "organ", "date", "annotation"
ATTACHMENT_MARK, ATTACHMENT_TITLE = "attachment-mark", "attachment-title"
CAPTION, TABLE_TEXT, TABLE_HEAD, PICTURE = "caption", "table-text", "table-head", "picture"
HEADER, FOOTER, FOOTNOTE = "header", "footer", "footnote"
MARK, LETTERHEAD, SECRECY = "mark", "letterhead", "secrecy"
DOCUMENT_NUMBER, DOUBLE_RULE = "document-number", "double-rule"
ATTENDANCE, COLOPHON = "attendance", "colophon"

BY_STYLE = {
    "title": TITLE,
    "subtitle": NOTE,
    "body text": BODY,
    "bodytext": BODY,
    **{f"heading {layer}": role for layer, role in enumerate(HEADINGS, 1)},
    **{f"heading{layer}": role for layer, role in enumerate(HEADINGS, 1)},
    "addressees": ADDRESSEES,
    "attachmentnote": ATTACHMENT_NOTE,
    "signature": ORGAN,
    "date": DATE,
    "annotation": ANNOTATION,
    "attachmentmark": ATTACHMENT_MARK,
    "attachmenttitle": ATTACHMENT_TITLE,
    "caption": CAPTION,
    "tabletext": TABLE_TEXT,
    "tablehead": TABLE_HEAD,
    "picture": PICTURE,
    "header": HEADER,
    "footer": FOOTER,
    "footnotetext": FOOTNOTE,
    "footnote text": FOOTNOTE,
    "organmark": MARK,
    "letterhead": LETTERHEAD,
    "secrecy": SECRECY,
    "documentnumber": DOCUMENT_NUMBER,
    "doublerule": DOUBLE_RULE,
    "attendance": ATTENDANCE,
    "colophon": COLOPHON,
}
"""Roles by the id or the name (without regard to case) of a style."""

NUMERAL = "[一二三四五六七八九十百零〇]+"
LABELS = tuple(
    map(re.compile, (rf"{NUMERAL}、", rf"（{NUMERAL}）", r"\d{1,3}[.．](?!\d)", r"（\d{1,3}）", "[①-⑳]"))
)
NUMBER = re.compile(r"^\S{1,20}〔\d{4}〕第?\d+号|^第\S{1,6}号$")
DATE_FORM = re.compile(r"^(\d{4}|[二一][〇○零一二三四五六七八九]{3})年\S{1,3}月\S{1,3}日$")
NOTED, MARKED, COPIED = (
    re.compile("^附件[：:]"),
    re.compile(r"^附件\s*\d*$"),
    re.compile("^(抄送|主送|抄报)[：:]"),
)
LISTED = re.compile(r"\d{1,2}[.．]\S")
PRINTED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日印发$")
ATTENDED = re.compile("^(出席|请假|列席)[：:]")
BRACKETED_BELOW = {DATE: ANNOTATION, ANNOTATION: ANNOTATION, TITLE: NOTE, ATTACHMENT_TITLE: NOTE}
BRACKETED = re.compile("^（[^（）]+）$")
ADDRESSED = re.compile(r"^\S[^。；]*[：:]$")
SHORT = 40  # characters: a longer line is no name
LARGE = 18.0  # pt from which a type is that of a title
RED = re.compile("^[C-F][0-9A-F]([0-3][0-9A-F]){2}$")


def by_style(paragraph: Paragraph) -> str:
    """The role that the style of `paragraph` gives it, "" for none."""
    return BY_STYLE.get(paragraph.style_id.casefold()) or BY_STYLE.get(paragraph.style, "")


def given(file: File) -> File:
    """`file` with the roles of its paragraphs."""
    roles = {}
    seen: list[str] = []
    for paragraph in file.everything():
        role = by_style(paragraph) if file.own else ""
        if not role:
            role = (BLANK if paragraph.is_blank else "") if file.own else _by_content(paragraph, seen)
        roles[paragraph.part, paragraph.place] = role
        seen.append(role)
    for paragraph in file.around:
        roles[paragraph.part, paragraph.place] = FOOTER if "footer" in paragraph.part else HEADER
    named = replace(file, roles=roles, standing=tuple(standing(file)))
    return named if file.own else replace(named, roles=_signed(named))


def _by_content(paragraph: Paragraph, seen: Sequence[str]) -> str:
    """The role of a paragraph of someone else's file, whose paragraphs before it play `seen`."""
    text = paragraph.text.strip()
    if paragraph.is_blank:
        return BLANK
    if (COPIED.match(text) and not text.startswith("主送")) or PRINTED.search(text):
        return COLOPHON
    if paragraph.cell:
        return DOCUMENT_NUMBER if NUMBER.match(text) else MARK if is_red(paragraph) else ""
    if is_red(paragraph):
        return MARK if paragraph.size >= LARGE else LETTERHEAD
    return _of_text(paragraph, text, seen)


def _of_text(paragraph: Paragraph, text: str, seen: Sequence[str]) -> str:
    started = any(one in (BODY, *HEADINGS) for one in seen)
    centred = paragraph.look.get("jc@val") == "center"
    large = centred and (paragraph.size >= LARGE or not (seen and set(seen) - {BLANK}))
    if large or by_style(paragraph) == TITLE:
        return ATTACHMENT_TITLE if started else TITLE
    role = _of_ending(text, seen, started) or ("" if started else _of_opening(text, seen))
    return role or _of_layer(paragraph, text)


def _of_ending(text: str, seen: Sequence[str], started: bool) -> str:
    if MARKED.match(text):
        return ATTACHMENT_MARK
    if NOTED.match(text) or (seen and seen[-1] == ATTACHMENT_NOTE and LISTED.match(text)):
        return ATTACHMENT_NOTE
    if DATE_FORM.match(text) and started:
        return DATE
    if ATTENDED.match(text):
        return ATTENDANCE
    last = next((one for one in reversed(seen) if one != BLANK), "")
    return BRACKETED_BELOW.get(last, "") if BRACKETED.match(text) else ""


def _of_opening(text: str, seen: Sequence[str]) -> str:
    if TITLE not in seen:
        return DOCUMENT_NUMBER if NUMBER.match(text) else LETTERHEAD if len(text) < 30 else ""
    if ADDRESSED.match(text) and ADDRESSEES not in seen:
        return ADDRESSEES
    return NOTE if BRACKETED.match(text) else ""


def _of_layer(paragraph: Paragraph, text: str) -> str:
    """A heading by its printed label or its outline level, else body. The third layer on are faces of
    the body already."""
    printed = (paragraph.label.text if paragraph.label else "") + text
    for role, label in zip(HEADINGS, LABELS, strict=True):
        if label.match(printed):
            return role
    outline = number(paragraph.look.get("outlineLvl@val", "9"))
    if outline < len(HEADINGS):
        return HEADINGS[outline]
    return BODY if paragraph.look.get("jc@val") not in ("center", "right") else ""


def _signed(file: File) -> dict[tuple[str, int], str]:
    """The roles with 署名: the short line right above a date, and rows of names above that."""
    roles = dict(file.roles)
    paragraphs = [one for one in file.paragraphs if not one.is_blank]
    for paragraph, before in itertools.pairwise(reversed(paragraphs)):
        of = roles[paragraph.part, paragraph.place]
        text = before.text.strip()
        short = len(text) < SHORT and not text.endswith(("。", "；"))
        below = of == DATE or (of == ORGAN and "\t" in text)
        if below and short and roles[before.part, before.place] in (BODY, "", NOTE):
            roles[before.part, before.place] = ORGAN
    return roles


def is_red(paragraph: Paragraph) -> bool:
    """Whether most of its text is red."""
    red = [
        run for run in paragraph.runs if run.text.strip() and RED.match(run.look.get("color@val", "").upper())
    ]
    return sum(len(run.text) for run in red) * 2 > len(paragraph.text.strip()) > 0


def standing(file: File) -> Iterator[Paragraph]:
    """A paragraph for every paragraph style that plays a role: what is typed in it next will look so."""
    for id, style in file.styles.all.items():
        if style.kind != "paragraph":
            continue
        number_of = style.paragraph.get("numPr/numId@val", "")
        level = file.lists.get(number_of, {}).get(number(style.paragraph.get("numPr/ilvl@val", "0")))
        look = file.styles.paragraph(id, level.paragraph if level else {}, {})
        yield Paragraph("word/styles.xml", 0, style.name, id, look, {}, mark=file.styles.run(id, "", {}))


def standing_runs(file: File) -> Iterator[tuple[Paragraph, Run]]:
    """The same for the character styles of headings that run in."""
    for id, style in file.styles.all.items():
        if style.kind == "character" and BY_STYLE.get(style.name.removesuffix(" char")):
            look = file.styles.run(file.styles.default, id, {})
            yield Paragraph("word/styles.xml", 0, style.name, id, {}, {}), Run("", look, {}, id)


def role_of(file: File, paragraph: Paragraph) -> str:
    """The role of a paragraph of the file, or of one that stands for a style."""
    return by_style(paragraph) if paragraph.is_style else file.role(paragraph)
