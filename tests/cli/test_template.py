"""`docgen template` as a bureau and a school type it, and the example of a bureau."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Call

BUREAU = Path(__file__).parents[2] / "examples" / "bureau"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("APPDATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_package_is_sound_and_goes_all_the_way_to_a_document(here: Path, call: Call) -> None:
    made = call("template", "new", "云溪县工作计划", "--id", "yunxi", "--publisher", "云溪县教育局")
    checked = call("template", "check", "yunxi")
    packed = call("template", "pack", "yunxi", "-o", "out.docgen")
    shutil.rmtree(here / "yunxi")
    installed = call("template", "install", "out.docgen")
    begun = call("new", "云溪县工作计划", "-o", "plan.yaml")
    built = call("build", "plan.yaml")

    assert [step.code for step in (made, checked, packed, installed, begun, built)] == [0] * 6
    assert checked.out == "yunxi：没有发现问题\n"
    assert installed.out.strip().endswith("yunxi@1.0")
    assert (here / "plan.docx").is_file()
    assert "\n模板: 云溪县工作计划@1.0\n" in (here / "plan.yaml").read_text(encoding="utf-8")


def test_a_form_of_an_installed_template_names_its_version(here: Path, call: Call) -> None:
    call("template", "new", "云溪县工作计划", "--id", "yunxi")
    call("template", "pack", "yunxi", "-o", "out.docgen")
    call("template", "install", "out.docgen")
    shutil.rmtree(here / "yunxi")

    made = call("new", "云溪县工作计划", "--form", "xlsx", "-o", "表.xlsx")
    book = openpyxl.load_workbook(here / "表.xlsx")

    assert made.code == 0
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "云溪县工作计划@1.0" in cells
    assert call("build", "表.xlsx").code == 0


def test_a_new_package_below_one_with_locked_limits_is_sound(here: Path, call: Call) -> None:
    shutil.copytree(BUREAU / "templates" / "city-plan", here / "city-plan")
    call("template", "new", "云溪县工作计划", "--id", "yunxi", "--parent", "云溪市学校工作计划")

    assert call("template", "check", "yunxi").out == "yunxi：没有发现问题\n"


def test_the_example_of_a_bureau_is_published_filled_and_built(here: Path, call: Call) -> None:
    for name in ("city-plan", "county-plan"):
        assert call("template", "check", BUREAU / "templates" / name).out.endswith("没有发现问题\n")
        assert call("template", "pack", BUREAU / "templates" / name).code == 0
    city, county = here / "云溪市学校工作计划-1.0.docgen", here / "青禾县学校工作计划-1.0.docgen"
    without_parent = call("template", "install", county)
    installed = [call("template", "install", path).code for path in (city, county)]
    shutil.copy(BUREAU / "school.yaml", here / "school.yaml")
    shutil.copy(BUREAU / "schools.csv", here / "schools.csv")

    done = call("batch", "school.yaml", "--data", "schools.csv", "-o", "out", "--jobs", "1", "--to", "txt")

    assert without_parent.code == 1 and "TPL-002" in without_parent.err
    assert installed == [0, 0]
    assert done.code == 0
    texts = [path.read_text(encoding="utf-8") for path in sorted((here / "out").glob("*.txt"))]
    assert len(texts) == 6
    assert all("不组织违规补课，不公布学生成绩排名" in text for text in texts)
    assert "本校负责人：何远山。" in texts[1]


def test_list_and_show_say_what_there_is(call: Call) -> None:
    listed = json.loads(call("template", "list", "--json").out)["templates"]
    shown = json.loads(call("template", "show", "工作计划", "--json").out)

    assert {"工作计划", "通知", "校历"} <= {one["name"] for one in listed}
    assert [section["key"] for section in shown["sections"]][:2] == ["指导思想", "工作目标"]
    assert "重点工作（建议）" in call("template", "show", "工作计划").out
    assert "工作计划@1.0  work-plan" in call("template", "list").out


def test_what_is_wrong_with_a_package_is_told_with_its_line(here: Path, call: Call) -> None:
    call("template", "new", "云溪县工作计划", "--id", "yunxi")
    path = here / "yunxi" / "template.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("键: 重点工作", "键: 特色"), encoding="utf-8")

    ended = call("template", "check", "yunxi")

    assert ended.code == 1
    assert f"{path.relative_to(here)}:" in ended.out and "TPL-035" in ended.out


def test_an_id_that_is_no_id_is_refused(call: Call) -> None:
    ended = call("template", "new", "计划", "--id", "计划")

    assert ended.code == 2 and "--id" in ended.err


def test_keys_are_made_once(here: Path, call: Call) -> None:
    assert call("template", "keys").code == 0
    assert call("template", "keys").code == 2


def test_a_plan_is_moved_and_the_old_one_stays(here: Path, call: Call) -> None:
    plan = here / "plan.yaml"
    plan.write_text(
        "模板: 工作计划\n单位: 云溪小学\n年度: 2027\n校训: 勤\n指导思想: 办好学校。\n", encoding="utf-8"
    )

    ended = call("template", "update", "plan.yaml")

    assert ended.code == 0
    assert "没有位置，改成注释：校训" in ended.out and "缺少：重点工作" in ended.out
    assert "# 校训: 勤" in (here / "plan-1.0.yaml").read_text(encoding="utf-8")
    assert "校训: 勤" in plan.read_text(encoding="utf-8")
