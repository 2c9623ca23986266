"""Indents are said twice, in characters for Word and in twips for the others; both agree (7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from docgen.i18n import _
from docgen.ooxml.values import number
from docgen.verify.file import roles as role
from docgen.verify.file.looks import spot
from docgen.verify.file.outcomes import advice, gathered, pt, told
from docgen.verify.file.paper import File, Paragraph
from docgen.verify.measure import Outcome, Survey

SIDES = ("left", "right", "firstLine", "hanging")
NEAR_OWN, NEAR = 5, 40  # twips: characters are said in hundredths
LEADING = (" ", "\u3000", "\t", "\u00a0")
FREE = (
    role.COLOPHON,
    role.BLANK,
    role.FOOTER,
    role.HEADER,
    role.LETTERHEAD,
    role.DOCUMENT_NUMBER,
    role.ATTENDANCE,
)


def agreement(file: File) -> list[Outcome]:
    """`…Chars` and twips of every indent."""
    own = file.standing if file.own else ()
    return gathered(
        outcome
        for paragraph in chain(file.everything(), file.around, own)
        for side in SIDES
        for outcome in _agreement(file, paragraph, side)
    )


def _agreement(file: File, paragraph: Paragraph, side: str) -> Iterator[Outcome]:
    chars = number(paragraph.look.get(f"ind@{side}Chars", "0"))
    twips = paragraph.look.get(f"ind@{side}")
    if not chars and (not file.own or f"ind@{side}Chars" not in paragraph.look):
        return
    wanted, found = round(chars * paragraph.size / 5), number(twips or "0")
    right = twips is not None and abs(wanted - found) <= (NEAR_OWN if file.own else NEAR)
    yield told(
        _("缩进的字符数与长度"),
        _("{chars:g}字符即{points}").format(chars=chars / 100, points=pt(wanted)),
        pt(found) if twips is not None else _("没有写长度"),
        right,
        (spot(paragraph, role.role_of(file, paragraph)),),
        hint=_("在“段落—缩进”里把这一项重新填一次，单位用字符"),
        weight=advice(file),
    )


def both(file: File) -> list[Outcome]:
    """An indent in twips that lacks its characters, in a paper of docgen, which writes both."""
    if not file.own:
        return []
    return gathered(
        told(
            _("缩进的单位"),
            _("字符和长度都写"),
            pt(number(text)),
            f"{key}Chars" in paragraph.look,
            (spot(paragraph, role.role_of(file, paragraph)),),
            hint=_("在“段落—缩进”里把这一项重新填一次，单位用字符"),
        )
        for paragraph in file.everything()
        if role.role_of(file, paragraph)
        in (role.BODY, *role.HEADINGS, role.ORGAN, role.DATE, role.ATTACHMENT_NOTE)
        for key, text in paragraph.look.items()
        if key in ("ind@left", "ind@right", "ind@firstLine", "ind@hanging") and number(text)
    )


def typed(file: File) -> list[Outcome]:
    """Spaces and tabs at the start of a paragraph, where an indent is meant."""

    def measure(paragraph: Paragraph) -> Outcome:
        text = paragraph.text
        blank = text[: len(text) - len(text.lstrip("".join(LEADING)))]
        return told(
            _("段首的空格"),
            _("没有"),
            _("{count}个").format(count=len(blank)) if blank else _("没有"),
            not blank,
            (spot(paragraph, role.role_of(file, paragraph)),),
            hint=_("删去段首的空格，用“段落—特殊格式”设首行缩进2字符"),
            weight=advice(file),
        )

    paragraphs = (one for one in file.everything() if not one.is_blank and not one.cell)
    tabbed = (one for one in paragraphs if role.role_of(file, one) not in FREE and not one.look.get("tabs"))
    return gathered(measure(one) for one in tabbed)


SURVEYS = (
    Survey("file.indent.agreement", "SET-581", "7.3.3", agreement),
    Survey("file.indent.both", "SET-582", "7.3.3", both),
    Survey("file.indent.typed", "SET-583", "7.3.3", typed),
)
