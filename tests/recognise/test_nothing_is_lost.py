"""Whatever the lines are: no character is lost, and none is made up."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from docgen.manuscript import Line, Manuscript
from docgen.problems import Place
from docgen.recognise.recognise import recognise
from docgen.recognised import Recognised
from tests.recognise import told

TEXTS = [
    pytest.param(case["文"], id=case["题"])
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]
WORDS = (
    """
一、|二、|（一）|(2)|1.|2、|3|①|一是|三是|第一阶段：|第二章|第三条|指导思想|指导思想：|加强领导。
学校成立小组，明确分工。|青禾小学|2026年9月1日|附件：|附件1|抄送：县教育局。|组长：|王大山、李小江
时间 内容 地点|甲\t乙\t丙|2024年2025年|小学95%98%|合格良好|工作计划|关于印发《工作计划》的通知
各中小学：|云教发〔2026〕3号|文件|注：|单位：万元|表1 统计|目录|……3|（联系人：王）|周次|第一周
责任单位：教导处|特此通知。|篇2|3.8妇女节|a|，|。
""".strip()
    .replace("\n", "|")
    .split("|")
)
PIECES = st.sampled_from([*WORDS, "  ", "\u3000\u3000", "\n", "\n\n", "，\n", "\t"])
SOUP = st.lists(PIECES, max_size=60).map("".join)


LINE = st.builds(
    Line,
    st.lists(PIECES, max_size=4).map(lambda pieces: "".join(pieces).replace("\n", "")),
    st.integers(1, 999).map(lambda line: Place("文稿.docx", line)),
    number=st.sampled_from(["", "", "一、", "（二）", "3.", "●"]),
    level=st.sampled_from([0, 0, 0, 1, 2, 9]),
    style=st.sampled_from(["normal", "title", "heading 1", "caption", "toc 1"]),
    align=st.sampled_from(["", "center", "right"]),
    strong=st.booleans(),
    lead=st.integers(0, 8),
)


def bare(text: str) -> str:
    return "".join(text.replace("\u200b", "").replace("\ufeff", "").split())


def said(recognised: Recognised) -> str:
    """All that was told, in the order of the source."""
    told_lines: dict[int, str] = {line.place.line: bare(line.text) for line in recognised.title_lines}
    for part in recognised.parts:
        lines: tuple[Line, ...] = part.lines
        text = "".join(line.text for line in lines) if part.rows or part.entries else part.label + part.text
        place = lines[0].place.line
        told_lines[place] = told_lines.get(place, "") + bare(text)
    return "".join(told_lines[place] for place in sorted(told_lines))


@given(SOUP)
def test_a_soup_of_lines_keeps_every_character(text: str) -> None:
    assert said(recognise(told.manuscript(text))) == bare(text)


@given(st.lists(st.text(max_size=12), max_size=20).map("\n".join))
def test_any_text_keeps_every_character(text: str) -> None:
    assert said(recognise(told.manuscript(text))) == bare(text)


@pytest.mark.parametrize("text", TEXTS)
def test_the_cases_keep_every_character(text: str) -> None:
    assert said(recognise(told.manuscript(text))) == bare(text)


@given(SOUP)
def test_the_parts_stand_in_the_order_of_the_source(text: str) -> None:
    parts = recognise(told.manuscript(text)).parts
    places = [part.lines[0].place.line for part in parts]

    assert places == sorted(places)


@given(SOUP)
def test_a_run_in_heading_is_head_mark_and_body(text: str) -> None:
    for part in recognise(told.manuscript(text)).parts:
        if part.body:
            assert part.head + part.end + part.body == part.text


@given(SOUP)
def test_a_part_begins_where_it_says(text: str) -> None:
    for part in recognise(told.manuscript(text)).parts:
        if part.text and len(part.lines) == 1:
            assert part.lines[0].text[part.start :].startswith(part.text)


@given(SOUP)
def test_every_part_says_why(text: str) -> None:
    assert all(part.reason for part in recognise(told.manuscript(text)).parts)


@given(st.lists(LINE, max_size=30))
def test_no_hints_of_a_word_file_lose_a_character(lines: list[Line]) -> None:
    recognised = recognise(Manuscript("文稿.docx", "docx", tuple(lines)))
    parts = [part for part in recognised.parts if part.type not in ("table", "people")]
    text = sum(len(bare(line.text)) for line in lines)
    whole = [line for part in recognised.parts if part not in parts for line in part.lines]
    typed = [bare((part.label if part.typed else "") + part.text) for part in parts]

    assert (
        sum(map(len, typed)) + sum(len(bare(line.text)) for line in [*whole, *recognised.title_lines]) == text
    )
