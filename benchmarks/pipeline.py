"""The whole way, from a plan's YAML to a .docx: docgen against PyYAML with docxtpl.

    python -m benchmarks.pipeline [SECTIONS ...]      default 6 40: warm, in this process, taking turns
    python -m benchmarks.pipeline --cold              a new process for every document

Both read the same data from a file each; docxtpl keeps its template. Needs docxtpl.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from benchmarks.run import ROUNDS, Blocks, docxtpl, held, paper

Run = Callable[[], bytes]
PEER = """
import sys, yaml
from benchmarks.run import docxtpl
blocks = yaml.load(open(sys.argv[1], encoding="utf-8"), Loader=yaml.CSafeLoader)
open(sys.argv[2], "wb").write(docxtpl()(blocks))
"""


def plan(blocks: Blocks) -> dict[str, Any]:
    """The plan that prints what `blocks` hold, numbers left to docgen."""
    title, *body, organ, date = blocks
    chapters: list[dict[str, Any]] = []
    for block in body:
        if block["k"] == "h1":
            chapters.append({"标题": block["t"].partition("、")[2], "正文": []})
        elif block["k"] == "table":
            chapters[-1]["正文"].append({"表格": {"列": list(block["head"]), "行": block["rows"]}})
        else:
            chapters[-1]["正文"].append(block["lead"] + block["t"])
    signature = {"署名": organ["t"], "日期": date["t"]}
    return {"模板": "通用", "标题": title["t"], "章节": chapters, "落款": signature}


def files(folder: Path, sections: int) -> tuple[Path, Path]:
    """The plan and the blocks of a paper of `sections`, as YAML."""
    blocks = paper(sections)
    ours, theirs = folder / f"{sections}.plan.yaml", folder / f"{sections}.blocks.yaml"
    for path, data in ((ours, plan(blocks)), (theirs, blocks)):
        path.write_text(
            yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6), encoding="utf-8"
        )
    return ours, theirs


def warm(ours: Path, theirs: Path) -> tuple[Run, Run]:
    """One document each, in this process."""
    import docgen

    write = docxtpl()

    def peer() -> bytes:
        return write(yaml.load(theirs.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))

    return lambda: docgen.render(ours).to_bytes("docx"), peer


def cold(ours: Path, theirs: Path) -> tuple[Run, Run]:
    """One document each, in a process of its own."""
    out = ours.with_suffix(".docx")

    def run(*words: str) -> bytes:
        subprocess.run([sys.executable, *words], check=True, capture_output=True)
        return out.read_bytes()

    return (
        lambda: run("-m", "docgen", "build", str(ours), "-o", str(out), "--force"),
        lambda: run("-c", PEER, str(theirs), str(out)),
    )


def medians(runs: tuple[Run, Run]) -> tuple[float, float]:
    """The median time of each in ms, taking turns; the first of each is not counted."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(ROUNDS + 1):
        for run, row in zip(runs, times, strict=True):
            start = time.perf_counter()
            made = run()
            if turn:
                row.append((time.perf_counter() - start) * 1000)
            else:
                assert held(made)
    return statistics.median(times[0]), statistics.median(times[1])


def main(words: list[str]) -> None:
    way = cold if "--cold" in words else warm
    sizes = [int(word) for word in words if word.isdigit()] or [6, 40]
    with tempfile.TemporaryDirectory() as folder:
        for sections in sizes:
            ours, theirs = medians(way(*files(Path(folder), sections)))
            row = f"docgen {ours:.1f} ms, docxtpl {theirs:.1f} ms, {ours / theirs:.2f}"
            print(f"{way.__name__} {sections:4} sections: {row}")


if __name__ == "__main__":
    main(sys.argv[1:])
