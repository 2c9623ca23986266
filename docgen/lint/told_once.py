"""What both recognition and lint see, or two rules, is told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen.i18n import _
from docgen.lint.data import table
from docgen.lint.reading import Hit, Reading
from docgen.lint.rulebook import rulebook
from docgen.lint.run import Findings, text_of
from docgen.problems import Problem, Severity


def each_once(findings: Findings, reading: Reading) -> Findings:
    """The findings without those whose words another rule tells better (`told_once.yaml`), and those whose
    words are already as they should be: 1. where 1、 is the usual form."""
    told = [(one.rule.id, one.hit) for one in (*findings.found, *findings.suppressed)]
    kept = (
        one
        for one in findings.found
        if one.hit.replacement is None or one.hit.replacement != text_of(one.hit, reading)
    )
    found = (
        one
        for one in kept
        if not any(id in table("told_once").get(one.rule.id, ()) and _meet(hit, one.hit) for id, hit in told)
    )
    return findings._replace(found=tuple(found))


def _meet(one: Hit, other: Hit) -> bool:
    """Whether two hits share characters."""
    return one.passage == other.passage and one.start < other.end and other.start < one.end


def told_once(problems: Iterable[Problem], findings: Findings, reading: Reading) -> Iterator[Problem]:
    """The `problems` of recognition that lint does not tell of the same line, the suppressed ones counted,
    and whose rules are for such a paper. What recognition only informs of is how a file would be taken
    over, which a check does not do."""
    told = {
        (one.rule.id, one.problem.place.line if one.problem.place else 0)
        for one in (*findings.found, *findings.suppressed)
    }
    for one in problems:
        line = one.place.line if one.place else 0
        rules = table("told_once").get(one.id, ())
        again = any((rule, line) in told for rule in rules)
        allowed = rules and not any(rulebook()[rule].applies(reading) for rule in rules)
        if one.severity is not Severity.INFO and not again and not allowed:
            yield replace(one, hint=_hints().get(one.id, one.hint))


def _hints() -> dict[str, str]:
    """What to do about what recognition repairs where a file is taken over, and a check leaves as it is."""
    return {
        "REC-001": _("改成前后相连的序号，或者补上漏掉的一条"),
        "REC-002": _("改成和同组一样的序号"),
        "REC-003": _("按层次加上序号"),
        "REC-004": _("要从“一、”编起的话请改各层序号"),
        "REC-006": _("在Word里插入表格，把这些内容放回格里"),
        "REC-007": _("补上缺的格，或者把连在一起的分开"),
        "REC-008": _("写上角色，或者把姓名接在上一行"),
        "REC-010": _("把这几行接成一段"),
        "REC-014": _("核对哪个日期是对的"),
        "REC-018": _("在第一行写上标题"),
    }
