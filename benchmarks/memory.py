"""The memory a writer takes for one paper, in a process of its own: docgen, python-docx, docxtpl.

    python -m benchmarks.memory [SECTIONS]      default 400

Prints for each the peak of the whole process, and how much of it came with the paper: what Python, the
libraries and the blocks take was there before. Reads the peak from the system (Linux, macOS).
"""

from __future__ import annotations

import resource
import subprocess
import sys

from benchmarks.run import installed, paper

MEBIBYTE = 1024 * 1024
UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which the system counts."""


def peak() -> float:
    """The most memory that this process has taken so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / MEBIBYTE


def one(name: str, sections: int) -> str:
    """The peak of this process with a paper by the writer `name`, and the part that came with it."""
    write = installed()[name]
    write(paper(1))
    blocks = paper(sections)
    before = peak()
    size = len(write(blocks))
    return f"{name:12} {peak():6.0f} MiB, {peak() - before:6.0f} MiB for the paper, {size / 1000:6.0f} KB"


def main(words: list[str]) -> None:
    if len(words) == 2:
        print(one(words[0], int(words[1])))
        return
    sections = words[0] if words else "400"
    for name in installed():
        subprocess.run([sys.executable, "-m", "benchmarks.memory", name, sections], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
