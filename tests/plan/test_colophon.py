"""版记: what a plan says of it, and what cannot be printed."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.document import Colophon
from docgen.problems import Severity


def colophon(rendered: Any, lines: str) -> Colophon:
    foot = rendered(lines).colophon
    assert isinstance(foot, Colophon)
    return foot


def test_a_colophon_has_all_that_the_plan_says(rendered: Any) -> None:
    foot = colophon(
        rendered,
        "版记: {主送: [甲, 乙], 抄送: [丙, 丁。], 印发机关: 某局办公室, 印发日期: 2026-09-02, 双页: 是}\n",
    )
    assert foot.addressees == ("甲", "乙")
    assert foot.copies == ("丙", "丁")
    assert (foot.printer, foot.printed, foot.even) == ("某局办公室", "2026年9月2日", True)


def test_whether_the_page_is_even_is_left_to_the_format(rendered: Any) -> None:
    assert colophon(rendered, "版记: {抄送: 甲}\n").even is None


def test_a_plan_without_a_colophon_has_none(rendered: Any) -> None:
    assert rendered("单位: 甲\n").colophon is None


@pytest.mark.parametrize(
    ("lines", "id", "severity", "message", "hint"),
    [
        (
            "版式: 信函\n版记: {抄送: 甲, 印发机关: 某局办公室, 印发日期: 2026-09-02}\n",
            "TRE-035",
            Severity.WARNING,
            "信函格式的版记不排印发机关和印发日期，这里写的没有印出来",
            "从“版记”里删去“印发机关”“印发日期”",
        ),
        (
            "版记: {抄送: 甲, 印发日期: 2026-09-02}\n",
            "TRE-036",
            Severity.ERROR,
            "版记里有“印发日期”，没有“印发机关”",
            "两样排在一行，补上“印发机关: ……”",
        ),
        (
            "主送: 甲\n版记: {主送: [甲, 乙]}\n",
            "TRE-037",
            Severity.ERROR,
            "主送机关写了两处，正文前面和版记里",
            "留一处；首页排不下正文时才移到版记",
        ),
        (
            "落款: {署名: 甲, 日期: 2026-09-03}\n版记: {印发机关: 乙, 印发日期: 2026-09-02}\n",
            "TRE-038",
            Severity.WARNING,
            "印发日期早于成文日期",
            "成文日期是2026年9月3日，印发在这一天或以后",
        ),
    ],
)
def test_what_cannot_be_printed_is_told(
    told: Any, lines: str, id: str, severity: Severity, message: str, hint: str
) -> None:
    (problem,) = told(lines)
    assert (problem.id, problem.severity) == (id, severity)
    assert (problem.message, problem.hint) == (message, hint)
    assert problem.place


def test_a_letter_does_not_print_who_printed_it_off(rendered: Any) -> None:
    foot = colophon(rendered, "版式: 信函\n版记: {抄送: 甲, 印发机关: 乙, 印发日期: 2026-09-02}\n")
    assert (foot.printer, foot.printed) == ("", "")
