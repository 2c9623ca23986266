"""The styles of a book: those of a paper one or two levels lower in the outline, and those of what stands
before the papers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.assembly.entries import Levels
from docgen.assembly.look import Look
from docgen.document import LAYERS
from docgen.formats import PageFormat
from docgen.word import names
from docgen.word.measure import exact, half_points
from docgen.word.styles import CENTRED, KEEP_NEXT, fonts

COVER, COVER_FOOT, DIVIDER, CONTENTS = "BookTitle", "BookOrgan", "BookDivider", "TOCHeading"
NUMBERED = re.compile(r"<w:numPr>.*?</w:numPr>")
OUTLINE = re.compile(r"<w:outlineLvl [^>]*/>")


def entry_style(level: int) -> str:
    """The style of a line of the table of contents."""
    return f"TOC{level}"


def lowered(styles: str, levels: Levels) -> str:
    """`styles`, the styles.xml that our writer made, with titles and headings on their levels in a book,
    and with styles for those of attachments."""
    more = []
    for layer in range(LAYERS, 0, -1):
        own, linked = _found(styles, names.heading(layer)), _found(styles, names.heading_type(layer))
        more += [_attached(own, layer, levels.first), _attached(linked, layer, levels.first)]
        styles = styles.replace(own, _renamed(own, layer, levels.first))
        styles = styles.replace(linked, _renamed(linked, layer, levels.first))
    title, attachment = _found(styles, names.TITLE), _found(styles, names.ATTACHMENT_TITLE)
    heading = f'w:styleId="{names.heading(levels.first)}"><w:name w:val="heading {levels.first}"/>'
    styles = styles.replace(title, _outlined(title.replace(_head(title), heading), levels.first)).replace(
        attachment, _outlined(attachment, levels.first + 1)
    )
    return styles.replace("</w:styles>", "".join([*more, "</w:styles>"]))


def _found(styles: str, id: str) -> str:
    """The style with the `id`, whole."""
    at = styles.index(f'w:styleId="{id}"')
    begin = styles.rindex("<w:style ", 0, at)
    return styles[begin : styles.index("</w:style>", at) + len("</w:style>")]


def _head(style: str) -> str:
    """From the id of a style to its name."""
    return style[style.index("w:styleId=") : style.index("/>", style.index("<w:name ")) + 2]


def _renamed(style: str, layer: int, first: int) -> str:
    new = layer + first
    style = style.replace(f'"Heading{layer}', f'"Heading{new}').replace(
        f'"heading {layer}', f'"heading {new}'
    )
    return OUTLINE.sub(f'<w:outlineLvl w:val="{new - 1}"/>', style)


def _attached(style: str, layer: int, first: int) -> str:
    """A style like `style` for the headings of attachments, outside of the built-in ones."""
    style = style.replace(f'"Heading{layer}', f'"Attached{layer}').replace(
        f'"heading {layer}', f'"附件层次 {layer}'
    )
    if "w:customStyle" not in style:
        style = style.replace(" w:styleId=", ' w:customStyle="1" w:styleId=', 1)
    return OUTLINE.sub(f'<w:outlineLvl w:val="{layer + first}"/>', NUMBERED.sub("", style))


def _outlined(style: str, level: int) -> str:
    return style.replace("</w:pPr>", f'<w:outlineLvl w:val="{level - 1}"/></w:pPr>', 1)


def front(format: PageFormat, look: Look) -> str:
    """The styles of cover, dividers and table of contents."""
    return "".join(_front(format, look))


def _front(format: PageFormat, look: Look) -> Iterator[str]:
    title, head = format.title.face, format.layers.all()[0].face
    cover, divider, contents = look.cover, look.divider, look.contents
    yield _style(COVER, "汇编标题", f"{_pitch(cover.pitch)}{CENTRED}", _type(title, cover.size))
    yield _style(
        COVER_FOOT,
        "汇编单位",
        f"{_pitch(cover.foot_pitch)}{CENTRED}",
        _type(format.note.face, cover.foot_size),
    )
    outline = '<w:outlineLvl w:val="0"/>'
    yield _style(DIVIDER, "分隔页", f"{_pitch(divider.pitch)}{CENTRED}{outline}", _type(title, divider.size))
    yield _style(CONTENTS, "TOC Heading", f"{KEEP_NEXT}{CENTRED}", _type(head, contents.size))
    for level in range(1, look.deepest + 1):
        face = fonts(head) if level == 1 and look.divided else ""
        yield _style(entry_style(level), f"toc {level}", _entry(format, look, level), face)


def _entry(format: PageFormat, look: Look, level: int) -> str:
    """A line of the table of contents: the number at the right edge behind dots. (LibreOffice
    drops a number that stands behind the right indent, so there is none.)"""
    char, contents = format.char, look.contents
    hanging = round(contents.hanging * char)
    left = round(contents.indent * (level - 1) * char) + hanging
    return (
        f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{format.text_width}"/></w:tabs>'
        f'<w:ind w:left="{left}" w:hanging="{hanging}"/><w:jc w:val="left"/>'
    )


def _pitch(points: float) -> str:
    return exact(round(points * 20))


def _type(face: str, points: float) -> str:
    size = half_points(points)
    return f'{fonts(face)}<w:spacing w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _style(id: str, name: str, properties: str, type: str = "") -> str:
    own = "" if name.isascii() else ' w:customStyle="1"'
    rpr = f"<w:rPr>{type}</w:rPr>" if type else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{properties}</w:pPr>{rpr}</w:style>'
    )
