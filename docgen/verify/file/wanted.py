"""What the page format wants of a paragraph in each role, in the keys of effective properties."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from docgen.formats import PageFormat
from docgen.i18n import _
from docgen.verify.file import roles as role

CENTRED, RIGHT, LEFT = {"jc@val": "center"}, {"jc@val": "right"}, {"jc@val": "left"}
NEUTRAL_PARAGRAPH = {
    "pageBreakBefore": "0",
    "keepLines": "0",
    "contextualSpacing": "0",
    "bidi": "0",
    "topLinePunct": "0",
    "textAlignment@val": "auto",
    "textDirection@val": "lrTb",
    "framePr@w": "",
    "pBdr/top@val": "none",
    "pBdr/bottom@val": "none",
    "pBdr/left@val": "none",
    "pBdr/right@val": "none",
    "shd@fill": "auto",
}
NEUTRAL_RUN = {
    "i": "0",
    "u@val": "none",
    "strike": "0",
    "dstrike": "0",
    "caps": "0",
    "smallCaps": "0",
    "outline": "0",
    "shadow": "0",
    "emboss": "0",
    "imprint": "0",
    "vanish": "0",
    "em@val": "none",
    "highlight@val": "none",
    "shd@fill": "auto",
    "effect@val": "none",
    "w@val": "100",
    "position@val": "0",
    "vertAlign@val": "baseline",
}
DEFAULTS = {
    **NEUTRAL_PARAGRAPH,
    **NEUTRAL_RUN,
    "widowControl": "1",
    "overflowPunct": "1",
    "autoSpaceDE": "1",
    "autoSpaceDN": "1",
    "adjustRightInd": "1",
    "snapToGrid": "1",
    "kinsoku": "1",
    "wordWrap": "1",
    "keepNext": "0",
    "spacing@line": "240",
    "spacing@lineRule": "auto",
    "spacing@before": "0",
    "spacing@after": "0",
    "spacing@beforeLines": "0",
    "spacing@afterLines": "0",
    "spacing@beforeAutospacing": "0",
    "spacing@afterAutospacing": "0",
    "jc@val": "left",
    "ind@left": "0",
    "ind@right": "0",
    "ind@firstLine": "0",
    "ind@hanging": "0",
    "outlineLvl@val": "9",
    "b": "0",
    "bCs": "0",
    "sz@val": "20",
    "szCs@val": "20",
    "spacing@val": "0",
    "color@val": "auto",
}
"""What a property is in effect where nothing says it (ECMA-376 17.3)."""


class Wanted(NamedTuple):
    """Properties of the paragraph and of its runs, by key."""

    paragraph: Mapping[str, str]
    run: Mapping[str, str]


@lru_cache(maxsize=512)
def wanted(of: str, format: PageFormat) -> Wanted | None:
    """What `format` wants of the role `of`, None where the role is judged by checks of its own."""
    if of not in (looks := _looks(format)):
        return None
    paragraph, run = looks[of]
    return Wanted({**_paragraph(format), **paragraph}, {**_run(format), **run})


def _paragraph(format: PageFormat) -> dict[str, str]:
    return {
        **NEUTRAL_PARAGRAPH,
        "widowControl": "0",
        "overflowPunct": "0",
        "autoSpaceDE": "0",
        "autoSpaceDN": "0",
        "adjustRightInd": "0",
        "snapToGrid": "0",
        "kinsoku": "1",
        "wordWrap": "1",
        "keepNext": "0",
        **_line(format.pitch),
        **dict.fromkeys(
            ("spacing@before", "spacing@after", "spacing@beforeLines", "spacing@afterLines"), "0"
        ),
        **dict.fromkeys(("spacing@beforeAutospacing", "spacing@afterAutospacing"), "0"),
        "jc@val": "both",
        **dict.fromkeys(("ind@left", "ind@right", "ind@firstLine", "ind@hanging"), "0"),
        "outlineLvl@val": "9",
    }


def _run(format: PageFormat) -> dict[str, str]:
    return {
        **NEUTRAL_RUN,
        **_type(format.body.face, format.body.size, format.latin),
        "spacing@val": str(format.condensing),
        "snapToGrid": "0",
        "color@val": "auto",
    }


def _line(twips: float) -> dict[str, str]:
    return {"spacing@line": str(round(twips)), "spacing@lineRule": "exact"}


def _type(face: str, size: float = 0, latin: str = "", bold: bool = False) -> dict[str, str]:
    other = latin or face
    faces = {"rFonts@eastAsia": face, "rFonts@ascii": other, "rFonts@hAnsi": other, "rFonts@cs": other}
    sizes = dict.fromkeys(("sz@val", "szCs@val"), str(round(size * 2))) if size else {}
    return {**faces, **sizes, **dict.fromkeys(("b", "bCs"), "1" if bold else "0")}


@lru_cache(maxsize=16)
def _looks(format: PageFormat) -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    first = {"ind@firstLine": str(round(format.body.indent * format.char))}
    kept, plain = {"keepNext": "1"}, {"spacing@val": "0"}
    title, tables, notes = format.title, format.tables, format.footnotes
    titled = {**_type(title.face, title.size, "", title.bold), **plain}
    head = {**kept, **_line(title.pitch * 20), **CENTRED}
    cell = _line(tables.pitch * 20)
    text = {**_type(tables.face, tables.size, format.latin), **plain}
    return {
        role.BODY: (first, {}),
        role.BLANK: (kept, {}),
        role.TITLE: (head, titled),
        role.ATTACHMENT_TITLE: (head, titled),
        role.NOTE: (kept | CENTRED, _type(format.note.face, format.note.size, format.latin)),
        role.ADDRESSEES: (kept, {}),
        role.ATTACHMENT_NOTE: (kept | LEFT, {}),
        role.ORGAN: (kept | RIGHT, {}),
        role.DATE: (RIGHT, {}),
        role.ANNOTATION: (first, {}),
        role.ATTACHMENT_MARK: (kept | LEFT, _type(format.attachments.mark_face, latin=format.latin)),
        role.CAPTION: (kept | CENTRED, _type(tables.caption_face, tables.caption_size, format.latin)),
        role.TABLE_TEXT: (cell, text),
        role.TABLE_HEAD: (
            cell | CENTRED,
            {**text, **_type(tables.head_face, tables.size, format.latin)},
        ),
        role.PICTURE: ({"spacing@line": "240", "spacing@lineRule": "auto", **CENTRED}, {}),
        role.FOOTNOTE: (
            _line(notes.pitch * 20),
            {**_type(format.body.face, notes.size, format.latin), **plain},
        ),
        **_zones(format),
        **{
            role.HEADINGS[at]: (
                {**kept, **first, "keepLines": "1", "outlineLvl@val": str(at)},
                _type(layer.face, latin=format.latin, bold=layer.bold),
            )
            for at, layer in enumerate(format.layers.all())
        },
    }


def _zones(format: PageFormat) -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """What stands above the title and below the text."""
    head, foot = format.letterhead, format.colophon
    return {
        role.MARK: (CENTRED, {**_type(head.face), "color@val": head.color, "spacing@val": "0"}),
        role.LETTERHEAD: (LEFT, {}),
        role.SECRECY: (LEFT, _type(head.secrecy_face, latin=format.latin)),
        role.DOCUMENT_NUMBER: (CENTRED, {}),
        role.DOUBLE_RULE: ({"keepNext": "1"}, {}),
        role.ATTENDANCE: (LEFT, {}),
        role.COLOPHON: (
            _line(foot.pitch * 20),
            {**_type(foot.face, foot.size, format.latin), "spacing@val": "0"},
        ),
    }


def title_of(of: str) -> tuple[str, str]:
    """The Chinese name of a role, and the clause that says how it looks."""
    names = {
        role.TITLE: (_("标题"), "7.3.1"),
        role.NOTE: (_("题注"), ""),
        role.ADDRESSEES: (_("主送机关"), "7.3.2"),
        role.BODY: (_("正文"), "7.3.3"),
        role.BLANK: (_("空行"), "5.2.3"),
        role.ATTACHMENT_NOTE: (_("附件说明"), "7.3.4"),
        role.ORGAN: (_("署名"), "7.3.5"),
        role.DATE: (_("成文日期"), "7.3.5"),
        role.ANNOTATION: (_("附注"), "7.3.6"),
        role.ATTACHMENT_MARK: (_("附件标记"), "7.3.7"),
        role.ATTACHMENT_TITLE: (_("附件标题"), "7.3.7"),
        role.CAPTION: (_("表题"), ""),
        role.TABLE_TEXT: (_("表格文字"), ""),
        role.TABLE_HEAD: (_("表头"), ""),
        role.PICTURE: (_("图片"), ""),
        role.FOOTNOTE: (_("脚注"), ""),
        role.FOOTER: (_("页脚"), "7.5"),
        role.MARK: (_("发文机关标志"), "7.2.4"),
        role.DOCUMENT_NUMBER: (_("发文字号"), "7.2.5"),
        role.LETTERHEAD: (_("份号"), "7.2.1"),
        role.SECRECY: (_("密级和紧急程度"), "7.2.2"),
        role.DOUBLE_RULE: (_("红色双线"), "10.1"),
        role.COLOPHON: (_("版记"), "7.4"),
        role.ATTENDANCE: (_("出席人员"), "10.3"),
        **{
            heading: (_("第{layer}层标题").format(layer=layer), "7.3.3")
            for layer, heading in enumerate(role.HEADINGS, 1)
        },
    }
    return names.get(of, (of, ""))
