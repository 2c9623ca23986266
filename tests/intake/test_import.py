"""Importing: plans that build at once, read well, and hold whatever people write."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import docgen
from docgen.intake.imported import Imported, imported
from docgen.reader import text
from docgen.recognise.recognise import recognise
from docgen.source.load import loads


def plan_of(source: str, template: str | None = None) -> Imported:
    return imported(recognise(text.read(source.encode("utf-8"), "last.txt")), "plan.yaml", Path(), template)


PLAN = """\
青禾县第一小学2027年安全工作计划
为守牢校园安全，制定本计划。
一、工作目标
1.安全事故为零。
2.应急演练每月一次。
二、主要措施
（一）压实责任。层层签订责任书，把任务落实到人。（责任单位：总务处、德育处；完成时限：2027年3月）
（二）加强排查
每周排查一次，隐患当日登记。
三、组织领导
组长：林晓岚
副组长：何远山、宋知夏
成员：
青禾县第一小学
2026年12月30日
"""


def test_a_plan_of_a_kind_takes_its_template() -> None:
    made = plan_of(PLAN)

    assert made.template == "安全工作计划"
    assert made.proved


def test_the_plan_reads_as_a_person_would_write_it() -> None:
    made = plan_of(PLAN, "通用")

    assert made.text == (
        "# yaml-language-server: $schema=.docgen/general.schema.json\n"
        "# 由“last.txt”导入；带“核对”的各处请看一看，看过就删去那一行\n"
        "模板: 通用\n"
        "标题: 青禾县第一小学2027年安全工作计划\n"
        "单位: 青禾县第一小学\n"
        "年度: 2027\n"
        "引言: 为守牢校园安全，制定本计划。\n"
        "章节:\n"
        "  - 标题: 工作目标\n"
        "    条目:\n"
        "      - 安全事故为零。\n"
        "      - 应急演练每月一次。\n"
        "  - 标题: 主要措施\n"
        "    小节:\n"
        "      - 标题: 压实责任。\n"
        "        正文: 层层签订责任书，把任务落实到人。\n"
        "        责任: [总务处, 德育处]\n"
        "        时限: 2027年3月\n"
        "      - 标题: 加强排查\n"
        "        正文: 每周排查一次，隐患当日登记。\n"
        "  - 标题: 组织领导\n"
        "    正文:\n"
        "      # 核对：名单里“成员”后面没有姓名。请补上姓名\n"
        "      - 机构:\n"
        "          组长: 林晓岚\n"
        "          副组长: [何远山, 宋知夏]\n"
        '          成员: ""\n'
        "落款:\n"
        "  署名: 青禾县第一小学\n"
        "  日期: 2026年12月30日\n"
    )


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("（责任单位：教导处）", False),
        ("（牵头单位：教导处；配合单位：各年级组）", False),
        ("（完成时限：长期）", False),
        ("（负责：教导处）", True),
        ("（责任单位：教导处，总务处配合）。", True),
        ("（责任单位：教导处；备注：重点）", True),
        ("（见下表）", True),
    ],
)
def test_a_note_becomes_keys_only_where_it_prints_the_same_again(note: str, kept: bool) -> None:
    made = plan_of(PLAN.replace("（责任单位：总务处、德育处；完成时限：2027年3月）", note), "通用")

    assert made.proved
    assert (note in made.text) is kept


def test_numbers_that_were_wrong_are_counted_anew_and_told() -> None:
    source = PLAN.replace("2.应急", "4.应急").replace("三、组织", "五、组织")
    recognised = recognise(text.read(source.encode("utf-8"), "last.txt"))
    made = imported(recognised, "plan.yaml", Path())
    plan, _problems = loads(made.text, "plan.yaml")

    assert "三、组织领导" in docgen.render(plan).to_bytes("txt").decode("utf-8")
    assert {problem.place.line for problem in recognised.problems if problem.place} == {5, 10, 13}


def test_a_date_that_is_none_becomes_a_blank_with_its_words_beside() -> None:
    made = plan_of(PLAN.replace("2026年12月30日", "20**年12月30日"))

    assert "日期: 待填" in made.text
    assert "核对：成文日期原文写的是“20**年12月30日”" in made.text


def test_what_no_plan_can_hold_stays_as_a_comment() -> None:
    source = "云溪县教育局文件\n云教发2026年3号文\n关于开学工作的通知\n各小学：\n请按时开学。\n"
    made = plan_of(source)
    plan, _problems = loads(made.text, "plan.yaml")

    assert docgen.render(plan).paper.title
    assert "云教发2026年3号文" in made.text


def test_a_carried_paper_becomes_a_plan_of_its_own() -> None:
    source = "关于印发《阅读方案》的通知\n各小学：\n现将《阅读方案》印发给你们。\n云溪县教育局\n"
    source += "2026年8月25日\n阅读方案\n一、目标\n人人爱读书。\n"
    made = plan_of(source)

    assert made.proved and list(made.files) == ["plan-印发1.yaml"]
    assert "标题: 阅读方案" in made.files["plan-印发1.yaml"].decode("utf-8")


def test_a_template_that_is_not_there_is_told() -> None:
    with pytest.raises(docgen.DocgenError, match="TPL-001"):
        plan_of(PLAN, "没有的模板")


NASTY = st.text(
    alphabet=st.sampled_from(list("甲乙丙#:-*&!|>'\"{}[]%@`\\《》见注：{%，。 \t")), min_size=1, max_size=30
)


@given(st.lists(NASTY, min_size=1, max_size=6))
def test_whatever_people_write_the_plan_can_be_read_and_builds(lines: list[str]) -> None:
    source = "关于开学工作的通知\n一、要求\n" + "".join(f"文字{line.strip()}。\n" for line in lines)
    made = plan_of(source)
    plan, problems = loads(made.text, "plan.yaml")

    assert not [problem for problem in problems if problem.severity is docgen.Severity.ERROR]
    assert docgen.render(plan).to_bytes("docx")


def test_read_gives_a_document_that_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "last.txt"
    path.write_text(PLAN, encoding="utf-8")

    document = docgen.read(path)

    assert "（二）加强排查" in document.to_bytes("txt").decode("utf-8")
    assert docx.Document(io.BytesIO(document.to_bytes("docx"))).paragraphs
    with pytest.raises(docgen.DocgenError):
        document.to_bytes("ics")


def test_to_plan_gives_what_render_takes(tmp_path: Path) -> None:
    path = tmp_path / "last.txt"
    path.write_text(PLAN, encoding="utf-8")
    document = docgen.read(path)

    again = docgen.render(docgen.to_plan(document))

    assert again.to_bytes("txt") == document.to_bytes("txt")


def test_pictures_go_beside_the_plan(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (40, 20), "red").save(tmp_path / "a.png")
    made = docx.Document()
    made.add_paragraph("阅读方案")
    made.add_paragraph("一、目标")
    made.add_paragraph("人人爱读书。")
    made.add_picture(str(tmp_path / "a.png"))
    made.save(str(tmp_path / "last.docx"))

    from docgen.reader.read import read

    found = imported(recognise(read(tmp_path / "last.docx")), "plan.yaml", tmp_path)

    assert list(found.files) == ["plan的图片/1.png"]
    assert "文件: plan的图片/1.png" in found.text


def test_a_picture_of_another_form_is_told_where_it_stood(tmp_path: Path) -> None:
    from PIL import Image

    from docgen.reader.read import read

    Image.new("RGB", (4, 4), "red").save(tmp_path / "a.gif")
    made = docx.Document()
    for line in ("阅读方案", "一、目标", "人人爱读书，如下图。"):
        made.add_paragraph(line)
    made.add_picture(str(tmp_path / "a.gif"))
    made.add_paragraph("每天读半小时。")
    made.save(str(tmp_path / "last.docx"))

    found = imported(recognise(read(tmp_path / "last.docx")), "plan.yaml", tmp_path)

    lines = found.text.split("\n")
    at = next(number for number, line in enumerate(lines) if "［图］" in line)
    assert found.proved and not found.files
    assert "核对：这里的图" in "".join(lines[max(0, at - 2) : at])


def test_to_plan_takes_a_date_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "last.txt"
    path.write_text(PLAN.replace("12月30日", "2月30日"), encoding="utf-8")

    plan = docgen.to_plan(docgen.read(path))

    assert plan["落款"] == {"署名": "青禾县第一小学", "日期": "待填"}
    assert docgen.render(plan).to_bytes("docx")


def test_days_over_several_rows_of_a_typed_table_become_merged_cells() -> None:
    rows = [
        "时间\t内容\t地点",
        "9月1日\t8:00—9:00\t报到\t教室",
        "9:10—10:00\t开学典礼\t操场",
        "9月2日\t8:00\t上课\t教室",
    ]
    made = plan_of("青禾小学开学工作方案\n一、日程\n" + "\n".join(rows) + "\n二、要求\n按时到校。\n")
    plan, _problems = loads(made.text, "plan.yaml")
    table = plan["章节"][0]["表格"]

    assert made.proved
    assert [list(map(_shown, row)) for row in table["行"]] == [
        ["时间→2", "内容", "地点"],
        ["9月1日↓2", "8:00—9:00", "报到", "教室"],
        ["9:10—10:00", "开学典礼", "操场"],
        ["9月2日", "8:00", "上课", "教室"],
    ]


def _shown(cell: Any) -> str:
    """A cell of a plan with what it spans."""
    if not hasattr(cell, "get"):
        return str(cell)
    across, down = cell.get("跨列"), cell.get("跨行")
    return f"{cell['内容']}{f'→{across}' if across else ''}{f'↓{down}' if down else ''}"


def test_the_organ_of_a_plan_is_its_name_without_the_place_of_its_seal() -> None:
    made = plan_of("关于添置图书的请示\n县教育局：\n恳请添置图书。\n青禾小学（盖章）\n2027年9月1日\n")
    plan, _problems = loads(made.text, "plan.yaml")

    assert made.proved
    assert (str(plan["单位"]), str(plan["落款"]["署名"])) == ("青禾小学", "青禾小学（盖章）")
