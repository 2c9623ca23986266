"""The head of a run-in heading: 加强领导 of “加强领导。学校成立……”, 活动时间 of “活动时间：9月1日”."""

from __future__ import annotations

from typing import NamedTuple

from docgen.patterns import pattern
from docgen.recognise import labels
from docgen.recognise.marks import BRACKETED
from docgen.recognise.words import words

LONGEST_HEAD = 34
LONGEST_COLON_HEAD = 16
LONGEST_MARKED = 60
STRONG_HEAD = 24
SHORTEST_BODY = 12
OPEN, CLOSE = "（(“‘《〈【[", "）)”’》〉】]"
NO_COLON_HEAD = pattern(
    r"^(?:要(?!求$|点$)|应(?!急|对)|须(?!知)|必须|请|把|将|凡|如|若|因|从|由|经|按照|根据)|如下|以下|包括|例如|即$|[，,；;、]$|[0-9]$"
)
TIME = pattern(r"(?:[0-9一二三四五六七八九十]月份?|[周日天]|[0-9]年|星期.)$")
COUPLET = pattern(
    r"(?:[\u4e00-\u9fff]{4}[，,][\u4e00-\u9fff]{4}|[\u4e00-\u9fff]{5,8}[，,][\u4e00-\u9fff]{5,8})"
)
"""Two clauses about as long: 加强学习，提高认识."""
SPACED = pattern(r"(\S{2,12}?)([ \t\u3000]+)(\S.{14,})")
"""A name of a heading and its text with but blanks between: 指导思想  以……为指导。"""
ENDS = "。：:."


class Split(NamedTuple):
    """`head` + `end` + `body` is the text; `weight` 1 where the head is a topic, ½ where it may be one;
    `marked` that its face tells it from the body."""

    head: str
    end: str
    body: str
    weight: float
    marked: bool = False


def split(text: str) -> Split | None:
    """The text parted into its heading and what is run in behind, None where it is but text."""
    if (spaced := SPACED.fullmatch(text)) and spaced[1].rstrip("：:。") in words("标题名"):
        return Split(spaced[1], spaced[2], spaced[3], 1)
    at = _first_end(text)
    if at is None:
        return None
    head, end, body = text[:at], text[at], text[at + 1 :]
    if end in "：:":
        return _by_colon(head, end, body)
    if not body.strip() or not 2 <= len(head) <= LONGEST_HEAD or _is_no_text(body):
        return None
    rest = len(body.strip())
    strong = len(head) <= STRONG_HEAD and rest >= max(SHORTEST_BODY, len(head)) and _clauses(head) <= 3
    weak = rest >= len(head) and _clauses(head) <= 3
    return Split(head, end, body, 1 if strong else 0.5 if weak else 0.25)


def _is_no_text(body: str) -> bool:
    """Whether what follows is but a bracketed note, or the next number of a list that was run together."""
    if BRACKETED.fullmatch(body.strip()):
        return True
    typed = labels.read(body.strip())
    return typed is not None and typed.sure == labels.SURE and typed.numeral > 1


def _clauses(text: str) -> int:
    return 1 + sum(text.count(mark) for mark in "，,")


def by_face(text: str, lead: int) -> Split | None:
    """The text parted where its first `lead` characters, set in another face, end."""
    head = text[:lead].rstrip()
    body = text[len(head) :]
    if not 2 <= len(head) <= LONGEST_MARKED or not body.strip():
        return None
    if head[-1] in ENDS:
        return Split(head[:-1], head[-1], body, 1, marked=True)
    if body[0] in ENDS:
        return Split(head, body[0], body[1:], 1, marked=True) if body[1:].strip() else None
    return None


def _by_colon(head: str, end: str, body: str) -> Split | None:
    if not body.strip() or not 2 <= len(head) <= LONGEST_COLON_HEAD or NO_COLON_HEAD.search(head):
        return None
    if any(mark in head for mark in "，,。；;") and not COUPLET.fullmatch(head):
        return None
    short = len(body.strip()) < SHORTEST_BODY
    return Split(head, end, body, 0 if TIME.search(head) else 0.4 if short else 1)


def _first_end(text: str) -> int | None:
    """Where the first 。 or ： outside brackets and quotation marks stands."""
    depth = 0
    for at, char in enumerate(text[: LONGEST_HEAD + 2]):
        if char in OPEN:
            depth += 1
        elif char in CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and char in "。：:":
            if char in "：:" and _in_number(text, at):
                continue
            return at
        elif depth == 0 and char in ".．" and _between_words(text, at):
            return at
        elif depth == 0 and char in "；;！？!?":
            return None
    return None


def _in_number(text: str, at: int) -> bool:
    return text[max(0, at - 1) : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _between_words(text: str, at: int) -> bool:
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return len(around) == 2 and all("\u4e00" <= char <= "\u9fff" for char in around)
