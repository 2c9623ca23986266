"""Tables that only lay out a page: the 版头 of a joint paper, organs side by side, the 版记. They are read
as the lines in their cells."""

from __future__ import annotations

import re

from docgen.manuscript import Grid, Line, Manuscript, Picture
from docgen.patterns import pattern
from docgen.recognise.marks import DATE, DOCUMENT_NUMBER, is_organ, is_signer, signs

TOP = 8
"""Among how many pieces from the top a table may be that of a 版头."""
MOST_CELLS = 24
COLOPHON = pattern(r"(?:主\s*送|抄\s*送|抄\s*报|分\s*送)\s*[：:]|.*印\s*发\s*$|[（(]?共印")
HEAD = pattern(r"文件|令|签\s*发\s*人\s*[：:].*|[\u4e00-\u9fff]{2,4}")


def find(manuscript: Manuscript) -> set[int]:
    """The indices of the pieces that are such tables."""
    pieces = manuscript.pieces
    return {
        at for at, piece in enumerate(pieces) if isinstance(piece, Grid) and _lays_out(manuscript, at, piece)
    }


def _lays_out(manuscript: Manuscript, at: int, grid: Grid) -> bool:
    texts = ["".join(line.text.split()) for line in lines(grid)]
    told = [text for text in texts if text]
    if not told or len(told) > MOST_CELLS:
        return False
    if all(COLOPHON.match(text) for text in told):
        return True
    if at < TOP and all(
        is_organ(text) or HEAD.fullmatch(text) or DOCUMENT_NUMBER.fullmatch(text) for text in told
    ):
        return any(re.match("文件|签发人", text) or DOCUMENT_NUMBER.match(text) for text in told)
    return all(signs([cell.text for cell in row]) for row in grid.rows) and _date_follows(manuscript, at)


def _date_follows(manuscript: Manuscript, at: int) -> bool:
    for piece in manuscript.pieces[at + 1 : at + 8]:
        if isinstance(piece, Line):
            text = piece.text.strip()
            if text and not (is_organ(text) or is_signer(text)):
                return DATE.fullmatch(text) is not None
        elif not isinstance(piece, Picture):
            return False
    return False


def lines(grid: Grid) -> list[Line]:
    """The lines of its cells, row by row."""
    return [line for row in grid.rows for cell in row for line in cell.lines]
