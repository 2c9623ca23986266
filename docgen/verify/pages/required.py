"""The figures that a page is measured against, out of the page format."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.faces import role
from docgen.formats import PageFormat

OUTSIDE, CENTRE, RIGHT = "外侧", "居中", "右侧"  # sides of a page number
TWIPS_PER_PT = 20


@dataclass(frozen=True, slots=True)
class Required:
    """Lengths in mm, sizes and `pitch` in pt, `indent` and `number_edge` in characters, faces by role;
    `format` has what only a zone of its own needs."""

    paper: tuple[float, float]
    top: float
    left: float
    width: float
    height: float
    lines: int
    characters: int
    pitch: float
    body_face: str
    body_size: float
    title_face: str
    title_size: float
    layer_faces: tuple[str, ...]
    indent: float
    number_side: str
    number_face: str
    number_size: float
    number_gap: float
    number_edge: float
    format: PageFormat

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> float:
        """The middle of the text area, from the left."""
        return self.left + self.width / 2

    @property
    def cell(self) -> float:
        """The width of a character of body text."""
        return self.width / self.characters


def required_by(format: PageFormat) -> Required:
    """What `format` demands of a page."""
    core, number = format.core, format.page_number
    return Required(
        paper=(format.sheet.width, format.sheet.height),
        top=core.top,
        left=core.left,
        width=core.width,
        height=core.height,
        lines=core.lines,
        characters=core.characters,
        pitch=format.pitch / TWIPS_PER_PT,
        body_face=role(format.body.face),
        body_size=format.body.size,
        title_face=role(format.title.face),
        title_size=format.title.size,
        layer_faces=tuple(role(layer.face) for layer in format.layers.all()),
        indent=format.body.indent,
        number_side=number.position,
        number_face=role(number.face),
        number_size=number.size,
        number_gap=number.gap,
        number_edge=number.edge,
        format=format,
    )
