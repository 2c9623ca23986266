"""Sections: upright pages, and landscape pages between them for wide tables (GB/T 9704 clause 8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from docgen.document import LETTER, Paper
from docgen.formats import PageFormat, twips
from docgen.word.furniture import SPACER, footer_distance, is_two_sided
from docgen.word.runs import BLANK

HEADER_DISTANCE = 851  # twips; the header is empty and stays clear of the text
FIRST_FOOT = "FirstFoot"  # the relationship of the foot of a first page that has its own


class Pages(NamedTuple):
    """The pages of a section: upright or `landscape`. `turning`: the paper has both, so that every
    section says what stands in its headers and footers instead of taking over that of the section
    before. `first`: its first page has a foot of its own in place of the number, as a letter's has.
    `numbered`: they carry numbers."""

    landscape: bool = False
    turning: bool = False
    first: bool = False
    numbered: bool = True


def has_own_first_page(paper: Paper) -> bool:
    """Whether the first page has a foot of its own: that of a letter (10.1)."""
    return paper.form == LETTER and paper.letterhead is not None


@lru_cache(maxsize=32)
def section(format: PageFormat, pages: Pages) -> str:
    """`w:sectPr` of `pages`."""
    return f"<w:sectPr>{_references(format, pages)}{_page(format, pages)}</w:sectPr>"


def _references(format: PageFormat, pages: Pages) -> str:
    kinds = (("even", "Even"), ("default", "Odd")) if is_two_sided(format) else (("default", "Odd"),)
    header = "Turned{}" if pages.landscape else "Header"
    footer = "Number{}" if pages.numbered and not pages.landscape else "Footer"
    headers = (
        [_reference("header", kind, header.format(name)) for kind, name in kinds] if pages.turning else []
    )
    footers = [_reference("footer", kind, footer.format(name)) for kind, name in kinds]
    first = [_reference("footer", "first", FIRST_FOOT)] if pages.first else []
    return "".join([*headers, *footers, *first])


def _reference(part: str, kind: str, id: str) -> str:
    return f'<w:{part}Reference w:type="{kind}" r:id="{id}"/>'


def _page(format: PageFormat, pages: Pages) -> str:
    width, height = twips(format.sheet.width), twips(format.sheet.height)
    left = twips(format.core.left)
    right = width - left - format.text_width
    top = twips(format.core.top)
    bottom = height - top - format.text_height
    if pages.landscape:
        size = f'<w:pgSz w:w="{height}" w:h="{width}" w:orient="landscape"/>'
        margins = _margins(left, top, right, bottom, HEADER_DISTANCE)
        grid = f'<w:docGrid w:type="lines" w:linePitch="{format.pitch}"/>'
    else:
        size = f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        margins = _margins(top, right, bottom, left, footer_distance(format))
        pitch = f'w:linePitch="{format.pitch}" w:charSpace="{format.char_space}"'
        grid = f'<w:docGrid w:type="linesAndChars" {pitch}/>'
    return size + margins + ("<w:titlePg/>" if pages.first else "") + grid


def _margins(top: int, right: int, bottom: int, left: int, footer: int) -> str:
    return (
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="{HEADER_DISTANCE}" w:footer="{footer}" w:gutter="0"/>'
    )


class Flow:
    """The text of a document as it grows; turns the page where blocks want it turned. `first`: the
    first page has a foot of its own."""

    __slots__ = ("_first", "_format", "_landscape", "_numbered", "_pieces", "turning")

    def __init__(self, format: PageFormat, first: bool = False) -> None:
        self._format = format
        self._first = first
        self._landscape = False
        self._numbered = True
        self._pieces: list[str] = []
        self.turning = False

    def add(self, xml: str, landscape: bool = False) -> None:
        """`xml` (whole paragraphs and tables) on upright or landscape pages."""
        if landscape is not self._landscape:
            self._turn(landscape)
        elif xml.startswith("<w:tbl>") and self._ends_with_table():
            # Word makes one table of two that nothing parts.
            self._pieces.append(BLANK)
        self._pieces.append(xml)

    def _ends_with_table(self) -> bool:
        return bool(self._pieces) and self._pieces[-1].endswith("</w:tbl>")

    def part_tables(self) -> None:
        """Ends the text with a paragraph that takes no room, if it ends with a table."""
        if self._ends_with_table():
            self._pieces.append(SPACER)

    def below_table(self, most: int) -> int:
        """How many paragraphs, `most` at most, stand below the last table; `most` where there is none."""
        count = 0
        for piece in reversed(self._pieces):
            count += piece[piece.rfind("</w:tbl>") + 1 :].count("<w:p>")
            if count >= most or "</w:tbl>" in piece:
                return min(count, most)
        return most

    def begins_page(self, landscape: bool) -> bool:
        """Whether something added now would begin a page because the page is turned for it."""
        return landscape is not self._landscape

    def begin_page(self, numbered: bool = True) -> None:
        """What is added now begins an upright page; not `numbered`: it and all that follow carry no
        number. The page before ends with its section, for a paragraph that breaks it could itself run
        over to another one."""
        self._turn(landscape=False)
        self._numbered = numbered

    def hold(self, change: Callable[[str], str]) -> None:
        """The last piece is put through `change`."""
        if self._pieces:
            self._pieces[-1] = change(self._pieces[-1])

    def fit(self, change: Callable[[Sequence[str]], str]) -> None:
        """`change` makes the last piece of all of them."""
        if self._pieces:
            self._pieces[-1] = change(self._pieces)

    def _turn(self, landscape: bool) -> None:
        """Ends the section. Its properties go into its last paragraph, for a paragraph of their own
        could run over to an empty page; after a table there must be one, which takes no room."""
        self.turning = True
        ending = section(self._format, Pages(self._landscape, True, self._first, self._numbered))
        if self._pieces:
            last = self._pieces[-1]
            if not last.endswith("</w:p>"):
                last += SPACER
            at = last.index("</w:pPr>", last.rindex("<w:p>"))
            self._pieces[-1] = last[:at] + ending + last[at:]
            self._first = False
        self._landscape = landscape

    def length(self) -> int:
        """How many characters of XML there are."""
        return sum(map(len, self._pieces))

    def finish(self) -> Iterator[str]:
        """All pieces, and the properties of the last section."""
        self.part_tables()
        yield from self._pieces
        yield section(self._format, Pages(self._landscape, self.turning, self._first, self._numbered))
