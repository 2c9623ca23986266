"""Wrong spreadsheets: each is told with its sentence, its sheet and its cell, and nothing is written."""

import datetime
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.cli.main import main
from docgen.problems import CannotRead, NotInstalled
from docgen.sheets import book, guard

PLAN = """\
模板: 工作计划
单位: 临江市实验中学
学年: 2026—2027
学期: {{名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}}
指导思想: 立德树人。
工作目标: 巩固率达到99.5%。
重点工作: 抓好课堂。
保障措施: 各负其责。
具体安排: 见下表。
{key}: {file}
落款: {{署名: 临江市实验中学, 日期: 2026-09-01}}
"""
DAY = datetime.date


class Case:
    """A wrong file: how it is made, and what has to be said of it where."""

    def __init__(self, make, said, *, name="活动.xlsx", key="活动", hint=""):
        self.make, self.said, self.name, self.key, self.hint = make, said, name, key, hint


def rows(*lines, **more):
    def make(path):
        made = openpyxl.Workbook()
        made.active.title = more.get("sheet", "活动")
        for line in lines:
            made.active.append(list(line))
        more.get("change", lambda sheet: None)(made.active)
        made.save(path)

    return make


def raw(data):
    return lambda path: path.write_bytes(data)


def merged(*spans):
    def change(sheet):
        for span in spans:
            sheet.merge_cells(span)

    return change


def typed(cell, value, kind):
    def change(sheet):
        sheet[cell] = value
        sheet[cell].data_type = kind

    return change


def two_sheets(path):
    book = openpyxl.Workbook()
    for name in ("秋季", "春季"):
        book.create_sheet(name).append(["事项"])
    book.remove(book.worksheets[0])
    book.save(path)


def many_rows(path, count=50_000):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("活动")
    sheet.append(["日期", "事项"])
    for number in range(count):
        sheet.append(["2026-10-15", f"活动{number}"])
    book.save(path)


def bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(guard.MAIN, b"<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)


def with_entity(path):
    rows(["事项"], ["甲"])(path)
    out = io.BytesIO()
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(out, "w") as packed:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith("sheet1.xml"):
                content = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + content
            packed.writestr(name, content)
    path.write_bytes(out.getvalue())


def without_sheets(path):
    rows(["事项"], ["甲"])(path)
    out = io.BytesIO()
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(out, "w") as packed:
        for name in archive.namelist():
            content = archive.read(name)
            packed.writestr(name, re.sub(rb"<sheets>.*</sheets>", b"<sheets/>", content))
    path.write_bytes(out.getvalue())


def truncated(path):
    rows(["事项"], ["甲"])(path)
    path.write_bytes(path.read_bytes()[:-200])


def damaged(path):
    rows(["事项"], ["甲"])(path)
    data = bytearray(path.read_bytes())
    data[60:120] = bytes(60)
    path.write_bytes(data)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

CASES = {
    "31 June": Case(
        rows(["日期", "事项"], ["2026-06-31", "毕业典礼"]),
        "活动.xlsx[活动]!A2: 错误 SCM-010 “活动”第1项的“日期”写的“2026-06-31”不是真有的日子",
    ),
    "31 June in words": Case(
        rows(["日期", "事项"], ["6月31日", "毕业典礼"]),
        "活动.xlsx[活动]!A2: 错误 CAL-003 没有“6月31日”这一天",
    ),
    "week 40": Case(
        rows(["日期", "事项"], ["第40周", "家访"]),
        "活动.xlsx[活动]!A2: 错误 CAL-003 第一学期没有“第40周”",
    ),
    "merged header": Case(
        rows(["日期", "事项", None], ["10月", "甲", "乙"], change=merged("B1:C1")),
        "活动.xlsx[活动]!B1: 错误 SHT-008 表头里的B1到C1是合并单元格，分不清各列",
        hint="取消合并，表头只占一行，每列写一个列名",
    ),
    "header over two rows": Case(
        rows(["日期", "事项"], [None, None], ["10月", "甲"], change=merged("A1:A2", "B1:B2")),
        "活动.xlsx[活动]!A1: 错误 SHT-008 表头里的A1到A2是合并单元格，分不清各列",
    ),
    "text where a date belongs": Case(
        rows(["日期", "补"], ["国庆后", "星期五"], sheet="补课"),
        "补课.xlsx[补课]!A2: 错误 SCM-003 “补课”第1项的“日期”应该是日期，这里写的是“国庆后”",
        name="补课.xlsx",
        key="补课",
    ),
    "text where a number belongs": Case(
        rows(["项目", "金额"], ["图书", "三千元"], sheet="经费"),
        "经费.xlsx[经费]!B2: 错误 SCM-003 “经费”第1项的“金额”应该是数字，这里写的是“三千元”",
        name="经费.xlsx",
        key="经费",
    ),
    "a missing value": Case(
        rows(["日期", "事项"], ["10月", "甲"], ["11月", None]),
        "活动.xlsx[活动]!B3: 错误 SCM-002 “活动”第2项缺少“事项”",
        hint="在这一格填上“事项”",
    ),
    "a missing column": Case(
        rows(["日期", "地点"], ["10月", "操场"]),
        "活动.xlsx[活动]!A2: 错误 SCM-002 “活动”第1项缺少“事项”",
        hint="加一列“事项”，在这一行填上",
    ),
    "a choice that is not offered": Case(
        rows(["名称", "属性"], ["巩固率", "约束"], sheet="指标"),
        "指标.xlsx[指标]!B2: 错误 SCM-005 “指标”第1项的“属性”不能是“约束”，只能是“约束性”或“预期性”",
        name="指标.xlsx",
        key="指标",
    ),
    "an empty sheet": Case(
        rows(),
        "活动.xlsx[活动]!A1: 错误 SHT-006 这张表是空的",
        hint="第一行写列名，下面每行一项",
    ),
    "no header": Case(
        rows(["2026-10-15", "运动会"], ["2026-11-12", "家长会"]),
        "活动.xlsx[活动]!A1: 错误 SHT-007 没有找到写列名的一行",
    ),
    "50,000 rows": Case(many_rows, "活动.xlsx[活动]!A5002: 错误 SHT-012 这张表有50001行，最多读5000行"),
    "50,000 rows of a .csv": Case(
        raw(("事项\n" + "甲\n" * 50_000).encode()),
        "活动.csv!A5002: 错误 SHT-012 这张表有50001行，最多读5000行",
        name="活动.csv",
    ),
    "a formula without its value": Case(
        rows(["日期", "事项"], ["10月", '="运动"&"会"']),
        '活动.xlsx[活动]!B2: 错误 SHT-013 这一格是公式="运动"&"会"，文件里没有存它算出的结果',
        hint="用Excel或WPS打开再保存一次；或者把这一格改成算好的值",
    ),
    "an error value": Case(
        rows(["日期", "事项"], ["10月", None], change=typed("B2", "#REF!", "e")),
        "活动.xlsx[活动]!B2: 错误 SHT-014 这一格是错误值#REF!",
    ),
    "a slip in a column's name": Case(
        rows(["日期", "事顶"], ["10月", "甲"]),
        "活动.xlsx[活动]!B1: 错误 SHT-009 “事顶”不是这张表能用的列",
        hint="您是不是要写“事项”？",
    ),
    "two columns for one key": Case(
        rows(["事项", "责任", "负责人"], ["甲", "教务处", "某某"]),
        "活动.xlsx[活动]!C1: 错误 SHT-010 “负责人”和“责任”是同一列",
    ),
    "a column's name that is a formula": Case(
        rows(["事项", '="备"&"注"'], ["甲", "乙"]),
        '活动.xlsx[活动]!B1: 错误 SHT-013 这一格是公式="备"&"注"，文件里没有存它算出的结果',
    ),
    "a column without a name": Case(
        rows(["日期", "事项"], ["10月", "甲", "体育组"]),
        "活动.xlsx[活动]!C2: 错误 SHT-011 这一列没有列名，不知道“体育组”是什么",
        hint="在C1写上列名，或者删去这一列",
    ),
    "a password": Case(
        raw(OLE + "EncryptedPackage".encode("utf-16-le") + bytes(600)),
        "活动.xlsx: 错误 SHT-002 这个工作簿有密码，打不开",
    ),
    "the old format under the new name": Case(
        raw(OLE), "活动.xlsx: 错误 SHT-003 这是旧格式的表格，只能读.xlsx和.csv"
    ),
    "the old format": Case(
        raw(OLE), "活动.xls: 错误 SHT-003 这是旧格式的表格，只能读.xlsx和.csv", name="活动.xls"
    ),
    "a bomb": Case(bomb, "活动.xlsx: 错误 SHT-004 这个文件解开后大得不像一张表，没有读"),
    "not a workbook": Case(
        raw("日期,事项".encode()), "活动.xlsx: 错误 SHT-001 这不是能读的Excel工作簿，或者文件坏了"
    ),
    "half a workbook": Case(truncated, "活动.xlsx: 错误 SHT-001 这不是能读的Excel工作簿，或者文件坏了"),
    "a workbook without a sheet": Case(
        without_sheets, "活动.xlsx: 错误 SHT-001 这不是能读的Excel工作簿，或者文件坏了"
    ),
    "a workbook with a bad spot": Case(
        damaged, "活动.xlsx: 错误 SHT-001 这不是能读的Excel工作簿，或者文件坏了"
    ),
    "an entity": Case(with_entity, "活动.xlsx: 错误 SHT-001 这不是能读的Excel工作簿，或者文件坏了"),
    "a workbook under the name of a .csv": Case(
        rows(["事项"], ["甲"]), "活动.csv: 错误 SHT-019 这是Excel工作簿，不是.csv", name="活动.csv"
    ),
    "bytes that are no text": Case(
        raw(b"\xce\xc4\n\xff\xff\n"),
        "活动.csv!1: 错误 SHT-019 这里的字节不合UTF-8编码，文件可能损坏",
        name="活动.csv",
    ),
    "two sheets and neither named": Case(
        two_sheets,
        "活动.xlsx: 错误 SHT-005 工作簿里有2张表，不知道读哪一张",
        hint="在文件名后写“#”和表名，如：活动.xlsx#秋季；或者把要读的表改名为“活动”。现有：秋季、春季",
    ),
    "a sheet that is not there": Case(
        two_sheets, "活动.xlsx: 错误 SHT-005 工作簿里没有“夏季”这张表", name="活动.xlsx#夏季"
    ),
    "a control character": Case(
        raw("事项\n甲\x07乙\n".encode()),
        "活动.csv!A2: 错误 SHT-018 这里有控制字符U+0007，文档里不能有",
        name="活动.csv",
    ),
    "a file that is not there": Case(lambda path: None, "计划.yaml:10:5: 错误 FIL-001 找不到文件“活动.xlsx”"),
    "a file elsewhere": Case(
        lambda path: None, "计划.yaml:10:5: 错误 FIL-002 文件只能放在计划所在的文件夹里", name="../活动.xlsx"
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_wrong_spreadsheet_is_told_with_its_cell_and_nothing_is_written(
    case, tmp_path, capsys, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    case.make(Path(case.name.partition("#")[0]))
    Path("计划.yaml").write_text(PLAN.format(key=case.key, file=case.name), encoding="utf-8")
    before = sorted(path.name for path in tmp_path.iterdir())
    assert main(["build", "计划.yaml"]) == 1
    told = capsys.readouterr().err
    assert case.said in told
    assert f"改法: {case.hint}" in told
    assert "Traceback" not in told and "CLI-009" not in told
    assert sorted(path.name for path in tmp_path.iterdir()) == before


@settings(max_examples=40)
@given(st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=20))
def test_no_damage_to_a_workbook_is_more_than_a_problem(tmp_path_factory, changes):
    path = tmp_path_factory.mktemp("坏") / "活动.xlsx"
    rows(["日期", "事项"], ["10月", "甲"])(path)
    data = bytearray(path.read_bytes())
    for at, byte in changes:
        data[int(at * len(data))] = byte
    path.write_bytes(data)
    try:
        assert book.read(path, "活动.xlsx").sheets is not None
    except CannotRead as stopped:
        assert all(problem.id.startswith("SHT-") for problem in stopped.problems)


def test_all_wrong_cells_of_a_sheet_are_told_at_once(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lines = ["日期", "事项", "备著"], ["2026-06-31", "甲"], ["10月", "=1+1"], ["11月"]
    rows(*lines)(Path("活动.xlsx"))
    Path("计划.yaml").write_text(PLAN.format(key="活动", file="活动.xlsx"), encoding="utf-8")
    assert main(["build", "计划.yaml"]) == 1
    told = capsys.readouterr().err
    assert [cell for cell in ("!C1:", "!A2:", "!B3:", "!B4:") if cell not in told] == []


def test_a_problem_as_json_names_the_sheet_and_the_cell(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    CASES["31 June"].make(Path("活动.xlsx"))
    Path("计划.yaml").write_text(PLAN.format(key="活动", file="活动.xlsx"), encoding="utf-8")
    import docgen

    (problem,) = docgen.check("计划.yaml")
    row = problem.as_dict()
    assert {key: row[key] for key in ("file", "sheet", "cell", "line", "column")} == {
        "file": "活动.xlsx",
        "sheet": "活动",
        "cell": "A2",
        "line": 2,
        "column": 1,
    }


def test_without_openpyxl_the_extra_is_named(tmp_path, monkeypatch):
    import sys

    import docgen

    rows(["事项"], ["甲"])(tmp_path / "活动.xlsx")
    (tmp_path / "计划.yaml").write_text(PLAN.format(key="活动", file="活动.xlsx"), encoding="utf-8")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(NotInstalled, match=r"SHT-020 没有安装读写\.xlsx用的openpyxl") as stopped:
        docgen.render(tmp_path / "计划.yaml")
    assert "pip install docgen-gongwen[sheets]" in str(stopped.value)


MERGED = b'<mergeCells><mergeCell ref="%s"/></mergeCells></worksheet>'


@pytest.mark.parametrize(
    ("change", "id"),
    [
        (lambda text: text.replace(b"</worksheet>", MERGED % b"A1:XFD1048576"), "SHT-004"),
        (lambda text: text.replace(b"</worksheet>", MERGED % b"A1&#58;XFD1048576"), "SHT-004"),
        (lambda text: b"<!--" + b"x" * 5000 + b'--><!DOCTYPE w [<!ENTITY a "b">]>' + text, "SHT-001"),
        (lambda text: (b" " * 500 + b"<!DOCTYPE w>" + text).decode().encode("utf-16"), "SHT-001"),
    ],
    ids=["merged", "merged in entities", "behind a comment", "utf-16"],
)
def test_a_hostile_sheet_is_refused_at_once(tmp_path, change, id):
    path, out = tmp_path / "活动.xlsx", io.BytesIO()
    rows(["事项"], ["甲"])(path)
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(out, "w") as packed:
        for name in archive.namelist():
            content = archive.read(name)
            packed.writestr(name, change(content) if name.endswith("sheet1.xml") else content)
    path.write_bytes(out.getvalue())
    with pytest.raises(CannotRead) as refused:
        book.read(path, "活动.xlsx")
    assert refused.value.problems[0].id == id


def test_a_merged_column_of_a_whole_sheet_is_read(tmp_path):
    path = tmp_path / "活动.xlsx"
    rows(["事项"], ["甲"], change=merged("C1:C5000"))(path)
    assert book.read(path, "活动.xlsx").sheets[0].merged == ((1, 3, 5000, 3),)
