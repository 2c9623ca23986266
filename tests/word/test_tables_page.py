"""A table that is to stand on one page: smaller type, closer lines, rows kept together."""

from __future__ import annotations

import re

from docgen import formats
from docgen.document import Cell, Column, Table
from docgen.word.runs import Pen
from docgen.word.tables import write
from docgen.word.tables_layout import lay_out
from docgen.word.tables_setting import CLOSE, setting

SETTING = setting(formats.load(None, None))


def table(rows: int, *, page: bool = True, text: str = "甲") -> Table:
    head = ("项目", "说明")
    return Table(tuple(map(Column, head)), (head, *[(text, text)] * rows), page=page)


def test_a_table_that_fits_keeps_its_type() -> None:
    layout, problems = lay_out(table(10), SETTING)
    assert (layout.size, layout.pitch, layout.kept, problems) == (12.0, 360, True, [])


def test_a_longer_table_takes_smaller_type_and_closer_lines() -> None:
    layout, _problems = lay_out(table(35), SETTING)
    assert (layout.size, layout.pitch, layout.kept) == (9.0, 270, True)


def test_a_table_too_long_for_any_page_runs_over_in_the_smallest_type() -> None:
    layout, _problems = lay_out(table(60), SETTING)
    assert (layout.size, layout.kept) == (9.0, False)


def test_lines_that_wrap_count() -> None:
    short, _problems = lay_out(table(20), SETTING)
    long, _problems = lay_out(table(20, text="加强领导" * 12), SETTING)
    assert long.size < short.size


def test_a_cell_over_several_rows_does_not_count_for_its_first() -> None:
    rows = [("项目", "说明"), (Cell(("甲\n" * 20 + "乙",), down=20), "丙"), *[("丙",)] * 19]
    layout, _problems = lay_out(Table((Column(), Column()), tuple(rows), page=True), SETTING)
    assert layout.size == 12.0


def test_any_other_table_is_left_alone() -> None:
    layout, _problems = lay_out(table(60, page=False), SETTING)
    assert (layout.size, layout.pitch, layout.kept) == (12.0, 0, False)


def test_all_rows_but_the_last_are_kept_with_the_next() -> None:
    one = table(35)
    layout, _problems = lay_out(one, SETTING)
    rows = write(one, layout, SETTING, Pen()).split("<w:tr>")[1:]
    assert ["<w:keepNext/>" in row for row in rows] == [True] * 35 + [False]
    assert re.findall(r'w:line="(\d+)"', rows[-1]) == ["270", "270"]


def test_columns_that_are_alike_are_as_wide_as_the_widest_of_them() -> None:
    head = ("周次", "一", "二", "备注")
    columns = (Column("周次"), Column("一", alike=True), Column("二", alike=True), Column("备注"))
    layout, _problems = lay_out(Table(columns, (head, ("1", "9", "国庆节", "加强领导" * 9))), SETTING)
    assert layout.widths[1] == layout.widths[2] > layout.widths[0]


def test_a_table_with_long_remarks_sets_its_cells_smaller_before_it_runs_over() -> None:
    days = tuple("一二三四五六日")
    head = ("月份", "周次", *days, "备注")
    remark = "9月14日16:10：教研组长会（第一会议室）\n9月17日14:30：第一次应急疏散演练（全校）\n9月下旬：换届"
    rows = [("9月", str(number), *("12",) * 7, remark) for number in range(1, 15)]
    one = Table(tuple(Column(name, alike=name in days) for name in head), (head, *rows), page=True)

    layout, problems = lay_out(one, SETTING)

    assert (layout.size, layout.kept, problems) == (7.5, True, [])


def test_a_table_sets_its_cells_closer_before_it_takes_smaller_type() -> None:
    one = table(20, text="加强领导" * 6)
    layout, _problems = lay_out(one, SETTING)

    assert (layout.size, layout.margin, layout.kept) == (9.0, CLOSE, True)
    assert f'<w:left w:w="{CLOSE}" w:type="dxa"/>' in write(one, layout, SETTING, Pen())


def test_a_table_too_long_for_a_page_takes_the_type_that_saves_pages() -> None:
    days = tuple("一二三四五六日")
    head = ("月份", "周次", *days, "备注")
    remark = "\n".join(["字" * 32] * 2)
    rows = [("9月", str(number), *("12",) * 7, remark) for number in range(1, 24)]
    one = Table(tuple(Column(name, alike=name in days) for name in head), (head, *rows), page=True)

    layout, _problems = lay_out(one, SETTING)

    assert (layout.size, layout.kept) == (7.5, False)
