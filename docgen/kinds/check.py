"""The fifteen kinds of 公文: what each has to have and must not have, as data/kinds.yaml says.

The kinds are fixed by 《党政机关公文处理工作条例》 (2012), article 8; other papers (计划, 方案, 总结 …)
are none of them and nothing is asked of them here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from docgen.problems import Problem, Severity
from docgen.source.values import Record

KINDS = (
    "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报",
    "报告", "请示", "批复", "议案", "函", "纪要",
)  # fmt: skip
SEVERITIES = {"错误": Severity.ERROR, "提醒": Severity.WARNING}


def check(kind: str, plan: Record) -> list[Problem]:
    """What is wrong with `plan` (checked against its schema) as a paper of the kind `kind` (文种);
    nothing where that is none of the fifteen."""
    return list(_found(kind, plan)) if kind in KINDS else []


def _found(kind: str, plan: Record) -> Iterator[Problem]:
    from docgen.kinds.case import Case
    from docgen.kinds.rules import RULES

    data = _data()
    for asked in (data["各种公文"], data["文种"][kind]):
        for word, severity in SEVERITIES.items():
            for name in asked.get(word, ()):
                yield from RULES[name](Case(kind, plan, severity, data["文种"][kind], data["词表"]))


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    from docgen import data_files
    from docgen.resources import folder

    data: dict[str, Any] = data_files.load(folder("data") / "kinds.yaml")
    return data
