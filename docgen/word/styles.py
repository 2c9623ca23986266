"""styles.xml of a page format: everything a paragraph of each kind looks like.

Nothing refers to a theme, whose faces would override the names; every face is set for Chinese,
Latin and complex text; headings have Word's built-in ids and names, which the navigation pane,
tables of contents and WPS go by.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.formats import PageFormat, twips
from docgen.word import names
from docgen.word.measure import exact, half_points, indents

CENTRED = '<w:jc w:val="center"/>'
KEEP_NEXT = "<w:keepNext/>"
WHOLE = f"{KEEP_NEXT}<w:keepLines/>"
NO_CONDENSING = '<w:spacing w:val="0"/>'


def fonts(face: str, latin: str = "") -> str:
    """`w:rFonts` for Chinese in `face` and the rest in `latin` (the same face where empty)."""
    other = latin or face
    return f'<w:rFonts w:ascii="{other}" w:eastAsia="{face}" w:hAnsi="{other}" w:cs="{other}"/>'


def size(points: float) -> str:
    """The size of a type in half points, for all scripts."""
    return f'<w:sz w:val="{half_points(points)}"/><w:szCs w:val="{half_points(points)}"/>'


def bold(on: bool) -> str:
    return "<w:b/><w:bCs/>" if on else ""


def layer_type(format: PageFormat, layer: int) -> str:
    """What is different from body text in the type of a layer's headings and numbers (children of
    `w:rPr`), empty where nothing is."""
    look = format.layers.all()[layer - 1]
    face = "" if look.face == format.body.face else fonts(look.face, format.latin)
    return face + bold(look.bold)


def styles_xml(format: PageFormat, live: bool) -> str:
    """styles.xml; `live`: headings are tied to the list with number 1."""
    return (
        f"{names.HEAD}<w:styles {names.MAIN}>{_defaults(format)}{_basic(format)}"
        f"{''.join(_headings(format, live))}{''.join(_letterhead(format))}"
        f"{''.join(_paper(format))}{''.join(_furniture(format))}</w:styles>"
    )


def _defaults(format: PageFormat) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(format.body.face, format.latin)}"
        '<w:snapToGrid w:val="0"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _basic(format: PageFormat) -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/>'
        f'<w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/>{exact(format.pitch)}'
        '<w:jc w:val="both"/></w:pPr>'
        f'<w:rPr><w:spacing w:val="{format.condensing}"/>{size(format.body.size)}</w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        "<w:semiHidden/></w:style>" + _style(names.BODY, "Body Text", first_line(format))
    )


def first_line(format: PageFormat) -> str:
    """The first line's indent (GB/T 9704 7.3.3: 左空二字)."""
    return indents(format.char, firstLine=round(format.body.indent * format.char))


def _headings(format: PageFormat, live: bool) -> Iterator[str]:
    for layer in range(1, len(format.layers.all()) + 1):
        level = layer - 1
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>' if live else ""
        look = layer_type(format, layer)
        id, type_id = names.heading(layer), names.heading_type(layer)
        outline = f'<w:outlineLvl w:val="{level}"/>'
        yield (
            f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="heading {layer}"/>'
            f'<w:basedOn w:val="Normal"/><w:next w:val="{names.BODY}"/><w:link w:val="{type_id}"/>'
            f"<w:qFormat/><w:pPr>{WHOLE}{number}{first_line(format)}{outline}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{type_id}">'
            f'<w:name w:val="heading {layer} Char"/><w:link w:val="{id}"/><w:rPr>{look}</w:rPr></w:style>'
        )


def _letterhead(format: PageFormat) -> Iterator[str]:
    """The size of the mark is chosen for each paper, so its lines say it."""
    look = format.letterhead
    left = '<w:jc w:val="left"/>'
    mark = f'{fonts(look.face)}<w:color w:val="{look.color}"/>{NO_CONDENSING}'
    yield _style(names.MARK, "发文机关标志", CENTRED, mark)
    yield _style(names.LETTERHEAD, "份号", left)
    yield _style(names.SECRECY, "密级和紧急程度", left, fonts(look.secrecy_face, format.latin))
    yield _style(names.DOCUMENT_NUMBER, "发文字号", CENTRED)
    yield _style(names.DOUBLE_RULE, "双线", KEEP_NEXT)


