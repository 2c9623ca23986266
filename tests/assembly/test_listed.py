"""What a book lists: folders unfolded, what cannot be a part told."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.assembly.book import read
from docgen.assembly.listed import alike, found, in_order
from tests.assembly.conftest import book, plan

HEAD = "标题: 甲\n组成:\n"
FAULTS = {
    "missing": ("  - 学校/2-溪头x.yaml\n", "ASM-002", "2-溪头.yaml"),
    "missing folder": ("  - 文件夹: 学样\n", "ASM-002", "学校"),
    "a folder as a file": ("  - 学校\n", "ASM-002", "文件夹: 学校"),
    "outside": ("  - ../甲.yaml\n", "ASM-003", "旁边"),
    "absolute": ("  - /甲.yaml\n", "ASM-003", "旁边"),
    "empty folder": ("  - 文件夹: 空\n", "ASM-004", ".docx"),
    "nothing but a divider": ("  - 分隔页: 第一编\n", "ASM-004", ""),
    "another kind": ("  - 说明.txt\n", "ASM-005", ".docx"),
    "twice": ("  - 校车.docx\n  - 校车.docx\n", "ASM-006", "删去"),
    "twice by a folder": ("  - 学校/10-东岭.yaml\n  - 文件夹: 学校\n", "ASM-006", "删去"),
    "the book itself": ("  - 汇编.yaml\n", "ASM-007", "删去"),
    "the output": ("  - 汇编.docx\n", "ASM-007", "删去"),
}


@pytest.mark.parametrize(("rows", "id", "hint"), FAULTS.values(), ids=FAULTS)
def test_what_cannot_be_a_part_is_told(shelf: Path, rows: str, id: str, hint: str) -> None:
    (shelf / "空").mkdir()
    (shelf / "说明.txt").write_text("说明", encoding="utf-8")
    (shelf / "汇编.docx").write_bytes(b"")

    _parts, problems = found(read(book(shelf, HEAD + rows)), shelf / "汇编.docx")

    assert [(one.id, hint in one.hint) for one in problems] == [(id, True)]


def test_a_folder_gives_its_files_by_name(shelf: Path) -> None:
    folder = shelf / "学校"
    for name in ("~$2-溪头.docx", ".隐藏.yaml", "docgen.yaml", "照片.png"):
        (folder / name).write_text("甲: 乙\n", encoding="utf-8")
    (folder / "格式.yaml").write_text("继承: gbt9704\n", encoding="utf-8")

    parts, problems = found(read(book(shelf, f"{HEAD}  - 文件夹: 学校\n    分隔页: 第一编\n")))

    assert [(part.path.name, part.divider) for part in parts if part.path] == [
        ("2-溪头.yaml", "第一编"),
        ("10-东岭.yaml", ""),
    ]
    assert problems == []


def test_a_file_made_of_a_plan_beside_it_is_left_out_and_told(shelf: Path) -> None:
    (shelf / "学校" / "2-溪头.docx").write_bytes(b"")

    parts, problems = found(read(book(shelf, f"{HEAD}  - 文件夹: 学校\n")))

    assert [part.path.suffix for part in parts if part.path] == [".yaml", ".yaml"]
    assert [one.id for one in problems] == ["ASM-008"]


def test_papers_that_cannot_be_parts_are_told(shelf: Path) -> None:
    for name in ("红头.pdf", "说明.txt", "章.png", "旧文.doc"):
        (shelf / "学校" / name).write_bytes(b"")

    parts, problems = found(read(book(shelf, f"{HEAD}  - 文件夹: 学校\n")))

    assert [part.path.name for part in parts if part.path] == ["2-溪头.yaml", "10-东岭.yaml", "旧文.doc"]
    assert [(one.id, one.excerpt) for one in problems] == [("ASM-019", "红头.pdf、说明.txt")]


def test_the_book_and_its_output_are_no_parts_of_their_folder(tmp_path: Path) -> None:
    (tmp_path / "甲.yaml").write_text(plan("甲", "乙"), encoding="utf-8")
    (tmp_path / "成书.docx").write_bytes(b"")

    parts, _problems = found(read(book(tmp_path, f"{HEAD}  - 文件夹: .\n")), tmp_path / "成书.docx")

    assert [part.path.name for part in parts if part.path] == ["甲.yaml"]


def test_a_link_does_not_lead_out_of_the_folder(
    shelf: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "甲.yaml"
    elsewhere.write_text(plan("甲", "乙"), encoding="utf-8")
    (shelf / "外.yaml").symlink_to(elsewhere)
    (shelf / "学校" / "外.yaml").symlink_to(elsewhere)

    for rows in ("  - 外.yaml\n", "  - 文件夹: 学校\n"):
        _parts, problems = found(read(book(shelf, HEAD + rows)))

        assert [(one.id, one.excerpt) for one in problems] == [("ASM-003", "外.yaml")]


def test_files_that_are_alike_are_told(shelf: Path) -> None:
    (shelf / "学校" / "11.yaml").write_bytes((shelf / "学校" / "10-东岭.yaml").read_bytes())

    parts, problems = found(read(book(shelf, f"{HEAD}  - 文件夹: 学校\n")))

    assert problems == []
    assert [(one.id, "10-东岭.yaml" in one.message) for one in alike(parts)] == [("ASM-009", True)]


def test_numbers_in_names_count_by_their_value() -> None:
    names = ["10-乙.yaml", "第2所.yaml", "9-甲.yaml", "第12所.yaml", "01.yaml"]

    assert sorted(names, key=in_order) == ["01.yaml", "9-甲.yaml", "10-乙.yaml", "第2所.yaml", "第12所.yaml"]
