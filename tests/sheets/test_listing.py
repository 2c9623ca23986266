"""A sheet that lists keeps texts as texts and can be filtered."""

from __future__ import annotations

import openpyxl

from docgen.sheets.listing import fill


def test_texts_stay_texts_and_numbers_numbers() -> None:
    sheet = openpyxl.Workbook().active

    fill(sheet, ["单位", "数"], [["=SUM(A1)", 3], ["0012", None]])

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["单位", "数"],
        ["=SUM(A1)", 3],
        ["0012", None],
    ]
    assert sheet["A2"].data_type == "s"
    assert sheet.auto_filter.ref == "A1:B3"


def test_columns_are_as_wide_as_their_longest_text_but_no_wider_than_a_page() -> None:
    sheet = openpyxl.Workbook().active

    fill(sheet, ["名称", "说明"], [["青禾市溪口中学", "长" * 200]])

    assert sheet.column_dimensions["A"].width == 17
    assert sheet.column_dimensions["B"].width == 48


def test_a_text_that_no_workbook_can_hold_is_held_without_its_signs() -> None:
    sheet = openpyxl.Workbook().active

    fill(sheet, ["文件"], [["一\x01校.docx"], ["二\udcff校.docx"]])

    assert [sheet["A2"].value, sheet["A3"].value] == ["一\ufffd校.docx", "二\ufffd校.docx"]
