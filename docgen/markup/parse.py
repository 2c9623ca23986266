"""The parser: line by line, every line a paragraph.

Headings `#` to `#####`, items `1. `, unnumbered paragraphs `- `, nesting by indent, tables in `|`,
fences `:::`; `{#代号 不编号 不接排 重新编号}` behind a heading or item. Nothing else exists, and what
looks like something else is a problem with its line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from docgen.document import LAYERS, Content, Heading, Item
from docgen.i18n import _
from docgen.inline import content_of
from docgen.markup import tables
from docgen.markup.inline import InlineParser
from docgen.markup.lines import FENCE, HEADING, ORDERED, UNORDERED, Line, attempt, lines
from docgen.problems import Problem, error
from docgen.source.values import lines_of
from docgen.structure import Builder
from docgen.template.tokens import TOKEN, Piece, Tokens

ATTRIBUTES = re.compile(r"\s*\{([^{}]*)\}$")
WORDS = ("不编号", "不接排", "重新编号")


class Attributes(NamedTuple):
    """What stands in braces behind a heading or item."""

    key: str = ""
    numbered: bool = True
    run_in: bool = True
    restart: bool = False


def parse(text: str, tokens: Tokens, files: Sequence[str], builder: Builder) -> None:
    """Adds the blocks of `text`, a template's output, to `builder`, and the problems met."""
    _Parser(tokens, files, builder).parse(text)


class _Parser:
    def __init__(self, tokens: Tokens, files: Sequence[str], builder: Builder) -> None:
        self._tokens = tokens
        self._files = files
        self._builder = builder
        self._inline = InlineParser(tokens)
        self._indents: list[int] = []

    def parse(self, text: str) -> None:
        found = list(lines(text, self._files))
        position = 0
        while position < len(found):
            line = found[position]
            first = line.text[0]
            if first == "|" or line.text.startswith(":::"):
                position = self._table(found, position)
                continue
            self._line(line, first)
            position += 1
        self._builder.problems.extend(self._inline.problems)

    def _line(self, line: Line, first: str) -> None:
        if first == "#" and (match := HEADING.match(line.text)):
            self._heading(line, len(match[1]), match[2])
        elif first.isdigit() and (match := ORDERED.match(line.text)):
            self._item(line, match[1])
        elif first == "-" and (match := UNORDERED.match(line.text)):
            self._builder.paragraph(self._inline.parse(match[1], line.place), line.place)
        elif problem := attempt(line):
            self._say(problem)
        else:
            self._paragraph(line)

    def _heading(self, line: Line, layer: int, text: str) -> None:
        self._indents.clear()
        if layer > LAYERS:
            self._say(
                error(
                    "MRK-005",
                    _("标题最多五层“#####”，这里有{count}层").format(count=layer),
                    line.place,
                    excerpt=self._tokens.plain(line.text),
                    hint=_("减少“#”，或把它写成正文"),
                )
            )
            return
        text, attributes = self._attributes(line, text)
        content = self._inline.parse(text, line.place)
        if not content:
            self._say(error("MRK-006", _("标题没有文字"), line.place, hint=_("在“#”后面写上标题")))
            return
        self._builder.heading(
            Heading(layer, content, (), attributes.numbered, attributes.restart, attributes.key, line.place),
            run_in=attributes.run_in,
        )

    def _item(self, line: Line, text: str) -> None:
        while self._indents and line.indent < self._indents[-1]:
            self._indents.pop()
        if not self._indents or line.indent > self._indents[-1]:
            self._indents.append(line.indent)
        text, attributes = self._attributes(line, text)
        layer = self._builder.item_layer(len(self._indents) - 1)
        self._builder.item(
            Item(
                layer,
                self._inline.parse(text, line.place),
                attributes.numbered,
                attributes.restart,
                attributes.key,
                line.place,
            )
        )

    def _paragraph(self, line: Line) -> None:
        only = TOKEN.fullmatch(line.text.rstrip())
        value = self._tokens.get(only[1]) if only else None
        if isinstance(value, Piece):
            value.build(self._builder)
        elif isinstance(value, str):
            self._value(value, line)
        else:
            if line.indent < (self._indents[-1] if self._indents else 1):
                self._indents.clear()
            self._builder.paragraph(self._inline.parse(line.text.rstrip(), line.place), line.place)

    def _value(self, value: str, line: Line) -> None:
        for text in lines_of(value):
            self._builder.paragraph(content_of(text), text.place or line.place)

    def _table(self, found: list[Line], position: int) -> int:
        if found[position].text[0] == "|":
            end = tables.end_of_rows(found, position)
            table = tables.read(found[position:end], "", self._cell, self._say)
        else:
            end = tables.end_of_fence(found, position, self._say)
            match = FENCE.match(found[position].text)
            options = self._tokens.plain(match[1]) if match else ""
            table = tables.read(
                found[position + 1 : end - 1], options, self._cell, self._say, found[position]
            )
        if table:
            self._builder.add(table)
        return end

    def _cell(self, text: str, line: Line) -> Content:
        return self._inline.parse(text, line.place)

    def _attributes(self, line: Line, text: str) -> tuple[str, Attributes]:
        found = ATTRIBUTES.search(text)
        if not found:
            return text, Attributes()
        words = self._tokens.plain(found[1]).split()
        keys = [word[1:] for word in words if word.startswith("#")]
        unknown = [word for word in words if not word.startswith("#") and word not in WORDS]
        if unknown:
            self._say(
                error(
                    "MRK-007",
                    _("不认识“{word}”").format(word=unknown[0]),
                    line.place,
                    excerpt=line.text,
                    hint=_("花括号里可以写：#代号、不编号、不接排、重新编号"),
                )
            )
        attributes = Attributes(
            keys[0] if keys else "", "不编号" not in words, "不接排" not in words, "重新编号" in words
        )
        return text[: found.start()], attributes

    def _say(self, problem: Problem) -> None:
        self._builder.problems.append(problem)
