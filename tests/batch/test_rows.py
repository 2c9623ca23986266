"""Rows: what a table or a folder says of each document."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from docgen.batch import base as bases
from docgen.batch.rows import Row, load
from docgen.forms.write_form import write as write_form
from docgen.problems import CannotRead, DocgenError, Problem
from tests.forms.answers import LISTS, TEXTS
from tests.forms.conftest import BUREAU
from tests.forms.filling import filled

PLAN = """\
模板: 通用
单位: 云溪县教育局
标题: 关于开学工作的通知
主送: [各小学]
章节: [{标题: 要求, 正文: 按时报送。}]
落款: {署名: 云溪县教育局, 日期: 2026-08-25}
"""


@pytest.fixture
def base(tmp_path: Path) -> bases.Base:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return bases.load(str(path), tmp_path)[0]


def rows_of(tmp_path: Path, base: bases.Base, *lines: str) -> tuple[list[Row], list[Problem]]:
    path = tmp_path / "rows.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return load(path, base)


def test_a_column_is_a_key_of_the_plan(tmp_path: Path, base: bases.Base) -> None:
    rows, problems = rows_of(tmp_path, base, "单位,落款.署名", "青禾小学,青禾小学校办")

    assert [row.plan["单位"] for row in rows] == ["青禾小学"]
    assert rows[0].plan["落款"] == {"署名": "青禾小学校办", "日期": "2026-08-25"}
    assert problems == []


def test_an_empty_cell_leaves_what_the_base_says(tmp_path: Path, base: bases.Base) -> None:
    rows, _problems = rows_of(tmp_path, base, "单位,标题", "青禾小学,")

    assert rows[0].plan["标题"] == "关于开学工作的通知"


def test_the_base_is_the_same_for_every_row(tmp_path: Path, base: bases.Base) -> None:
    rows, _problems = rows_of(tmp_path, base, "落款.署名", "甲小学", "乙小学")

    assert [row.plan["落款"]["署名"] for row in rows] == ["甲小学", "乙小学"]
    assert base.plan["落款"]["署名"] == "云溪县教育局"


def test_a_value_remembers_its_cell(tmp_path: Path, base: bases.Base) -> None:
    rows, _problems = rows_of(tmp_path, base, "序号,单位", "1,甲小学", "2,乙小学")

    assert str(rows[1].plan["单位"].place).endswith("rows.csv!B3")


def test_lines_of_a_cell_are_a_list_where_the_key_takes_one(tmp_path: Path, base: bases.Base) -> None:
    rows, _problems = rows_of(tmp_path, base, "主送", '"各年级组\n各处室"')

    assert rows[0].plan["主送"] == ["各年级组", "各处室"]


def test_numbers_and_dates_of_a_workbook_are_as_they_show(tmp_path: Path, base: bases.Base) -> None:
    import datetime

    book = openpyxl.Workbook()
    book.active.append(["单位", "落款.日期"])
    book.active.append(["甲小学", datetime.date(2026, 9, 1)])
    book.save(tmp_path / "rows.xlsx")

    rows, _problems = load(tmp_path / "rows.xlsx", base)

    assert rows[0].plan["落款"]["日期"] == "2026-09-01"


def test_a_column_that_is_nearly_a_key_is_an_error(tmp_path: Path, base: bases.Base) -> None:
    with pytest.raises(DocgenError) as stopped:
        rows_of(tmp_path, base, "单位,标提", "甲小学,通知")

    assert [(problem.id, problem.hint) for problem in stopped.value.problems] == [
        ("BAT-002", "您是不是要写“标题”？")
    ]


def test_a_column_that_is_no_key_serves_for_names_and_is_told(tmp_path: Path, base: bases.Base) -> None:
    rows, problems = rows_of(tmp_path, base, "单位,学区代码", "甲小学,A07")

    assert rows[0].cells["学区代码"] == "A07"
    assert [problem.message for problem in problems] == ["“学区代码”这一列不进公文，只能用在文件名里"]


def test_a_folder_gives_a_row_a_file(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    for name in ("乙", "甲"):
        (tmp_path / "plans" / f"{name}.yaml").write_text(f"单位: {name}小学\n", encoding="utf-8")
    (tmp_path / "plans" / "docgen.yaml").write_text("学年: 2026—2027\n", encoding="utf-8")
    base, _problems = bases.load("工作计划", tmp_path)

    rows, _problems = load(tmp_path / "plans", base)

    assert [(row.plan["单位"], row.plan["模板"]) for row in rows] == [
        ("乙小学", "工作计划"),
        ("甲小学", "工作计划"),
    ]
    assert {row.plan["学年"] for row in rows} == {"2026—2027"}


def test_forms_filled_in_with_word_are_rows(tmp_path: Path) -> None:
    base, _problems = bases.load("青禾县学校工作计划", BUREAU)
    form = write_form(base.package)
    (tmp_path / "甲.docx").write_bytes(filled(form, TEXTS, LISTS))
    (tmp_path / "乙.docx").write_bytes(filled(form, {**TEXTS, "锁定:规范办学": "可以补课。"}, LISTS))

    good, bad = sorted(load(tmp_path, base)[0], key=lambda row: len(row.problems))

    assert (good.plan["单位"], good.cells["文件"], good.problems) == (TEXTS["单位"], "甲", ())
    assert [problem.id for problem in bad.problems] == ["FRM-006"]


def test_a_file_that_cannot_be_read_is_that_rows_problem(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "甲.yaml").write_text("单位: 甲小学\n", encoding="utf-8")
    (tmp_path / "plans" / "坏.yaml").write_bytes(b"\x00\x01\x02")
    base, _problems = bases.load("工作计划", tmp_path)

    rows, _problems = load(tmp_path / "plans", base)

    assert [bool(row.problems) for row in rows] == [True, False]


@pytest.mark.parametrize(
    ("name", "content", "id"),
    [
        ("gone.csv", None, "BAT-001"),
        ("none.csv", "单位\n", "SHT-006"),
        ("odd.csv", "甲,乙\n1,2\n", "BAT-002"),
    ],
)
def test_data_without_rows_is_refused(
    tmp_path: Path, base: bases.Base, name: str, content: str | None, id: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")

    with pytest.raises(DocgenError) as stopped:
        load(tmp_path / name, base)

    assert id in {problem.id for problem in stopped.value.problems}


def test_a_folder_inside_is_no_plan_whatever_its_name(tmp_path: Path, base: bases.Base) -> None:
    (tmp_path / "plans" / "旧.yaml").mkdir(parents=True)
    (tmp_path / "plans" / "新.yaml").write_text("单位: 甲小学\n", encoding="utf-8")

    rows, _problems = load(tmp_path / "plans", base)

    assert [row.cells["文件"] for row in rows] == ["新"]
    assert not rows[0].problems


def test_an_empty_folder_is_refused(tmp_path: Path, base: bases.Base) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(CannotRead, match="文件夹里没有计划"):
        load(tmp_path / "empty", base)
