"""The problems that the tree builder meets: each function makes the Problem for one finding."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.problems import Problem
from docgen.source.characters import sentence_about
from docgen.source.quoting import CJK, KEY_LINE, KEY_TEXT, quoted, with_value_quoted
from docgen.source.sheet import Sheet
from docgen.source.values import Record, Row

_LIKE_KEY = pattern(rf"({KEY_TEXT})\s*[:：]\s*(.*)", re.DOTALL)


def empty_value(sheet: Sheet, key: str, line: int, column: int) -> Problem:
    """`键:` without a value; where a comment follows, its # took the value away."""
    text = sheet.line(line)
    message = _("“{key}”没有值").format(key=key)
    if "：" in key or ":" in key:
        return _pair_without_space(sheet, key, line, column)
    comment = re.match(r"\s*:\s+(#.*)", text[column + len(key) :])
    if comment:
        repaired = f"{text[: column + len(key)].strip()}: {quoted(comment[1].strip())}"
        hint = _("“#”和它后面的文字成了注释。文字要保留就加引号：{line}").format(line=repaired)
        return sheet.error("YML-020", message, line, column, hint)
    if "{" in text[:column]:
        hint = _("在冒号后写上内容，暂缺写“待填”，不要就删去这个键：{line}").format(line=f"{key}: 待填")
    else:
        repaired = f"{text[: column + len(key)].strip()}: 待填"
        hint = _("在冒号后写上内容，暂缺写“待填”，不要就删去这一行：{line}").format(line=repaired)
    return sheet.error("YML-020", message, line, column, hint)


def _pair_without_space(sheet: Sheet, key: str, line: int, column: int) -> Problem:
    """In `{组：小学}` and `{组:小学}` the whole pair is read as a key."""
    repaired = re.sub(r"\s*[:：]\s*", ": ", key, count=1)
    if "：" in key:
        message = _("键“{key}”后是全角冒号，应为半角冒号加空格").format(key=key.partition("：")[0])
        return sheet.error("YML-010", message, line, column + key.index("："), repaired)
    message = _("键“{key}”的冒号后缺空格").format(key=key.partition(":")[0])
    return sheet.error("YML-012", message, line, column + key.index(":"), repaired)


def empty_entry(sheet: Sheet, line: int, column: int) -> Problem:
    hint = _("写上内容；有意空着写两个引号 ''；多余就删去“-”")
    return sheet.error("YML-020", _("列表里这一项是空的"), line, column, hint)


def empty_block(sheet: Sheet, line: int, column: int) -> Problem:
    text = sheet.line(line)
    sign = text[column : column + 1]
    message = _("“{sign}”后面没有文字").format(sign=sign)
    rest = text[column:].strip()
    if len(rest) > 1:
        hint = _("“{sign}”本来是文字，就加引号：{line}")
        return sheet.error(
            "YML-020", message, line, column, hint.format(sign=sign, line=with_value_quoted(text))
        )
    return sheet.error("YML-020", message, line, column, _("文字写在下面几行，比键多缩进两格"))


def duplicate(sheet: Sheet, key: str, first: int, line: int, column: int) -> Problem:
    message = _("键“{key}”写了两次：第{first}行和第{second}行")
    hint = _("合成一处，或给其中一个改名；要写几项就写成列表，每项前加“- ”")
    return sheet.error("YML-024", message.format(key=key, first=first, second=line + 1), line, column, hint)


def merge_key(sheet: Sheet, line: int, column: int) -> Problem:
    hint = _("把要合并的各键直接写在这里")
    return sheet.error("YML-042", _("不能用“<<”合并别处的内容"), line, column, hint)


def key_without_text(sheet: Sheet, line: int, column: int) -> Problem:
    return sheet.error("YML-025", _("冒号前没有键"), line, column, _("在冒号前写上键，如：标题: 工作计划"))


def key_not_text(sheet: Sheet, line: int, column: int) -> Problem:
    """`[甲]: 乙`, or `{{ 名称 }}` typed without quotes."""
    text = sheet.line(line)
    if text[column - 1 : column + 1] == "{{" or text[column : column + 2] == "{{":
        column -= text[column - 1 : column + 1] == "{{"
        message = _("值以双花括号开头，要加引号才是文字")
        return sheet.error("YML-025", message, line, column, with_value_quoted(text))
    return sheet.error(
        "YML-025", _("键必须是文字，不能是列表或另一组键值"), line, column, _("给键加引号，或改写成文字")
    )


