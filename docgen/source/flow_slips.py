"""The slips inside […] and {…} on one line: full-width colons and commas between pairs, empty cells,
signs and quotes in an item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.source.quoting import KEY_TEXT, quoted
from docgen.source.slips import Repair

_TOKEN = pattern(
    r"""(?<![^\s\[{,:])"(?:[^"\\]|\\.)*"|(?<![^\s\[{,:])'(?:[^']|'')*'|[\[\]{},]|[^\[\]{},"']+|.""", re.DOTALL
)
_WIDE_COMMA = pattern(rf"[ ]*，\s*(?={KEY_TEXT}\s*[:：])")
_FLOW_PAIR = pattern(rf"(\s*)({KEY_TEXT})\s*(：\s*|:(?=\S))(.*)", re.DOTALL)


def closing_index(text: str) -> int:
    """The index behind the bracket that closes the one `text` begins with; 0 if none does."""
    depth = 0
    for match in _TOKEN.finditer(text):
        if match[0] in "[{":
            depth += 1
        elif match[0] in "]}":
            depth -= 1
            if depth == 0:
                return match.end()
    return 0


def mend_flow(repair: Repair, text: str, at: int) -> str:
    """The flow collection `text`, which begins at column `at`, mended."""
    done = ""
    before = ""
    stack: list[str] = []
    for start, typed in _pieces(text):
        piece = typed
        if piece in {"[", "{"}:
            stack.append(piece)
        elif piece in {"]", "}"} and stack:
            stack.pop()
        elif piece == "," and before in {"[", ","} and stack[-1:] == ["["]:
            repair.slip("YML-022", _("列表里有一格是空的"), at + start, _("空格子写两个引号："))
            done = done.rstrip(" ") + (" ''" if before == "," else "''")
        elif piece != ",":
            piece = _item(repair, piece, at + start, in_braces=stack[-1:] == ["{"])
        done += piece
        before = piece if piece.strip() else before
    return done


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Brackets, commas and the items between them, each with its index."""
    start, item = 0, ""
    for match in _TOKEN.finditer(text):
        if match[0] in {"[", "]", "{", "}", ","}:
            if item:
                yield start, item
            yield match.start(), match[0]
            start, item = match.end(), ""
        else:
            item += match[0]
    if item:
        yield start, item


def _item(repair: Repair, item: str, at: int, in_braces: bool) -> str:
    """One item mended; in braces it is a pair, or pairs that a full-width comma joined."""
    if not in_braces:
        return _text(repair, item, at)
    mended = []
    position = 0
    for match in [*_WIDE_COMMA.finditer(item), None]:
        end = match.start() if match else len(item)
        mended.append(_pair(repair, item[position:end], at + position))
        if match:
            repair.slip("YML-014", _("各项之间用了全角逗号，应为半角逗号加空格"), at + item.index("，", end))
            position = match.end()
    return ", ".join(mended)


def _pair(repair: Repair, pair: str, at: int) -> str:
    found = _FLOW_PAIR.match(pair)
    if found and not (found[2][-1:].isdigit() and found[4][:1].isdigit() and ":" in found[3]):
        sign = found[3][0]
        if sign == "：":
            message = _("键“{key}”后是全角冒号，应为半角冒号加空格").format(key=found[2])
            repair.slip("YML-010", message, at + found.start(3))
        else:
            repair.slip("YML-012", _("键“{key}”的冒号后缺空格").format(key=found[2]), at + found.start(3))
        return f"{found[1]}{found[2]}: {_text(repair, found[4], at + found.start(4))}"
    head = re.match(rf"\s*{KEY_TEXT}\s*:\s+", pair)
    if head:
        return head[0] + _text(repair, pair[head.end() :], at + head.end())
    return pair


def _text(repair: Repair, text: str, at: int) -> str:
    """An item that is a text: in quotes where it begins with a sign or its quotes hold only a part."""
    content = text.strip()
    start = at + len(text) - len(text.lstrip())
    if content[:1] and content[0] in "*&@`%!|>":
        message = _("值以“{sign}”开头，YAML当它是记号，不是文字").format(sign=content[0])
        repair.slip("YML-031", message, start, _("加上引号："))
        return text.replace(content, quoted(content))
    partly = re.match(r"""("[^"]*"|'[^']*')\s*[^\s:]""", content)
    if partly:
        repair.slip("YML-030", _("引号只括住了值的一部分，YAML读不下去"), start, _("整个值加引号："))
        return text.replace(content, quoted(content))
    return text
