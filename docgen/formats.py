"""Page formats: `data/formats/*.yaml` and house files that inherit them → a typed `PageFormat`.

Every length, size and face with its clause stands in the data, none here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import ceil, floor
from pathlib import Path
from typing import Any, NamedTuple

from docgen import formats_read as read
from docgen.formats_parts import (
    Attachments,
    Body,
    Colophon,
    Core,
    Footnotes,
    Layers,
    LetterForm,
    Letterhead,
    MinutesForm,
    Note,
    OrderForm,
    PageNumber,
    Sheet,
    Signing,
    Tables,
    Title,
)
from docgen.formats_read import STANDARD, built_in, inherited, instance, key
from docgen.i18n import _
from docgen.problems import DocgenError, Place, Problem, error, has_errors
from docgen.source.values import place_of

TWIPS_PER_MM = 1440 / 25.4
CHAR_SPACE_UNIT = 4096  # of a point, in w:docGrid
CROWDED = 0.9  # of their width: characters set closer touch each other

Faces = tuple[tuple[str, tuple[str, ...]], ...]


def twips(mm: float) -> int:
    """`mm` in twips, to the nearest."""
    return round(mm * TWIPS_PER_MM)


class PageFormat(NamedTuple):
    """How a paper looks. `latin` is the face of digits and Latin letters, empty for the Chinese
    face; `stand_ins` are, for a face, those that a machine without it may take."""

    name: str = key("名称", read.text)
    about: str = key("说明", read.text)
    sheet: Sheet = key("纸张", Sheet)
    core: Core = key("版心", Core)
    latin: str = key("西文字体", read.latin)
    body: Body = key("正文", Body)
    letterhead: Letterhead = key("版头", Letterhead)
    title: Title = key("标题", Title)
    note: Note = key("题注", Note)
    layers: Layers = key("层次", Layers)
    attachments: Attachments = key("附件", Attachments)
    signing: Signing = key("落款", Signing)
    colophon: Colophon = key("版记", Colophon)
    letter: LetterForm = key("信函", LetterForm)
    order: OrderForm = key("命令", OrderForm)
    minutes: MinutesForm = key("纪要", MinutesForm)
    page_number: PageNumber = key("页码", PageNumber)
    tables: Tables = key("表格", Tables)
    footnotes: Footnotes = key("脚注", Footnotes)
    stand_ins: Faces = key("替代字体", read.faces)

    def __hash__(self) -> int:
        """Of the name alone: formats are the keys of what is made ready, asked for with every paper, and
        two of one name are told apart by comparing them."""
        return hash(self.name)

    @property
    def char(self) -> int:
        """The width of a body character (字) in twips, as indents count it."""
        return round(self.body.size * 20)

    @property
    def cell(self) -> int:
        """The width of a cell of the grid in twips: the text area is a whole number of them."""
        return ceil(self.core.width * TWIPS_PER_MM / self.core.characters)

    @property
    def text_width(self) -> int:
        """The width of the text area in twips."""
        return self.cell * self.core.characters

    @property
    def text_height(self) -> int:
        """The height of the text area in twips."""
        return round(self.core.height * TWIPS_PER_MM)

    @property
    def pitch(self) -> int:
        """The exact height of a body line in twips: as many as the page has lines fit, none is over."""
        return floor(self.core.height * TWIPS_PER_MM / self.core.lines)

    @property
    def condensing(self) -> int:
        """What is added to the advance of every body character (twips, negative: closer), so that
        the characters of a line fit whatever a program makes of the grid (5.2.3)."""
        return min(0, floor(self.core.width * TWIPS_PER_MM / self.core.characters - self.char))

    @property
    def char_space(self) -> int:
        """`w:charSpace` of the grid: what a cell is wider than the type, in 1/4096 pt."""
        return floor((self.cell - self.char) / 20 * CHAR_SPACE_UNIT)

    def used_faces(self) -> tuple[str, ...]:
        """All faces that a paper in this format may use, each once."""
        layers = [layer.face for layer in self.layers.all()]
        rest = [
            self.letterhead.face,
            self.letterhead.secrecy_face,
            self.letterhead.signer_face,
            self.title.face,
            self.note.face,
            self.attachments.mark_face,
            self.minutes.label_face,
            self.colophon.face,
            self.page_number.face,
            self.tables.face,
            self.tables.head_face,
            self.tables.caption_face,
        ]
        latin = [self.latin] if self.latin else []
        return tuple(dict.fromkeys([self.body.face, *layers, *rest, *latin]))


def load(choice: str | Mapping[str, Any] | None = None, base: Path | None = None) -> PageFormat:
    """The page format that `choice` names.

    `choice`: a built-in name (`gbt9704`), the file of a house format (.yaml) in or below the folder
    `base`, a mapping `{继承: …, …}` with what differs, or None for the standard. Raises `DocgenError`
    with all problems (PGF-…) where a key or a value is wrong or the file is outside (FIL-002),
    `CannotRead` where there is no such file.
    """
    if choice is None or (isinstance(choice, str) and choice in built_in()):
        return _built_in(str(choice or STANDARD))
    return _made(choice, base)


@lru_cache(maxsize=8)
def _built_in(name: str) -> PageFormat:
    return _made(name, None)


def _made(choice: str | Mapping[str, Any], base: Path | None) -> PageFormat:
    problems: list[Problem] = []
    data = inherited(choice, base, problems)
    made = instance(PageFormat, data, problems)
    if made is not None:
        problems += _misfits(made, place_of(data.get("版心")) or place_of(data))
    if made is None or has_errors(problems):
        raise DocgenError(problems)
    return made


def _misfits(format: PageFormat, place: Place | None) -> list[Problem]:
    """What does not fit into what: the text area into the sheet, the grid into the text area."""
    core, sheet = format.core, format.sheet
    rows = [
        (core.left + core.width, sheet.width, _("订口加版心的宽"), _("毫米"), _("纸的宽")),
        (core.top + core.height, sheet.height, _("天头加版心的高"), _("毫米"), _("纸的高")),
        (CROWDED * format.body.size, format.cell / 20, _("正文字号的九成"), _("磅"), _("每行字数分到的字宽")),
        (format.body.size, format.pitch / 20, _("正文字号"), _("磅"), _("每面行数分到的行距")),
    ]
    return [
        error(
            "PGF-005",
            _("{inner}是{a:g}{unit}，超过了{outer}{b:g}{unit}").format(
                inner=inner, a=a, unit=unit, outer=outer, b=b
            ),
            place,
            hint=_("改小字号、字数、行数，或者检查纸张和版心的尺寸"),
        )
        for a, b, inner, unit, outer in rows
        if a > b
    ]
