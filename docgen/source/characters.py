"""Characters that have no business in a plan: control codes, private-use code points, unseen ones.

Private-use code points serve the template stage as tokens, so none may get past this one: they are
replaced by U+FFFD, also where a quoted text spells them as an escape.
"""

from __future__ import annotations

from itertools import islice

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.problems import Problem
from docgen.source.sheet import Sheet

MOST_FOUND = 201
STAND_IN = "\ufffd"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_FORBIDDEN = pattern(f"[{_PRIVATE}{_CONTROL}]")
_NOTABLE = pattern(f"[{_PRIVATE}{_CONTROL}{_UNSEEN}]")
_IS_PRIVATE = pattern(f"[{_PRIVATE}]")
_IS_UNSEEN = pattern(f"[{_UNSEEN}]")


def check_characters(sheet: Sheet) -> tuple[str, list[Problem]]:
    """The text of `sheet` with U+FFFD for each forbidden character, and a problem for each (YML-050
    control, YML-051 private use; YML-052, a warning, for unseen characters, which are kept)."""
    text = sheet.text
    if text.replace("\n", "").isprintable() or not _NOTABLE.search(text):
        return text, []
    found = (
        _problem(sheet, match[0], number, match.start())
        for number, line in enumerate(sheet.lines)
        if not line.isprintable()
        for match in _NOTABLE.finditer(line)
    )
    problems = list(islice(found, MOST_FOUND))
    return _FORBIDDEN.sub(STAND_IN, text), problems


def forbidden_in(value: str) -> str:
    """The first forbidden character of `value`, or nothing."""
    if value.isprintable():
        return ""
    found = _FORBIDDEN.search(value)
    return found[0] if found else ""


def without_forbidden(value: str) -> str:
    """`value` with U+FFFD for each forbidden character."""
    return _FORBIDDEN.sub(STAND_IN, value)


def sentence_about(character: str) -> tuple[str, str]:
    """Problem id and sentence about a notable character."""
    code = f"U+{ord(character):04X}"
    if _IS_PRIVATE.match(character):
        message = _("这里有私用区字符{code}，多为字体自造的字或图标，别的电脑上显示不出来")
        return "YML-051", message.format(code=code)
    if _IS_UNSEEN.match(character):
        return "YML-052", _("这里有看不见的字符{code}，会照样进入文档").format(code=code)
    return "YML-050", _("这里有控制字符{code}，文档里不能有").format(code=code)


def _problem(sheet: Sheet, character: str, line: int, column: int) -> Problem:
    id, message = sentence_about(character)
    text = sheet.line(line)
    repaired = (text[:column] + text[column + 1 :]).strip()
    if id == "YML-051":
        hint = _("换成通用的汉字或符号；只是图标就删去：{line}").format(line=repaired)
    else:
        hint = _("删去这个字符：{line}").format(line=repaired)
    make = sheet.warning if id == "YML-052" else sheet.error
    return make(id, message, line, column, hint)
