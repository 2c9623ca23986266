"""The lines of a template's output: each with its place in the template and what it begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.problems import Place, Problem, error
from docgen.template.tokens import LINE_CLOSE, LINE_OPEN

HEADING = pattern(r"(#+)[ \t]+(.*?)\s*$")
ORDERED = pattern(r"\d+\.[ \t]+(.*?)\s*$")
UNORDERED = pattern(r"-[ \t]+(.*?)\s*$")
FENCE = pattern(r":::[ \t]*(.*?)\s*$")
LINE_MARK = pattern(f"{LINE_OPEN}(\\d+):(\\d+){LINE_CLOSE}")

ATTEMPTS: Sequence[tuple[re.Pattern[str], str]] = (
    (pattern(r"#+[^#\s]"), "“#”后面要空一格，才是标题"),
    (pattern(r"(=+|-{2,}|\*{3,}|_{3,})\s*$"), "没有下划线标题和分隔线；标题写成“# 标题”"),
    (pattern(r"(```|~~~)"), "没有代码块；删去这一行"),
    (pattern(r">"), "没有引用块；删去行首的“>”"),
    (pattern(r"[*+][ \t]"), "列表用“1. ”或“- ”开头"),
    (pattern(r"\d+[)）、．]"), "编号列表写成“1. ”（半角点加一个空格），数字由程序编"),
    (pattern(r"\d+\.[^\s\d]"), "“1.”后面要空一格，才是列表"),
    (pattern(r"\[[^\]]+\]:"), "没有链接定义；删去这一行"),
    (pattern(r"!\["), '图片写成 {{ 图片("文件.png") }}'),
    (pattern(r"</?[A-Za-z!]"), "没有HTML；删去标签"),
)


class Line(NamedTuple):
    """A line that is not blank: the columns it is indented by, its text, its place."""

    indent: int
    text: str
    place: Place


def lines(text: str, files: Sequence[str]) -> Iterator[Line]:
    """The lines of `text` that are not blank. Lines carry marks that say where in which of the
    template's `files` they stand; a line without one stands where the line before it does."""
    place = Place(files[0] if files else "", 1)
    for raw in text.split("\n"):
        line = raw
        if raw.startswith(LINE_OPEN):
            mark, line = raw[1:].split(LINE_CLOSE, 1)
            file, number = mark.split(":")
            place = Place(files[int(file)], int(number), 1)
        if LINE_OPEN in line:
            line = LINE_MARK.sub("", line)
        body = line.lstrip(" \t")
        if body.strip():
            yield Line(len(line) - len(body), body, place)


def attempt(line: Line) -> Problem | None:
    """The problem with a line that looks like Markdown the dialect does not have."""
    if line.text[0] not in "#=-*_`~>+0123456789[!<":
        return None
    for wrong, hint in ATTEMPTS:
        if wrong.match(line.text):
            return error("MRK-001", _("模板里没有这种写法"), line.place, excerpt=line.text, hint=_(hint))
    return None
