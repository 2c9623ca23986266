"""Whatever the text: rules do not fail, what they find lies in it, and what they mend stays mended."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.lint.reading import ZONES, Passage, Reading
from docgen.lint.registry import registry
from docgen.lint.rulebook import AUTO, rulebook
from docgen.lint.run import run
from docgen.problems import Place
from tests.lint.cases_read import mended

PIECES = (
    "加强教学", "的", "工作", "青禾小学", "2026", "25", "年", "09", "月", "日", "1", "3", "12", "-",
    "—", "～", "--", "%", "万", "名", "千", "百", "人", "（", "）", "(", ")", "〔", "〕", "“", "”",
    "《", "》", "，", ",", "。", "；", "：", ":", "、", ".", " ", "\u3000", "\t", "附件", "见附件",
    "学年", "第一学期", "第", "周", "星期三", "阶段", "组长：", "张明", "其它", "己经", "二零", "二六",
    "一是", "（一）", "一、", "①", "合计", "序号", "率提高", "共有", "其中", "号", "教发", "9月1日",
    "2月30日", "8:00", "11:30", "學", "以下简称", "十二五", "13800138000", "……", "...", "×", "xx", "*",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join)
PASSAGES = st.lists(st.tuples(st.sampled_from(ZONES), TEXTS, st.integers(0, 3)), min_size=1, max_size=8)
KINDS = ("", "工作计划", "实施方案", "通知", "校历")


def read(rows: list[tuple[str, str, int]], kind: str) -> Reading:
    return Reading(
        tuple(
            Passage(
                zone, text, Place("a.txt", number), 0 if zone == "cell" else number,
                row=number if zone == "cell" else -1, column=column if zone == "cell" else -1,
                attachment=column // 3, role="attachment_mark" if zone == "caption" else "",
            )
            for number, (zone, text, column) in enumerate(rows)
        ),
        "docx" if kind == "校历" else "txt",
        kind,
    )  # fmt: skip


@given(PASSAGES, st.sampled_from(KINDS))
@settings(max_examples=120, deadline=None)
def test_what_is_found_lies_in_the_text(rows: list[tuple[str, str, int]], kind: str) -> None:
    reading = read(rows, kind)

    for one in run(reading).found:
        if one.hit.passage >= 0:
            assert 0 <= one.hit.start <= one.hit.end <= len(reading.passages[one.hit.passage].text)
        assert "{" not in one.problem.message


@pytest.mark.parametrize("rule", [rule for rule in registry() if rulebook()[rule].fix == AUTO])
@given(rows=PASSAGES)
@settings(max_examples=25, deadline=None)
def test_what_a_rule_mends_unasked_stays_mended(rule: str, rows: list[tuple[str, str, int]]) -> None:
    reading = read(rows, "")
    texts = mended(reading, sure(rule, reading))
    again = dataclasses.replace(
        reading,
        passages=tuple(
            dataclasses.replace(one, text=text) for one, text in zip(reading.passages, texts, strict=True)
        ),
    )

    assert mended(again, sure(rule, again)) == texts


def sure(rule: str, reading: Reading) -> list:
    zones = rulebook()[rule].zones
    return [
        hit
        for hit in registry()[rule](reading)
        if hit.sure and hit.passage >= 0 and (not zones or reading.passages[hit.passage].zone in zones)
    ]
