"""Parser events → Record, Row and Text, each with its place, and what a tree can be wrong about.

The events are read one by one, never composed into nodes first: depth and number are capped while
reading, and what stands before a syntax error is kept.
"""

from __future__ import annotations

from typing import Any

import yaml

from docgen.problems import Place, Problem
from docgen.source import findings
from docgen.source.anchors import Anchors
from docgen.source.characters import forbidden_in, without_forbidden
from docgen.source.limits import MOST_DEPTH, MOST_NODES, NULLS, ODD_STARTS, WIDE_BRACKETS
from docgen.source.sheet import Sheet
from docgen.source.values import Record, Row, Text

MOST_PROBLEMS = 1000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NO_KEY: Any = None
_DROPPED: Any = object()


class Builder:
    """Reads the events of `sheet`. Afterwards: `record` and `problems`; `failure`, the parser's error;
    `suspect`, the lines that look like a slip of the keyboard; `spans` of quoted and block texts,
    as pairs of character indexes; `reached`, the index up to which events came."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.record: Any = None
        self.problems: list[Problem] = []
        self.failure: yaml.MarkedYAMLError | None = None
        self.suspect: set[int] = set()
        self.spans: list[tuple[int, int]] = []
        self.reached = 0
        self._stack: list[tuple[Any, Any]] = []
        self._holder: Any = None
        self._key: Any = _NO_KEY
        self._documents = 0
        self._nodes = 0
        self._muted: tuple[int, int] | None = None
        self._stopped = False
        self._anchors = Anchors()

    def run(self) -> Builder:
        handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open_record,
            yaml.SequenceStartEvent: self._open_row,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close_row,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        skip = _skip
        try:
            next_event = _Loader(self.sheet.text).get_event
            while not self._stopped and (event := next_event()) is not None:
                handlers.get(type(event), skip)(event)
                if self._nodes > MOST_NODES and not self._stopped:
                    start = event.start_mark
                    self._stop(findings.too_many(self.sheet, start.line, start.column, MOST_NODES))
            if not self._stopped:
                self.problems += self._anchors.unused()
                self.reached = len(self.sheet.text)
        except yaml.MarkedYAMLError as failure:
            self.failure = failure
            self.reached = failure.problem_mark.index if failure.problem_mark else 0
        return self

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        line, column = start.line, start.column
        style, value, holder = event.style, event.value, self._holder
        if type(holder) is Record and self._key is _NO_KEY:
            self._take_key(holder, value, line, column, style)
            if event.anchor or event.tag:
                self.problems.append(findings.anchor_or_tag(self.sheet, event))
            return
        if style:
            text = self._styled(event, style, value, line, column, end)
        elif value in NULLS:
            self._null(line, column)
            text = None
        else:
            text = self._plain(event, value, line, column, end)
        if event.anchor or event.tag:
            self._name(event, text)
        self._put(text)

    def _plain(self, event: Any, value: str, line: int, column: int, end: Any) -> Text:
        if line != end.line:
            self._folded(event, "")
        elif value[0] in ODD_STARTS:
            self.suspect.add(line)
        elif value[0] in WIDE_BRACKETS:
            self.problems.extend(findings.wide_brackets(self.sheet, value, line, column))
        return Text(value, Place(self.sheet.file, line + 1, column + 1))

    def _name(self, event: Any, value: Any) -> None:
        """Keeps the anchor of `value`; tells its tag, or an anchor without a value."""
        finding = findings.anchor_or_tag(self.sheet, event)
        if event.tag or value is None:
            self.problems.append(finding)
            return
        depth = len(self._stack)
        self._anchors.begin(event.anchor, value, finding, self._nodes, depth)
        if isinstance(value, Text):
            self._anchors.finish(self._nodes, depth)

    def _styled(self, event: Any, style: str, value: str, line: int, column: int, end: Any) -> Text:
        """A quoted or block text."""
        self.spans.append((event.start_mark.index, end.index))
        if style == '"' and (character := forbidden_in(value)):
            self.problems.append(findings.escaped_character(self.sheet, character, line, column))
            value = without_forbidden(value)
        if style in "|>":
            return self._block(event, value, line, column)
        if line != end.line:
            self._folded(event, style)
        return Text(value, Place(self.sheet.file, line + 1, column + 1))

    def _block(self, event: Any, value: str, line: int, column: int) -> Text:
        if not value.strip():
            self.problems.append(findings.empty_block(self.sheet, line, column))
            return Text("", Place(self.sheet.file, line + 1, column + 1))
        if event.style == ">":
            self._folded(event, ">")
        first = line + 1
        while not self.sheet.line(first).strip():
            first += 1
        text = self.sheet.line(first)
        indent = len(text) - len(text.lstrip(" "))
        # lines_of counts from the first line of the value, which may be a blank one
        place = Place(self.sheet.file, line + 2, indent + 1)
        return Text(value.rstrip("\n"), place, lines_follow=event.style == "|")

    def _folded(self, event: Any, style: str) -> None:
        found, suspect = findings.folded(self.sheet, event, style)
        self.problems.extend(found)
        if suspect:
            self.suspect.update(range(event.start_mark.line, event.end_mark.line + 1))

    def _take_key(self, holder: Record, value: str, line: int, column: int, style: str) -> None:
        self._key = value
        if value in holder.keys_at:
            first = holder.keys_at[value].line
            self.problems.append(findings.duplicate(self.sheet, value, first, line, column))
            self._key = _DROPPED
            return
        if value == "<<" and not style:
            self.problems.append(findings.merge_key(self.sheet, line, column))
        elif not value:
            self.problems.append(findings.key_without_text(self.sheet, line, column))
        elif not style and ("：" in value or value[0] in ODD_STARTS):
            self.suspect.add(line)
        holder.keys_at[value] = Place(self.sheet.file, line + 1, column + 1)

    def _null(self, line: int, column: int) -> None:
        key = self._key
        if type(self._holder) is Record and isinstance(key, str):
            place = self._holder.keys_at[key]
            self.problems.append(findings.empty_value(self.sheet, key, place.line - 1, place.column - 1))
        elif key is not _DROPPED:
            self.problems.append(findings.empty_entry(self.sheet, line, column))

    def _open_record(self, event: Any) -> None:
        start = event.start_mark
        record = Record(Place(self.sheet.file, start.line + 1, start.column + 1))
        if start.index == event.end_mark.index and event.flow_style:
            self.problems.append(findings.colon_in_row(self.sheet, start.line, start.column))
        self._open(record, event)

    def _open_row(self, event: Any) -> None:
        start = event.start_mark
        self._open(Row((), Place(self.sheet.file, start.line + 1, start.column + 1)), event)

    def _open(self, container: Record | Row, event: Any) -> None:
        if event.anchor or event.tag:
            self._name(event, container)
        if type(self._holder) is Record and self._key is _NO_KEY:
            start = event.start_mark
            self.problems.append(findings.key_not_text(self.sheet, start.line, start.column))
            if self._muted is None:
                self._muted = (len(self._stack), len(self.problems))
            self._stack.append((self._holder, _DROPPED))
        else:
            self._put(container)
            self._stack.append((self._holder, _NO_KEY))
        self._holder, self._key = container, _NO_KEY
        self._check_depth(len(self._stack), event)

    def _close(self, _event: Any) -> None:
        self._holder, self._key = self._stack.pop()
        self._anchors.finish(self._nodes, len(self._stack))
        if self._muted and len(self._stack) == self._muted[0]:
            del self.problems[self._muted[1] :]
            self._muted = None

    def _close_row(self, event: Any) -> None:
        row = self._holder
        if event.start_mark.index != event.end_mark.index:
            self.problems.extend(findings.flow_row(self.sheet, row, event))
        elif len(row) > 1 and Record in (kinds := set(map(type, row))) and len(kinds) > 1:
            self.problems.extend(findings.texts_like_keys(self.sheet, row))
        self._close(event)

    def _put(self, value: Any) -> None:
        holder = self._holder
        if type(holder) is Record:
            if self._key is not _DROPPED:
                holder[self._key] = value
            self._key = _NO_KEY
        elif type(holder) is Row:
            holder.append(value)
        else:
            self.record = value
        self._nodes += 1
        if len(self.problems) > MOST_PROBLEMS:
            self._stopped = True

    def _alias(self, event: Any) -> None:
        start = event.start_mark
        anchor = self._anchors.known.get(event.anchor)
        typed = self.sheet.text[start.index : event.end_mark.index]
        is_key = type(self._holder) is Record and self._key is _NO_KEY
        if anchor and anchor.finished and not is_key:
            anchor.used = True
            self._nodes += anchor.size
            self._check_depth(len(self._stack) + anchor.height, event)
            self._put(anchor.value)
            return
        if anchor:
            anchor.used = True
        self.problems.append(findings.alias(self.sheet, typed, start.line, start.column, bool(anchor)))
        if is_key:
            self._take_key(self._holder, typed, start.line, start.column, "*")
        else:
            self._put(Text(typed, Place(self.sheet.file, start.line + 1, start.column + 1)))

    def _check_depth(self, depth: int, event: Any) -> None:
        self._anchors.reach(depth)
        if depth > MOST_DEPTH:
            mark = event.start_mark
            self._stop(findings.too_deep(self.sheet, mark.line, mark.column, MOST_DEPTH))

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            start = event.start_mark
            self._stop(findings.second_document(self.sheet, start.line, start.column))

    def _stop(self, problem: Problem) -> None:
        self.problems.append(problem)
        self._stopped = True
        self.reached = 0


def _skip(_event: Any) -> None:
    """Stream and document ends say nothing."""
