"""信函格式 (GB/T 9704 10.1): the mark higher than the text area, a red double rule under it, another at
the foot of the first page in place of the number.

The mark stands in a frame that is placed on the sheet; both rules are drawn at their place on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.document import Letterhead, Paper
from docgen.formats import TWIPS_PER_MM, PageFormat, twips
from docgen.word import double_rule, first_page, names, organ_mark
from docgen.word.letterhead import BELOW, DESCENT, LEFT
from docgen.word.measure import exact
from docgen.word.organ_mark import INK, Mark
from docgen.word.runs import BLANK, Pen, paragraph
from docgen.word.styles import fonts

RIGHT = '<w:jc w:val="right"/>'
STYLED = f'<w:pStyle w:val="{names.MARK}"/>'
LEAST = 20
"""Twips that a line must have."""

Corner = tuple[str, str]
"""What stands at the left under the first rule, and the style it has."""


def head(paper: Paper, format: PageFormat, pen: Pen) -> Iterator[str]:
    """The paragraphs down to the blank lines before the title."""
    letterhead = paper.letterhead
    if letterhead is None:
        return
    corner = list(_corner(letterhead))
    lines = max(len(corner), 1 if letterhead.document_number else 0) + format.letter.blank_after
    mark = _mark(letterhead, lines * format.pitch + first_page.needed(paper, format), format)
    frame = STYLED + _frame(mark, format)
    set_mark = [organ_mark.room(mark)] if letterhead.preprinted else organ_mark.write(mark, pen)
    yield from (line.replace(STYLED, frame) for line in set_mark)
    yield _rule(mark, letterhead, format)
    yield from _under_the_rule(letterhead.document_number, corner, format, pen)
    yield from [BLANK] * format.letter.blank_after


def foot_xml(paper: Paper, format: PageFormat) -> str:
    """The foot of the first page, which shows no number: the second rule, unless it is on the sheet."""
    printed = paper.letterhead is not None and paper.letterhead.preprinted
    rule = "" if printed else double_rule.at_the_foot(format)
    return f"{names.HEAD}<w:ftr {names.MAIN}>{paragraph(names.FOOTER, rule)}</w:ftr>"


def _mark(letterhead: Letterhead, below: int, format: PageFormat) -> Mark:
    """The mark: the name of the organ alone, that of the lead organ where several write. It leaves
    `below` twips of the page for what follows the rule, where its size can be chosen so."""
    room = twips(format.core.top - format.letter.top - format.letter.gap) + format.text_height - below
    return organ_mark.lay_out(Letterhead(letterhead.organs[:1]), twips(format.letter.top), room, format)


def _frame(mark: Mark, format: PageFormat) -> str:
    """The frame that holds the mark: its ink as far from the edge of the sheet as the clause says."""
    return (
        f'<w:framePr w:w="{format.text_width}" w:hSpace="0" w:wrap="notBeside" w:vAnchor="page" '
        f'w:hAnchor="page" w:x="{twips(format.core.left)}" w:y="{twips(format.letter.top) - mark.lead}"/>'
    )


def _rule(mark: Mark, letterhead: Letterhead, format: PageFormat) -> str:
    """The paragraph between mark and elements, which holds the first rule. Its height puts the first
    element's ink as far under the rule as the clause says."""
    top = twips(format.letter.top + format.letter.gap) + _ink(mark)
    first = top + twips(double_rule.height(format)) + format.letter.space * 20 - _lead(format)
    frame_ends = twips(format.letter.top) - mark.lead + mark.height
    rule = "" if letterhead.preprinted else double_rule.under_the_mark(top / TWIPS_PER_MM, format)
    return paragraph(names.DOUBLE_RULE, rule, exact(max(LEAST, round(first - frame_ends))))


def _ink(mark: Mark) -> int:
    """From the upper edge of the first row's ink to the lower edge of the last one's, in twips."""
    return round(mark.pitch * (len(mark.rows) - 1) + (INK + DESCENT) * mark.size * 20)


def _lead(format: PageFormat) -> float:
    """From the top of a line of the text to its ink, in twips."""
    return (1 - BELOW) * format.pitch - INK * format.body.size * 20


def _corner(letterhead: Letterhead) -> Iterator[Corner]:
    """份号, 密级和保密期限, 紧急程度, those that there are."""
    if letterhead.copy_number:
        yield letterhead.copy_number, names.LETTERHEAD
    for text in (letterhead.secrecy, letterhead.urgency):
        if text:
            yield text, names.SECRECY


def _under_the_rule(number: str, corner: list[Corner], format: PageFormat, pen: Pen) -> Iterator[str]:
    """The corner's elements under each other at the left, 发文字号 at the right of the first line."""
    if number:
        text, style = corner.pop(0) if corner else ("", "")
        type = fonts(format.letterhead.secrecy_face, format.latin) if style == names.SECRECY else ""
        beside = pen.styled((text,), type) + pen.text(f"\t{number}")
        stop = f'<w:tabs><w:tab w:val="right" w:pos="{format.text_width}"/></w:tabs>'
        yield paragraph(
            names.DOCUMENT_NUMBER, *((beside, stop + LEFT) if text else (pen.text(number), RIGHT))
        )
    yield from (paragraph(style, pen.text(text)) for text, style in corner)
