from __future__ import annotations

import io
import json
import random
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest

from docgen.cli.main import main
from docgen.forms.collected import Returned, collect
from docgen.problems import Severity
from docgen.sheets.write_form import write as write_workbook
from docgen.source.load import loads
from docgen.template import shelf
from docgen.template.package import Package
from tests.forms.answers import LISTS, TEXTS
from tests.forms.conftest import BUREAU
from tests.forms.filling import changed, control, filled, packed, put

SCHOOLS = 60


def generated(empty: bytes, number: int) -> bytes:
    rng = random.Random(number)
    rows = LISTS["重点工作"] * rng.randint(1, 3)
    name = f"青禾县第{number}小学"
    return filled(empty, {**TEXTS, "单位": name, "落款.署名": name}, {"重点工作": rows})


def test_sixty_forms_give_a_row_each_and_bad_files_stop_nobody(
    empty: bytes, package: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "收回"
    folder.mkdir()
    for number in range(1, SCHOOLS + 1):
        (folder / f"{number:03}.docx").write_bytes(generated(empty, number))
    bad = changed(generated(empty, 99), lambda body: put(control(body, "锁定:规范办学"), "可以补课。"))
    (folder / "901.docx").write_bytes(bad)
    (folder / "902.docx").write_bytes(b"no document")
    plan, _problems = loads(package.example_text, "example.yaml")
    (folder / "903.xlsx").write_bytes(write_workbook(package, plan))
    monkeypatch.chdir(BUREAU)
    out = tmp_path / "汇总.xlsx"
    assert main(["collect", str(folder), "--template", package.name, "-o", str(out)]) == 1

    forms = {one["file"]: one for one in json.loads(out.with_suffix(".json").read_text("utf-8"))["forms"]}
    assert len(forms) == SCHOOLS + 3
    for number in range(1, SCHOOLS + 1):
        form = forms[f"{number:03}.docx"]
        assert not form["problems"]
        assert form["values"]["单位"] == form["values"]["落款.署名"] == f"青禾县第{number}小学"
        assert form["values"]["重点工作"] == 2 * random.Random(number).randint(1, 3)
    assert forms["903.xlsx"]["values"]["单位"] == plan["单位"]
    assert not forms["903.xlsx"]["problems"]

    book = openpyxl.load_workbook(out)
    summary, problems, *lists = book.worksheets
    assert [sheet.title for sheet in lists] == ["重点工作"]
    assert [cell.value for cell in lists[0][1]][:3] == ["文件", "单位", "标题"]
    assert summary.max_row == SCHOOLS + 4
    assert [cell.value for cell in summary[1]][:2] == ["文件", "单位"]
    assert [(row[0].value, row[1].value) for row in problems.iter_rows(min_row=2)] == [
        ("901.docx", "FRM-006"),
        ("902.docx", "RDR-002"),
    ]


def test_a_form_goes_out_and_comes_back_by_the_command_line(
    tmp_path: Path, package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(BUREAU / "templates", tmp_path / "templates")
    monkeypatch.chdir(tmp_path)
    form, plan = tmp_path / "填报.docx", tmp_path / "计划.yaml"
    assert main(["template", "form", package.name, "-o", str(form)]) == 0
    form.write_bytes(filled(form.read_bytes(), TEXTS, LISTS))
    assert main(["import", str(form), "--template", package.name, "-o", str(plan)]) == 0
    assert main(["build", str(plan)]) == 0
    assert plan.with_suffix(".docx").is_file()


def test_a_workbook_with_macros_or_of_another_template_is_refused(
    package: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(BUREAU)
    plan, _problems = loads(package.example_text, "example.yaml")
    sheet = write_workbook(package, plan)
    folder = tmp_path / "收回"
    folder.mkdir()
    with zipfile.ZipFile(io.BytesIO(sheet)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    (folder / "1.xlsx").write_bytes(packed({**parts, "xl/vbaProject.bin": b"x"}))
    (folder / "2.xlsm").write_bytes(sheet)
    city = shelf.find("云溪市学校工作计划", BUREAU)
    other, _problems = loads(city.example_text, "example.yaml")
    (folder / "3.xlsx").write_bytes(write_workbook(city, other))
    out = tmp_path / "汇总.xlsx"
    assert main(["collect", str(folder), "--template", package.name, "-o", str(out)]) == 1

    told = json.loads(out.with_suffix(".json").read_text("utf-8"))
    assert told["template"] == "青禾县学校工作计划@1.0"
    assert "青禾县学校工作计划@1.0" in capsys.readouterr().err
    ids = [[problem["id"] for problem in one["problems"]] for one in told["forms"]]
    assert ids == [["FRM-001"], ["FRM-001"], ["FRM-005"]]


def collected(folder: Path, package: Package) -> dict[str, Returned]:
    return {one.file: one for one in collect(folder, package, lambda _done, _of: None)}


def test_forms_of_one_school_are_told(empty: bytes, package: Package, tmp_path: Path) -> None:
    for name, changes in (
        ("a", {}),
        ("b", {}),
        ("c", {"负责人": "林晓岚"}),
        ("d", {"单位": "青禾县第二小学"}),
    ):
        (tmp_path / f"{name}.docx").write_bytes(filled(empty, {**TEXTS, **changes}, LISTS))
    found = collected(tmp_path, package)
    assert not found["d.docx"].problems
    [told] = found["a.docx"].problems
    assert (told.id, told.severity) == ("FRM-012", Severity.ERROR)
    assert told.message == f"“{TEXTS['单位']}”交了3份内容不同的填报表：a.docx、b.docx、c.docx"

    (tmp_path / "c.docx").unlink()
    [told] = collected(tmp_path, package)["a.docx"].problems
    assert (told.severity, told.hint) == (Severity.WARNING, "只留一份")


def test_what_cannot_be_read_as_a_form_is_told(empty: bytes, package: Package, tmp_path: Path) -> None:
    (tmp_path / "甲.docx").write_bytes(filled(empty, TEXTS, LISTS))
    for name in ("甲.pdf", "乙.pdf", "丙.doc", "丁.zip", "说明.txt", "~$甲.doc"):
        (tmp_path / name).write_bytes(b"x")
    told = {name: one.problems[0] for name, one in collected(tmp_path, package).items() if one.problems}
    assert {problem.id for problem in told.values()} == {"FRM-013"}
    assert {name: problem.hint[:4] for name, problem in told.items()} == {
        "乙.pdf": "请填报的",
        "丙.doc": "请填报的",
        "丁.zip": "先解压缩",
    }


def test_numbers_and_days_stand_in_the_sheets_to_be_reckoned_with(package: Package, tmp_path: Path) -> None:
    budget = "经费: [{项目: 图书, 金额: '1,200.50'}, {项目: 桌椅, 金额: 800}]\n"
    plan, _problems = loads(package.example_text + budget, "example.yaml")
    (tmp_path / "甲.xlsx").write_bytes(write_workbook(package, plan))
    [form] = collected(tmp_path, package).values()
    assert form.values["落款.日期"] == "2026-12-30"
    assert form.lists["经费"] == [{"项目": "图书", "金额": 1200.5}, {"项目": "桌椅", "金额": 800}]


def test_a_workbook_of_another_version_is_told(package: Package, tmp_path: Path) -> None:
    for version in ("0.9", "1.0"):
        named = package.example_text.replace(
            "模板: 青禾县学校工作计划", f"模板: 青禾县学校工作计划@{version}"
        )
        plan, _problems = loads(named, "example.yaml")
        (tmp_path / f"{version}.xlsx").write_bytes(write_workbook(package, plan))
    old, new = collected(tmp_path, package).values()
    assert [one.message for one in old.problems] == [
        "填报表是按“青禾县学校工作计划@0.9”做的，不是“青禾县学校工作计划@1.0”"
    ]
    assert "FRM-005" not in [one.id for one in new.problems]


def test_an_empty_folder_is_told(
    tmp_path: Path, package: Package, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(BUREAU)
    out = tmp_path / "汇总.xlsx"
    assert main(["collect", str(tmp_path), "--template", package.name, "-o", str(out)]) == 2
    assert "FRM-008" in capsys.readouterr().err
