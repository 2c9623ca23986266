"""合编: the parts of one plan, whose numbers run on."""

from __future__ import annotations

from pathlib import Path

import pytest

import docgen
from docgen.problems import DocgenError
from tests.assembly.conftest import book, plan

EXAMPLE = Path(__file__).parents[2] / "examples" / "book" / "merged.yaml"
BOOK = "方式: 合编\n总稿: 总稿.yaml\n组成: [教导处.yaml, 总务处.yaml]\n"
FRAME = """\
模板: 通用
标题: 溪头小学2027年工作计划
年度: 2027
引言: 制定本计划。
章节: [{标题: 目标, 代号: 目标, 正文: 提高质量。}]
结语: 请遵照执行。
附件: [{名称: 总表, 正文: 总表正文。}]
落款: {署名: 溪头小学, 日期: 2027-01-10}
"""


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    teaching = (
        "模板: 通用\n标题: 教导处计划\n章节: [{标题: 教学, 正文: 按《见:目标》，场地见《见:场地》。}]\n"
    )
    logistics = (
        "模板: 通用\n标题: 总务处计划\n章节: [{标题: 场地, 代号: 场地, 正文: 按时开放。}]\n"
        "附件: [{名称: 场地表, 正文: 场地表正文。}]\n落款: {署名: 总务处, 日期: 2027-01-01}\n"
    )
    for name, text in (("总稿", FRAME), ("教导处", teaching), ("总务处", logistics)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    book(tmp_path, BOOK)
    return tmp_path


def test_the_example_is_joined_without_a_word() -> None:
    made = docgen.assemble(EXAMPLE)

    assert made.problems == ()
    assert "四、后勤保障" in made.to_bytes("txt").decode("utf-8")


def text_of(folder: Path) -> list[str]:
    text = docgen.assemble(folder / "汇编.yaml").to_bytes("txt").decode("utf-8")
    return [line.strip("　 ") for line in text.splitlines() if line.strip("　 ")]


def test_chapters_run_on_and_one_plan_is_signed(parts: Path) -> None:
    lines = text_of(parts)

    assert lines[:9] == [
        "溪头小学2027年工作计划", "制定本计划。", "一、目标", "提高质量。", "二、教学",
        "按一，场地见三。", "三、场地", "按时开放。", "请遵照执行。",
    ]  # fmt: skip
    assert [line for line in lines if "总务处" in line] == []
    assert lines.count("2027年1月10日") == 1


def test_attachments_are_numbered_on(parts: Path) -> None:
    assert [line for line in text_of(parts) if line in ("附件1", "附件2", "总表", "场地表")] == [
        "附件1", "总表", "附件2", "场地表",
    ]  # fmt: skip


def test_a_key_in_two_parts_is_told_where_it_stands(parts: Path) -> None:
    (parts / "教导处.yaml").write_text(
        plan("教导处", "教学").replace("正文", "代号: 场地\n    正文"), "utf-8"
    )

    with pytest.raises(DocgenError) as stopped:
        docgen.assemble(parts / "汇编.yaml")

    assert [(one.id, Path(one.place.file).name) for one in stopped.value.problems if one.place] == [
        ("TRE-005", "总务处.yaml")
    ]


def test_a_reference_to_nothing_is_told_where_it_stands(parts: Path) -> None:
    (parts / "总务处.yaml").write_text(plan("总务处", "后勤"), encoding="utf-8")

    with pytest.raises(DocgenError) as stopped:
        docgen.assemble(parts / "汇编.yaml")

    assert [(one.id, Path(one.place.file).name) for one in stopped.value.problems if one.place] == [
        ("TRE-007", "教导处.yaml")
    ]


def test_another_year_and_words_left_out_are_told(parts: Path) -> None:
    text = plan("教导处", "教学", more="年度: 2026\n引言: 教导处的话。\n")
    (parts / "教导处.yaml").write_text(text, encoding="utf-8")

    told = docgen.assemble(parts / "汇编.yaml").problems

    assert [one.id for one in told] == ["ASM-015", "ASM-016"]


FAULTS = {
    "no frame": ("总稿: 总稿.yaml", "总稿: 没有.yaml", "ASM-002"),
    "the frame as a part": ("教导处.yaml", "总稿.yaml", "ASM-006"),
    "a divider": ("教导处.yaml", "{文件: 教导处.yaml, 分隔页: 甲}", "ASM-013"),
    "a Word file": ("教导处.yaml", "教导处.docx", "ASM-014"),
}


@pytest.mark.parametrize(("old", "new", "id"), FAULTS.values(), ids=FAULTS)
def test_what_cannot_be_joined_is_told(parts: Path, old: str, new: str, id: str) -> None:
    (parts / "教导处.docx").write_bytes(b"")
    book(parts, BOOK.replace(old, new))

    with pytest.raises(DocgenError) as stopped:
        docgen.assemble(parts / "汇编.yaml")

    assert [one.id for one in stopped.value.problems] == [id]


def test_what_is_wrong_with_a_part_is_told_with_the_rest(parts: Path) -> None:
    for name in ("教导处", "总务处"):
        (parts / f"{name}.yaml").write_text("模板: 通用\n标提: 甲\n", encoding="utf-8")

    with pytest.raises(DocgenError) as stopped:
        docgen.assemble(parts / "汇编.yaml")

    files = {Path(one.place.file).name for one in stopped.value.problems if one.place}
    assert files == {"教导处.yaml", "总务处.yaml"}
