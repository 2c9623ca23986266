"""Column widths, alignment and the turning of the page, from what the cells hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import formats
from docgen.document import Cell, Column, Table
from docgen.problems import Place
from docgen.word.tables_layout import lay_out
from docgen.word.tables_setting import setting

LONG = "严格执行课程方案，开齐开足各类课程，把课后服务、作业管理和体质监测落到实处。"
SETTING = setting(formats.load())
CHARACTER = 240  # twips, at 12 pt


def table(names, *rows, columns=None, head=1, landscape=None, caption="任务分解表"):
    columns = tuple(columns or (Column(name) for name in names))
    place = Place("plan.yaml", 9)
    return Table(columns, (tuple(names), *rows), head, caption, landscape, place)


def layout(*args, **more):
    result, problems = lay_out(table(*args, **more), SETTING)
    assert problems == []
    return result


def inside(width):
    """How many characters of 12 pt a column of `width` twips takes on a line."""
    return (width - 2 * SETTING.margin) / CHARACTER


def test_the_setting_is_the_page_format():
    assert SETTING.portrait == 28 * 316
    assert SETTING.landscape == round(225 / 25.4 * 1440)
    assert (SETTING.size, SETTING.smallest, SETTING.margin) == (12, 9, 68)
    assert (SETTING.outer, SETTING.inner) == (1, 0.5)


def test_dates_names_and_heads_are_not_broken_and_long_texts_share_the_rest():
    found = layout(
        ["序号", "工作任务", "责任部门", "完成时限"],
        ("1", LONG, "教务处", "2026年10月15日"),
        ("2", LONG * 2, "各年级组、教研组", "全年"),
    )

    assert sum(found.widths) == SETTING.portrait
    assert inside(found.widths[0]) >= 2
    assert inside(found.widths[2]) >= 8
    assert inside(found.widths[3]) >= 7.5
    assert found.widths[1] == max(found.widths)
    assert not found.landscape
    assert found.size == 12


def test_longer_texts_get_more_room():
    found = layout(["甲", "乙"], (LONG, LONG * 3))

    assert found.widths[0] < found.widths[1]
    assert inside(found.widths[0]) >= 6


def test_no_column_takes_more_than_its_text_needs_while_another_wraps():
    found = layout(["项目", "内容"], ("课堂教学改革与研究", LONG * 4))

    assert 9 <= inside(found.widths[0]) < 11


def test_the_longest_word_of_a_text_column_is_kept_whole():
    address = "2026-09-01/2027-01-22"
    found = layout(["说明", "内容"], (f"时间为{address}，按校历执行，不再另行通知。", LONG * 30))

    assert inside(found.widths[0]) >= len(address) / 2


def test_widths_that_are_given_are_kept_and_the_rest_is_shared():
    columns = (Column("序号", 15), Column("内容"), Column("备注", 30))
    found = layout(["序号", "内容", "备注"], ("1", LONG, ""), columns=columns)

    assert found.widths[0] == round(15 / 25.4 * 1440)
    assert found.widths[2] == round(30 / 25.4 * 1440)
    assert sum(found.widths) == SETTING.portrait


def test_a_table_of_given_widths_is_as_wide_as_they_are():
    found = layout(["甲", "乙"], ("1", "2"), columns=(Column("甲", 20), Column("乙", 30)))

    assert sum(found.widths) == pytest.approx(50 / 25.4 * 1440, abs=2)


def test_a_cell_of_several_lines_counts_its_longest_line():
    one_line = layout(["姓名", "内容"], ("甲乙丙丁", LONG))
    lines = layout(["姓名", "内容"], ("甲乙丙丁\n戊己", LONG))

    assert one_line.widths == lines.widths


def test_columns_under_a_short_merged_head_grow_until_it_fits():
    columns = (Column(), Column(), Column())
    merged = (Cell(("内容",), down=2), Cell(("二〇二七学年度",), across=2))
    wide = Table(columns, (merged, ("甲", "乙"), (LONG * 9, "1", "2")), 2)
    found, problems = lay_out(wide, SETTING)

    assert problems == []
    assert (found.widths[1] + found.widths[2] - 4 * SETTING.margin) / CHARACTER >= 7


def test_running_text_stands_left_short_text_centred_amounts_right():
    found = layout(
        ["序号", "内容", "时间", "金额", "数量", "目标"],
        ("1", LONG, "10月", "1,200.00", "3", "99.1%"),
        ("12", LONG, "11月上旬", "85.50", "—", "99.5%"),
        ("3", "略", "", "", "12", "99.5%"),
    )

    assert found.aligns == ("center", "left", "center", "right", "center", "center")


def test_a_given_alignment_wins():
    columns = (Column("甲", align="right"), Column("乙", align="center"))

    assert layout(["甲", "乙"], ("一", LONG), columns=columns).aligns == ("right", "center")


NAMES = ["序号", "重点任务", "具体措施", "牵头单位", "配合单位", "完成时限", "备注"]
WIDE = ("1", "课堂教学改革", LONG, "教育教学指导处", "各年级、各教研组", "2026年12月底前", "")


def test_a_table_whose_tokens_do_not_fit_turns_the_page():
    found = layout(NAMES, WIDE)

    assert found.landscape
    assert sum(found.widths) == SETTING.landscape
    assert inside(found.widths[5]) >= 7.5


def test_a_table_that_forbids_it_stays_upright_and_becomes_smaller():
    found = layout(NAMES, WIDE, landscape=False)

    assert not found.landscape
    assert sum(found.widths) == SETTING.portrait
    assert found.size < 12


def test_a_small_table_that_asks_for_it_turns_the_page():
    found = layout(["甲", "乙"], ("1", "2"), landscape=True)

    assert found.landscape
    assert sum(found.widths) == SETTING.landscape


def test_type_never_becomes_smaller_than_the_format_allows():
    names = [f"{month}月工作安排" for month in range(1, 25)]
    found, problems = lay_out(table(names, tuple("一二三四五六" for _ in names)), SETTING)

    assert found.size == 9
    assert found.landscape
    assert sum(found.widths) == SETTING.landscape
    assert problems == []


def test_given_widths_wider_than_the_upright_page_turn_it():
    columns = (Column("甲", 90), Column("乙", 90))

    assert layout(["甲", "乙"], ("1", "2"), columns=columns).landscape


def test_given_widths_wider_than_any_page_are_told():
    columns = (Column("甲", 150), Column("乙", 100))
    _found, problems = lay_out(table(["甲", "乙"], ("1", "2"), columns=columns), SETTING)

    assert [(one.id, one.message, one.hint) for one in problems] == [
        (
            "TRE-016",
            "表格“任务分解表”有2列，给定的列宽共250毫米，版心宽225毫米，排不下",
            "减小“宽”，减少列数，或者写“横排: 是”",
        )
    ]
    assert problems[0].place == Place("plan.yaml", 9)


def test_given_widths_that_leave_another_column_no_room_are_told():
    columns = (Column("甲", 155), Column("乙"))
    wide = table(["甲", "乙"], ("1", "2"), columns=columns, landscape=False)

    assert [one.id for one in lay_out(wide, SETTING)[1]] == ["TRE-016"]


def test_a_head_longer_than_the_table_is_told():
    _found, problems = lay_out(table(["甲"], head=3), SETTING)

    assert [one.id for one in problems] == ["TRE-015"]


def test_a_table_without_rows_has_columns_all_the_same():
    found, problems = lay_out(Table((Column("甲"), Column("乙")), (), 0), SETTING)

    assert problems == []
    assert sum(found.widths) == SETTING.portrait


words = st.text(st.sampled_from("文字ab1，。 \n\U00020000"), max_size=60)


@given(st.integers(1, 9).flatmap(lambda n: st.lists(st.tuples(*[words] * n), min_size=1, max_size=5)))
def test_the_widths_always_add_up_to_the_text_area(rows):
    found, _problems = lay_out(Table(tuple(Column() for _ in rows[0]), tuple(rows), 1), SETTING)

    assert sum(found.widths) == (SETTING.landscape if found.landscape else SETTING.portrait)
    assert min(found.widths) > 0
