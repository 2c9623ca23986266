"""What Jinja and Python say in English about a template, said in the user's language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.i18n import _
from docgen.patterns import pattern

SIGNS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
}
QUOTED = pattern(r"'([^']*)'")


def said(fault: object) -> str:
    """`fault` as a sentence; one that is not known stays as it is."""
    words = str(fault)
    for form, sentence in _sayings():
        found = re.match(form, words, re.DOTALL)
        if found:
            named = {name: _signs(value) for name, value in found.groupdict().items()}
            return sentence.format(**named)
    return words


def _signs(words: str) -> str:
    """The tokens quoted in `words` as they are written in a template."""
    tokens = QUOTED.findall(words) or [words]
    return _("、").join(SIGNS.get(token, token) for token in tokens)


def _sayings() -> Iterable[tuple[str, str]]:
    unclosed = _("“{tag}”没有结束，缺少{wanted}")
    yield r"Unexpected end of template.*tags?: (?P<wanted>.*?)\. The innermost.* is '(?P<tag>\w+)'", unclosed
    yield r"Encountered unknown tag '(?P<tag>\w+)'", _("“{tag}”不是这里能用的标签")
    yield r"unexpected end of template, expected (?P<wanted>'.*')", _("没有写完，缺少“{wanted}”")
    yield r"expected token (?P<wanted>'.*'), got (?P<got>'.*')", _("这里应当是“{wanted}”，写的是“{got}”")
    yield r"Expected an expression, got (?P<got>'.*')", _("“{got}”前面没有写要取的值")
    yield r"unexpected char (?P<got>'.*') at \d+", _("“{got}”不能用在花括号里")
    yield r"unexpected (?P<got>'.*')", _("多了“{got}”")
    yield r"Missing end of comment tag", _("注释没有结束，缺少“#}}”")
    yield r"No filter named '(?P<name>.*)'", _("没有叫“{name}”的过滤器")
    yield r"No test named '(?P<name>.*)'", _("没有叫“{name}”的判断")
    yield r"access to attribute '(?P<name>\w+)' of .* is unsafe", _("不能取“{name}”")
    yield r"Range too big", _("循环的次数太多")
    yield r".*by zero|.*Division(?:ByZero|Undefined)", _("除数是零")
    yield r"maximum recursion depth exceeded", _("模板的部分互相引用，没有尽头")
