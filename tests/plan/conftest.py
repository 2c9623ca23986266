"""What the tests of a plan's parts share: a plan written to a file, and a picture beside it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

import docgen
from docgen.document import Paper
from docgen.problems import DocgenError, Problem

HEAD = "模板: 通用\n标题: 关于开展校园安全检查的通知\n章节: [{标题: 甲}]\n"

Render = Callable[[str], Paper]
Problems = Callable[[str], "list[Problem]"]


@pytest.fixture
def rendered(tmp_path: Path) -> Render:
    """The paper of a plan with the given lines."""

    def rendered(lines: str) -> Paper:
        return docgen.render(_plan(tmp_path, lines)).paper

    return rendered


@pytest.fixture
def told(tmp_path: Path) -> Problems:
    """What is told of a plan with the given lines, errors or not."""

    def told(lines: str) -> list[Problem]:
        try:
            return list(docgen.render(_plan(tmp_path, lines)).problems)
        except DocgenError as stopped:
            return stopped.problems

    return told


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[str], Path]:
    """Puts a picture, twice as wide as high, into the plan's folder."""

    def picture(name: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_png(40, 20))
        return path

    return picture


def _plan(folder: Path, lines: str) -> Path:
    path = folder / "plan.yaml"
    path.write_text(HEAD + lines, encoding="utf-8")
    return path


def _png(width: int, height: int) -> bytes:
    rows = b"".join(b"\0" + b"\xff\0\0" * width for _row in range(height))
    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", size), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
