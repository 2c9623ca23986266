"""The slips of one value: signs at its start, quotes within it, brackets and quotes left open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.source.flow_slips import closing_index, mend_flow
from docgen.source.quoting import KEY_LINE, comment_start, quoted
from docgen.source.sheet import Sheet
from docgen.source.slips import Repair

_WRONG_ESCAPE = pattern(
    r"""(?:^|[^\\])(?:\\\\)*\\(?![0abtnvfre "/\\N_LP]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})"""
)
MOST_LINES = 2000
WIDE_CLOSERS = {"]": "］】", "}": "｝」"}


@dataclass(frozen=True, slots=True)
class Value:
    """A value as typed, from column `at` (from 0) to the end of its line."""

    text: str
    at: int
    column: int = 0


def mend_value(sheet: Sheet, repair: Repair, value: Value, number: int, under: int) -> int:
    """Appends the mended value to `repair`; the number of the last line that the value runs on to.
    `under` is the column of its key: what follows it stands deeper."""
    first = value.text[:1]
    if first in {"[", "{"} and first:
        return _bracket(sheet, repair, value, number, under)
    if first in {'"', "'"} and first:
        return _quote(sheet, repair, value, number, under)
    end = comment_start(value.text)
    repair.done += mend_plain(repair, value.text[:end], value.at) + value.text[end:]
    return number


def mend_plain(repair: Repair, text: str, at: int) -> str:
    """A plain text mended: in quotes where YAML reads a sign in it."""
    first = text[:1]
    if first and (first in "*&@`%!|>]}," or text.startswith("? ")):
        message = _("值以“{sign}”开头，YAML当它是记号，不是文字").format(sign=first)
        repair.slip("YML-031", message, at, _("加上引号："))
        return quoted(text.rstrip())
    if text.startswith("- "):
        message = _("列表的“-”不能写在冒号同一行")
        repair.slip("YML-061", message, at, _("写成一行的列表，或“- ”另起一行写："))
        item = text[2:].strip()
        return f"[{quoted(item) if set(item) & set(',[]{}:#') else item}]"
    colon = re.search(r":(?=\s|$)", text)
    if colon and colon.start():
        message = _("值里有半角冒号加空格，YAML当它又是一个键")
        repair.slip("YML-032", message, at + colon.start(), _("冒号改成全角，或给值加引号："))
        return quoted(text.rstrip())
    return text


def _quote(sheet: Sheet, repair: Repair, value: Value, number: int, under: int) -> int:
    """A value that begins with a half-width quote."""
    end = quote_end(value.text)
    if end:
        repair.done += mend_quoted(repair, value.text, value.at, end)
        return number
    text = _with_lines_below(sheet, value, number, under)
    end = quote_end(text)
    if end:
        repair.done += value.text
        return number + text.count("\n", 0, end)
    return _close_quote(repair, value, number)


def _close_quote(repair: Repair, value: Value, number: int) -> int:
    sign = value.text[0]
    repair.slip("YML-033", _("引号{sign}没有结束").format(sign=sign), value.at, _("末尾补上引号："))
    repair.done += sign + value.text[1:].rstrip().rstrip("”’＂") + sign
    return number


def mend_quoted(repair: Repair, text: str, at: int, end: int) -> str:
    """A value on one line whose quotes close at `end`; text behind them makes them part of the text."""
    tail = text[end:]
    if not tail.strip() or re.match(r"\s+#", tail):
        return _mend_escapes(repair, text, at, end)
    message = _("引号只括住了值的一部分，YAML读不下去")
    repair.slip("YML-030", message, at, _("文字里的引号用中文引号："))
    stop = comment_start(text)
    mended = _chinese_quotes(text[:stop])
    return (quoted(mended) if re.search(r":(\s|$)", mended) else mended) + text[stop:]


def _mend_escapes(repair: Repair, text: str, at: int, end: int) -> str:
    """`text` in single quotes where a backslash in double quotes means nothing to YAML."""
    wrong = _WRONG_ESCAPE.search(text, 0, end) if text[0] == '"' else None
    if not wrong:
        return text
    message = _("双引号里的反斜杠“\\”用得不对")
    repair.slip("YML-036", message, at + wrong.end() - 1, _("反斜杠是文字，就用单引号："))
    return "'" + text[1 : end - 1].replace("'", "''") + "'" + text[end:]


def quote_end(text: str) -> int:
    """The index behind the quote that ends the quoted text at the start of `text`; 0 if none does."""
    pattern = r'"(?:[^"\\]|\\.)*"' if text[0] == '"' else r"'(?:[^']|'')*'"
    found = re.match(pattern, text, re.DOTALL)
    return found.end() if found else 0


def _chinese_quotes(text: str) -> str:
    """`text` with its half-width quotes as “” and ‘’, by turns."""
    for half, pair in (('"', "“”"), ("'", "‘’")):
        parts = text.split(half)
        text = "".join(
            part + (pair[number % 2] if number < len(parts) - 1 else "") for number, part in enumerate(parts)
        )
    return text


def _bracket(sheet: Sheet, repair: Repair, value: Value, number: int, under: int) -> int:
    """A value that begins with [ or {."""
    end = closing_index(value.text)
    if end:
        repair.done += _closed_bracket(repair, value, end)
        return number
    text = _with_lines_below(sheet, value, number, under)
    end = closing_index(text)
    if end:
        repair.done += value.text
        return number + text.count("\n", 0, end)
    return _close_bracket(repair, value, number)


def _closed_bracket(repair: Repair, value: Value, end: int) -> str:
    text = value.text
    tail = text[end:]
    if tail.strip() and not re.match(r"\s*#", tail):
        message = _("“{bracket}”括住的列表后面还有文字").format(bracket=text[0])
        year = re.match(r"\[(\d{4})\](.*)", text)
        if year:
            repair.slip("YML-035", message, value.at + end, _("年份用六角括号："))
            return f"〔{year[1]}〕{year[2]}"
        repair.slip("YML-035", message, value.at + end, _("本来是文字，就加引号："))
        stop = comment_start(text)
        return quoted(text[:stop].rstrip()) + text[stop:]
    return mend_flow(repair, text[:end], value.at) + tail


def _close_bracket(repair: Repair, value: Value, number: int) -> int:
    text = value.text[: comment_start(value.text)].rstrip()
    closing = "]" if text[0] == "[" else "}"
    if text[-1] in WIDE_CLOSERS[closing]:
        message = _("“{bracket}”是全角括号，要用半角括号“{closing}”").format(
            bracket=text[-1], closing=closing
        )
        repair.slip("YML-015", message, value.at + len(text) - 1)
        text = text[:-1]
    else:
        message = _("“{bracket}”没有对应的“{closing}”").format(bracket=text[0], closing=closing)
        repair.slip("YML-034", message, value.at, _("末尾补上括号："))
    mended = text.rstrip(" ,，") + closing
    if not closing_index(mended):
        repair.done += quoted(text)
    else:
        repair.done += mend_flow(repair, mended, value.at)
    return number


def _with_lines_below(sheet: Sheet, value: Value, number: int, under: int) -> str:
    """`value` and the lines that may belong to it: those before the next key or entry."""
    lines = [value.text]
    for line in islice(sheet.lines, number + 1, number + 1 + MOST_LINES):
        if _is_next_key(line, under):
            break
        lines.append(line)
    return "\n".join(lines)


def _is_next_key(line: str, under: int) -> bool:
    """Whether `line` is a key or entry that does not stand below column `under`."""
    indent = len(line) - len(line.lstrip())
    return indent <= under and bool(KEY_LINE.match(line) or line.lstrip().startswith("- "))
