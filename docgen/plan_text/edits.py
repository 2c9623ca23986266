"""Changes to the text of a plan, collected and made at once: texts replaced, keys taken out, comments
put above lines. Comments that are there stay."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

import yaml

from docgen.patterns import pattern
from docgen.plan_text.nodes import Field, Node, end_of, start_of
from docgen.plan_text.yaml_text import scalar

Change = tuple[int, int, str]
ANCHOR = pattern(r"&\S+\s+")


class Edits:
    """The changes to `text`. Of two that overlap the one that begins first is made."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._changes: list[Change] = []
        self._comments: dict[int, list[str]] = {}
        self._rows: dict[int, tuple[yaml.MappingNode, set[int]]] = {}
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def retype(self, node: yaml.ScalarNode, value: str) -> None:
        """`value` in place of a text, with the quotes it had."""
        if node.style == "'":
            typed = "'" + value.replace("'", "''") + "'"
        elif node.style == '"':
            typed = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        else:
            typed = scalar(value)
        start = start_of(node)
        anchor = ANCHOR.match(self.text, start)
        self.replace(anchor.end() if anchor else start, end_of(node, self.text), typed)

    def replace(self, start: int, end: int, typed: str) -> None:
        self._changes.append((start, end, typed))

    def comment(self, line: int, words: str) -> None:
        """A comment above the line numbered `line` (from 0); the same one only once."""
        above = self._comments.setdefault(line, [])
        if words not in above:
            above.append(words)

    def remove(self, field: Field) -> None:
        """Takes a key out, with its value; comments in it and behind it stay."""
        if field.holder.flow_style:
            self._rows.setdefault(id(field.holder), (field.holder, set()))[1].add(field.number)
        else:
            self._remove_lines(field)

    def done(self) -> str:
        """The text with all changes made."""
        text, at = "", 0
        for start, end, typed in self._made():
            text += self.text[at:start] + typed
            at = end
        return text + self.text[at:]

    def position(self, node: Node, done: str) -> tuple[int, int]:
        """Line and column (from 1) at which `node` begins in `done`, the text with all changes made."""
        at = start_of(node)
        moved = at + sum(len(typed) - (end - start) for start, end, typed in self._made() if end <= at)
        return done.count("\n", 0, moved) + 1, moved - done.rfind("\n", 0, moved)

    def _made(self) -> Iterator[Change]:
        """The changes in the order of the text, without those that others take in."""
        rows = [change for holder, gone in self._rows.values() for change in self._without(holder, gone)]
        changes = [*self._changes, *rows]
        at = 0
        for change in sorted([*self._above(changes), *changes], key=lambda one: one[:2]):
            if change[0] >= at:
                yield change
                at = change[1]

    def _above(self, changes: list[Change]) -> Iterator[Change]:
        """The comments, each above its line; where that line is joined to one before, above that one."""
        for line, words in self._comments.items():
            start = self._lines[line]
            joined = next((change for change in changes if change[0] < start < change[1]), None)
            on = bisect_right(self._lines, joined[0]) - 1 if joined else line
            typed = "".join(f"{self._indent(on)}# {one}\n" for one in words)
            yield self._lines[on], self._lines[on], typed

    def _indent(self, line: int) -> str:
        typed = self.text[self._lines[line] :]
        return typed[: len(typed) - len(typed.lstrip(" "))]

    def _without(self, holder: yaml.MappingNode, gone: set[int]) -> Iterator[Change]:
        """The changes that take the pairs numbered `gone` out of a mapping in one row."""
        pairs = holder.value
        for _run, numbers in groupby(enumerate(sorted(gone)), lambda pair: pair[1] - pair[0]):
            run = [number for _index, number in numbers]
            start, end = start_of(pairs[run[0]][0]), end_of(pairs[run[-1]][1], self.text)
            if run[-1] + 1 < len(pairs):
                end = start_of(pairs[run[-1] + 1][0])
            elif run[0]:
                start = end_of(pairs[run[0] - 1][1], self.text)
            yield start, end, ""

    def _remove_lines(self, field: Field) -> None:
        start, end = start_of(field.key), end_of(field.value, self.text)
        line = bisect_right(self._lines, start) - 1
        kept = self._comments_in(field, end)
        if self.text[self._lines[line] : start].strip():  # behind a dash
            self._remove_behind_dash(field, end, kept, line)
            return
        after = self.text.find("\n", end)
        after = len(self.text) if after < 0 else after + 1
        indent = self.text[self._lines[line] : start]
        self.replace(self._lines[line], after, "".join(f"{indent}{one}\n" for one in kept))

    def _remove_behind_dash(self, field: Field, end: int, kept: list[str], line: int) -> None:
        pairs = field.holder.value
        if field.number + 1 >= len(pairs):
            self.replace(start_of(field.key), end, "{}")
            return
        following = start_of(pairs[field.number + 1][0])
        between = self.text[end:following].split("\n")[1:]
        kept += [one.strip() for one in between if one.strip().startswith("#")]
        for one in kept:
            self.comment(line, one.removeprefix("#").strip())
        self.replace(start_of(field.key), following, "")

    def _comments_in(self, field: Field, end: int) -> list[str]:
        """The comments behind a value that is taken out, and those between the lines of one that is
        no block text."""
        stop = self.text.find("\n", end)
        behind = self.text[end : len(self.text) if stop < 0 else stop].strip()
        kept = [behind] if behind.startswith("#") else []
        if isinstance(field.value, yaml.ScalarNode):
            return kept
        lines = self.text[start_of(field.key) : end].split("\n")
        return [one.strip() for one in lines if one.strip().startswith("#")] + kept
