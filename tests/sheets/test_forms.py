"""Forms: a workbook to fill in says what its plan would say."""

import dataclasses
import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import docgen
from docgen.cli.main import main
from docgen.problems import Place
from docgen.schema.check import check
from docgen.sheets.fill import filled
from docgen.sheets.form import read
from docgen.sheets.write_form import write
from docgen.source.load import from_mapping, loads
from docgen.template import shelf

TEMPLATES = [package.id for package in shelf.catalogue() if (package.folder / "example.yaml").is_file()]


def example(package):
    return loads(package.example_text, "example.yaml")[0]


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def without_places(value):
    """The tree with no word about where it came from."""
    if isinstance(value, Place):
        return None
    if dataclasses.is_dataclass(value):
        return [
            type(value).__name__,
            *(without_places(getattr(value, f.name)) for f in dataclasses.fields(value)),
        ]
    if isinstance(value, (list, tuple)):
        return [without_places(one) for one in value]
    return str(value) if isinstance(value, str) else value


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_form_of_a_template_builds_the_same_paper_as_its_example(name, tmp_path):
    package = shelf.find(name)
    (tmp_path / "样例.yaml").write_text(package.example_text, encoding="utf-8")
    (tmp_path / "填报.xlsx").write_bytes(write(package, example(package)))
    wanted, found = docgen.render(tmp_path / "样例.yaml"), docgen.render(tmp_path / "填报.xlsx")
    assert without_places(found.paper) == without_places(wanted.paper)
    assert found.to_bytes("docx") == wanted.to_bytes("docx")
    assert [problem.id for problem in found.problems] == [problem.id for problem in wanted.problems]


def test_the_same_form_is_the_same_bytes():
    package = shelf.find("工作计划")
    assert write(package, example(package)) == write(package, example(package))


@pytest.fixture(scope="module")
def form():
    package = shelf.find("工作计划")
    return opened(write(package, example(package)))


def test_a_form_has_a_sheet_a_list_and_a_guide(form):
    assert form.sheetnames == [
        *("基本信息", "正文", "指标", "经费", "机构", "活动", "附件", "附件1", "表1", "填写说明"),
    ]
    assert form["填写说明"]["A1"].value == "《工作计划》填报表怎样填"


def test_what_has_to_be_filled_in_is_marked(form):
    heads = {cell.value: cell for cell in form["活动"][1]}
    assert heads["事项*"].font.color.rgb.endswith("C00000")
    assert "地点" in heads and "地点*" not in heads


def test_columns_tell_what_to_write_in_them(form):
    comments = {cell.value: cell.comment.text for cell in form["活动"][1] if cell.comment}
    assert comments["至"] == "连续几天时的最后一天。例如：2026-10-15"
    assert comments["事项*"].startswith("必填。")


def test_choices_drop_down_and_days_are_asked_to_be_days(form):
    rules = {
        (rule.type, rule.formula1, str(rule.sqref)) for rule in form["指标"].data_validations.dataValidation
    }
    columns = {cell.value: cell.column_letter for cell in form["指标"][1]}
    letter = columns["属性"]
    assert ("list", '"约束性,预期性"', f"{letter}2:{letter}2000") in rules
    values = form["基本信息"]
    row = next(cell.row for cell in values["A"] if cell.value == "落款.日期")
    rules = {(rule.type, rule.formula1, str(rule.sqref)) for rule in values.data_validations.dataValidation}
    assert ("custom", f'=OR(B{row}="待填",ISNUMBER(DATEVALUE(B{row})))', f"B{row}") in rules
    assert values.cell(row, 2).number_format == "@"


def test_heads_stay_in_sight_and_on_every_page(form):
    for sheet in form.worksheets[:-1]:
        assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")


def test_rows_to_be_filled_in_are_ready_and_not_printed_while_they_are_empty(form):
    sheet = form["活动"]
    assert sheet.max_row == 1 + len(example(shelf.find("工作计划"))["活动"])
    assert {sheet.column_dimensions[cell.column_letter].number_format for cell in sheet[1]} == {"@"}
    (ruled,) = sheet.conditional_formatting
    assert str(ruled.sqref) == f"A2:{sheet[1][-1].column_letter}2000"
    assert ruled.rules[0].formula == [f"COUNTA($A2:${sheet[1][-1].column_letter}2)>0"]
    assert ruled.rules[0].dxf.border.left.style == "thin"


def test_a_value_in_a_form_has_its_cell(tmp_path):
    package = shelf.find("工作计划")
    book = opened(write(package, example(package)))
    book["活动"]["A2"] = "2026-06-31"
    values = book["基本信息"]
    row = next(cell.row for cell in values["A"] if cell.value == "落款.日期")
    values.cell(row, 2).value = "八月底"
    book["正文"]["B3"] = "标体"
    book.save(tmp_path / "填报.xlsx")
    said = [
        f"{problem.place} {problem.id}".replace(f"{tmp_path}/", "")
        for problem in docgen.check(tmp_path / "填报.xlsx")
    ]
    assert said == [
        "填报.xlsx[正文]!B3 SHT-022",
        "填报.xlsx[活动]!A2 SCM-010",
        f"填报.xlsx[基本信息]!B{row} SCM-003",
    ]