def anchor_or_tag(sheet: Sheet, event: Any) -> Problem:
    """`&名` that nothing uses, or `!类型` before a value."""
    start = event.start_mark
    line, column = start.line, start.column
    hint = _("本来是文字，就加引号：{line}").format(line=with_value_quoted(sheet.line(line)))
    if event.tag:
        message = _("值以“!”开头，YAML当它是类型标记，这段文字会丢失")
        return sheet.error("YML-041", message, line, column, hint)
    name = f"&{event.anchor}"
    message = _("值以“{name}”开头，YAML当它是锚点，这段文字会丢失").format(name=name)
    return sheet.error("YML-040", message, line, column, hint)


def alias(sheet: Sheet, typed: str, line: int, column: int, known: bool) -> Problem:
    """`*名` that stands for nothing, for itself, or for a key."""
    text = sheet.line(line)
    if known:
        message = _("“{typed}”引用的内容里又有它自己，或用它作了键").format(typed=typed)
        hint = _("把引用的内容直接写在这里")
        return sheet.error("YML-040", message, line, column, hint)
    repaired = f"{text[:column]}{quoted(typed)}{text[column + len(typed) :]}".strip()
    message = _("“{typed}”以“*”开头，YAML当它是引用，但没有名为“{name}”的锚点")
    hint = _("本来是文字，就加引号：{line}").format(line=repaired)
    return sheet.error("YML-040", message.format(typed=typed, name=typed[1:]), line, column, hint)


def second_document(sheet: Sheet, line: int, column: int) -> Problem:
    message = _("“---”后面又开始一份文件，一个文件只能有一份计划")
    return sheet.error("YML-043", message, line, column, _("删去“---”，或把后面的内容另存为一个文件"))


def too_deep(sheet: Sheet, line: int, column: int, most: int) -> Problem:
    message = _("这里嵌套超过{most}层").format(most=most)
    return sheet.error("YML-003", message, line, column, _("查看括号和缩进是否写错"))


def too_many(sheet: Sheet, line: int, column: int, most: int) -> Problem:
    message = _("到这里值已超过{most}个（引用的内容也算），不会是一份计划").format(most=most)
    return sheet.error("YML-003", message, line, column, _("把内容分成几个文件；引用（*）不要一层套一层"))


def escaped_character(sheet: Sheet, character: str, line: int, column: int) -> Problem:
    id, message = sentence_about(character)
    return sheet.error(id, message, line, column, _("删去引号里代表它的“\\…”"))


def colon_in_row(sheet: Sheet, line: int, column: int) -> Problem:
    """`[时间: 9月, 项目]`: a pair where an item was meant."""
    item = re.match(r"[^,\]]*", sheet.line(line)[column:])
    typed = item[0].strip() if item else ""
    message = _("列表项“{item}”里有“: ”，YAML当它是键和值").format(item=typed)
    hint = _("是文字就加引号：{text}；是键和值就加花括号：{pair}")
    return sheet.error("YML-032", message, line, column, hint.format(text=quoted(typed), pair=f"{{{typed}}}"))


def wide_brackets(sheet: Sheet, value: str, line: int, column: int) -> list[Problem]:
    """`［甲, 乙］`, `【甲，乙】`: rows typed with full-width brackets."""
    closed = value[-1] in "］】｝]}"
    divided = re.search("[,，:：]" if value[0] == "｛" else "[,，]", value)
    if not closed or not divided or re.search("[。；！？]", value):
        return []
    wide_to_half = str.maketrans("［【｛］】｝", "[[{]]}")
    repaired = re.sub(r"\s*[,，]\s*", ", ", value.translate(wide_to_half))
    if value[0] == "｛":
        repaired = re.sub(r"\s*[:：]\s*", ": ", repaired)
    text = sheet.line(line)
    hint = _("{line}；本来是文字，就加引号")
    hint = hint.format(line=f"{text[:column]}{repaired}{text[column + len(value) :]}".strip())
    message = _("“{bracket}”是全角括号，列表要用半角括号").format(bracket=value[0])
    return [sheet.error("YML-015", message, line, column, hint)]


def flow_row(sheet: Sheet, row: Row, event: Any) -> list[Problem]:
    """What can be lost in `[…]`: a last empty cell, or items divided by ，."""
    end = event.start_mark
    before = sheet.text[: end.index].rpartition("\n")[2]
    if before.rstrip().endswith(","):
        column = len(before.rstrip()) - 1
        line = sheet.line(end.line)
        repaired = f"{line[:column]}, ''{line[end.column :]}".strip()
        hint = _("有意空一格写两个引号：{line}；不是就删去这个逗号").format(line=repaired)
        message = _("列表末尾多一个逗号，后面的空格子会丢失")
        return [sheet.error("YML-022", message, end.line, column, hint)]
    if len(row) == 1 and type(row[0]) is not Record and "，" in (row[0] or ""):
        return _wide_comma(sheet, row, end)
    return []


