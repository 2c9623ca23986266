"""Live numbers: which Word list each numbered paragraph takes, so that Word counts what we counted.

The main list is tied to the heading styles. Its counters are followed here as every program counts
them; where its next number would not be the label, or where programs differ, the paragraph goes to
a list of its own that starts at the right number. So restarts, layers that run on through the paper
and attachments come out the same in Word, WPS and LibreOffice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from docgen.document import LAYERS
from docgen.formats import PageFormat
from docgen.numbering import Label, LayerScheme, scheme
from docgen.word import names
from docgen.word.styles import first_line, fonts

MAIN = 1
FORMATS = {"chinese": "chineseCountingThousand", "arabic": "decimal", "circled": "decimalEnclosedCircle"}


class List:
    """A Word list while it counts: `number` is its w:numId, `top` the first layer it counts, `starts`
    its first ordinal for each layer, `last` and `texts` the last ordinals and labels under the present
    parents.

    `skipped` are the layers that a deeper one went past before they were used: programs disagree
    whether such a layer has been counted, so it is not used until its parent is counted again.
    """

    __slots__ = ("last", "number", "skipped", "starts", "texts", "top")

    def __init__(self, number: int, top: int, starts: tuple[int, ...] = (1,) * LAYERS) -> None:
        self.number = number
        self.top = top
        self.starts = starts
        self.texts = [""] * LAYERS
        self.last = [0] * LAYERS
        self.skipped = [False] * LAYERS

    def fits(self, label: Label) -> bool:
        """Whether the next number of the label's layer is the label's, in every program."""
        layer = label.layer
        if layer < self.top or (layer > self.top and not self.last[self.top - 1]):
            return False
        return not self.skipped[layer - 1] and self._next(layer) == label.ordinal

    def _next(self, layer: int) -> int:
        return self.last[layer - 1] + 1 if self.last[layer - 1] else self.starts[layer - 1]

    def count(self, label: Label) -> None:
        """The label's paragraph is taken into the list."""
        layer = label.layer
        self.last[layer - 1] = label.ordinal
        self.texts[layer - 1] = label.text
        for above in range(self.top, layer):
            self.skipped[above - 1] = self.skipped[above - 1] or not self.last[above - 1]
        self.last[layer:] = [0] * (LAYERS - layer)
        self.skipped[layer:] = [False] * (LAYERS - layer)

    def full(self, layer: int) -> str:
        """The number that Word writes for REF \\w: the labels of all layers down to `layer`; nothing
        where not all of them are counted here."""
        counted = self.top == 1 and all(self.last[:layer])
        return "".join(self.texts[:layer]).removesuffix(".") if counted else ""


class Spot(NamedTuple):
    """Where a label lives: w:numId, w:ilvl, and the full number that Word writes for it."""

    number: int
    level: int
    full: str

    @property
    def is_main(self) -> bool:
        """Whether a heading's style says it already."""
        return self.number == MAIN

    @property
    def properties(self) -> str:
        """`w:numPr` for a paragraph whose style does not say it."""
        return f'<w:numPr><w:ilvl w:val="{self.level}"/><w:numId w:val="{self.number}"/></w:numPr>'


Spots = tuple["Spot | None", ...]


class Lists(NamedTuple):
    """The spots of the paper's blocks and of each attachment's, and all lists, the main one first."""

    body: Spots
    attached: tuple[Spots, ...]
    lists: tuple[List, ...]


def assign(body: Sequence[Label | None], attached: Iterable[Sequence[Label | None]]) -> Lists:
    """Lists for the labels of a paper and of its attachments, each of which counts for itself."""
    main = List(MAIN, min((label.layer for label in body if label), default=1))
    lists = [main]
    spots = tuple(_assign(body, main, lists))
    rest = tuple(tuple(_assign(labels, None, lists)) for labels in attached)
    return Lists(spots, rest, tuple(lists))


def _assign(labels: Sequence[Label | None], root: List | None, lists: list[List]) -> Iterator[Spot | None]:
    used: list[List | None] = [None] * LAYERS  # the list last used at each layer
    latest = root
    for label in labels:
        if label is None:
            yield None
            continue
        level = label.layer - 1
        above = next((used[at] for at in range(level - 1, -1, -1) if used[at]), None)
        choices = (used[level], above, root, latest)
        chosen = next((choice for choice in choices if choice and choice.fits(label)), None)
        if chosen is None:
            chosen = latest = _new(label, len(lists) + 1)
            lists.append(chosen)
            root = root or chosen
        chosen.count(label)
        used[level:] = [chosen] + [None] * (LAYERS - label.layer)
        yield Spot(chosen.number, level, chosen.full(label.layer))


def _new(label: Label, number: int) -> List:
    starts = [1] * LAYERS
    starts[label.layer - 1] = label.ordinal
    return List(number, label.layer, tuple(starts))


def numbering_xml(format: PageFormat, lists: Sequence[List]) -> str:
    """numbering.xml for `lists`."""
    layers = scheme()
    abstract = "".join(_abstract(format, layers, one) for one in lists)
    instances = "".join(
        f'<w:num w:numId="{one.number}"><w:abstractNumId w:val="{one.number - 1}"/></w:num>' for one in lists
    )
    return f"{names.HEAD}<w:numbering {names.MAIN}>{abstract}{instances}</w:numbering>"


def _abstract(format: PageFormat, layers: Sequence[LayerScheme], one: List) -> str:
    levels = "".join(_level(format, layer, at, one) for at, layer in enumerate(layers))
    return (
        f'<w:abstractNum w:abstractNumId="{one.number - 1}"><w:nsid w:val="{0x5D0C0000 + one.number:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _level(format: PageFormat, layer: LayerScheme, at: int, one: List) -> str:
    look = format.layers.all()[at]
    tie = f'<w:pStyle w:val="{names.heading(at + 1)}"/>' if one.number == MAIN else ""
    weight = "<w:b/><w:bCs/>" if look.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{one.starts[at]}"/>'
        f'<w:numFmt w:val="{FORMATS[layer.numeral]}"/>{tie}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{layer.form.format(f"%{at + 1}")}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{first_line(format)}</w:pPr>'
        f"<w:rPr>{fonts(look.face, format.latin)}{weight}</w:rPr></w:lvl>"
    )
