"""The typed tree of a paper: what templates and readers make, what numbering and writers take.

A paper's text is a flat sequence of blocks, as it is in Word and on the page; headings and items
carry the layer (1 to 5: 一、（一）1.（1）①) from which their nesting follows. Everything is frozen, and
every block remembers the place it came from. This module knows nothing else in the package but
`Place` and what makes records frozen. Annotations are evaluated: as texts, each would have to be parsed.
"""

from dataclasses import field
from typing import TYPE_CHECKING, Union

from docgen.frozen import Frozen, frozen
from docgen.problems import Place

if TYPE_CHECKING:
    from decimal import Decimal

LAYERS = 5


@frozen
class Strong(Frozen):
    """Text to be set bold."""

    text: str


@frozen
class Reference(Frozen):
    """“见三、（二）”: stands for the number of the heading or item whose `key` is `target`."""

    target: str
    place: Place | None = None


@frozen
class Footnote(Frozen):
    """A note at the foot of the page."""

    text: str


Inline = Union[str, Strong, Reference, Footnote]
Content = tuple[Inline, ...]


@frozen
class Heading(Frozen):
    """A heading of `layer` 1 to 5.

    `body` is the text run in behind it: `（一）加强领导。坚持……` has content 加强领导。 and body 坚持……;
    empty for a heading on a line of its own. `key` is the name references use (代号).
    """

    layer: int
    content: Content
    body: Content = ()
    numbered: bool = True
    restart: bool = False
    key: str = ""
    place: Place | None = None


@frozen
class Item(Frozen):
    """A numbered paragraph: its number is of `layer`, its text is body text."""

    layer: int
    content: Content
    numbered: bool = True
    restart: bool = False
    key: str = ""
    place: Place | None = None


@frozen
class Paragraph(Frozen):
    """A paragraph of body text, first line indented by two characters.

    `role` is empty for body text; title, addressees, signature make the paragraph look like those
    parts of a paper where several papers stand in one, as in a compendium.
    """

    content: Content
    place: Place | None = None
    role: str = ""


@frozen
class Column(Frozen):
    """A column of a table; `width` in mm, None to be found from the content; `align` is left,
    center, right, or empty to be found from the content; `alike`: it is as wide as all others that are."""

    name: str = ""
    width: float | None = None
    align: str = ""
    alike: bool = False


@frozen
class Cell(Frozen):
    """A cell over `across` columns and `down` rows. The cells it covers are left out of their rows."""

    content: Content = ()
    across: int = 1
    down: int = 1
    align: str = ""


TableRow = tuple[Union[str, Cell], ...]
"""The cells that begin in a row, from left to right; a plain `str` is a cell of one column, one row."""


@frozen
class Table(Frozen):
    """A table. The first `head` rows are repeated on every page; `landscape` None leaves it to the
    width of the content. `page`: it is to stand on one page, in as small a type as that needs."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    head: int = 1
    caption: str = ""
    landscape: bool | None = None
    place: Place | None = None
    page: bool = False


@frozen
class Person(Frozen):
    """A name and a post; either may be empty. `name` may also be a group (各年级组长)."""

    name: str
    post: str = ""


@frozen
class Role(Frozen):
    """组长, 副组长, 成员 … with its people; no people is a blank to be filled in by hand."""

    name: str
    people: tuple[Person, ...]


@frozen
class People(Frozen):
    """A leading group (领导小组): its name, its roles in order, and notes (办公室设在……)."""

    name: str
    roles: tuple[Role, ...]
    notes: tuple[str, ...] = ()
    place: Place | None = None


@frozen
class Image(Frozen):
    """A picture: its bytes (PNG or JPEG), its size in mm, its caption."""

    data: bytes = field(repr=False)
    suffix: str
    width: float
    height: float
    caption: str = ""
    place: Place | None = None


COLUMN, BAR, LINE = "柱形", "条形", "折线"
CHARTS = (COLUMN, BAR, LINE)
"""The kinds of chart: standing columns, lying bars, lines."""


@frozen
class Series(Frozen):
    """A row of a chart's numbers, one for each category; None where there is none."""

    name: str
    numbers: tuple["Decimal | None", ...]


@frozen
class Chart(Frozen):
    """A chart of `kind` (one of CHARTS): a group of columns, bars or points for each of the
    `categories`, one of each of the `series`; all numbers are of one `unit`. Its size is in mm."""

    kind: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    width: float
    height: float
    caption: str = ""
    unit: str = ""
    place: Place | None = None


Block = Union[Heading, Item, Paragraph, Table, People, Image, Chart]


