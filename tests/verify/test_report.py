"""The report as problems and as JSON, and what verify refuses."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from docgen.document import Paper, Paragraph
from docgen.formats import load
from docgen.numbering import number
from docgen.problems import CannotRead, NotInstalled, describe
from docgen.verify import Report, Result, verify
from docgen.verify.measure import Outcome, within
from docgen.verify.report import find
from docgen.verify.verify import CHECKS
from docgen.word import write


def report(layout) -> Report:
    return Report("计划.docx", len(layout.pages), find(CHECKS, layout))


def test_a_right_paper_has_no_problems(laid_out):
    right = report(laid_out())
    assert right.ok
    assert not right.problems()
    assert right.as_dict()["verdict"] == "pass"


def test_a_failed_check_is_an_error_with_both_figures_and_the_pages(laid_out):
    (problem,) = [row for row in report(laid_out(top=34.0)).problems() if row.id == "PAG-111"]
    assert describe(problem).splitlines() == [
        "计划.docx: 错误 PAG-111 天头应为37±1 mm，实测34 mm（第2、3页）",
        "    改法: 上边距设为37毫米",
    ]
    assert (problem.clause, problem.required, problem.measured) == ("5.2.1", "37±1 mm", "34 mm")


def test_a_required_check_without_a_subject_is_told_without_pages(laid_out):
    layout = laid_out()
    (finding,) = [row for row in find(CHECKS, layout, ["number.centre"]) if row.check == "number.centre"]
    (problem,) = Report("计划.docx", 4, (finding,)).problems()
    assert problem.message == "页码中线应为106±1 mm，实测无"


def test_measures_that_differ_are_told_as_a_range_with_the_pages_that_fail():
    outcome = within("行距", [(28.951, 1), (29.4, 2), (30.0, 3), (30.0, 3)], 28.95, 0.5, "pt")
    assert outcome == Outcome("行距", "28.95±0.5 pt", "28.95～30 pt", False, (3,))


def test_json_holds_all_findings_and_the_problems(laid_out):
    data = json.loads(json.dumps(report(laid_out(face="宋体")).as_dict()))
    assert (data["version"], data["file"], data["pages"], data["verdict"]) == (1, "计划.docx", 4, "fail")
    assert [row["check"] for row in data["findings"]] == [check.id for check in CHECKS]
    (body,) = [row for row in data["findings"] if row["check"] == "type.body"]
    assert body == {
        "part": "page",
        "check": "type.body",
        "id": "PAG-201",
        "clause": "5.2.2",
        "what": "正文字体字号",
        "result": "fail",
        "required": "仿宋 16 pt",
        "measured": "宋体 16 pt",
        "pages": [1, 2, 3],
        "hint": "正文设为仿宋16磅",
    }
    assert "PAG-201" in [row["id"] for row in data["problems"]]


@pytest.mark.parametrize(
    ("check", "says"),
    [
        ("paper.short", "纸张设为210×297毫米"),
        ("area.width", "右边距设为26毫米，正文两端对齐"),
        ("grid.lines", "正文行距设为固定值28.95磅，段前、段后为0，取消孤行控制"),
        ("grid.characters", "正文字符间距紧缩0.25磅"),
        ("title.size", "标题设为小标宋22磅，居中，不缩进"),
        ("heading.2", "这一层的序数和标题设为楷体"),
        ("indent.first", "正文段落首行缩进设为2字符"),
        ("number.face", "页码设为宋体14磅"),
        ("number.odd", "页眉页脚设为奇偶页不同：奇数页页码居右、偶数页居左，各空1字"),
    ],
)
def test_a_failed_check_says_how_to_mend_it(laid_out, check, says):
    assert {finding.check: finding.hint for finding in report(laid_out()).findings}[check] == says


def test_no_check_is_without_a_hint(laid_out):
    assert all(finding.hint for finding in report(laid_out()).findings)


def test_the_results_are_told_in_four_words():
    assert [result.value for result in Result] == ["ok", "warning", "fail", "not-applicable"]


def test_a_file_of_another_kind_is_refused(tmp_path):
    with pytest.raises(CannotRead, match="PAG-003 只能测量"):
        verify(tmp_path / "计划.txt")


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CannotRead, match="PAG-003 读不了这个文件"):
        verify(tmp_path / "没有.docx")


def made(folder: Path) -> Path:
    numbered, _problems = number(Paper(title=("工作安排",), blocks=(Paragraph(("全体教师参加。",)),)))
    path = folder / "计划.docx"
    path.write_bytes(write(numbered, load()))
    return path


def test_a_machine_without_libreoffice_still_reports_the_file(monkeypatch, tmp_path):
    monkeypatch.setattr("docgen.libreoffice.shutil.which", lambda _name: None)
    monkeypatch.setattr("docgen.libreoffice._USUAL_PLACES", ())
    told = verify(made(tmp_path))

    assert told.ok
    assert told.pages == 0
    assert {finding.part for finding in told.findings} == {"file"}
    assert isinstance(told.stopped, NotInstalled)
    assert [problem.id for problem in told.problems()] == ["PAG-001"]
    assert told.as_dict()["verdict"] == "incomplete"


def test_the_file_part_alone_needs_no_program(monkeypatch, tmp_path):
    monkeypatch.setattr("docgen.libreoffice.shutil.which", lambda _name: None)
    told = verify(made(tmp_path), parts=("file",))

    assert told.stopped is None
    assert told.as_dict()["verdict"] == "pass"


def test_a_house_format_is_told_with_where_it_departs(tmp_path):
    told = verify(made(tmp_path), load({"页码": {"位置": "居中"}}), parts=("file",))

    assert [note.message for note in told.notes] == [
        "格式的“页码.位置”是“居中”，GB/T 9704-2012第7.5条是“外侧”"
    ]
    assert {finding.check for finding in told.failed} == {"file.sides", "file.foot.side"}


def test_a_fault_of_the_file_names_its_places(tmp_path):
    told = verify(made(tmp_path), load({"正文": {"字号": "小三"}}), parts=("file",))
    (problem,) = [row for row in told.problems() if row.id == "SET-543"]

    assert problem.message.startswith("字号应为15磅，实测16磅（正文、")
    assert problem.hint == "“字体—字号”设为15磅"
    (finding,) = [row for row in told.as_dict()["findings"] if row["id"] == "SET-543"]
    assert (finding["part"], finding["result"]) == ("file", "fail")
    assert finding["places"][0] == {
        "part": "word/document.xml",
        "paragraph": 3,
        "role": "正文",
        "text": "全体教师参加。",
    }


def test_a_machine_without_the_pdf_reader_is_told_how_to_get_it(monkeypatch, tmp_path):
    path = tmp_path / "计划.pdf"
    path.write_bytes(b"%PDF")
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    with pytest.raises(NotInstalled) as told:
        verify(path)
    (problem,) = told.value.problems
    assert (problem.id, problem.message) == ("PAG-002", "缺少 pdfplumber，不能测量版面")
    assert problem.hint == "运行 pip install pdfplumber"
