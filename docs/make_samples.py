"""Writes samples/去年的计划.docx, the file that the tutorial begins with: a plan typed by hand.

It has blanks for indents, and numbers that are typed and some of them wrong. Its words stand in
samples/last-year.txt.

`python docs/make_samples.py` writes the file; a test compares what it says with those words.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).parent / "samples"
WORDS = SAMPLES / "last-year.txt"
TARGET = SAMPLES / "去年的计划.docx"
INDENT = "    "
"""What people type where Word has an indent."""
LOOKS = ("标题", "小标题", "表格", "右")


def lines() -> list[tuple[str, str]]:
    """The look (空 for plain text) and the words of each line."""
    return [_line(line) for line in WORDS.read_text(encoding="utf-8").splitlines()]


def _line(line: str) -> tuple[str, str]:
    look, _blank, words = line.partition(" ")
    return (look, words) if look in LOOKS else ("空", line)


def document() -> Any:
    """The sample as a python-docx Document."""
    import docx
    from docx.shared import Mm

    made = docx.Document()
    made.core_properties.author = "青禾小学办公室"
    made.sections[0].page_width, made.sections[0].page_height = Mm(210), Mm(297)
    for look, group in groupby(lines(), key=lambda line: line[0]):
        words = [text for _look, text in group]
        if look == "表格":
            _table(made, [row.split("|") for row in words])
        else:
            for text in words:
                _paragraph(made, look, text)
    return made


def _table(made: Any, rows: Iterable[list[str]]) -> None:
    found = list(rows)
    table = made.add_table(rows=len(found), cols=len(found[0]), style="Table Grid")
    for line, texts in zip(table.rows, found, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text


def _paragraph(made: Any, look: str, text: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt

    paragraph = made.add_paragraph()
    run = paragraph.add_run(text if look in ("标题", "右") or not text else INDENT + text)
    run.bold = look in ("标题", "小标题")
    face, size = ("黑体", 18) if look == "标题" else ("宋体", 12)
    run.font.name, run.font.size = face, Pt(size)
    run._element.rPr.rFonts.set(qn("w:eastAsia"), face)
    if look in ("标题", "右"):
        sides = WD_ALIGN_PARAGRAPH
        paragraph.alignment = sides.CENTER if look == "标题" else sides.RIGHT


if __name__ == "__main__":
    document().save(TARGET)
