"""Many documents in one process: memory stays flat, files are closed, threads do not disturb each other.

The long run is by hand: DOCGEN_SOAK=20000 python -m pytest tests/test_soak.py
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import docgen
from docgen.resources import folder

DOCUMENTS = int(os.environ.get("DOCGEN_SOAK", "2000"))
TEMPLATES = ("work-plan", "notice", "teaching-plan", "summary-report")
THREADS = 8
MEBIBYTE = 1024 * 1024
MOST_GROWTH = 4 * MEBIBYTE
"""What the allocator may keep for itself between two documents of different size."""

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


def plans(into: Path) -> list[Path]:
    """Copies of examples, with texts that no other copy has."""
    found = [folder("templates") / name / "example.yaml" for name in TEMPLATES]
    paths = []
    for number in range(len(found) * 3):
        text = found[number % len(found)].read_text(encoding="utf-8")
        paths.append(into / f"{number}.yaml")
        paths[-1].write_text(text.replace("学校", f"学校（{number}）"), encoding="utf-8")
    return paths


def made(path: Path) -> bytes:
    return docgen.render(path).to_bytes("docx")


def held_memory() -> int:
    """The memory of this process, in bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def after(documents: int, paths: list[Path], measure: Callable[[], int]) -> int:
    for number in range(documents):
        made(paths[number % len(paths)])
    gc.collect()
    return measure()


@on_linux
def test_memory_stays_flat_over_many_documents(tmp_path: Path) -> None:
    paths = plans(tmp_path)
    early = after(DOCUMENTS // 4, paths, held_memory)

    late = after(DOCUMENTS - DOCUMENTS // 4, paths, held_memory)

    assert late - early < MOST_GROWTH


@on_linux
def test_no_file_stays_open(tmp_path: Path) -> None:
    paths = plans(tmp_path)
    early = after(len(paths), paths, open_files)

    assert after(2 * len(paths), paths, open_files) == early


def test_nothing_of_a_document_is_kept(tmp_path: Path) -> None:
    paths = plans(tmp_path)
    early = after(2 * len(paths), paths, lambda: len(gc.get_objects()))

    late = after(4 * len(paths), paths, lambda: len(gc.get_objects()))

    assert late - early < 100


def test_eight_threads_at_once_make_the_bytes_that_one_makes(tmp_path: Path) -> None:
    paths = plans(tmp_path)
    alone = [made(path) for path in paths]

    with ThreadPoolExecutor(THREADS) as threads:
        together = list(threads.map(made, paths * THREADS))

    assert together == alone * THREADS
