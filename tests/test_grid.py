"""The merge grid: spans fill the grid, and each fault is told once with its row and its repair."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.document import Cell, Column, Table
from docgen.grid import grid, head_faults, is_plain
from docgen.problems import Place


def table(*rows, columns=3, head=0, caption="任务表"):
    return Table(
        tuple(Column() for _ in range(columns)), tuple(rows), head, caption, place=Place("plan.yaml", 7)
    )


def shape(rows):
    """Every row as letters: a cell's text for the columns it takes, | for a continuation."""
    return ["".join((text(slot) * slot.across) for slot in row) for row in rows]


def text(slot):
    if slot.cell is None:
        return "|"
    return slot.cell if isinstance(slot.cell, str) else slot.cell.content[0]


def test_a_table_of_texts_is_plain_and_one_with_a_span_is_not():
    assert is_plain(table(("a", "b", "c")))
    assert not is_plain(table((Cell(("a",), across=3),)))
    assert not is_plain(table(("a", "b")))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("a", "b", "c")], ["abc"]),
        ([(Cell(("a",), across=2), "c")], ["aac"]),
        ([(Cell(("a",), down=2), "b", "c"), ("d", "e")], ["abc", "|de"]),
        ([("a", Cell(("b",), down=2), "c"), ("d", "e")], ["abc", "d|e"]),
        ([(Cell(("a",), across=2, down=2), "c"), ("d",), ("e", "f", "g")], ["aac", "||d", "efg"]),
        ([(Cell(("a",), down=3), "b", "c"), (Cell(("d",), across=2),), ("e", "f")], ["abc", "|dd", "|ef"]),
        ([(Cell(("a",), across=3, down=2),), ()], ["aaa", "|||"]),
    ],
)
def test_cells_land_where_their_spans_put_them(rows, expected):
    slots, problems = grid(table(*rows))

    assert shape(slots) == expected
    assert problems == []


def test_a_cell_says_whether_the_rows_below_continue_it():
    slots, _problems = grid(table((Cell(("a",), down=3), "b", "c"), ("d", "e"), ("f", "g")))

    assert [row[0].goes_on for row in slots] == [True, True, False]


@pytest.mark.parametrize(
    ("rows", "id", "message", "excerpt"),
    [
        ([("a", "b")], "TRE-021", "表格“任务表”第1行：这一行的单元格不够，填不满3列", "a | b"),
        ([("a", "b", "c"), ()], "TRE-021", "表格“任务表”第2行：这一行的单元格不够，填不满3列", ""),
        (
            [("a", "b", "c", "d")],
            "TRE-011",
            "表格“任务表”第1行：这一行的单元格多了，表格只有3列",
            "a | b | c | d",
        ),
        (
            [(Cell(("a",), down=2), "b", "c"), ("d", "e", "f")],
            "TRE-011",
            "表格“任务表”第2行：这一行的单元格多了，表格只有3列",
            "d | e | f",
        ),
        ([("a", Cell(("b",), across=3))], "TRE-012", "表格“任务表”第1行：单元格要跨3列，这里只空着2列", "b"),
        (
            [("a", Cell(("b",), down=2), "c"), (Cell(("d",), across=2), "e")],
            "TRE-012",
            "表格“任务表”第2行：单元格要跨2列，这里只空着1列",
            "d",
        ),
        (
            [(Cell(("a",), down=2), "b", "c")],
            "TRE-013",
            "表格“任务表”第1行：有单元格的跨行数超出了表格的最后一行",
            "",
        ),
        (
            [(Cell(("a",), across=0), "b", "c")],
            "TRE-014",
            "表格“任务表”第1行：跨列、跨行必须是不小于1的整数",
            "a",
        ),
    ],
)
def test_a_faulty_span_is_told_with_its_row_and_a_repair(rows, id, message, excerpt):
    _slots, problems = grid(table(*rows))

    assert [(one.id, one.message, one.excerpt, one.place) for one in problems] == [
        (id, message, excerpt, Place("plan.yaml", 7))
    ]
    assert problems[0].hint


def test_every_faulty_row_is_told():
    _slots, problems = grid(table(("a",), ("a", "b", "c"), ("a", "b", "c", "d")))

    assert [one.id for one in problems] == ["TRE-021", "TRE-011"]


def test_a_table_without_a_caption_is_called_a_table():
    _slots, problems = grid(table(("a",), caption=""))

    assert problems[0].message.startswith("表格第1行：")


@pytest.mark.parametrize(
    ("rows", "head", "message"),
    [
        ([("a", "b", "c")], 2, "表格“任务表”第1行：表头行是2行，整个表格只有1行"),
        (
            [(Cell(("a",), down=2), "b", "c"), ("d", "e")],
            1,
            "表格“任务表”第1行：表头的单元格跨到了表头下面的行，换页时表头无法重复",
        ),
    ],
)
def test_a_head_that_cannot_be_repeated_is_told(rows, head, message):
    broken = table(*rows, head=head)
    slots = () if is_plain(broken) else grid(broken)[0]

    assert [(one.id, one.message) for one in head_faults(broken, slots)] == [("TRE-015", message)]


def test_a_head_of_several_rows_with_spans_inside_is_right():
    two = table((Cell(("a",), down=2), Cell(("b",), across=2)), ("c", "d"), ("e", "f", "g"), head=2)

    assert head_faults(two, grid(two)[0]) == []


cells = st.one_of(
    st.just("文"),
    st.builds(Cell, st.just(("文",)), st.integers(-1, 5), st.integers(-1, 5)),
)


@given(st.lists(st.lists(cells, max_size=5).map(tuple), max_size=5), st.integers(1, 4))
def test_whatever_the_spans_the_grid_is_whole(rows, columns):
    slots, _problems = grid(table(*rows, columns=columns))

    for row in slots:
        assert [slot.column for slot in row][:1] == [0]
        assert sum(slot.across for slot in row) == columns
        assert all(a.column + a.across == b.column for a, b in pairwise(row))
    for above, below in pairwise(slots):
        opened = {(slot.column, slot.across) for slot in above if slot.goes_on}
        continued = {(slot.column, slot.across) for slot in below if slot.cell is None}
        assert opened == continued