def _wide_comma(sheet: Sheet, row: Row, end: Any) -> list[Problem]:
    item, place = row[0], getattr(row[0], "place", None)
    line = sheet.line(end.line)
    if place is None or place.line - 1 != end.line or re.search("[。；！？]", item):
        return []
    column = place.column - 1
    if line[column] in "\"'":
        return []
    repaired = re.sub(r"\s*，\s*", ", ", item)
    hint = _("{line}；本来是一项，就加引号").format(
        line=f"{line[:column]}{repaired}{line[column + len(item) :]}".strip()
    )
    message = _("列表里用了全角逗号，几项连成了一项")
    return [sheet.error("YML-014", message, end.line, column + item.index("，"), hint)]


def texts_like_keys(sheet: Sheet, row: Row) -> list[Problem]:
    """`- 标题：甲` among entries that are mappings with 标题."""
    keys = {key for entry in row if type(entry) is Record for key in entry}
    problems = []
    for entry in row:
        if not isinstance(entry, str) or (":" not in entry and "：" not in entry):
            continue
        found = _LIKE_KEY.match(entry)
        place = getattr(entry, "place", None)
        if not found or place is None or found[1].strip() not in keys or "\n" in entry:
            continue
        line, column = place.line - 1, place.column - 1
        if sheet.line(line)[column : column + 1] in "\"'":
            continue
        problems.append(_colon(sheet, found, line, column))
    return problems


def _colon(sheet: Sheet, found: re.Match[str], line: int, column: int) -> Problem:
    key, value = found[1].strip(), found[2]
    hint = f"{sheet.line(line)[:column].strip()} {key}: {value}".rstrip()
    separator = found[0][len(found[1]) :].lstrip()[0]
    at = column + found[0].index(separator)
    if separator == "：":
        message = _("键“{key}”后是全角冒号，应为半角冒号加空格").format(key=key)
        return sheet.error("YML-010", message, line, at, hint)
    message = _("键“{key}”的冒号后缺空格").format(key=key)
    return sheet.error("YML-012", message, line, at, hint)


def folded(sheet: Sheet, event: Any, style: str) -> tuple[list[Problem], bool]:
    """A text over several lines whose breaks became spaces beside a Chinese character (YML-023); and
    whether one of its lines looks like a key or entry of its own."""
    start, end = event.start_mark, event.end_mark
    last = end.line if end.column else end.line - 1
    numbers = range(start.line + (style == ">"), last + 1)
    lines = [sheet.line(number) for number in numbers]
    if not lines:
        return [], False
    if style != ">":
        lines[0] = lines[0][start.column :]
    suspect = style != ">" and any(_like_entry(line, sheet.line(start.line), style) for line in lines[1:])
    for number, (upper, lower) in enumerate(pairwise(lines)):
        if _joins_chinese(upper, lower, style):
            return [_fold_problem(sheet, style, start, numbers[number + 1])], suspect
    return [], suspect


def _like_entry(line: str, first: str, style: str) -> bool:
    if style and len(line) - len(line.lstrip()) > len(first) - len(first.lstrip()):
        return False
    return bool(KEY_LINE.match(line)) or line.lstrip()[:1] in {"-", "\u3000", "\u00a0"}


def _joins_chinese(upper: str, lower: str, style: str) -> bool:
    """Whether the break between two lines becomes a space next to a Chinese character."""
    if not upper.strip() or not lower.strip() or (style == '"' and upper.endswith("\\")):
        return False
    if style == ">" and (upper[:1].isspace(), lower[:1].isspace()) == (True, True):
        indents = [len(line) - len(line.lstrip(" ")) for line in (upper, lower)]
        if indents[0] != indents[1]:
            return False
    return bool(CJK.match(upper.rstrip()[-1]) or CJK.match(lower.strip()[0]))


def _fold_problem(sheet: Sheet, style: str, start: Any, line: int) -> Problem:
    text = sheet.line(line)
    column = len(text) - len(text.lstrip())
    message = _("这段文字分成几行写，换行处会变成一个空格")
    head = sheet.line(start.line)[: start.column].strip()
    if style == ">":
        hint = _("“>”改成“|”，每行就是一段：{line}").format(line=f"{head} |")
    else:
        hint = _("写在一行里；要分段就写 {line} ，下面每段一行，多缩进两格").format(line=f"{head} |")
    return sheet.error("YML-023", message, line, column, hint)
