"""Writes the same paper with docgen and, where installed, python-docx and docxtpl; prints the times.

    python -m benchmarks.run [SECTIONS ...]      default 6 40

Every output is read back and must hold the same paragraphs and cells before its time counts.
Rounds take turns, so that a busy machine slows all writers alike; read the ratios, not the times.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

from benchmarks.adapter import render as docgen

ROUNDS = 9
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SENTENCE = "各备课组每周集体备课一次，做到定时间、定地点、定主讲人，第{n}周起由教务处随机抽查，结果记入考核。"
NUMERALS = "一二三四五六七八九十"
HEAD = ["序号", "任务", "责任部门", "时限"]

Blocks = list[dict[str, Any]]
Writer = Callable[[Blocks], bytes]


def paper(sections: int) -> Blocks:
    """A made-up plan: per section a heading, three paragraphs (one with a bold lead-in), a table."""
    return list(_blocks(sections))


def _blocks(sections: int) -> Iterator[dict[str, Any]]:
    yield _text("title", "某某市实验中学工作计划")
    for n in range(1, sections + 1):
        yield _text("h1", f"{NUMERALS[n % 10]}、第{n}项工作")
        yield _text("p", SENTENCE.format(n=n) * 3)
        yield _text("pl", SENTENCE.format(n=n) * 2, "一是抓实常规。")
        yield _text("p", f"按<方案>与R&D计划执行，共{n}项。")
        yield {
            "k": "table",
            "head": HEAD,
            "rows": [[str(row), f"任务{n}.{row}", "教务处", f"{row}月底前"] for row in range(1, 9)],
        }
    yield _text("sign", "某某市实验中学")
    yield _text("sign", "2026年9月1日")


def _text(kind: str, text: str, lead: str = "") -> dict[str, Any]:
    return {"k": kind, "t": text, "lead": lead}


def python_docx() -> Writer:
    """python-docx used with care: style objects kept, cells of a row taken together."""
    import docx

    def write(blocks: Blocks) -> bytes:
        document = docx.Document()
        heading = document.styles["Heading 1"]
        for block in blocks:
            if block["k"] == "table":
                rows = [block["head"], *block["rows"]]
                table = document.add_table(len(rows), len(block["head"]))
                for row, texts in zip(table.rows, rows, strict=True):
                    for cell, text in zip(row.cells, texts, strict=True):
                        cell.paragraphs[0].add_run(text)
                continue
            paragraph = document.add_paragraph(style=heading if block["k"] == "h1" else None)
            if block["lead"]:
                paragraph.add_run(block["lead"]).bold = True
            paragraph.add_run(block["t"])
        file = io.BytesIO()
        document.save(file)
        return file.getvalue()

    return write


def docxtpl() -> Writer:
    """docxtpl with a template made here and loaded once; escaping on, as the texts hold < and &."""
    import docx
    from docxtpl import DocxTemplate

    base = docx.Document()
    for line in ("{%p for b in blocks %}", "{%p if b.k == 'table' %}"):
        base.add_paragraph(line)
    table = base.add_table(3, 4)
    table.rows[0].cells[0].text = "{%tr for r in b.all %}"
    for at, cell in enumerate(table.rows[1].cells):
        cell.text = f"{{{{ r[{at}] }}}}"
    table.rows[2].cells[0].text = "{%tr endfor %}"
    base.add_paragraph("{%p elif b.k == 'h1' %}")
    base.add_paragraph("{{ b.t }}", style="Heading 1")
    base.add_paragraph("{%p else %}")
    line = base.add_paragraph()
    line.add_run("{{ b.lead }}").bold = True
    line.add_run("{{ b.t }}")
    for end in ("{%p endif %}", "{%p endfor %}"):
        base.add_paragraph(end)
    stored = io.BytesIO()
    base.save(stored)

    def write(blocks: Blocks) -> bytes:
        template = DocxTemplate(io.BytesIO(stored.getvalue()))
        rows = [{**b, "all": [b["head"], *b["rows"]]} if b["k"] == "table" else b for b in blocks]
        template.render({"blocks": rows}, autoescape=True)
        file = io.BytesIO()
        template.save(file)
        return file.getvalue()

    return write


def held(docx: bytes) -> list[str]:
    """The texts of all paragraphs that have one, cells among them, in their order."""
    with zipfile.ZipFile(io.BytesIO(docx)) as parts:
        root = ElementTree.fromstring(parts.read("word/document.xml"))
    texts = ("".join(text.text or "" for text in one.iter(f"{W}t")) for one in root.iter(f"{W}p"))
    return [text for text in texts if text]


def wanted(blocks: Blocks) -> list[str]:
    """What every writer's file must hold."""
    texts: list[str] = []
    for block in blocks:
        rows = [block["head"], *block["rows"]] if block["k"] == "table" else [[block["lead"] + block["t"]]]
        texts += [text for row in rows for text in row]
    return texts


def installed() -> dict[str, Writer]:
    """docgen, and those of its peers that this interpreter has."""
    made = {"docgen": docgen, "python-docx": _made(python_docx), "docxtpl": _made(docxtpl)}
    return {name: write for name, write in made.items() if write}


def _made(make: Callable[[], Writer]) -> Writer | None:
    try:
        return make()
    except ImportError as missing:
        print(f"left out: {missing}")
        return None


def measured(writers: dict[str, Writer], blocks: Blocks) -> dict[str, float]:
    """For each writer the median time of a document in ms, the first one not counted."""
    times: dict[str, list[float]] = {name: [] for name in writers}
    for name, write in writers.items():
        if held(write(blocks)) != wanted(blocks):
            raise SystemExit(f"{name} does not hold the paper")
    for _round in range(ROUNDS):
        for name, write in writers.items():
            start = time.perf_counter()
            write(blocks)
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(row) for name, row in times.items()}


def main(sizes: list[int]) -> None:
    writers = installed()
    for sections in sizes:
        found = measured(writers, paper(sections))
        print(f"{sections} sections, {len(wanted(paper(sections)))} paragraphs and cells")
        for name, ms in sorted(found.items(), key=lambda row: row[1]):
            print(f"  {name:12} {ms:9.2f} ms  {ms / found['docgen']:7.1f} x docgen")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [6, 40])
