"""Charts in outputs of text: the numbers they are drawn from, as a small table."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.document import BAR, Chart, Paper, Series
from docgen.numbering import NumberedPaper, number
from docgen.problems import Place
from docgen.writers import markdown, outline, text


def chart(unit: str = "%", caption: str = "图1　巩固率") -> Chart:
    series = (
        Series("目标", (Decimal("99.30"), Decimal(98))),
        Series("实际", (Decimal("99.5"), None)),
    )
    return Chart(BAR, ("小|学", "初中"), series, 150, 80, caption, unit, Place("计划.yaml", 7, 3))


def paper(*blocks: Chart) -> NumberedPaper:
    numbered, problems = number(Paper(("题",), blocks))
    assert problems == []
    return numbered


def test_in_text_a_chart_is_its_caption_and_its_numbers() -> None:
    assert text.write(paper(chart())) == (
        "题\n\n图1　巩固率\n单位：%\t目标\t实际\n小|学\t99.30\t99.5\n初中\t98\t—\n"
    )


def test_in_markdown_a_chart_is_its_caption_and_a_table() -> None:
    assert markdown.write(paper(chart())) == (
        "# 题\n\n图1　巩固率\n\n"
        "| 单位：% | 目标 | 实际 |\n| --- | --- | --- |\n| 小\\|学 | 99.30 | 99.5 |\n| 初中 | 98 | — |\n"
    )


@pytest.mark.parametrize(("write", "corner"), [(text.write, "\n\t目标"), (markdown.write, "|  | 目标")])
def test_without_a_unit_the_corner_is_empty(write, corner) -> None:  # type: ignore[no-untyped-def]
    assert corner in write(paper(chart(unit="", caption="")))


def test_in_the_outline_a_chart_is_a_note() -> None:
    (row,) = outline.write(paper(chart()))["blocks"]

    assert row == {
        "type": "note",
        "level": None,
        "label_raw": "",
        "label_correct": "",
        "line": 7,
        "text": "［图表］图1　巩固率",
    }
