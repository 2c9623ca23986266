"""Word files as people make them, for mending: runs cut anywhere, links, fields, notes, changes, comments."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement


def with_runs(*paragraphs: Sequence[str]) -> bytes:
    """A .docx with a paragraph for each list of runs, every second run bold."""
    made = docx.Document()
    for runs in paragraphs:
        paragraph = made.add_paragraph()
        for number, text in enumerate(runs):
            paragraph.add_run(text).bold = number % 2 == 1
    return saved(made)


def saved(made: Any) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def element(name: str, **attributes: str) -> Any:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def run(text: str, tag: str = "w:t") -> Any:
    made = element("w:r")
    inner = element(tag)
    inner.text = text
    made.append(inner)
    return made


def elaborate() -> bytes:
    """A file with everything in it that an edit must leave alone or go around."""
    made = docx.Document()
    made.add_paragraph("青禾县第一小学2027年工作计划")
    made.add_paragraph("一、工作目标")
    linked = made.add_paragraph("详见,")
    link = element("w:hyperlink", anchor="目标")
    link.append(run("学校网站,第二页"))
    linked._p.append(link)
    linked.add_run("。")
    field = made.add_paragraph("印发于,")
    for kind, text in (("begin", ""), ("", "DATE"), ("separate", ""), ("", "九月,一日"), ("end", "")):
        part = element("w:r")
        if kind:
            part.append(element("w:fldChar", fldCharType=kind))
        else:
            inner = element("w:instrText" if text == "DATE" else "w:t")
            inner.text = text
            part.append(inner)
        field._p.append(part)
    control = made.add_paragraph()
    box, content = element("w:sdt"), element("w:sdtContent")
    content.append(run("内容控件里的字,要改。"))
    box.append(content)
    control._p.append(box)
    changed = made.add_paragraph("已有修订,")
    gone, come = (
        element(name, id=id, author="王", date="2026-01-01T00:00:00Z")
        for name, id in (("w:del", "7"), ("w:ins", "8"))
    )
    gone.append(run("旧字,", "w:delText"))
    come.append(run("新字,新句。"))
    changed._p.append(gone)
    changed._p.append(come)
    table = made.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "时间"
    table.rows[0].cells[1].text = "学习,交流"
    return saved(made)