def test_a_list_left_empty_is_no_list(tmp_path):
    package = shelf.find("工作计划")
    book = opened(write(package, example(package)))
    for row in range(2, 40):
        for cell in book["活动"][row]:
            cell.value = None
    book.save(tmp_path / "填报.xlsx")
    assert "活动" not in docgen.render(tmp_path / "填报.xlsx").plan


def test_rows_added_columns_moved_and_spaces_typed_do_no_harm(tmp_path):
    package = shelf.find("工作计划")
    book = opened(write(package, example(package)))
    sheet = book["活动"]
    sheet.delete_rows(2, 100)
    for column, text in enumerate(["事项 ", "责任部门", "日期"], 1):
        sheet.cell(1, column).value = text
    for column in range(4, 12):
        sheet.cell(1, column).value = None
    sheet.append([" 运动会　", "体育组", "2026-10-15"])
    book.save(tmp_path / "填报.xlsx")
    plan = docgen.render(tmp_path / "填报.xlsx").plan
    assert plan["活动"] == [{"事项": "运动会", "责任": "体育组", "日期": "2026-10-15"}]


def test_new_writes_a_form_that_checks_and_builds(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "实施方案", "--form", "xlsx"]) == 0
    assert main(["check", "实施方案.xlsx"]) == 0
    assert main(["build", "实施方案.xlsx"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "实施方案.xlsx",
        "实施方案.xlsx：没有发现问题",
        "实施方案.docx",
    ]
    assert main(["new", "实施方案", "--form", "xlsx"]) == 2
    assert "CLI-002 文件已经有了，没有覆盖它" in capsys.readouterr().err
    assert main(["new", "实施方案", "--form", "xlsx", "-o", "表.docx"]) == 2
    assert "CLI-006 填报表要写成.xlsx文件" in capsys.readouterr().err


def test_a_workbook_that_is_no_form_says_how_to_make_one(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    book = openpyxl.Workbook()
    book.active.append(["日期", "事项"])
    book.save("活动.xlsx")
    assert main(["build", "活动.xlsx"]) == 2
    told = capsys.readouterr().err
    assert "活动.xlsx[Sheet]!A1: 错误 SHT-021 这个工作簿不是填报表：没有写“项目”和“内容”的表头" in told
    assert "就在计划里写“活动: 活动.xlsx”" in told
    assert list(tmp_path.glob("*.docx")) == []


def test_a_part_of_the_text_may_not_be_written_twice(tmp_path):
    package = shelf.find("工作计划")
    book = opened(write(package, example(package)))
    book["基本信息"].append(["单位", "另一所学校"])
    book.save(tmp_path / "填报.xlsx")
    problems = docgen.check(tmp_path / "填报.xlsx")
    assert "SHT-010 “单位”写了两处" in [f"{problem.id} {problem.message}" for problem in problems]


def test_a_table_that_names_itself_ends(tmp_path):
    package = shelf.find("工作计划")
    book = opened(write(package, example(package)))
    book["附件1"].append([])
    for column, text in enumerate(["类别", "层", "内容", "正文"], 1):
        book["附件1"].cell(1, column).value = text
    book["附件"]["D2"] = "#附件"
    book.save(tmp_path / "填报.xlsx")
    assert docgen.check(tmp_path / "填报.xlsx")


# What people type into a cell: no spaces at its ends, nothing a document may not hold.
TEXTS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S"), include_characters="，。、 =+-@#'"),
    min_size=1,
    max_size=40,
).filter(lambda text: text == text.strip() and "\u3000" not in text and not text.startswith("#"))


@settings(max_examples=30)
@given(
    organ=TEXTS,
    notes=st.lists(TEXTS, min_size=1, max_size=5),
    days=st.lists(st.dates(), min_size=1, max_size=5),
    amounts=st.lists(st.decimals(0, 10**9, places=2), min_size=1, max_size=5),
)
def test_values_come_back_from_a_form_as_they_went_in(tmp_path_factory, organ, notes, days, amounts):
    package = shelf.find("工作计划")
    plan = from_mapping(
        {
            "模板": "工作计划",
            "单位": organ,
            "年度": "2027",
            "工作目标": notes,
            "活动": [
                {"日期": day, "事项": note, "备注": note} for day, note in zip(days, notes, strict=False)
            ],
            "经费": [{"项目": note, "金额": amount} for note, amount in zip(notes, amounts, strict=False)],
            "落款": {"署名": organ, "日期": days[0], "盖章": True},
        }
    )
    path: Path = tmp_path_factory.mktemp("填报") / "填报.xlsx"
    path.write_bytes(write(package, plan))
    back, problems = read(path)
    back, found = filled(back, package.schema.shape, path.parent)
    assert [*problems, *found] == []
    wanted, _told = check(plan, package.schema)
    typed, told = check(back, package.schema)
    assert told == _told
    for key in ("单位", "活动", "经费", "落款", "工作目标"):
        assert typed[key] == wanted[key]
    assert [row["日期"].date for row in typed["活动"]] == days[: len(typed["活动"])]
    assert [row["金额"].amount for row in typed["经费"]] == amounts[: len(typed["经费"])]
