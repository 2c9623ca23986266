"""The outline: structure as data and as lines."""

from __future__ import annotations

import json

from docgen.document import Heading, Paper, Paragraph
from docgen.numbering import NumberedPaper, number
from docgen.problems import Place
from docgen.writers import outline

LINES = """\
临江市实验中学2026年工作计划
一、工作目标
二、重点工作
　　（一）抓实教学常规。
附件1　检查表
一、检查内容
附件2　分工表""".splitlines()


def test_the_lines_show_headings_with_their_numbers(full_paper: NumberedPaper) -> None:
    assert list(outline.lines(full_paper)) == LINES


def test_the_data_are_plain_json(full_paper: NumberedPaper) -> None:
    data = outline.write(full_paper)

    assert json.loads(json.dumps(data)) == data
    assert data["title"] == "临江市实验中学2026年工作计划"


def test_every_block_has_its_type_in_page_order(full_paper: NumberedPaper) -> None:
    types = [block["type"] for block in outline.write(full_paper)["blocks"]]

    assert " ".join(types) == (
        "note note note paragraph heading paragraph note table heading heading item item note people "
        "note note note note note note note note note heading paragraph note note"
    )


def test_a_heading_has_its_layer_and_its_printed_label(full_paper: NumberedPaper) -> None:
    heading = outline.write(full_paper)["blocks"][4]

    assert heading == {
        "type": "heading",
        "level": 1,
        "label_raw": "",
        "label_correct": "一、",
        "line": 0,
        "text": "工作目标",
    }


def test_a_run_in_heading_is_parted_in_head_and_body() -> None:
    block = Heading(2, ("抓实常规。",), body=("检查两轮。",), place=Place("计划.yaml", 12, 5))
    numbered, _problems = number(Paper(("题",), (block,)))

    row = outline.write(numbered)["blocks"][0]

    assert (row["head"], row["head_end"], row["body"]) == ("抓实常规", "。", "检查两轮。")
    assert row["line"] == 12
    assert "text" not in row


def test_a_table_gives_its_rows_and_people_their_entries(full_paper: NumberedPaper) -> None:
    blocks = {block["type"]: block for block in outline.write(full_paper)["blocks"]}

    assert blocks["table"]["rows"] == [["年级", "班数", "人数"], ["七", "6", "280"], ["合计", "", "280"]]
    assert blocks["people"]["entries"] == [
        {"role": "组长", "value": "李明（校长）", "names": ["李明（校长）"]},
        {"role": "成员", "value": "教务处、各年级组长", "names": ["教务处", "各年级组长"]},
    ]


def test_a_footnote_stands_behind_its_text(full_paper: NumberedPaper) -> None:
    paragraph = outline.write(full_paper)["blocks"][5]

    assert paragraph["text"] == "力争巩固率达到99.5%［注1］。［注1］以学籍数据为准。"


def test_a_heading_without_a_number_has_an_empty_label() -> None:
    numbered, _problems = number(Paper(("题",), (Heading(1, ("前言",), numbered=False), Paragraph(("甲",)))))

    assert outline.write(numbered)["blocks"][0]["label_correct"] == ""
    assert list(outline.lines(numbered)) == ["题", "前言"]


def test_what_stands_around_the_text_is_a_note_in_its_place(official_paper: NumberedPaper) -> None:
    blocks = outline.write(official_paper)["blocks"]
    texts = [block.get("text", "") for block in blocks if block["type"] == "note"]

    assert texts[:5] == [
        "000001",
        "秘密★1年",
        "特急",
        "临江市教育局　临江市财政局文件",
        "临教发〔2026〕3号　签发人：李某某　王某某",
    ]
    assert texts[-3:] == [
        "主送：各县、各区。",
        "抄送：市委办公室、市政府办公室，市财政局。",
        "市教育局办公室　2026年9月2日印发",
    ]
    assert "出席：市长李某某、局长王某某" in texts
    assert outline.write(official_paper)["title"] == "关于印发工作计划的通知"


def test_a_carried_paper_stands_in_the_outline_by_its_title(official_paper: NumberedPaper) -> None:
    assert list(outline.lines(official_paper)) == [
        "关于印发工作计划的通知",
        "临江市教育局工作计划",
        "一、工作目标",
        "临教发〔2026〕3号附件1　回执",
        "附件2　名单",
    ]


def test_a_paper_without_a_title_is_named_by_its_mark(minutes: NumberedPaper) -> None:
    assert next(outline.lines(minutes)) == "临江市教育局纪要"
