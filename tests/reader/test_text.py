"""Text files: their encodings, their lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.problems import CannotRead
from docgen.reader.read import READABLE, read

TEXT = "工作计划\r\n\r\n  一、目标\n安全第一。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_a_text_is_read_in_any_encoding_of_windows(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(encoding))

    found = read(path)

    assert [(line.text, line.place.line) for line in found.pieces] == [  # type: ignore[union-attr]
        ("工作计划", 1),
        ("  一、目标", 3),
        ("安全第一。", 4),
    ]
    assert [problem.id for problem in found.problems] == (["RDR-007"] if encoding.startswith("gb") else [])


def test_headings_of_markdown_have_levels_and_keep_their_marks(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# 计划\n## 目标\n正文 # 不是标题\n", encoding="utf-8")

    found = read(tmp_path / "a.md")

    assert [(line.text, line.level) for line in found.pieces] == [  # type: ignore[union-attr]
        ("# 计划", 1),
        ("## 目标", 2),
        ("正文 # 不是标题", 0),
    ]


@pytest.mark.parametrize("content", [b"\x00\x01\x02", b"\xff\xff\xff\xff", b"\x89PNG\r\n\x1a\n\xff"])
def test_what_is_no_text_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)

    with pytest.raises(CannotRead, match="RDR-006"):
        read(tmp_path / "a.txt")


def test_a_file_that_is_not_there_or_of_no_known_kind_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")

    with pytest.raises(CannotRead, match="没有这个文件"):
        read(tmp_path / "no.docx")
    with pytest.raises(CannotRead, match=r"不会读“\.pdf”文件"):
        read(tmp_path / "a.pdf")
    (tmp_path / "folder.docx").mkdir()
    with pytest.raises(CannotRead, match="这是文件夹"):
        read(tmp_path / "folder.docx")
    assert ".wps" in READABLE
