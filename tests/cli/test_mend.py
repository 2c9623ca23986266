"""`docgen check` with --fix, --track and --diff, as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.mend.files import with_runs

TEXT = "青禾县第一小学2027年工作计划\n一、工作目标\n落实课程方案,抓实教学常规,做到有记录。\n20**年完成。\n"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "last.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "last.docx").write_bytes(with_runs(*([line] for line in TEXT.splitlines())))
    return tmp_path


def test_fix_writes_a_new_file_and_tells_what_is_left(work: Path, call: Call) -> None:
    done = call("check", "last.txt", "--fix")

    assert done.code == 0 and done.out == "last-改.txt\n"
    assert "落实课程方案，抓实教学常规，" in (work / "last-改.txt").read_text(encoding="utf-8")
    assert (work / "last.txt").read_text(encoding="utf-8") == TEXT
    assert "已改 PUN-001" in done.err and "PLH-001" in done.err


def test_fix_types_a_plan_right_that_cannot_be_read(work: Path, call: Call) -> None:
    plan = "模板：工作计划\n标题：甲\n引言：好。\n"
    (work / "计划.yaml").write_text(plan, encoding="gbk")
    done = call("check", "计划.yaml", "--fix")

    assert (done.code, done.out) == (0, "计划-改.yaml\n")
    assert (work / "计划-改.yaml").read_text(encoding="utf-8") == plan.replace("：", ": ")
    assert "计划.yaml:1:3: 已改 YML-010 键“模板”后是全角冒号" in done.err
    assert "改了4处，还有0处要自己看\n" in done.err
    assert "接着检查改好的：docgen check 计划-改.yaml\n" in done.err
    assert call("build", "计划-改.yaml", "--to", "txt").code == 0


def test_what_was_typed_right_is_told_to_programs(work: Path, call: Call) -> None:
    (work / "计划.yaml").write_text("模板：工作计划\n引言: 好。\n", encoding="utf-8")
    told = json.loads(call("check", "计划.yaml", "--fix", "--json").out)

    assert told["written"] == "计划-改.yaml" and told["left"] == []
    assert [one["id"] for one in told["done"]] == ["YML-010"]


def test_a_file_with_nothing_to_mend_is_not_written_again(work: Path, call: Call) -> None:
    call("check", "last.txt", "--fix")

    again = call("check", "last-改.txt", "--fix")

    assert again.out == "last-改.txt：没有能自动改的\n"
    assert not (work / "last-改-改.txt").exists()


def test_track_proposes_in_a_word_file(work: Path, call: Call) -> None:
    done = call("check", "last.docx", "--track", "-o", "out.docx", "--json")

    told = json.loads(done.out)
    assert told["written"] == "out.docx" and {row["id"] for row in told["done"]} >= {"PUN-001"}
    assert (work / "out.docx").is_file()


def test_nothing_is_written_over(work: Path, call: Call) -> None:
    call("check", "last.txt", "--fix")

    assert call("check", "last.txt", "--fix").code == 2
    assert call("check", "last.txt", "--fix", "--force").code == 0


def test_diff_compares_files_of_any_kind(work: Path, call: Call) -> None:
    (work / "new.txt").write_text(TEXT.replace("有记录", "有计划、有记录"), encoding="utf-8")

    same = call("check", "last.txt", "last.docx", "--diff")
    other = call("check", "last.docx", "new.txt", "--diff")
    strict = call("check", "last.docx", "new.txt", "--diff", "--strict", "--json")

    assert same.code == 0 and same.out.startswith("内容没有不同")
    assert "做到有{+计划、有+}记录" in other.out and other.code == 0
    assert strict.code == 1 and len(json.loads(strict.out)["differences"]) == 1


def test_a_plan_is_compared_with_the_document_it_makes(work: Path, call: Call) -> None:
    call("import", "last.txt", "-o", "plan.yaml")
    call("build", "plan.yaml", "-o", "built.docx")

    assert call("check", "plan.yaml", "built.docx", "--diff").out.startswith("内容没有不同")


@pytest.mark.parametrize("words", [("last.txt", "--diff"), ("last.txt", "last.docx")])
def test_comparing_wants_two_files_and_its_word(work: Path, call: Call, words: tuple[str, ...]) -> None:
    assert call("check", *words).code == 2


def test_where_nothing_is_mended_programs_are_told_so(work: Path, call: Call) -> None:
    (work / "good.txt").write_text("青禾县第一小学2027年工作计划\n落实课程方案。\n", encoding="utf-8")

    told = json.loads(call("check", "good.txt", "--fix", "--json").out)

    assert (told["written"], told["done"]) == ("", [])
    assert not (work / "good-改.txt").exists()


@pytest.mark.parametrize("words", [("--fix",), ("--track",), ("last.docx", "--diff")])
def test_a_file_that_cannot_be_read_writes_nothing(work: Path, call: Call, words: tuple[str, ...]) -> None:
    (work / "bad.docx").write_bytes((work / "last.docx").read_bytes()[:900])
    before = sorted(work.iterdir())

    assert call("check", "bad.docx", *words).code == 2
    assert sorted(work.iterdir()) == before
