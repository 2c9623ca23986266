"""A plan's lists as a workbook."""

import datetime
import io

import openpyxl
import pytest

import docgen
from docgen.cli.main import main
from docgen.problems import DocgenError

PLAN = {
    "模板": "工作计划",
    "单位": "临江市实验中学",
    "学年": "2026—2027",
    "学期": {"名称": "第一学期", "开学": "2026-09-01", "结束": "2027-01-22"},
    "指导思想": "立德树人。",
    "工作目标": "巩固率达到99.5%。",
    "重点工作": [
        {
            "标题": "抓好课堂",
            "条目": [
                {"内容": "=HYPERLINK(\"x\")", "责任": "教务处", "时限": "2026-10-30"},
                {
                    "内容": "集体备课。",
                    "责任": {"牵头": ["教务处"], "配合": ["教研组", "年级组"]},
                    "时限": "长期",
                },
            ],
        }
    ],
    "保障措施": "各负其责。",
    "具体安排": "见下表。",
    "活动": [
        {"日期": "2026-10-15", "至": "2026-10-16", "事项": "+运动会", "责任": "体育组"},
        {"日期": "第10周", "事项": "@家长会", "时间": "14:30—16:00"},
    ],
    "指标": [{"名称": "巩固率", "计量单位": "%", "基期": "99.10", "目标": {"2026": "99.3", "2027": "≥99.5"}}],
    "落款": {"署名": "临江市实验中学", "日期": "2026-09-01"},
}  # fmt: skip


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(io.BytesIO(docgen.render(PLAN).to_bytes("xlsx")))


def rows(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_tasks_events_and_indicators_have_a_sheet_each(book):
    assert book.sheetnames == ["任务分解", "活动", "指标"]


def test_tasks_come_from_the_items_that_name_who_and_when(book):
    assert rows(book["任务分解"]) == [
        ["序号", "部分", "任务", "措施", "责任单位", "配合单位", "完成时限"],
        [1, "重点工作", "抓好课堂", '=HYPERLINK("x")', "教务处", None, datetime.datetime(2026, 10, 30)],
        [2, "重点工作", "抓好课堂", "集体备课。", "教务处", "教研组、年级组", "长期"],
    ]


def test_days_are_days_and_numbers_are_numbers_with_their_decimals(book):
    (_head, first, second) = rows(book["活动"])
    assert first[:2] == [datetime.datetime(2026, 10, 15), datetime.datetime(2026, 10, 16)]
    assert second[0] == "第10周"
    assert book["活动"]["A2"].number_format == "yyyy-mm-dd"
    sheet = book["指标"]
    cells = dict(zip(rows(sheet)[0], sheet[2], strict=True))
    assert (cells["基期"].value, cells["基期"].number_format) == (99.1, "0.00")
    assert (cells["目标.2026"].value, cells["目标.2027"].value) == (99.3, "≥99.5")


def test_no_text_becomes_a_formula(book):
    cells = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)
    ]
    assert {cell.data_type for cell in cells} == {"s"}
    risky = [cell for cell in cells if cell.value[0] in "=+-@"]
    assert len(risky) == 3 and all(cell.quotePrefix for cell in risky)


def test_sheets_are_ready_to_be_filtered_and_printed(book):
    for sheet in book:
        assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(8 <= dimension.width <= 48 for dimension in sheet.column_dimensions.values())


def test_the_same_plan_gives_the_same_bytes():
    assert docgen.render(PLAN).to_bytes("xlsx") == docgen.render(PLAN).to_bytes("xlsx")


def test_a_sheet_that_was_exported_can_be_read_back(tmp_path):
    docgen.render(PLAN).save(tmp_path / "表.xlsx")
    plan = tmp_path / "计划.yaml"
    plan.write_text(
        "模板: 通用\n标题: 活动安排\n章节: [{标题: 安排, 正文: [{取自: 活动}]}]\n活动: 表.xlsx\n",
        encoding="utf-8",
    )
    assert docgen.render(plan).plan["活动"] == PLAN["活动"]


def test_a_plan_without_any_list_says_so():
    bare = {"模板": "通用", "标题": "通知", "章节": [{"标题": "甲", "正文": "乙"}]}
    with pytest.raises(DocgenError, match="SHT-030 计划里没有任务、活动、指标和经费，没有可以导出的表"):
        docgen.render(bare).to_bytes("xlsx")


def test_build_writes_it_beside_the_plan(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "计划.yaml").write_text(
        "模板: 通用\n标题: 活动安排\n章节: [{标题: 安排, 正文: [{取自: 活动}]}]\n活动: [{事项: 甲}]\n",
        encoding="utf-8",
    )
    assert main(["build", "计划.yaml", "--to", "docx,xlsx"]) == 0
    assert capsys.readouterr().out.split() == ["计划.docx", "计划.xlsx"]
