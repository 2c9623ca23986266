"""What else a .docx carries: changes and comments, headers, properties, parts that make Word repair it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from docgen.i18n import _
from docgen.lint import word_file
from docgen.lint.data import listed, table
from docgen.lint.reading import Hit, Reading
from docgen.ooxml.values import R, W, get, local
from docgen.patterns import pattern

CHANGES = ("ins", "del", "moveFrom", "moveTo")
CORE = "docProps/core.xml"
APP = "docProps/app.xml"
REQUIRED = ("[Content_Types].xml", "_rels/.rels")
PAGE_NUMBER = pattern(r"^[\s—\-－第页共0-9/·]*$")
DEFAULT_TITLE = pattern(
    r"^(?:PowerPoint 演示文稿|Microsoft Word|文档\s?\d*|Document\s?\d*|未命名|模板|Word 文档|.*\.docx?$)"
)


def left_over(reading: Reading) -> Iterator[Hit]:
    """FMT-015: tracked changes, comments, hidden text, highlights left in a file that goes out."""
    root = word_file.tree(reading.docx, "word/document.xml") if reading.docx else None
    if root is None:
        return
    changed = sum(1 for one in root.iter(*(W + name for name in CHANGES)) if local(one.getparent()) != "rPr")
    counts = {
        _("修订"): changed,
        _("批注"): sum(1 for _one in root.iter(W + "commentReference")),
        _("隐藏文字"): sum(
            1 for one in root.iter(W + "vanish") if get(one, "val") not in ("0", "false") and _in_text(one)
        ),
        _("突出显示"): sum(
            1 for one in root.iter(W + "highlight") if get(one, "val") not in ("", "none") and _in_text(one)
        ),
    }
    for what, count in counts.items():
        if count:
            yield Hit(-1, values={"what": what, "count": str(count)})


def _in_text(mark: Any) -> bool:
    """Whether the property is one of a run with text."""
    run = mark.getparent().getparent()
    return run is not None and local(run) == "r" and any(one.text for one in run.iter(W + "t"))


def links(reading: Reading) -> Iterator[Hit]:
    """FMT-016, second half: links left blue and underlined; the colours of text are checked elsewhere."""
    root = word_file.tree(reading.docx, "word/document.xml") if reading.docx else None
    count = sum(1 for one in root.iter(W + "hyperlink") if one.get(R + "id")) if root is not None else 0
    if count:
        yield Hit(
            -1,
            values={
                "what": _("超链接"),
                "count": str(count),
                "required": _("没有"),
                "measured": str(count),
                "how": _("选中后按Ctrl+Shift+F9取消链接"),
            },
        )


def around(reading: Reading) -> Iterator[Hit]:
    """FMT-017: text in the header, a watermark, a border around the page."""
    for name in word_file.names(reading.docx) if reading.docx else ():
        if pattern(r"word/header\d*\.xml").fullmatch(name):
            root = word_file.tree(reading.docx, name)
            text = "".join(one.text or "" for one in root.iter(W + "t")).strip() if root is not None else ""
            if text and not PAGE_NUMBER.match(text):
                yield Hit(-1, values={"what": _("页眉文字"), "text": text[:20]})
            elif root is not None and any(local(one) in ("pict", "textpath") for one in root.iter()):
                yield Hit(-1, values={"what": _("水印"), "text": ""})
    root = word_file.tree(reading.docx, "word/document.xml") if reading.docx else None
    if root is not None and any(len(one) for one in root.iter(W + "pgBorders")):
        yield Hit(-1, values={"what": _("页面边框"), "text": ""})


def properties(reading: Reading) -> Iterator[Hit]:
    """FMT-018: author, company or title that a template or a website left in the file."""
    for part, fields in ((CORE, ("creator", "title", "lastModifiedBy")), (APP, ("Company",))):
        root = word_file.tree(reading.docx, part) if reading.docx else None
        for one in root.iter() if root is not None else ():
            text = (one.text or "").strip()
            if local(one) in fields and text:
                default = local(one) == "title" and DEFAULT_TITLE.match(text)
                if default or listed("foreign_authors").search(text):
                    yield Hit(-1, values={"what": _fields()[local(one)], "text": text[:24]})


def _fields() -> dict[str, str]:
    return {"creator": _("作者"), "title": _("标题"), "lastModifiedBy": _("修改者"), "Company": _("单位")}


def repaired(reading: Reading) -> Iterator[Hit]:
    """FMT-025: what makes Word offer a repair: missing parts, ids used twice, properties out of order."""
    if not reading.docx:
        return
    there = word_file.names(reading.docx)
    for name in REQUIRED:
        if there and name not in there:
            yield Hit(-1, values={"what": _("缺少部件"), "text": name})
    root = word_file.tree(reading.docx, "word/document.xml")
    if root is None:
        return
    ids = Counter(get(one, "id") for one in root.iter(W + "bookmarkStart"))
    twice = [id for id, count in ids.items() if count > 1]
    if twice:
        yield Hit(-1, values={"what": _("书签编号重复"), "text": twice[0]})
    yield from _missing_targets(reading.docx, root)
    yield from _order(root)


def _missing_targets(docx: bytes, root: Any) -> Iterator[Hit]:
    """References to relations that are not there."""
    links = word_file.tree(docx, "word/_rels/document.xml.rels")
    known = {one.get("Id") for one in links} if links is not None else set()
    used = {value for one in root.iter() for key, value in one.attrib.items() if key.startswith(R) and value}
    if missing := sorted(used - known):
        yield Hit(-1, values={"what": _("引用的部件不存在"), "text": missing[0]})


def _order(root: Any) -> Iterator[Hit]:
    """The first property that stands before one it has to follow."""
    orders = table("schema_order")
    for kind, names in orders.items():
        rank = {str(name): at for at, name in enumerate(names)}
        for element in root.iter(W + kind):
            last = -1
            for child in element:
                at = rank.get(local(child), -1)
                if 0 <= at < last:
                    yield Hit(-1, values={"what": _("属性的次序不对"), "text": f"{kind}/{local(child)}"})
                    return
                last = max(last, at)


RULES = {
    "FMT-015": left_over,
    "FMT-017": around,
    "FMT-018": properties,
    "FMT-025": repaired,
}
