"""What a text's owner says about lint: what to pass over, which rules to switch on, rules of their own.

In a plan or in docgen.yaml beside the file:

    检查:
      略过: [PUN-013, {规则: PUN-001, 文字: "语文,数学"}, {规则: NUM, 章节: 工作目标}]
      启用: [TXT-008]
      规则: 局规.yaml
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from docgen.i18n import _
from docgen.lint.data import table
from docgen.lint.own import Own
from docgen.lint.reading import HEADING, Hit, Reading
from docgen.lint.registry import registry
from docgen.problems import Problem, warning
from docgen.source.values import as_list, place_of

KEY = "检查"


class Pass(NamedTuple):
    """What to pass over: the findings of `rule` (an id, or a family: PUN), all of them, those about or
    around the words `text`, or those in the section whose heading is `section`."""

    rule: str
    text: str = ""
    section: str = ""

    def covers(self, id: str, hit: Hit, reading: Reading) -> bool:
        if self.rule not in (id, id.partition("-")[0]):
            return False
        if self.text and not _about(self.text, hit, reading):
            return False
        return not self.section or self.section in _sections(hit, reading)


class Settings(NamedTuple):
    """`passed` are findings to pass over, `on` rules that are off otherwise, `own` the owner's own
    rules."""

    passed: tuple[Pass, ...] = ()
    on: frozenset[str] = frozenset()
    own: tuple[Own, ...] = ()

    def passes_over(self, id: str, hit: Hit, reading: Reading) -> bool:
        return any(one.covers(id, hit, reading) for one in self.passed)


NONE = Settings()


def settings(
    data: Any, folder: Path | None = None, ignore: Collection[str] = ()
) -> tuple[Settings, list[Problem]]:
    """The settings of the key 检查 (`data`, None without), whose own rules are read from `folder`, with
    the rules that the command line says to `ignore`; and what is wrong with them."""
    given = data if isinstance(data, Mapping) else {}
    passed = [_pass(one) for one in as_list(given.get("略过"))] + [Pass(one) for one in ignore]
    own: tuple[Own, ...] = ()
    problems: list[Problem] = []
    if files := as_list(given.get("规则")):
        from docgen.lint.own_read import own_rules

        own, problems = own_rules(files, folder or Path())
    on = as_list(given.get("启用"))
    problems += _unknown([*as_list(given.get("略过")), *on, *ignore], own)
    return Settings(tuple(passed), frozenset(map(str, on)), own), problems


def _unknown(named: list[Any], own: tuple[Own, ...]) -> Iterator[Problem]:
    """A warning for every name of a rule that there is none of."""
    ids = {*registry(), *(one.rule.id for one in own)}
    elsewhere = {id for group in table("elsewhere").values() for id in group}
    known = ids | elsewhere | {id.partition("-")[0] for id in ids}
    for one in named:
        name = one.get("规则", "") if isinstance(one, Mapping) else one
        if str(name) not in known:
            hint = _("编号写在每条问题的前面，一类规则写编号前面的字母")
            yield warning("LNT-003", _("没有“{name}”这条规则").format(name=name), place_of(name), hint=hint)


def _pass(entry: Any) -> Pass:
    if isinstance(entry, Mapping):
        return Pass(*(str(entry.get(key, "")) for key in ("规则", "文字", "章节")))
    return Pass(str(entry))


def _about(words: str, hit: Hit, reading: Reading) -> bool:
    """Whether a hit lies in, or holds, a place of `words` in its passage."""
    if hit.passage < 0:
        return any(words in one.text for one in reading.passages)
    text = reading.passages[hit.passage].text
    at = text.find(words)
    while at >= 0:
        if (at <= hit.start and hit.end <= at + len(words)) or (
            hit.start <= at and at + len(words) <= hit.end
        ):
            return True
        at = text.find(words, at + 1)
    return False


def _sections(hit: Hit, reading: Reading) -> set[str]:
    """The words of the headings that a hit stands under, and of the one it is in."""
    found: set[str] = set()
    layer = 99
    for at in range(hit.passage, -1, -1):
        one = reading.passages[at]
        if one.zone == HEADING and 0 < one.layer < layer:
            layer = one.layer
            found.add(one.text[one.start : one.head_end or None].strip().rstrip("。：:"))
    return found
