"""What a web page or a copy left behind: navigation, stray marks, invisible characters, mark-up."""

from __future__ import annotations

import html
from collections.abc import Iterator

from docgen.lint.data import table
from docgen.lint.reading import (
    ANNOTATION,
    BODY,
    CELL,
    COLOPHON,
    HEADING,
    ITEM,
    LETTERHEAD,
    PEOPLE,
    SIGNATURE,
    TITLE,
    Hit,
    Reading,
)  # fmt: skip
from docgen.lint.rules.headings import words_of
from docgen.lint.rules.placeholders import marked_up
from docgen.patterns import pattern

HAN = "[\u4e00-\u9fff]"
STRAY = pattern(rf"(?<=[\u4e00-\u9fff，。、；：”》）])['`\u00b4](?={HAN})")
PAIR = pattern(r"'[^'\n]{1,30}'")
INVISIBLE = pattern(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]+|\u00a0+|[\ue000-\uf8ff]+|(?<=[^\\s\u4e00-\u9fff])\u3000{2,}(?=\\S)"
)
MARKDOWN = pattern(r"^\s*(#{1,6}\s+|[-*+]\s+|>\s+)")
TAGS = pattern(
    r"</?(?:p|div|span|b|i|u|strong|em|font|a|td|tr|th|table|br|hr|h[1-6]|img|ul|li|ol)(?:\s[^<>]{0,200})?/?>"
    r"|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash|hellip|middot|times|#[0-9]{1,5});",
)
URL = pattern(r"(?:https?://|www\.)[A-Za-z0-9./?=&%#_:~+\-]+")
CONTACT = pattern("联系|电话|邮箱|网址|网站|官网|登录|登陆|下载|上传|报送|平台|系统|填报|链接")
PIECE = pattern(
    r"\s*(?:第\s*[一二三四五六七八九十0-9]{1,3}\s*篇|篇\s*[一二三四五六七八九十0-9]{1,3})(?:\s*[：:].{0,40}|\s*$|\s+\S{0,30}$)"
)
ONCE = ("指导思想", "总体要求")
PADDED = (SIGNATURE, CELL, PEOPLE, TITLE, COLOPHON, LETTERHEAD)


def navigation(reading: Reading) -> Iterator[Hit]:
    """WEB-001: 当前位置, 来源：网络整理, 返回首页 on lines of their own."""
    known = pattern("|".join(f"(?:{line})" for line in table("debris")["整行"]))
    inside = pattern("|".join(table("debris")["句中"]))
    for at, one in enumerate(reading.passages):
        text = one.text.strip()
        start = len(one.text) - len(one.text.lstrip())
        if one.role == "debris" or (one.zone in (BODY, HEADING, ITEM) and known.fullmatch(text)):
            yield Hit(at, start, start + len(text), {}, "", sure=False)
            continue
        for found in inside.finditer(one.text):
            yield Hit(at, found.start(), found.end(), {}, "", sure=False)


def stray_marks(reading: Reading) -> Iterator[Hit]:
    """WEB-002: an apostrophe or an accent between Chinese characters; a pair of them quotes."""
    for at, text in enumerate(reading.masked):
        pairs = [one.span() for one in PAIR.finditer(text)]
        for one in STRAY.finditer(text):
            quoting = one[0] == "'" and any(start <= one.start() < end for start, end in pairs)
            # “问题导学' is a quotation with a wrong end, which PUN-009 tells.
            closing = text.count("“", 0, one.start()) > text.count("”", 0, one.start())
            if not (quoting or closing):
                yield Hit(at, one.start(), one.end(), {}, "")


def invisible(reading: Reading) -> Iterator[Hit]:
    """WEB-003: characters nobody sees; wide blanks that align names and signatures are meant."""
    for at, one in enumerate(reading.passages):
        for found in INVISIBLE.finditer(one.text):
            char = found[0][0]
            if char == "\u3000" and one.zone in PADDED:
                continue
            sure = char not in "\u3000" and not "\ue000" <= char <= "\uf8ff"
            better = " " if char == "\u00a0" and not _between_chinese(one.text, *found.span()) else ""
            code = f"U+{ord(char):04X}"
            yield Hit(at, found.start(), found.end(), {"code": code}, better if sure else None, sure=sure)


def _between_chinese(text: str, start: int, end: int) -> bool:
    return "\u4e00" <= text[start - 1 : start] <= "\u9fff" or "\u4e00" <= text[end : end + 1] <= "\u9fff"


def mark_up(reading: Reading) -> Iterator[Hit]:
    """WEB-004: **, ##, - , &nbsp;, <br>; in a Markdown file the first three are its own."""
    own = reading.source == "md"
    for at, one in enumerate(reading.passages):
        text = one.text
        lead = None if own or one.zone == CELL else MARKDOWN.match(text)
        if lead:
            yield Hit(at, lead.start(1), lead.end(1), {}, "")
        for start, end in () if own else marked_up(text):
            yield Hit(at, start, start + 2, {}, "")
            yield Hit(at, end - 2, end, {}, "")
        for found in TAGS.finditer(text):
            yield Hit(at, found.start(), found.end(), {}, _instead(found[0]))


def _instead(found: str) -> str:
    """What a tag or an entity stands for."""
    return "" if found.startswith("<") or found == "&nbsp;" else html.unescape(found)


def address(reading: Reading) -> Iterator[Hit]:
    """WEB-005: a URL in the text; where to report or to look something up may be said."""
    for at, one in enumerate(reading.passages):
        if one.zone not in (BODY, ITEM, HEADING) or one.zone == ANNOTATION or CONTACT.search(one.text):
            continue
        for found in URL.finditer(one.text):
            yield Hit(at, found.start(), found.end())


def several(reading: Reading) -> Iterator[Hit]:
    """WEB-006: 篇2, or a second 指导思想: another document in the same file; attachments are their own."""
    seen: set[str] = set()
    for at, one in enumerate(reading.passages):
        if one.attachment:
            continue
        words = words_of(one) if one.zone == HEADING and one.layer == 1 else ""
        again = words in ONCE and words in seen
        if again or (one.zone in (BODY, HEADING) and PIECE.fullmatch(one.text)):
            start = len(one.text) - len(one.text.lstrip())
            yield Hit(at, start, len(one.text.rstrip()))
        seen.add(words)


RULES = {
    "WEB-001": navigation,
    "WEB-002": stray_marks,
    "WEB-003": invisible,
    "WEB-004": mark_up,
    "WEB-005": address,
    "WEB-006": several,
}