def _paper(format: PageFormat) -> Iterator[str]:
    title = _title_type(format)
    line = exact(round(format.title.pitch * 20))
    note = fonts(format.note.face, format.latin) + size(format.note.size)
    mark = fonts(format.attachments.mark_face, format.latin)
    yield _style(names.TITLE, "Title", f"{KEEP_NEXT}{line}{CENTRED}", title)
    yield _style(names.NOTE, "Subtitle", KEEP_NEXT + CENTRED, note)
    yield _style(names.ADDRESSEES, "主送机关", KEEP_NEXT)
    yield _style(names.ATTACHMENT_NOTE, "附件说明", f'{KEEP_NEXT}<w:jc w:val="left"/>')
    yield _style(names.ORGAN, "Signature", f'{KEEP_NEXT}<w:jc w:val="right"/>')
    yield _style(names.DATE, "Date", '<w:jc w:val="right"/>')
    yield _style(names.ANNOTATION, "附注", first_line(format))
    yield _style(names.ATTACHMENT_MARK, "附件标记", f'{KEEP_NEXT}<w:jc w:val="left"/>', mark)
    yield _style(names.ATTACHMENT_TITLE, "附件标题", f"{KEEP_NEXT}{line}{CENTRED}", title)
    yield _style(names.ATTENDANCE, "出席人员", '<w:jc w:val="left"/>')
    colophon = fonts(format.colophon.face, format.latin) + NO_CONDENSING + size(format.colophon.size)
    yield _style(names.COLOPHON, "版记", exact(round(format.colophon.pitch * 20)), colophon)


def _title_type(format: PageFormat) -> str:
    """A title is of one face, its digits too, whatever the Latin face of the text."""
    look = format.title
    return fonts(look.face) + bold(look.bold) + NO_CONDENSING + size(look.size)


def _furniture(format: PageFormat) -> Iterator[str]:
    tables, number = format.tables, format.page_number
    caption = fonts(tables.caption_face, format.latin) + size(tables.caption_size)
    cell = exact(round(tables.pitch * 20))
    text = fonts(tables.face, format.latin) + NO_CONDENSING + size(tables.size)
    head = fonts(tables.head_face, format.latin)
    yield _style(names.CAPTION, "caption", KEEP_NEXT + CENTRED, caption)
    yield _style(names.TABLE_TEXT, "表格文字", cell, text)
    yield _style(names.TABLE_HEAD, "表头", CENTRED, head, names.TABLE_TEXT)
    # A picture in a line of exact height would be cut to that height.
    yield _style(names.PICTURE, "图片", f'<w:spacing w:line="240" w:lineRule="auto"/>{CENTRED}')
    yield _style(names.HEADER, "header")
    footer = fonts(number.face) + NO_CONDENSING + size(number.size)
    yield _style(names.FOOTER, "footer", exact(footer_line(format)), footer)
    note = NO_CONDENSING + size(format.footnotes.size)
    yield _style(names.FOOTNOTE, "footnote text", exact(round(format.footnotes.pitch * 20)), note)
    yield (
        f'<w:style w:type="character" w:styleId="{names.FOOTNOTE_MARK}"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )


def footer_line(format: PageFormat) -> int:
    """The exact height of the page number's line in twips."""
    return twips(format.page_number.size * 10 / 7 * 25.4 / 72)


def _style(id: str, name: str, properties: str = "", type: str = "", base: str = "Normal") -> str:
    own = "" if name.isascii() else ' w:customStyle="1"'
    ppr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    rpr = f"<w:rPr>{type}</w:rPr>" if type else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{base}"/>'
        f"<w:qFormat/>{ppr}{rpr}</w:style>"
    )
