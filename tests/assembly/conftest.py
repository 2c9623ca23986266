"""Small plans and books, and what is in a .docx."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document

WIDE = """\
    表格:
      横排: 是
      列: [序号, 事项, 时间, 部门]
      行: [["1", 开学检查, 2月, 总务处]]
"""


def plan(title: str, *chapters: str, more: str = "", wide: bool = False) -> str:
    """A plan with `chapters`, the last of them with a table on a landscape page if `wide`."""
    rows = "".join(f"  - 标题: {one}\n    正文: {one}要抓实抓细。\n" for one in chapters)
    return f"模板: 通用\n标题: {title}\n章节:\n{rows}{WIDE if wide else ''}{more}"


def word_file(title: str = "云溪县校车安全工作方案", header: str = "") -> bytes:
    """A Word file of someone else's with a typed title and typed numbers."""
    document = Document()
    document.add_paragraph(title).alignment = 1
    for text in ("一、工作目标", "校车运行平稳有序。", "二、主要措施", "司机持证上岗。"):
        document.add_paragraph(text)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    return saved(document)


def saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def xml(docx: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as parts:
        return parts.read(name).decode("utf-8")


def contents(docx: bytes) -> list[tuple[str, str]]:
    """The entries of the table of contents with their page numbers."""
    lines = re.findall(r'<w:pStyle w:val="TOC\d"/>.*?</w:p>', xml(docx))
    texts = [re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", line) for line in lines]
    return [("".join(words[:-1]), words[-1]) if len(words) > 1 else (words[0], "") for words in texts]


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with two plans, one of which turns a page, and a Word file."""
    schools = tmp_path / "学校"
    schools.mkdir()
    (schools / "2-溪头.yaml").write_text(plan("溪头小学计划", "教学", "安全", wide=True), encoding="utf-8")
    (schools / "10-东岭.yaml").write_text(plan("东岭小学计划", "德育"), encoding="utf-8")
    (tmp_path / "校车.docx").write_bytes(word_file())
    return tmp_path


def book(folder: Path, text: str) -> Path:
    path = folder / "汇编.yaml"
    path.write_text(text, encoding="utf-8")
    return path