@frozen
class Attachment(Frozen):
    """附件: its name, and its text either as blocks or as the bytes of a foreign .docx.

    `title` is printed over its first page, one entry to be broken by the title's rules or several
    that are the lines; the name where empty. `note` is the 题注 under it. `marked` is false for a
    paper that this one carries (印发): no 附件 over it, and not named in the 附件说明. `separate`: it
    is bound by itself and says the 发文字号 before its mark (GB/T 9704 7.3.7). `elsewhere`: it is a
    file of its own, named in the 附件说明 and without a page in this document. `continuous` are the
    layers whose numbers run on through it.
    """

    name: str
    blocks: tuple[Block, ...] = ()
    foreign: bytes | None = field(default=None, repr=False)
    title: tuple[str, ...] = ()
    note: str = ""
    marked: bool = True
    separate: bool = False
    elsewhere: bool = False
    continuous: tuple[int, ...] = ()
    place: Place | None = None

    @property
    def heading(self) -> tuple[str, ...]:
        """What is printed over its first page: its title, or its name."""
        return self.title or (self.name,)


@frozen
class Signer(Frozen):
    """Who signs by a stamp (签名章) in place of a seal: the post, the name, the stamp's picture."""

    post: str
    name: str
    stamp: Image | None = None


@frozen
class Signature(Frozen):
    """落款: the signing organs in their order and the date of the paper (成文日期, as printed).

    `sealed` tells that a seal will be put over it, which decides the indents (GB/T 9704 7.3.5);
    `seals` are pictures of the seals in the order of the organs, empty where they are put on by
    hand; `signers` sign by stamp (7.3.5.3).
    """

    organs: tuple[str, ...]
    date: str
    sealed: bool = False
    seals: tuple[Image, ...] = ()
    signers: tuple[Signer, ...] = ()
    place: Place | None = None


@frozen
class Letterhead(Frozen):
    """版头 (GB/T 9704 7.2): all above the red rule.

    The 发文机关标志 is made of the names of the `organs`, the lead organ first, and `suffix` (文件, 令,
    纪要 or nothing). `document_number` is 发文字号 or 令号, as printed; `copy_number` 份号; `secrecy` 密级
    and its term (秘密★1年); `urgency` 紧急程度; `signers` 签发人, which make it an upward paper.
    `preprinted`: mark and rule are on the sheet already, their room stays blank.
    """

    organs: tuple[str, ...]
    suffix: str = ""
    document_number: str = ""
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    signers: tuple[str, ...] = ()
    preprinted: bool = False
    place: Place | None = None


@frozen
class Colophon(Frozen):
    """版记 (GB/T 9704 7.4): `addressees` moved here from the first page, `copies` to whom it is copied
    (抄送), `printer` and `printed` who prints it off and when (印发机关, 印发日期 as printed).

    `even` None leaves it to the page format whether it has to stand on an even page.
    """

    addressees: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    printer: str = ""
    printed: str = ""
    even: bool | None = None
    place: Place | None = None


ORDINARY, LETTER, ORDER, MINUTES = "公文", "信函", "命令", "纪要"
FORMS = (ORDINARY, LETTER, ORDER, MINUTES)
"""版式: the general form of a paper, and the specific ones of GB/T 9704 clause 10."""


@frozen
class Numbering(Frozen):
    """How numbers are made: `live` as Word numbering or as text; `continuous` are the layers that
    run on through the whole paper."""

    live: bool = True
    continuous: tuple[int, ...] = ()


@frozen
class Paper(Frozen):
    """A whole paper.

    `title` has one entry to be broken into lines by the title's rules, or several that are the
    lines; `draft` is 征求意见稿 and the like; `note` the 题注 under the title; `annotation` the 附注.
    `organ` is the body that issues the paper (单位), for the file's properties; `form` one of FORMS;
    `attendance` those present, excused, sitting in (出席, 请假, 列席) of 纪要.
    """

    title: tuple[str, ...]
    blocks: tuple[Block, ...] = ()
    subtitle: str = ""
    draft: str = ""
    note: str = ""
    addressees: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    signature: Signature | None = None
    annotation: str = ""
    organ: str = ""
    numbering: Numbering = Numbering()
    form: str = ORDINARY
    letterhead: Letterhead | None = None
    attendance: tuple[Role, ...] = ()
    colophon: Colophon | None = None

    @property
    def bound(self) -> tuple[Attachment, ...]:
        """The attachments and carried papers whose pages stand behind the text."""
        return tuple(one for one in self.attachments if not one.elsewhere)


def plain(content: Content) -> str:
    """The words of `content`, without references and footnotes."""
    if len(content) == 1 and isinstance(content[0], str):
        return content[0]
    parts = (
        part if isinstance(part, str) else getattr(part, "text", "")
        for part in content
        if not isinstance(part, (Reference, Footnote))
    )
    return "".join(parts)
