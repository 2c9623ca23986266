"""How the time of reading grows with a file: read, recognised, judged, imported.

    python -m benchmarks.reading [CHARACTERS …]

Prints the seconds of each stage for texts of 75,000 to 600,000 characters, as .txt and as .docx, and the
exponent of growth between the smallest and the largest: 1 is linear.
"""

from __future__ import annotations

import io
import math
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import docx

from docgen.compare.compare import compare
from docgen.intake.tree import tree
from docgen.lint.of_recognised import reading
from docgen.lint.run import run
from docgen.manuscript import Manuscript
from docgen.reader import text
from docgen.reader.read import read_docx
from docgen.recognise.recognise import recognise

SIZES = (75_000, 150_000, 300_000, 600_000)
NUMERALS = "一二三四五六七八九十"
SENTENCE = "学校组织教师集体备课，每周一次，由教研组长负责，教导处按月检查，记录存入业务档案。"


def paper(characters: int) -> str:
    """A plan of about so many characters: chapters, sections, items."""
    lines, count, chapter = ["青禾县实验学校五年工作计划"], 0, 0
    while count < characters:
        lines.append(f"{NUMERALS[chapter % 10]}、第{chapter + 1}项工作")
        for section in range(5):
            lines.append(f"（{NUMERALS[section]}）抓实第{chapter}之{section}项常规。{SENTENCE * 3}")
            lines += [f"{item}.第{chapter}之{section}组：{SENTENCE * 2}" for item in range(1, 6)]
        chapter += 1
        count = sum(map(len, lines[-30:])) * chapter
    return "\n".join(lines)


def as_docx(source: str) -> bytes:
    made, out = docx.Document(), io.BytesIO()
    for line in source.splitlines():
        made.add_paragraph(line)
    made.save(out)
    return out.getvalue()


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def stages(manuscript: Callable[[], Manuscript]) -> dict[str, float]:
    """The seconds that each stage takes."""
    seconds: dict[str, float] = {}
    seconds["read"], lines = timed(manuscript)
    seconds["recognise"], recognised = timed(lambda: recognise(lines))
    seconds["lint"], _found = timed(lambda: run(reading(recognised)))
    seconds["tree"], _paper = timed(lambda: tree(recognised))
    seconds["compare"], _differences = timed(lambda: compare(recognised, recognised))
    return seconds


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    for kind in ("txt", "docx"):
        rows = []
        for size in sizes:
            source = paper(size)
            data = source.encode("utf-8") if kind == "txt" else as_docx(source)
            read = partial(text.read if kind == "txt" else read_docx, data, f"a.{kind}")
            rows.append((len(source), stages(read)))
        for length, seconds in rows:
            told = "  ".join(f"{stage} {value:6.2f}" for stage, value in seconds.items())
            print(f"{kind:5s}{length:8d} characters  {told}  s")
        (small, first), (large, last) = rows[0], rows[-1]
        growth = math.log(sum(last.values()) / sum(first.values())) / math.log(large / small)
        print(f"{kind:5s}growth {growth:.2f}")


if __name__ == "__main__":
    main()
