"""Tables as rules see them: heads, rows, cells of several lines, cells that are open or merged."""

from docgen.lint.grids import blanks, sheets
from docgen.lint.of_recognised import reading as of_recognised
from docgen.lint.reading import CELL, Passage, Reading
from docgen.manuscript import Grid, GridCell, Line, Manuscript
from docgen.problems import Place
from docgen.recognised import TABLE, Part, Recognised

AT = Place("a.docx", 1)


def cell(text: str, down: int = 1, across: int = 1) -> GridCell:
    return GridCell((Line(text, AT),), across, down)


def made(*rows: tuple[GridCell, ...]) -> Reading:
    grid = Grid(rows, 3, AT, 1)
    part = Part(TABLE, rows=tuple(tuple(one.text for one in row) for row in rows), head_rows=1, grid=grid)
    return of_recognised(Recognised(Manuscript("a.docx", "docx", (grid,)), (), (), (part,)))


def test_an_open_cell_is_told_from_one_that_is_merged_with_that_above() -> None:
    reading = made(
        (cell("任务"), cell("措施"), cell("责任单位")),
        (cell("备课"), cell("集体备课"), cell("教导处", down=2)),
        (cell("听课"), cell("")),
        (cell("家访"), cell("全员"), cell("")),
    )

    assert blanks(reading, 0) == {(2, 1), (3, 2)}


def test_a_cell_over_several_columns_moves_those_behind_it() -> None:
    reading = made((cell("任务", across=2), cell("责任")), (cell("备课"), cell("听课"), cell("")))

    assert blanks(reading, 0) == {(1, 2)}


def test_the_head_names_the_columns_and_the_rest_are_rows() -> None:
    sheet = next(
        sheets(made((cell("序 号"), cell("任务"), cell("责任")), (cell("1"), cell("备课"), cell("教导处"))))
    )

    assert sheet.head == {0: "序号", 1: "任务", 2: "责任"}
    assert len(sheet.rows) == 1


def test_cells_of_several_lines_are_known() -> None:
    texts = [("任务", 0, 0, False), ("备课", 1, 0, False), ("听课", 1, 0, True)]
    passages = tuple(
        Passage(CELL, text, AT, 0, row=row, column=column, joined=joined)
        for text, row, column, joined in texts
    )

    assert next(sheets(Reading(passages, "docx"))).longer == {1}
