"""What is said of each rule: its weight, where it applies, its sentences (`data/lint/rules/`)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from docgen import data_files
from docgen.i18n import language
from docgen.lint import reading
from docgen.lint.reading import Reading
from docgen.problems import Severity
from docgen.resources import folder

AUTO, ASK, NO = "auto", "ask", "no"
ZONE_NAMES = {
    "文件标题": reading.TITLE, "主送": reading.ADDRESSEE, "标题": reading.HEADING, "正文": reading.BODY,
    "条目": reading.ITEM, "单元格": reading.CELL, "题名": reading.CAPTION, "机构": reading.PEOPLE,
    "落款": reading.SIGNATURE, "附注": reading.ANNOTATION, "附件说明": reading.ATTACHMENT_NOTE,
    "版头": reading.LETTERHEAD, "版记": reading.COLOPHON, "备注": reading.REMARK,
}  # fmt: skip
SEVERITIES = {one.value: one for one in Severity} | {
    "错误": Severity.ERROR, "警告": Severity.WARNING, "提示": Severity.INFO,
}  # fmt: skip


class Rule(NamedTuple):
    """A rule as its row describes it. `zones` are those it judges (none: all), `kinds` the kinds of paper
    and `sources` the sorts of source it applies to (none: all), `other_kinds` the kinds it leaves alone;
    `sentence` and `hint` have `{}` fields;
    `fix` is one of AUTO, ASK, NO; `on`: it is applied unless asked not to."""

    id: str
    severity: Severity
    sentence: str
    hint: str = ""
    fix: str = NO
    zones: frozenset[str] = frozenset()
    clauses: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    on: bool = True
    other_kinds: frozenset[str] = frozenset()

    def applies(self, to: Reading) -> bool:
        """Whether the rule may judge a text of that kind and source."""
        right_source = not self.sources or to.source in self.sources
        return right_source and to.kind not in self.other_kinds and (not self.kinds or to.kind in self.kinds)


def rulebook() -> dict[str, Rule]:
    """The rules by id, in the order of the files; sentences in the language in force."""
    return _rulebook(language())


@lru_cache(maxsize=2)
def _rulebook(spoken: str) -> dict[str, Rule]:
    rows = _rows("rules")
    if spoken == "en":
        english = _rows("english")
        rows = {id: row | english.get(id, {}) for id, row in rows.items()}
    return {id: rule(id, row) for id, row in rows.items()}


def _rows(name: str) -> dict[str, dict[str, Any]]:
    """The rows of all files in a folder of `data/lint/`."""
    files = sorted((folder("data") / "lint" / name).glob("*.yaml"))
    return {id: row for file in files for id, row in data_files.load(file).items()}


def rule(id: str, row: dict[str, Any]) -> Rule:
    """The rule of a row of data."""
    return Rule(
        id,
        SEVERITIES[row["级别"]],
        row["句子"],
        row.get("建议", ""),
        row.get("修复") or NO,  # YAML reads a bare `no` as false
        frozenset(ZONE_NAMES[name] for name in row.get("区域", ())),
        tuple(map(str, row.get("条款", ()))),
        frozenset(row.get("文种", ())),
        frozenset(row.get("来源", ())),
        row.get("默认", True),
        frozenset(row.get("除文种", ())),
    )
