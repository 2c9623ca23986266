"""`docgen import 改后.docx --update PLAN.yaml`: what it writes and prints, and what it never overwrites."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import docgen
from docgen.cli.main import main
from tests.intake.word_edits import File, say, text_of

PLAN = """\
模板: 工作计划
单位: 云溪县青禾小学
学年: 2026—2027

重点工作:   # 两项
  - 标题: 抓实课堂教学
    条目: [每周集体备课一次。, 每月听课四节。]
  - 标题: 守牢校园安全
    条目: [每日巡查校园。]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a plan, and with what became of its document in Word."""
    monkeypatch.chdir(tmp_path)
    Path("计划.yaml").write_text(PLAN, encoding="utf-8")
    file = File(docgen.render("计划.yaml").to_bytes("docx"))
    p = file.find("每月听课")
    say(p, 4, 6, "六节")
    Path("改后.docx").write_bytes(file.save())
    return tmp_path


def test_the_new_plan_stands_beside_the_old_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "改后.docx", "--update", "计划.yaml"]) == 0
    assert (folder / "计划.yaml").read_text(encoding="utf-8") == PLAN
    new = (folder / "计划-改后.yaml").read_text(encoding="utf-8")
    assert new == PLAN.replace("听课四节", "听课六节")
    out, err = capsys.readouterr()
    assert out == (
        "改 “重点工作”第1项的“条目”第2项（第7行）：每月听课四节。 → 每月听课六节。\n计划-改后.yaml\n"
    )
    assert err == ""


def test_the_plan_itself_is_overwritten_only_by_force(folder: Path) -> None:
    assert main(["import", "改后.docx", "--update", "计划.yaml", "-o", "计划.yaml"]) == 2
    assert (folder / "计划.yaml").read_text(encoding="utf-8") == PLAN
    assert main(["import", "改后.docx", "--update", "计划.yaml", "-o", "计划.yaml", "--force"]) == 0
    assert "听课六节" in (folder / "计划.yaml").read_text(encoding="utf-8")


def test_changes_are_data(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "改后.docx", "--update", "计划.yaml", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["same"] is True
    assert said["written"] == ["计划-改后.yaml"]
    assert said["problems"] == []
    (change,) = said["changes"]
    assert change["kind"] == "changed"
    assert change["key"] == ["重点工作", 0, "条目", 1]
    assert change["paragraph"] > 0
    assert folder.joinpath("计划-改后.yaml").is_file()


def test_what_no_key_takes_is_printed_and_does_not_fail(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = File((folder / "改后.docx").read_bytes())
    p = file.find("抓实课堂教学")
    assert text_of(p)
    p.addprevious(file.find("工作计划"))
    (folder / "改后.docx").write_bytes(file.save())
    assert main(["import", "改后.docx", "--update", "计划.yaml"]) == 0
    assert "IMP-04" in capsys.readouterr().err


def test_a_plan_that_cannot_be_built_is_refused_and_nothing_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "计划.yaml").write_text("模板: 工作计划\n单位: 云溪县青禾小学\n没有的键: 1\n", encoding="utf-8")
    assert main(["import", "改后.docx", "--update", "计划.yaml"]) == 1
    assert "没有的键" in capsys.readouterr().err
    assert not (folder / "计划-改后.yaml").exists()


def test_a_plan_that_is_not_there_is_told(folder: Path) -> None:
    assert main(["import", "改后.docx", "--update", "没有.yaml"]) == 2
    assert sorted(path.name for path in folder.iterdir()) == ["改后.docx", "计划.yaml"]


def test_a_workbook_is_no_plan_to_update(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "填报.xlsx").write_bytes(b"")
    assert main(["import", "改后.docx", "--update", "填报.xlsx", "-o", "新.yaml"]) == 1
    assert "IMP-040" in capsys.readouterr().err
