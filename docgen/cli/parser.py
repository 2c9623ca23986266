"""argparse in the user's language: headings, usage and every complaint."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from docgen.cli.failures import WrongCall
from docgen.i18n import LANGUAGES, _
from docgen.patterns import pattern
from docgen.problems import error
from docgen.widths import measure

WORD = pattern(r"[^\u2e80-\uffef\s]+\s*[，。、；：）”]*|.\s*[，。、；：）”]*")
"""What a line of help is not broken in: a Latin word, a Chinese character, the marks behind them."""


WORDS_LEFT = pattern(r"unrecognized arguments: (?!-)")
"""Words that are no option: a second file, or the rest of a name with blanks."""


class Help(argparse.RawDescriptionHelpFormatter):
    """Breaks lines where the screen ends: argparse counts a Chinese character as one column."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, _("用法：") if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        lines = [""]
        for word in WORD.findall(text):
            if columns(lines[-1] + word.rstrip()) > width and lines[-1]:
                lines.append("")
            lines[-1] += word
        return [line.strip() for line in lines]


def columns(text: str) -> int:
    """How many columns of a screen `text` takes."""
    return round(2 * measure(text))


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are `WrongCall`; option names are never guessed from a beginning."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, formatter_class=Help, add_help=False, allow_abbrev=False)
        self._positionals.title = _("参数")
        self._optionals.title = _("选项")
        self.add_argument("-h", "--help", action="help", help=_("显示这份说明"))

    def error(self, message: str) -> NoReturn:
        hint = _("用 {program} --help 看说明").format(program=self.prog)
        if WORDS_LEFT.match(message):
            hint = _('一次只写一个文件；文件名里有空格的，两边加英文双引号，如 "2026 计划.yaml"')
        raise WrongCall(error("CLI-001", translate(message), hint=hint))


def add_common(parser: argparse.ArgumentParser, **default: Any) -> None:
    """The options that every command takes; they may stand before the command or after it."""
    parser.add_argument("--lang", choices=LANGUAGES, help=_("提示用的语言：zh 中文，en 英文"), **default)
    parser.add_argument("--debug", action="store_true", help=_("出错时显示程序的调用过程"), **default)


CHOICE = pattern(r"invalid choice: '?(.*?)'?(?:, maybe .*)? \(choose from (.*)\)", re.DOTALL)


def translate(complaint: str) -> str:
    """What argparse complains of, as a sentence for the user; unknown complaints stay as they are."""
    subject = re.match(r"argument ([^:]+): (.*)", complaint, re.DOTALL)
    if subject:
        return _("{argument}：{complaint}").format(argument=subject[1], complaint=translate(subject[2]))
    choice = CHOICE.fullmatch(complaint)
    if choice:
        choices = _("、").join(choice[2].replace("'", "").split(", "))
        return _("没有“{word}”，可以写：{choices}").format(word=choice[1], choices=choices)
    for form, sentence in _sentences():
        match = re.fullmatch(form, complaint, re.DOTALL)
        if match:
            return sentence.format(**match.groupdict())
    return complaint


def _sentences() -> Iterable[tuple[str, str]]:
    yield r"unrecognized arguments: (?P<words>.*)", _("看不懂这些参数：{words}")
    yield r"the following arguments are required: (?P<words>.*)", _("缺少参数：{words}")
    yield r"expected one argument", _("后面要写一个值")
    yield r"ignored explicit argument (?P<word>.*)", _("后面不能写值，却写了{word}")
