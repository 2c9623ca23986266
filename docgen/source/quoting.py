"""How a text is typed in YAML so that it stays a text, for the repaired lines in hints."""

from __future__ import annotations

import re

from docgen.patterns import pattern

CJK = pattern("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’…—·\U00020000-\U0003ffff]")
# How a key is typed: short, without the marks that end or divide a sentence.
KEY_TEXT = r"""(?:"[^"]*"|'[^']*'|[^\s:：，。；！？、,\[\]{}"'|>&*!%@`#-][^:：，。；！？,\[\]{}"]{0,30}?)"""
KEY_LINE = pattern(rf"[ \t\u3000\u00a0]*(?:-[ \t\u3000\u00a0]*)*{KEY_TEXT}\s*[:：]")
HINT_WIDTH = 100
ODD_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"


def quoted(text: str) -> str:
    """`text` in half-width quotes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def comment_start(text: str) -> int:
    """Where the white space before a comment begins in a plain value, or the value's length."""
    found = re.search(r"\s+#", text)
    return found.start() if found else len(text)


def with_value_quoted(line: str) -> str:
    """`line` with the value behind its key or dash in quotes, without its indentation."""
    head = re.match(rf"\s*((?:- +)*(?:{KEY_TEXT}\s*:\s+)?)(.*)", line)
    return f"{head[1]}{quoted(_short(head[2].strip()))}" if head else _short(line.strip())


def _short(text: str) -> str:
    """`text`, its middle left out where it is long."""
    return text if len(text) <= HINT_WIDTH else f"{text[: HINT_WIDTH - 30]}……{text[-30:]}"
