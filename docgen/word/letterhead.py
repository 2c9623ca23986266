"""版头 of an ordinary paper: all from the top of the first page to the title (GB/T 9704 7.2).

份号, 密级 and 紧急程度 have their lines whether they are there or not, so that the mark stands where it
has to. What is printed on the sheet beforehand keeps its room.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from math import ceil

from docgen.document import Letterhead, Paper
from docgen.formats import PageFormat, twips
from docgen.word import first_page, names, organ_mark, signers
from docgen.word.measure import exact
from docgen.word.organ_mark import Mark
from docgen.word.runs import BLANK, Pen, paragraph

CORNER = 3  # lines: 份号, 密级和保密期限, 紧急程度
SPARE = 0.25  # lines: left on the first page, for programs round differently
DESCENT = 0.12  # em: from the baseline down to the ink
BELOW = 0.18  # of a line's height, below the baseline: LibreOffice 0.2, ONLYOFFICE 0.16
OVERHANG = 14  # twips: half of what ONLYOFFICE draws a border over each end of the text
LEAST = 20  # twips: the height of a line that takes no room
LEFT = '<w:jc w:val="left"/>'


def head(paper: Paper, format: PageFormat, pen: Pen) -> Iterator[str]:
    """The paragraphs down to the blank lines before the title."""
    letterhead, look = paper.letterhead, format.letterhead
    if letterhead is None:
        return
    numbers = list(_numbers(letterhead, format, pen))
    blank = look.blank_after + (look.blank_before_number if numbers else 0)
    below = format.pitch * (blank + len(numbers)) + _rule_height(format) + first_page.needed(paper, format)
    mark = yield from upper(letterhead, look.top, below, format, pen)
    if numbers:
        yield from [BLANK] * look.blank_before_number
        yield from numbers
    else:
        yield _rule_under(mark, letterhead, format)
    yield from [BLANK] * look.blank_after


def least(letterhead: Letterhead, format: PageFormat) -> int:
    """The least height in twips down to the title: the mark of one organ keeps its size, the names of
    several become smaller and closer for the sake of the text."""
    look = format.letterhead
    lead = _lead(letterhead, look.top, format)
    mark = organ_mark.lay_out(letterhead, lead, format.text_height, format)
    if len(letterhead.organs) > 1:
        tight = ceil(len(mark.rows) * organ_mark.TIGHT_LINE * look.smallest * 20)
        mark = organ_mark.lay_out(letterhead, lead, tight, format)
    numbers = len(list(_numbers(letterhead, format, Pen())))
    blank = look.blank_after + (look.blank_before_number if numbers else 0)
    head = twips(look.top) - min(lead, mark.lead) + mark.height
    return head + format.pitch * (blank + numbers) + _rule_height(format)


def upper(
    letterhead: Letterhead, top: float, below: int, format: PageFormat, pen: Pen
) -> Generator[str, None, Mark]:
    """What stands in the corner, and the mark, which is returned: its ink `top` mm below the top of the
    text area, its foot at least `below` twips above the bottom of the page where its size can be chosen
    so."""
    lead = _lead(letterhead, top, format)
    height = round(format.pitch * (format.core.lines - SPARE)) - twips(top) - below
    mark = organ_mark.lay_out(letterhead, lead, height, format)
    yield from _corner(letterhead, top, max(0, lead - mark.lead), format, pen)
    if letterhead.preprinted:
        yield organ_mark.room(mark)
    else:
        yield from organ_mark.write(mark, pen)
    return mark


def _lead(letterhead: Letterhead, top: float, format: PageFormat) -> int:
    """From the lines in the corner to the ink of the mark, in twips."""
    lines = _corner_lines(letterhead, top, format)
    return twips(top) - lines * _corner_pitch(lines, top, format)


def _corner_lines(letterhead: Letterhead, top: float, format: PageFormat) -> int:
    """How many lines the corner has: only those it needs where a mark leaves no room for all."""
    needed = 1 + bool(letterhead.secrecy) + bool(letterhead.urgency)
    return CORNER if CORNER * format.pitch <= twips(top) else needed


def _corner_pitch(lines: int, top: float, format: PageFormat) -> int:
    return min(format.pitch, twips(top) // lines)


def _corner(letterhead: Letterhead, top: float, after: int, format: PageFormat, pen: Pen) -> Iterator[str]:
    """The lines above the mark, which stands `after` twips below them. The first is kept for the 份号."""
    lines = _corner_lines(letterhead, top, format)
    pitch = _corner_pitch(lines, top, format)
    below = [text for text in (letterhead.secrecy, letterhead.urgency) if text]
    texts = [letterhead.copy_number, *below, *[""] * (CORNER - 1 - len(below))]
    for at, text in enumerate(texts[:lines], 1):
        space = f' w:after="{after}"' if at == lines else ""
        line = f'<w:spacing{space} w:line="{pitch}" w:lineRule="exact"/>'
        style = names.LETTERHEAD if at == 1 else names.SECRECY
        yield paragraph(style, pen.text(text) if text else "", line)


def _numbers(letterhead: Letterhead, format: PageFormat, pen: Pen) -> Iterator[str]:
    """发文字号, with the 签发人 of a paper to a higher organ, and the rule under it."""
    rule = _rule(letterhead, _space(format), format.pitch, format)
    if not letterhead.signers:
        if letterhead.document_number:
            yield paragraph(names.DOCUMENT_NUMBER, pen.text(letterhead.document_number), "".join(rule))
        return
    *rows, last = signers.lines(letterhead.document_number, letterhead.signers, format, pen)
    for row in rows:
        yield paragraph(names.DOCUMENT_NUMBER, row.runs, row.tabs + LEFT)
    yield paragraph(names.DOCUMENT_NUMBER, last.runs, rule[0] + last.tabs + rule[1] + LEFT)


def _rule_under(mark: Mark, letterhead: Letterhead, format: PageFormat) -> str:
    """The rule of a paper without 发文字号: as far under the mark as it stands under that."""
    ink = (1 - organ_mark.ABOVE) * mark.pitch - DESCENT * mark.size * 20
    space = max(0, round((twips(format.letterhead.gap) - ink - LEAST) / 20 - format.letterhead.rule / 2))
    return paragraph(names.DOCUMENT_NUMBER, "", "".join(_rule(letterhead, space, LEAST, format)))


def _rule(letterhead: Letterhead, space: int, pitch: int, format: PageFormat) -> tuple[str, str]:
    """The rule `space` pt under a line of `pitch` twips as properties of its paragraph, what comes before
    `w:tabs` and what comes behind it; for a sheet on which it is printed, the room it takes."""
    look = format.letterhead
    if letterhead.preprinted:
        after = round(20 * (space + look.rule))
        return "", f'<w:spacing w:after="{after}" w:line="{pitch}" w:lineRule="exact"/>'
    border = f'w:val="single" w:sz="{round(look.rule * 8)}" w:space="{space}" w:color="{look.color}"'
    line = exact(pitch) if pitch != format.pitch else ""
    return (
        f"<w:pBdr><w:bottom {border}/></w:pBdr>",
        f'{line}<w:ind w:left="{OVERHANG}" w:right="{OVERHANG}"/>',
    )


def _rule_height(format: PageFormat) -> int:
    """What the rule adds to the height of its line, in twips."""
    return ceil(20 * (_space(format) + format.letterhead.rule))


def _space(format: PageFormat) -> int:
    """From the foot of the line of 发文字号 to the rule, in whole points as Word counts them."""
    ink = BELOW * format.pitch / 20 - DESCENT * format.body.size
    return max(0, round(format.letterhead.gap * 72 / 25.4 - ink - format.letterhead.rule / 2))
