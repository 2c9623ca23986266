"""Page formats: `data/formats/*.yaml` and house files that inherit them → a typed `PageFormat`.

The named tuples are the schema: each field names its key in the file and the function that reads the
value. Every length, size and face with its clause stands in the data, none here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import ceil, floor
from pathlib import Path
from typing import Any, NamedTuple

from docgen import formats_read as read
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


class Sheet(NamedTuple):
    """纸张: mm."""

    width: float = key("宽", read.length)
    height: float = key("高", read.length)


class Core(NamedTuple):
    """版心 (GB/T 9704 5.2): margins and area in mm, lines a page, characters a line."""

    top: float = key("天头", read.length)
    left: float = key("订口", read.length)
    width: float = key("宽", read.length)
    height: float = key("高", read.length)
    lines: int = key("每面行数", read.some)
    characters: int = key("每行字数", read.some)


class Body(NamedTuple):
    """正文: size in pt, first indent in characters."""

    face: str = key("字体", read.face)
    size: float = key("字号", read.size)
    indent: float = key("首行缩进", read.length)


class Title(NamedTuple):
    """标题: size and line pitch in pt; `width` is the most characters a line may have."""

    face: str = key("字体", read.face)
    bold: bool = key("加粗", read.switch)
    size: float = key("字号", read.size)
    pitch: float = key("行距", read.length)
    width: int = key("每行最多字数", read.some)
    blank_before: int = key("前空行", read.count)
    blank_after: int = key("后空行", read.count)


class Note(NamedTuple):
    """题注, also 副标题 and 稿: size in pt."""

    face: str = key("字体", read.face)
    size: float = key("字号", read.size)


class Layer(NamedTuple):
    """The type of a heading of one layer, and of its numbers."""

    face: str = key("字体", read.face)
    bold: bool = key("加粗", read.switch)


class Layers(NamedTuple):
    """层次."""

    first: Layer = key("第一层", Layer)
    second: Layer = key("第二层", Layer)
    third: Layer = key("第三层", Layer)
    fourth: Layer = key("第四层", Layer)
    fifth: Layer = key("第五层", Layer)

    def all(self) -> tuple[Layer, ...]:
        """From the first layer to the fifth."""
        return (self.first, self.second, self.third, self.fourth, self.fifth)


class Attachments(NamedTuple):
    """附件: blank lines before the 附件说明; the face of “附件1”; the line of its title."""

    blank_before: int = key("说明前空行", read.count)
    mark_face: str = key("标记字体", read.face)
    title_line: int = key("标题所在行", read.count)


class Signing(NamedTuple):
    """落款 (GB/T 9704 7.3.5): blank lines before it, indents in characters."""

    blank_sealed: int = key("盖章前空行", read.count)
    blank_unsealed: int = key("不盖章前空行", read.count)
    right_sealed: float = key("盖章右空", read.length)
    right_unsealed: float = key("不盖章右空", read.length)
    date_shift: float = key("日期右移", read.length)


class PageNumber(NamedTuple):
    """页码: `position` is 外侧 or 居中; size in pt; `gap` from the text area to the dash in mm; `edge`
    from the side in characters; `pattern` has {} for the number."""

    position: str = key("位置", read.place)
    face: str = key("字体", read.face)
    size: float = key("字号", read.size)
    gap: float = key("距版心", read.length)
    edge: float = key("空字", read.length)
    pattern: str = key("样式", read.pattern)


class Tables(NamedTuple):
    """表格: sizes, line pitch and rules in pt, cell margin (left and right) in mm."""

    face: str = key("字体", read.face)
    head_face: str = key("表头字体", read.face)
    size: float = key("字号", read.size)
    smallest: float = key("最小字号", read.size)
    pitch: float = key("行距", read.length)
    caption_face: str = key("表题字体", read.face)
    caption_size: float = key("表题字号", read.size)
    outer: float = key("外框", read.length)
    inner: float = key("内框", read.length)
    margin: float = key("单元格边距", read.length)


class Footnotes(NamedTuple):
    """脚注: size and line pitch in pt."""

    size: float = key("字号", read.size)
    pitch: float = key("行距", read.length)


class PageFormat(NamedTuple):
    """How a paper looks. `latin` is the face of digits and Latin letters, empty for the Chinese
    face; `stand_ins` are, for a face, those that a machine without it may take."""

    name: str = key("名称", read.text)
    about: str = key("说明", read.text)
    sheet: Sheet = key("纸张", Sheet)
    core: Core = key("版心", Core)
    latin: str = key("西文字体", read.latin)
    body: Body = key("正文", Body)
    title: Title = key("标题", Title)
    note: Note = key("题注", Note)
    layers: Layers = key("层次", Layers)
    attachments: Attachments = key("附件", Attachments)
    signing: Signing = key("落款", Signing)
    page_number: PageNumber = key("页码", PageNumber)
    tables: Tables = key("表格", Tables)
    footnotes: Footnotes = key("脚注", Footnotes)
    stand_ins: Faces = key("替代字体", read.faces)

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
            self.title.face,
            self.note.face,
            self.attachments.mark_face,
            self.page_number.face,
            self.tables.face,
            self.tables.head_face,
            self.tables.caption_face,
        ]
        latin = [self.latin] if self.latin else []
        return tuple(dict.fromkeys([self.body.face, *layers, *rest, *latin]))


def load(choice: str | Mapping[str, Any] | None = None, base: Path | None = None) -> PageFormat:
    """The page format that `choice` names.

    `choice`: a built-in name (`gbt9704`), the path of a house format (.yaml, relative to the folder
    `base`), a mapping `{继承: …, …}` with what differs, or None for the standard. Raises `DocgenError`
    with all problems (PGF-…) where a key or a value is wrong, `CannotRead` where there is no such file.
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
