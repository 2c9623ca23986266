"""From a plan's file to a numbered paper: stages in order, all problems at once, nothing silent."""

from __future__ import annotations

from pathlib import Path

import pytest

import docgen
from docgen.document import Heading, Paragraph, Table, plain
from docgen.numbering import NumberedPaper
from docgen.problems import DocgenError, Severity

PLAN = """\
模板: 通用
标题: 关于开展听课周活动的通知
单位: 某某市实验中学
章节:
  - 标题: 时间安排
    代号: 时间
    正文: 十月第二周。
  - 标题: 有关要求
    条目:
      - 按《见:时间》所列时间听课。
      - 内容: 写好记录。
        责任: 教研组
"""


def write(folder: Path, text: str, name: str = "plan.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def labelled(numbered: NumberedPaper) -> list[str]:
    return [
        (label.text if label else "") + plain(getattr(block, "content", ()))
        for block, label in zip(numbered.paper.blocks, numbered.labels, strict=True)
    ]


def failure(source: Path, template: str | None = None) -> list[tuple[str, str]]:
    with pytest.raises(DocgenError) as caught:
        docgen.render(source, template)
    return [(problem.id, str(problem.place).split("plan.yaml")[-1]) for problem in caught.value.problems]


def test_a_plan_becomes_a_numbered_paper(tmp_path: Path) -> None:
    document = docgen.render(write(tmp_path, PLAN))
    assert labelled(document.numbered) == [
        "一、时间安排",
        "十月第二周。",
        "二、有关要求",
        "1.按所列时间听课。",
        "2.写好记录。（责任单位：教研组）",
    ]
    assert document.numbered.references == {"时间": "一"}
    assert document.problems == ()


def test_a_mapping_is_a_plan_too() -> None:
    document = docgen.render({"标题": "通知", "章节": [{"标题": "甲", "正文": "乙"}]}, template="通用")
    assert labelled(document.numbered) == ["一、甲", "乙"]


def test_every_block_knows_the_line_of_the_plan_it_came_from(tmp_path: Path) -> None:
    blocks = docgen.render(write(tmp_path, PLAN)).paper.blocks
    assert [block.place.line for block in blocks if block.place] == [5, 7, 8, 10, 11]


def test_the_schools_defaults_lie_under_the_plan(tmp_path: Path) -> None:
    write(tmp_path, "单位: 某某中学\n落款: {署名: 某某中学, 盖章: 是}\n", "docgen.yaml")
    path = write(tmp_path, PLAN.replace("单位: 某某市实验中学\n", "") + "落款: {日期: 2026-09-01}\n")
    paper = docgen.render(path).paper
    assert paper.organ == "某某中学"
    assert paper.signature
    assert (paper.signature.organs, paper.signature.date, paper.signature.sealed) == (
        ("某某中学",),
        "2026年9月1日",
        True,
    )


def test_a_value_of_the_plan_covers_the_default(tmp_path: Path) -> None:
    write(tmp_path, "单位: 另一所学校\n", "docgen.yaml")
    assert docgen.render(write(tmp_path, PLAN)).paper.organ == "某某市实验中学"


def test_a_problem_in_the_defaults_names_their_file(tmp_path: Path) -> None:
    write(tmp_path, "单位：某某中学\n", "docgen.yaml")
    with pytest.raises(DocgenError) as caught:
        docgen.render(write(tmp_path, PLAN))
    (problem,) = caught.value.problems
    assert problem.place
    assert Path(problem.place.file).name == "docgen.yaml"


def test_numbers_can_be_asked_for_as_text(tmp_path: Path) -> None:
    path = write(tmp_path, PLAN)
    assert docgen.render(path).paper.numbering.live
    assert not docgen.render(path, numbers="text").paper.numbering.live


def test_items_and_headings_of_one_layer_share_a_counter(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """\
模板: 通用
标题: 甲
章节:
  - 标题: 一
    小节:
      - 标题: 二
        正文:
          - 条目: [甲, 乙]
          - 中间的话。
          - 条目: [丙]
        小节: [{标题: 丁}]
      - 标题: 三
        条目: [戊]
""",
    )
    assert labelled(docgen.render(path).numbered) == [
        "一、一",
        "（一）二",
        "1.甲",
        "2.乙",
        "中间的话。",
        "3.丙",
        "4.丁",
        "（二）三",
        "1.戊",
    ]


def test_named_sections_keep_the_templates_order_and_others_their_stand(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """\
模板: 工作计划
单位: 某某中学
年度: 2027
保障措施: 丁
章节:
  - {标题: 特色工作, 正文: 丙}
  - {标题: 工作目标, 正文: 乙}
重点工作: 戊
指导思想: 甲
""",
    )
    document = docgen.render(path)
    heads = [plain(block.content) for block in document.paper.blocks if isinstance(block, Heading)]
    assert heads == ["指导思想", "特色工作", "工作目标", "重点工作", "保障措施"]
    assert document.paper.title == ("某某中学2027年工作计划",)


def test_an_expected_section_that_is_missing_is_a_warning(tmp_path: Path) -> None:
    path = write(
        tmp_path, "模板: 工作计划\n单位: 某某中学\n年度: 2027\n指导思想: 甲\n工作目标: 乙\n重点工作: 丙\n"
    )
    (problem,) = docgen.render(path).problems
    assert (problem.id, problem.severity, problem.message) == (
        "STR-001",
        Severity.WARNING,
        "没有“保障措施”一章",
    )


def test_a_section_given_both_ways_is_an_error(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """\
模板: 工作计划
单位: 某某中学
年度: 2027
指导思想: 甲
章节:
  - {标题: 指导思想, 正文: 乙}
""",
    )
    assert ("TRE-002", ":6:5") in failure(path)


def test_a_list_that_is_not_printed_is_told(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "模板: 工作总结\n单位: 甲\n年度: 2026\n主要工作及成效: 乙\n存在的问题: 丙\n下一步打算: 丁\n"
        "活动:\n  - {日期: 2026-10-15, 事项: 运动会}\n",
    )
    (problem,) = docgen.render(path).problems
    assert (problem.id, str(problem.place).split(":")[-2:]) == ("TRE-006", ["7", "1"])


def test_a_list_that_the_text_takes_is_printed_once(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        PLAN + "  - 标题: 日程\n    正文:\n      - 取自: 活动\n活动:\n  - {日期: 2026-10-15, 事项: 运动会}\n",
    )
    assert sum(isinstance(block, Table) for block in docgen.render(path).paper.blocks) == 1


@pytest.mark.parametrize(
    ("addition", "id_", "place"),
    [
        ("版头: {份号: '12'}\n", "SCM-006", ":13:10"),
        ("印发: 没有.yaml\n", "FIL-001", ":13:5"),
        ("附件:\n  - {名称: 表, 文件: 没有.docx}\n", "FIL-001", ":14:17"),
        ("附件:\n  - {名称: 表, 文件: ../外面.docx}\n", "FIL-002", ":14:17"),
        ("附件:\n  - {名称: 表, 模板: 没有这个}\n", "TPL-001", ":14:17"),
        ("  - {标题: 图, 正文: [{图片: {文件: 没有.png}}]}\n", "FIL-001", ":13:28"),
        ("  - {标题: 见《见:没有》}\n", "TRE-007", ":13:10"),
        ("  - {标题: 重复, 代号: 时间}\n", "TRE-005", ":13:10"),
        ("格式: 没有这个格式\n", "PGF-003", ":13:5"),
    ],
)
def test_what_cannot_be_had_is_an_error_with_its_place(
    tmp_path: Path, addition: str, id_: str, place: str
) -> None:
    assert (id_, place) in failure(write(tmp_path, PLAN + addition))


def test_a_plan_without_a_template_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(DocgenError) as caught:
        docgen.render(write(tmp_path, "标题: 甲\n"))
    (problem,) = caught.value.problems
    assert problem.id == "TPL-001"
    assert "工作计划" in problem.hint


def test_an_unknown_template_is_told_with_a_near_miss(tmp_path: Path) -> None:
    with pytest.raises(DocgenError) as caught:
        docgen.render(write(tmp_path, "模板: 工做计划\n标题: 甲\n"))
    (problem,) = caught.value.problems
    assert str(problem.place).endswith("plan.yaml:1:5")
    assert "您是不是要写“工作计划”？" in problem.hint


def test_a_general_paper_needs_a_title(tmp_path: Path) -> None:
    with pytest.raises(DocgenError):
        docgen.render(write(tmp_path, "模板: 通用\n章节: [{标题: 甲}]\n"))


def test_several_mistakes_are_told_together(tmp_path: Path) -> None:
    path = write(
        tmp_path, PLAN + "格式: 没有这个格式\n附件: [{名称: 甲, 文件: 无.docx}]\n版记: {印发机关: 甲}\n"
    )
    assert {"PGF-003", "FIL-001", "TRE-036"} <= {id_ for id_, _place in failure(path)}


@pytest.mark.parametrize(
    "text",
    [
        "A<B & C《书》",
        "# 不是标题",
        "1. 不是列表",
        "*星*",
        "|竖线|",
        "{{ 7*7 }}",
        "- 短横",
        "    前面四个空格",
        r"手打的\n换行",
    ],
)
def test_text_comes_out_as_typed(tmp_path: Path, text: str) -> None:
    path = write(
        tmp_path, f"模板: 通用\n标题: 甲\n引言: '{text}'\n章节:\n  - 标题: '{text}'\n    条目: ['{text}']\n"
    )
    first, heading, item = docgen.render(path).paper.blocks
    assert isinstance(first, Paragraph)
    assert first.content == (text,)
    assert heading.content == item.content == (text,)  # type: ignore[union-attr]


def test_an_attachment_is_made_of_text_tables_or_another_template(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        PLAN
        + """\
附件:
  - 名称: 听课表
    正文:
      - 表格: {列: [甲], 行: [[乙]]}
  - 名称: 同一计划
    模板: 通用
""",
    )
    first, second = docgen.render(path).numbered.paper.attachments
    assert isinstance(first.blocks[0], Table)
    assert isinstance(second.blocks[0], Heading)


def test_check_gives_problems_and_never_raises(tmp_path: Path) -> None:
    assert docgen.check(write(tmp_path, PLAN)) == []
    assert [problem.id for problem in docgen.check(tmp_path / "没有.yaml")]
    assert [problem.id for problem in docgen.check(write(tmp_path, "标题：甲\n"))]


def test_a_deliberate_blank_is_printed_and_told(tmp_path: Path) -> None:
    path = write(tmp_path, PLAN.replace("十月第二周。", "待填"))
    document = docgen.render(path)
    assert "待填" in labelled(document.numbered)
    (problem,) = document.problems
    assert (problem.id, problem.severity, problem.message) == ("PLH-008", Severity.WARNING, "“正文”还没有填")
    assert str(problem.place).endswith("plan.yaml:7:9")


def test_slips_of_the_keyboard_and_wrong_keys_are_told_together(tmp_path: Path) -> None:
    path = write(tmp_path, PLAN.replace("单位: ", "单位：").replace("    正文: 十月", "    正纹: 十月"))
    assert failure(path) == [("YML-010", ":3:3"), ("SCM-001", ":7:5")]


def test_a_title_that_lacks_something_is_told_once_and_of_the_plan(tmp_path: Path) -> None:
    path = tmp_path / "计划.yaml"
    path.write_text("模板: 工作计划\n学年: 2026—2027\n", encoding="utf-8")

    with pytest.raises(DocgenError) as stopped:
        docgen.render(path)

    (problem,) = (one for one in stopped.value.problems if one.severity == "error")
    assert (problem.id, str(problem.place)) == ("TRE-022", f"{path}:1:1")
    assert problem.message == "拟不出标题：这里缺少“单位”"
    assert problem.hint == "在计划里补上它，或者自己写“标题: ……”"
