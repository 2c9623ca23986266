"""Styles resolved: what a paragraph and its runs look like in effect.

The order of ECMA-376 17.7.2: document defaults, paragraph style with all it is based on, numbering
level, the paragraph's own properties; for runs the character style and the run's own properties on
top.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docgen.ooxml.values import A, Look, W, find, flat, get, value

TOGGLES = ("b", "i", "caps", "strike", "vanish")
DEEPEST = 25
"""Styles based on each other."""
SCRIPTS = {"eastAsia": "eastAsiaTheme", "ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "cs": "cstheme"}


@dataclass(frozen=True, slots=True)
class Style:
    """One style: its own properties only."""

    id: str
    name: str
    kind: str
    base: str
    paragraph: Look
    run: Look


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of a document; `theme` gives the face behind each theme name."""

    all: Mapping[str, Style]
    default: str
    paragraph_defaults: Look
    run_defaults: Look
    theme: Mapping[str, str]

    def chain(self, id: str) -> list[Style]:
        """The style `id` with all it is based on, the base first; a circle is cut, and what is too deep
        to be meant."""
        found: dict[str, Style] = {}
        while (style := self.all.get(id)) and id not in found and len(found) < DEEPEST:
            found[id] = style
            id = style.base
        return list(found.values())[::-1]

    def name(self, id: str) -> str:
        style = self.all.get(id)
        return style.name if style else id

    def paragraph(self, id: str, level: Look, own: Look) -> Look:
        """The effective properties of a paragraph in style `id` with those of its numbering `level` and
        its `own`. A list that the style names gives way to the style's indents, one that the paragraph
        names goes over them."""
        look = dict(self.paragraph_defaults)
        chain = self.chain(id)
        listed = "numPr/numId@val" in own
        for style in chain:
            if not listed and "numPr/numId@val" in style.paragraph:
                lay(look, level)
            lay(look, style.paragraph)
        if listed:
            lay(look, level)
        lay(look, own)
        return look

    def run(self, paragraph: str, character: str, own: Look) -> Look:
        """The effective properties of a run with its `own` in a paragraph of style `paragraph`."""
        below, above = self._flow(paragraph, dict(self.run_defaults)), self._flow(character, {})
        look = dict(below)
        lay(look, above)
        for name in TOGGLES:  # a toggle of both styles is off again (ECMA-376 17.7.3)
            if name in above and name in below:
                look[name] = "1" if above[name] != below[name] else "0"
        lay(look, own)
        return look

    def _flow(self, id: str, look: dict[str, str]) -> dict[str, str]:
        for style in self.chain(id):
            lay(look, style.run)
        return look

    def face(self, look: Look, script: str) -> str:
        """The face of `script` (eastAsia, ascii, hAnsi, cs) in `look`, a theme's resolved."""
        theme = look.get(f"rFonts@{SCRIPTS[script]}")
        return self.theme.get(theme, theme) if theme else look.get(f"rFonts@{script}", "")


def lay(look: dict[str, str], above: Look) -> None:
    """Puts `above` over `look`: of exclusive properties the last word counts."""
    for script, theme in SCRIPTS.items():
        if f"rFonts@{script}" in above and f"rFonts@{theme}" not in above:
            look.pop(f"rFonts@{theme}", None)
    for kept, dropped in (("firstLine", "hanging"), ("hanging", "firstLine")):
        if f"ind@{kept}" in above or f"ind@{kept}Chars" in above:
            for name in (dropped, f"{dropped}Chars"):
                look.pop(f"ind@{name}", None)
    look.update(above)


def styles(root: Any, theme: Any) -> Styles:
    """The styles of styles.xml (None: a document without styles)."""
    elements = [] if root is None else root.findall(W + "style")
    all = {get(element, "styleId"): _style(element) for element in elements}
    normal = (
        get(element, "styleId")
        for element in elements
        if get(element, "type", "paragraph") == "paragraph" and get(element, "default") in ("1", "true", "on")
    )
    return Styles(
        all,
        next(normal, ""),
        flat(find(root, "docDefaults/pPrDefault/pPr")),
        flat(find(root, "docDefaults/rPrDefault/rPr")),
        _theme(theme),
    )


def _style(element: Any) -> Style:
    return Style(
        get(element, "styleId"),
        value(element, "name").strip().casefold(),
        get(element, "type", "paragraph"),
        value(element, "basedOn"),
        flat(find(element, "pPr")),
        flat(find(element, "rPr")),
    )


def _theme(root: Any) -> dict[str, str]:
    """The faces of a theme by the names that w:rFonts has for them."""
    faces = {}
    for kind in ("major", "minor"):
        fonts = None if root is None else root.find(f".//{A}{kind}Font")
        if fonts is None:
            continue
        latin, asian = (fonts.find(A + name) for name in ("latin", "ea"))
        hans = next((font for font in fonts.findall(A + "font") if font.get("script") == "Hans"), None)
        chinese = (asian.get("typeface") if asian is not None else "") or (
            hans.get("typeface", "") if hans is not None else ""
        )
        faces[f"{kind}EastAsia"] = chinese
        for script in ("Ascii", "HAnsi", "Bidi"):
            faces[f"{kind}{script}"] = latin.get("typeface", "") if latin is not None else ""
    return faces
