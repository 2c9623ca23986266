"""BOOK.yaml: what it may say, and what is told of what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.assembly.book import Listed, read
from docgen.problems import DocgenError
from tests.assembly.conftest import book

FAULTS = {
    "no parts": ("标题: 汇编\n", "SCM-002", "组成"),
    "no title": ("组成: [甲.yaml]\n", "ASM-001", "标题"),
    "no frame": ("方式: 合编\n组成: [甲.yaml]\n", "ASM-001", "总稿"),
    "unknown way": ("方式: 拼接\n标题: 甲\n组成: [甲.yaml]\n", "SCM-", "方式"),
    "too deep": ("标题: 甲\n目录: {层次: 7}\n组成: [甲.yaml]\n", "SCM-", "层次"),
    "a file and a folder": ("标题: 甲\n组成: [{文件: 甲.yaml, 文件夹: 乙}]\n", "ASM-018", "两项"),
    "unknown key": ("标题: 甲\n字体: 宋体\n组成: [甲.yaml]\n", "SCM-", "字体"),
}


@pytest.mark.parametrize(("text", "id", "word"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_is_told_with_its_word(tmp_path: Path, text: str, id: str, word: str) -> None:
    with pytest.raises(DocgenError) as stopped:
        read(book(tmp_path, text))

    assert any(one.id.startswith(id) and word in str(one.as_dict()) for one in stopped.value.problems)


def test_what_is_not_said_is_usual(tmp_path: Path) -> None:
    found = read(book(tmp_path, "标题: 甲\n组成: [甲.yaml]\n"))

    assert (found.cover, found.levels, found.numbered_from_contents, found.merged) == (True, 2, False, "")


def test_a_book_says_what_stands_before_its_parts(tmp_path: Path) -> None:
    text = (
        "标题: [青禾县, 计划汇编]\n单位: 青禾县教育局\n日期: 2027-01-20\n页码: 目录\n目录: 否\n"
        "组成: [{文件夹: 学校, 分隔页: 第一编}, {文件: 甲.docx, 标题: 方案}]\n"
    )

    found = read(book(tmp_path, text))

    assert (found.title, found.organs, found.date) == (
        ("青禾县", "计划汇编"),
        ("青禾县教育局",),
        "2027年1月20日",
    )
    assert (found.levels, found.numbered_from_contents) == (0, True)
    assert [one._replace(place=None) for one in found.listed] == [
        Listed(folder="学校", divider="第一编"),
        Listed(file="甲.docx", title="方案"),
    ]


UNUSED = {
    "a cover of a joined plan": ("方式: 合编\n总稿: 甲.yaml\n标题: 乙\n封面: 是\n组成: [丙.yaml]\n", 2),
    "the frame of a book": ("标题: 甲\n总稿: 甲.yaml\n组成: [丙.yaml]\n", 1),
    "all of a joined plan": ("方式: 合编\n总稿: 甲.yaml\n组成: [丙.yaml]\n", 0),
}


@pytest.mark.parametrize(("text", "count"), UNUSED.values(), ids=UNUSED)
def test_what_the_other_kind_of_book_takes_is_told(tmp_path: Path, text: str, count: int) -> None:
    assert [one.id for one in read(book(tmp_path, text)).problems] == ["ASM-017"] * count


def test_a_book_without_cover_needs_no_title(tmp_path: Path) -> None:
    assert read(book(tmp_path, "封面: 否\n组成: [甲.yaml]\n")).title == ()
