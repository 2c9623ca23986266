"""What a Chinese keyboard does to YAML: full-width signs and spaces, a colon without its space,
quotes within a value and the like. Reads a text line by line, as it was meant, where the YAML parser
could not; never looks into block texts and quoted texts.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.problems import Problem
from docgen.source.flow_slips import closing_index, mend_flow
from docgen.source.quoting import HINT_WIDTH, KEY_LINE, KEY_TEXT, ODD_SPACES, comment_start
from docgen.source.sheet import Sheet, around
from docgen.source.slips import Repair, odd_space, plain_spaces
from docgen.source.value_slips import Value, mend_value

_SPACE = rf"[ \t{ODD_SPACES}]*"
_LEAD = pattern(rf"({_SPACE})((?:-(?:[ \t{ODD_SPACES}]+|(?=[^\s\d.\-:：,])|$))*)")
_PAIR = pattern(rf"({KEY_TEXT})({_SPACE})([:：])({_SPACE})(.*)", re.DOTALL)
_BLOCK = pattern(r"[|>][-+]?\d?[-+]?\s*(?:\s#.*)?$")


MOST_SLIPS = 200
MOST_IN_LINE = 20


@dataclass(slots=True)
class Above:
    """The line above that counts: where its content stands, and what may follow below it."""

    dash: int = -1
    column: int = 0
    is_key: bool = True
    has_text: bool = False


def repair(sheet: Sheet, only: Collection[int] | None = None) -> tuple[str, list[Problem]]:
    """The text of `sheet` mended, and a problem for each slip, its hint the mended line. With `only`,
    other lines (counted from 0) are left alone. The number of lines stays as it is."""
    keyboard = _Keyboard(sheet, only)
    for number in range(len(sheet.lines)):
        keyboard.read(number)
        if len(keyboard.problems) > MOST_SLIPS:
            break
    rest = sheet.lines[len(keyboard.mended) :]
    return "\n".join([*keyboard.mended, *rest]), keyboard.problems


def _proper_key(rest: str) -> bool:
    """Whether `rest` begins as a key in good order."""
    pair = _PAIR.match(rest)
    return bool(pair and pair[3] == ":" and (pair[4] or not pair[5]))


class _Keyboard:
    """Reads lines in order, keeping in mind which text runs on over lines."""

    def __init__(self, sheet: Sheet, only: Collection[int] | None) -> None:
        self.sheet = sheet
        self.only = only
        self.mended: list[str] = []
        self.problems: list[Problem] = []
        self.above = Above(column=-2)
        self.levels: list[int] = [0]
        self.typed: dict[int, int] = {}
        self.entries: dict[int, str] = {}
        self.block_under: int | None = None
        self.block_indent = 0
        self.skip_to = -1
        self.in_brackets = False

    def read(self, number: int) -> None:
        line = self.sheet.line(number)
        content = line.strip()
        if content and number <= self.skip_to and self.in_brackets:
            self._entry_in_brackets(number, line, content)
        elif not content or number <= self.skip_to:
            self.mended.append(line)
        elif not self._in_block(number, line, content):
            if content.startswith(("#", "---", "...", "%")):
                self.mended.append(line)
            else:
                self._structure(number, line)

    def _entry_in_brackets(self, number: int, line: str, content: str) -> None:
        """A line of a row in brackets that runs over lines, mended where it is one entry."""
        end = closing_index(content) if content[0] in "[{" else 0
        if not end or content[end:].strip(" ,"):
            self.mended.append(line)
            return
        indent = len(line) - len(line.lstrip())
        repair = Repair(line[:indent])
        repair.done += mend_flow(repair, content[:end], indent) + content[end:]
        self._finish(number, line, repair)

    def _in_block(self, number: int, line: str, content: str) -> bool:
        """Whether the line belongs to the block text above; mends its indentation."""
        under = self.block_under
        if under is None:
            return False
        indent = len(line) - len(line.lstrip(" "))
        lead = _LEAD.match(line)
        odd = line[: lead.end(1)] if lead else ""
        if indent > under:
            self.block_indent = self.block_indent or indent
            if indent < self.block_indent:
                self._indent_block(number, line, indent)
            else:
                self.mended.append(line)
            return True
        runs_on = len(plain_spaces(odd)) > under and len(odd) > indent
        if not runs_on and (KEY_LINE.match(line) or content.startswith(("-", "#"))):
            self.block_under = None
            return False
        self.block_indent = self.block_indent or under + 2
        self._indent_block(number, line, indent)
        return True

    def _indent_block(self, number: int, line: str, indent: int) -> None:
        repair = Repair(" " * self.block_indent + line.strip())
        spaces = line[: len(line) - len(line.lstrip())]
        odd_space(repair, spaces, 0)
        if not repair.slips:
            message = _("这一行属于上面的多段文字，缩进却不够")
            repair.slip("YML-060", message, indent)
        repair.indent_to(self.block_indent)
        self._finish(number, line, repair)

    def _structure(self, number: int, line: str) -> None:
        lead = _LEAD.match(line)
        assert lead is not None
        repair = Repair()
        spaces, dashes = lead[1], lead[2]
        rest = line[lead.end() :]
        indent = self._indent(repair, spaces, bool(dashes or _proper_key(rest)))
        if dashes and self._runs_on(indent) and not re.match(r"-\s", dashes):
            dashes, rest = "", dashes + rest
        column = self._dashes(repair, dashes, len(spaces), indent, bool(rest))
        pair = _PAIR.match(rest)
        start = len(spaces) + len(dashes)
        if pair and self._is_key(number, pair, indent if not dashes else -1, column):
            value_at = self._pair(repair, pair, start)
            value, key = pair[5], pair[1]
        else:
            value_at, value, key = start, rest, ""
        if not dashes and not key and self._runs_on(indent):
            self._finish(number, line, repair)
            return
        self._value(number, repair, Value(value, value_at, column), key, dashes, column)
        self._finish(number, line, repair)

    def _indent(self, repair: Repair, spaces: str, begins_entry: bool) -> int:
        """The indentation that `spaces` mean: as typed if it fits, else that of the lines above which are
        typed alike, else the nearest that fits."""
        width = sum(4 if character == "\t" else len(plain_spaces(character)) for character in spaces)
        odd = bool(spaces.strip(" "))
        if not odd and (not begins_entry or width in self.levels or self._opens(width)):
            return width
        fitting = {*self.levels, *([] if self.above.has_text else [self.above.column + 2])}
        nearest = min(fitting, key=lambda level: (abs(level - width), -level))
        alike = self.typed.get(width) if odd else None
        indent = alike if alike in fitting else nearest
        self.typed = {typed: level for typed, level in self.typed.items() if typed < width} | {width: indent}
        if odd:
            odd_space(repair, spaces, 0)
        else:
            message = _("这一行的缩进与上文不齐，看不出它属于哪一层")
            repair.slip("YML-060", message, width)
        repair.indent_to(indent)
        return indent

    def _opens(self, width: int) -> bool:
        """Whether the key or dash above has nothing yet, so that a deeper level may begin."""
        return not self.above.has_text and width > self.above.column

    def _dashes(self, repair: Repair, dashes: str, at: int, indent: int, followed: bool) -> int:
        """Writes indentation and dashes; the column where the content stands when mended."""
        repair.done = " " * indent
        self.levels = [level for level in self.levels if level < indent] + [indent]
        for match in re.finditer(rf"-([ \t{ODD_SPACES}]*)", dashes):
            if not match[1] and followed:
                repair.slip("YML-013", _("“-”后缺空格"), at + match.start())
            odd_space(repair, match[1], at + match.start() + 1)
            repair.done += "-" + (plain_spaces(match[1]) if match[1].strip(" ") == "" else " ").ljust(1)
            self.levels.append(len(repair.done))
        return len(repair.done)

    def _runs_on(self, indent: int) -> bool:
        """Whether a line at `indent` continues the plain text above."""
        above = self.above
        return above.has_text and indent > (above.column if above.is_key else above.dash)

    def _is_key(self, number: int, pair: re.Match[str], indent: int, column: int) -> bool:
        """Whether `pair` is key and value; `indent` is -1 behind a dash, where it may be text."""
        key, _gap, sign, space, value = pair.groups()
        if sign == ":" and (space or not value):
            return True
        if value.startswith("//") or (key[-1:].isdigit() and value[:1].isdigit()):
            return False
        if indent >= 0:
            return not self._runs_on(indent)
        if self.entries.get(column) == key:
            return True
        return self._key_follows(number, column, not value.strip() or bool(_BLOCK.match(value)))

    def _key_follows(self, number: int, column: int, deeper: bool) -> bool:
        """Whether the next line is a key at `column`, or (if `deeper`) stands below it."""
        for line in self.sheet.lines[number + 1 :]:
            if line.strip():
                indent = len(plain_spaces(line[: len(line) - len(line.lstrip())]))
                if indent == column and KEY_LINE.match(line) and line.lstrip()[0] != "-":
                    return True
                return deeper and indent >= column
        return False

    def _pair(self, repair: Repair, pair: re.Match[str], start: int) -> int:
        """Writes the key with its colon and space; the column of the value as typed."""
        key, _gap, sign, space, value = pair.groups()
        at = start + pair.start(3)
        if sign == "：":
            message = _("键“{key}”后是全角冒号，应为半角冒号加空格").format(key=key)
            repair.slip("YML-010", message, at)
        elif not space and value:
            repair.slip("YML-012", _("键“{key}”的冒号后缺空格").format(key=key), at)
        else:
            odd_space(repair, space, start + pair.start(4))
        repair.done += key + ":" + (" " * max(1, space.count(" ")) if value else "")
        return start + pair.start(5)

    def _value(self, number: int, repair: Repair, value: Value, key: str, dashes: str, column: int) -> None:
        """Writes the value; keeps in mind what runs on below the line."""
        dash = column - 2 if dashes else -1
        if not key and not dashes:
            dash = self.above.dash
        typed = value.text[: comment_start(value.text)].strip()
        self.above = Above(dash, column, bool(key), bool(typed))
        if dashes and key:
            self.entries[column] = key
        if _BLOCK.match(value.text):
            self.block_under = column if key else max(dash, 0)
            self.block_indent = 0
            self.above.has_text = False
            repair.done += value.text
            return
        under = column if key else max(dash, 0)
        self.skip_to = mend_value(self.sheet, repair, value, number, under)
        self.in_brackets = typed[:1] in {"[", "{"}
        if typed[:1] in {"[", "{", '"', "'"}:
            self.above.has_text = False

    def _finish(self, number: int, line: str, repair: Repair) -> None:
        chosen = repair.slips and (self.only is None or number in self.only)
        self.mended.append(repair.done if chosen else line)
        if not chosen:
            return
        for slip in repair.slips[:MOST_IN_LINE]:
            hint = slip.advice + around(repair.done.strip(), slip.column, HINT_WIDTH)
            self.problems.append(self.sheet.error(slip.id, slip.message, number, slip.column, hint))
