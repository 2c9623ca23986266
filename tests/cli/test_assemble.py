"""`docgen assemble` as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import PLAN, Call

BOOK = "标题: 通知汇编\n目录: 否\n组成: [甲.yaml]\n"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "甲.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "book.yaml").write_text(BOOK, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_book_stands_beside_its_file(work: Path, call: Call) -> None:
    ended = call("assemble", "book.yaml")

    assert (ended.code, ended.out) == (0, "book.docx\n")
    assert (work / "book.docx").read_bytes().startswith(b"PK")


def test_what_was_written_is_told_as_json(work: Path, call: Call) -> None:
    ended = call("assemble", "book.yaml", "-o", "out/", "--json")

    assert json.loads(ended.out)["written"] == [str(Path("out") / "book.docx")]


def test_a_file_that_is_there_is_not_written_over(work: Path, call: Call) -> None:
    call("assemble", "book.yaml")

    assert call("assemble", "book.yaml").code == 2
    assert call("assemble", "book.yaml", "--force").code == 0


def test_the_book_is_not_written_over_itself(work: Path, call: Call) -> None:
    ended = call("assemble", "book.yaml", "-o", "book.yaml", "--force")

    assert ended.code == 2
    assert (work / "book.yaml").read_text(encoding="utf-8") == BOOK


def test_a_part_is_not_written_over(work: Path, call: Call) -> None:
    (work / "乙.docx").write_bytes(b"theirs")
    (work / "book.yaml").write_text(BOOK.replace("甲.yaml", "甲.yaml, 乙.docx"), encoding="utf-8")

    ended = call("assemble", "book.yaml", "-o", "乙.docx", "--force")

    assert (ended.code, "ASM-007" in ended.err) == (1, True)
    assert (work / "乙.docx").read_bytes() == b"theirs"


def test_nothing_is_written_where_a_part_is_wrong(work: Path, call: Call) -> None:
    (work / "甲.yaml").write_text(PLAN.replace("章节", "张节"), encoding="utf-8")

    ended = call("assemble", "book.yaml")

    assert ended.code == 1
    assert "甲.yaml:4" in ended.err
    assert sorted(path.name for path in work.iterdir()) == ["book.yaml", "甲.yaml"]


def test_a_book_is_no_text(work: Path, call: Call) -> None:
    ended = call("assemble", "book.yaml", "--to", "txt")

    assert (ended.code, "CLI-006" in ended.err) == (2, True)
    assert not (work / "book.txt").exists()


def test_a_joined_plan_is_written_as_any_plan(work: Path, call: Call) -> None:
    text = "方式: 合编\n总稿: 甲.yaml\n组成: [乙.yaml]\n"
    (work / "book.yaml").write_text(text, encoding="utf-8")
    (work / "乙.yaml").write_text(
        "模板: 通用\n标题: 乙\n章节: [{标题: 后勤, 正文: 保障。}]\n", encoding="utf-8"
    )

    ended = call("assemble", "book.yaml", "--to", "txt,docx")

    assert ended.out.split() == ["book.txt", "book.docx"]
    assert "三、后勤" in (work / "book.txt").read_text(encoding="utf-8")
