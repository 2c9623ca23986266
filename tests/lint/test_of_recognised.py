"""Files as passages: every zone, every offset."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.lint.of_recognised import reading
from docgen.lint.reading import Reading
from docgen.manuscript import Line, Manuscript
from docgen.problems import Place
from docgen.reader.read import read
from docgen.recognise.recognise import recognise
from tests.lint.cases_read import manuscript

TEXT = """\
云溪县教育局关于开展校园安全检查的通知

各中小学：
　　现将有关事项通知如下：
　　一、检查时间
　　2026年9月1日至9月15日。
　　二、检查内容
　　（一）消防设施。检查灭火器、应急灯和疏散标志是否完好，记录是否齐全。
　　（二）食品卫生。检查食堂的采购、留样和消毒记录，人员是否持证上岗。
　　附件：检查表

云溪县教育局
2026年8月20日
（联系人：陈明远）
"""


def lines_by_number(source: Manuscript) -> dict[int, Line]:
    return {line.place.line: line for line in source.pieces if isinstance(line, Line)}


def stands_where_it_says(judged: Reading, source: Manuscript) -> bool:
    lines = lines_by_number(source)
    return all(
        lines[one.place.line].text[one.offset : one.offset + len(one.text)] == one.text
        for one in judged.passages
        if one.place
    )


def test_zones_follow_what_was_recognised() -> None:
    judged = reading(recognise(manuscript(TEXT)))

    assert [one.zone for one in judged.passages] == [
        "title", "addressee", "body", "heading", "body", "heading", "heading", "heading", "attachment_note",
        "signature", "signature", "annotation",
    ]  # fmt: skip


def test_a_run_in_heading_says_where_its_head_and_its_words_are() -> None:
    judged = reading(recognise(manuscript(TEXT)))
    one = next(one for one in judged.passages if "消防" in one.text)

    assert (one.label, one.typed, one.layer, one.numeral) == ("（一）", True, 2, 1)
    assert one.text[one.start : one.head_end] == "消防设施。"


def test_passages_stand_where_they_say() -> None:
    source = manuscript(TEXT)

    assert stands_where_it_says(reading(recognise(source)), source)


PIECES = (
    "一、目标", "（一）甲。乙丙丁戊己庚辛。", "1.备课", "甲\t乙\t丙", "组长：张三",
    "正文若干字。", "附件1", "表1",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_passages_of_any_text_stand_where_they_say(lines: list[str]) -> None:
    source = manuscript("\n".join(["青禾小学工作计划", *lines]))

    assert stands_where_it_says(reading(recognise(source)), source)


def test_every_attachment_is_counted() -> None:
    text = (
        TEXT + "附件1\n检查表\n一、消防\n内容若干，逐项打分。\n附件2\n名单\n一、成员\n内容若干，逐项打分。\n"
    )
    judged = reading(recognise(manuscript(text)))

    assert {one.text: one.attachment for one in judged.passages if one.text in ("一、消防", "一、成员")} == {
        "一、消防": 1,
        "一、成员": 2,
    }


@pytest.fixture
def word_file(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("青禾小学任务分解表")
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "任务"
    table.cell(0, 2).text = "责任"
    for column, words in enumerate(("备课", "上课", "教务处\n德育处")):
        table.cell(1, column).text = words
    path = tmp_path / "表.docx"
    document.save(str(path))
    return path


def test_a_title_parted_by_breaks_is_several_lines() -> None:
    line = Line("云溪县教育局\n关于开展检查的通知", Place("a.docx", 1), align="center", size=22)
    more = Line("各中小学：", Place("a.docx", 2))
    judged = reading(recognise(Manuscript("a.docx", "docx", (line, more))))

    assert [(one.text, one.offset) for one in judged.passages if one.zone == "title"] == [
        ("云溪县教育局", 0),
        ("关于开展检查的通知", 7),
    ]


def test_cells_of_a_word_table_say_their_row_and_column(word_file: Path) -> None:
    judged = reading(recognise(read(word_file)), word_file.read_bytes())
    cells = [(one.text, one.row, one.column) for one in judged.passages if one.zone == "cell"]

    assert judged.source == "docx"
    assert cells[:4] == [("任务", 0, 0), ("责任", 0, 2), ("备课", 1, 0), ("上课", 1, 1)]
    assert {(row, column) for _text, row, column in cells[4:]} == {(1, 2)}


def test_cells_parted_by_tabs_say_where_in_the_line_they_stand() -> None:
    source = manuscript("青禾小学安排表\n时间\t事项\t责任\n9月\t开学\t教务处\n10月\t运动会\t体育组\n")
    judged = reading(recognise(source))
    cells = [one for one in judged.passages if one.zone == "cell"]

    assert [(one.text, one.offset) for one in cells[3:6]] == [("9月", 0), ("开学", 3), ("教务处", 6)]
    assert stands_where_it_says(judged, source)
