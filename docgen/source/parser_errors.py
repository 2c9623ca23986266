"""What the YAML parser complains of, said in Chinese: no sentence of PyYAML reaches the user."""

from __future__ import annotations

import re
from typing import Any

from docgen.i18n import _
from docgen.problems import Problem
from docgen.source import findings
from docgen.source.build import Builder
from docgen.source.limits import MOST_DEPTH
from docgen.source.quoting import KEY_LINE, with_value_quoted


def parser_problem(built: Builder, slips: list[Problem]) -> list[Problem]:
    """The parser's error, unless one of `slips` (found on the lines it is about) tells it already."""
    failure = built.failure
    if failure is None:
        return []
    mark = failure.problem_mark or failure.context_mark
    context = failure.context_mark or mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    told = {slip.place.line - 1 for slip in slips if slip.place}
    if told & {line, line - 1, context.line if context and _is_about_start(failure) else line}:
        return []
    if "nesting depth" in (failure.problem or ""):
        return [_too_deep(built, line, column)]
    return [_translate(built, failure, line, column)]


def _is_about_start(failure: Any) -> bool:
    return bool(re.search("quoted scalar|flow (sequence|mapping)", failure.context or ""))


def _translate(built: Builder, failure: Any, line: int, column: int) -> Problem:
    context, problem = failure.context or "", failure.problem or ""
    sheet = built.sheet
    start = failure.context_mark
    if "quoted scalar" in context and re.search("end of stream|document", problem):
        message = _("这里开始的引号没有结束")
        return sheet.error("YML-033", message, start.line, start.column, _("在文字末尾补上同样的引号"))
    if "escape" in problem or "hexdecimal" in problem:
        hint = _("反斜杠本来是文字，就把双引号换成单引号")
        return sheet.error("YML-036", _("双引号里的反斜杠“\\”用得不对"), line, column, hint)
    if re.search(r"expected ',' or '[\]}]'", problem):
        return _unfinished_bracket(built, start, line, column)
    if "flow node" in context:
        hint = _("空着的一格写两个引号 ''，多余的逗号或括号删去")
        return sheet.error("YML-022", _("列表里有一项是空的，或括号没有写完"), line, column, hint)
    if "tab" in problem or sheet.line(line)[: column + 1].strip(" ") == "\t":
        return sheet.error(
            "YML-016", _("这里用了制表符（Tab），要用空格"), line, column, _("缩进改用空格，每层两格")
        )
    return _about_the_line(built, problem, start, line, column)


def _too_deep(built: Builder, line: int, column: int) -> Problem:
    """Newer parsers give up on brackets by themselves, further on than where the nesting became too deep."""
    before = built.sheet.line(line)[:column]
    first = len(before.rstrip("[{ "))
    opened = [at for at, sign in enumerate(before) if at >= first and sign in "[{"]
    at = opened[MOST_DEPTH - 1] if len(opened) >= MOST_DEPTH else column
    return findings.too_deep(built.sheet, line, at, MOST_DEPTH)


def _bracket_in_text(built: Builder, line: int, column: int) -> Problem:
    sign = built.sheet.line(line)[column]
    message = _("括号里的文字有“{sign}”，YAML当它是列表或对照表的开头").format(sign=sign)
    hint = _("给这一项加引号；发文字号的年份用六角括号，如 某教发〔2026〕3号")
    return built.sheet.error("YML-037", message, line, column, hint)


def _unfinished_bracket(built: Builder, start: Any, line: int, column: int) -> Problem:
    if re.match(r"[^\s,:\[{][\[{]", built.sheet.line(line)[column - 1 : column + 1]):
        return _bracket_in_text(built, line, column)
    bracket = built.sheet.text[start.index : start.index + 1]
    closing = {"[": "]", "{": "}"}.get(bracket, "]")
    message = _("这里开始的“{bracket}”没有写完，到第{line}行仍缺“{closing}”或逗号")
    message = message.format(bracket=bracket, line=line + 1, closing=closing)
    hint = _("补上“{closing}”，各项之间用半角逗号加空格隔开").format(closing=closing)
    return built.sheet.error("YML-034", message, start.line, start.column, hint)


def _about_the_line(built: Builder, problem: str, start: Any, line: int, column: int) -> Problem:
    sheet = built.sheet
    text = sheet.line(line)
    if "cannot start any token" in problem or "alphabetic" in problem:
        hint = _("本来是文字，就加引号：{line}").format(line=with_value_quoted(text))
        message = _("“{sign}”不能用在值的开头").format(sign=text[column : column + 1])
        return sheet.error("YML-031", message, line, column, hint)
    if "mapping values are not allowed" in problem and text[:column].count(":") and _same_line(built, line):
        hint = _("值里有“: ”，给值加引号：{line}").format(line=with_value_quoted(text))
        return sheet.error("YML-032", _("一行里有两个“: ”"), line, column, hint)
    if "block sequence entries" in problem:
        hint = _("“- ”另起一行写，或写成一行的列表：[甲, 乙]")
        return sheet.error("YML-061", _("列表的“-”不能写在冒号同一行"), line, column, hint)
    if "could not find expected ':'" in problem:
        line = start.line if start else line
        text = sheet.line(line)
        return _indentation(built, text, line)
    if re.search("expected key|block end|'-' indicator|not allowed", problem) and text.strip():
        return _indentation(built, text, line)
    hint = _("查看这一行和上一行的冒号、引号、括号和缩进；值里有符号就加引号")
    return sheet.error("YML-099", _("这里不合YAML的写法，读不下去"), line, column, hint)


def _same_line(built: Builder, line: int) -> bool:
    """Whether the line's own first key is a key for the parser: no text ran on into the line."""
    text = built.sheet.line(line)
    return bool(re.match(r"\s*(?:- +)*[^:]*: .*: ?", text + " "))


def _indentation(built: Builder, text: str, line: int) -> Problem:
    column = len(text) - len(text.lstrip())
    if KEY_LINE.match(text) or text.lstrip().startswith("- "):
        message = _("这一行的缩进与上文不齐，看不出它属于哪一层")
        return built.sheet.error(
            "YML-060", message, line, column, _("同一层的键或“-”左端对齐，下一层多缩进两格")
        )
    message = _("这一行既不是“键: 值”，也不是“- ”开头的列表项")
    hint = _("多段文字写在“|”下面，并比键多缩进两格")
    return built.sheet.error("YML-062", message, line, column, hint)
