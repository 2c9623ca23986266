"""What stands between the values: comments that took text away, tabs where spaces belong."""

from __future__ import annotations

import re
from bisect import bisect_right

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.problems import Problem
from docgen.source.build import Builder

MOST_MATCHES = 5000
_COMMENT = pattern(r"[ \t]#")
_TAB = pattern(r"(?m)^[ \t]*(?:-[ ]*)*\t|:[ ]*\t[ \t]*(?=[^\s#])")
_TRUE_COMMENT = pattern(r"(?:[ ]{2,}|[ ]*\t\s*)#(?=\s|$)")


def check_comments(built: Builder) -> list[Problem]:
    """YML-021 for text behind a value that a # made a comment, unless it is typed as a comment: two
    spaces before the #, one behind it."""
    problems = []
    done = -1
    for match in _outside_texts(built, _COMMENT, "#"):
        line, column = built.sheet.position(match.start() + 1)
        if line == done:
            continue
        done = line
        if _took_text(built.sheet.line(line), column):
            problems.append(_vanished(built, line, column))
    return problems


def check_tabs(built: Builder) -> list[Problem]:
    """YML-016 for tabs in indentation and behind a colon or dash."""
    problems = []
    for match in _outside_texts(built, _TAB, "\t"):
        line, column = built.sheet.position(match.end() - 1)
        text = built.sheet.line(line)
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        column = text.index("\t", built.sheet.position(match.start())[1])
        repaired = re.sub(r"\s*\t\s*", " ", text.strip())
        hint = _("用空格代替制表符：{line}").format(line=repaired)
        problems.append(
            built.sheet.error("YML-016", _("这里用了制表符（Tab），要用空格"), line, column, hint)
        )
    return problems


def _outside_texts(built: Builder, pattern: re.Pattern[str], sign: str) -> list[re.Match[str]]:
    """The matches of `pattern`, which has `sign` in it, in what was read, outside quoted and block texts."""
    if sign not in built.sheet.text:
        return []
    starts = [start for start, _end in built.spans]
    outside = []
    for match in pattern.finditer(built.sheet.text, 0, built.reached):
        before = bisect_right(starts, match.start()) - 1
        if before < 0 or built.spans[before][1] <= match.start():
            outside.append(match)
        if len(outside) > MOST_MATCHES:
            break
    return outside


def _took_text(line: str, column: int) -> bool:
    """Whether the # at `column` follows a value without the spaces that mark a comment."""
    value = line[:column].rstrip()
    if not value.strip("- ") or value.endswith((":", ",", "[", "{")) or re.search(r"[|>][-+\d]{0,2}$", value):
        return False
    return not _TRUE_COMMENT.match(line, len(value))


def _vanished(built: Builder, line: int, column: int) -> Problem:
    from docgen.source.quoting import quoted, with_value_quoted

    text = built.sheet.line(line)
    value, comment = text[:column].rstrip(), text[column:]
    message = _("“{text}”成了注释，不会进入文档").format(text=comment.strip()[:20])
    as_comment = f"{value.strip()}  # {comment.lstrip('#').strip()}".rstrip()
    if value[-1] in "]}\"'":
        inside = value.rstrip("]}\"'")
        as_text = (
            quoted(comment.strip())
            if inside == value
            else f"{value[:-1]} {comment.strip()}{value[-1]}".strip()
        )
    else:
        as_text = with_value_quoted(text)
    hint = _("文字要保留，加引号：{text}；是注释，“#”前空两格、后空一格：{comment}")
    return built.sheet.error("YML-021", message, line, column, hint.format(text=as_text, comment=as_comment))
