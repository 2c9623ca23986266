"""LibreOffice that is missing, hangs, crashes or is no program: told, stopped, and nothing is left."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen import libreoffice

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")

Left = Callable[[], list[str]]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, empty."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def soffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Puts a program that runs `lines` of shell in the place of LibreOffice."""

    def soffice(lines: str, first: str = "#!/bin/sh\n") -> Path:
        path = tmp_path / "soffice"
        path.write_text(f"{first}{lines}\n", encoding="utf-8")
        path.chmod(0o755)
        monkeypatch.setenv(libreoffice.SOFFICE, str(path))
        return path

    return soffice


def test_without_libreoffice_it_is_said_how_to_get_it(
    call: Any, plan: Path, left: Left, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv(libreoffice.SOFFICE, raising=False)
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", ())
    outcome = call("build", plan, "--to", "docx,pdf")

    assert outcome.code == 3
    assert outcome.err.startswith(
        "错误 PAG-001 没有找到 LibreOffice，不能排出版面\n    改法: 安装 LibreOffice"
    )
    assert left() == []
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("exit 1", "PAG-004"),
        ("kill -SEGV $$", "PAG-004"),
        (
            "echo source file could not be loaded; exit 0",
            "PAG-004 LibreOffice 没有排出这份文档\n    | source file",
        ),
        ("mkdir in.pdf", "PAG-004"),
        ("printf '\\377\\376 no text'; exit 77", "PAG-004"),
    ],
    ids=["fails", "crashes", "gives nothing", "gives a folder", "says noise"],
)
def test_libreoffice_that_fails_is_told_and_nothing_is_left(
    call: Any, plan: Path, left: Left, soffice: Any, temporary: Path, lines: str, said: str
) -> None:
    soffice(lines)
    outcome = call("build", plan, "--to", "docx,pdf")

    assert outcome.code == 1
    assert outcome.err.startswith(f"错误 {said}")
    assert left() == []
    assert list(temporary.iterdir()) == []


def test_a_program_that_is_none_is_told(
    call: Any, plan: Path, left: Left, soffice: Any, temporary: Path
) -> None:
    soffice("\x7fELF of another machine", first="")
    outcome = call("build", plan, "--to", "pdf")

    assert outcome.code == 1
    assert outcome.err.startswith("错误 PAG-004 LibreOffice 没有排出这份文档\n    | ")
    assert left() == []
    assert list(temporary.iterdir()) == []


def test_libreoffice_that_hangs_is_stopped_with_all_it_started_and_told(
    call: Any, plan: Path, left: Left, soffice: Any, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alive = temporary.parent / "alive"
    soffice(f"(sleep 2; touch '{alive}') & sleep 60")
    monkeypatch.setattr(libreoffice.to_pdf, "__defaults__", (0.3, ""))
    begun = time.monotonic()
    outcome = call("build", plan, "--to", "docx,pdf")

    assert outcome.code == 1
    assert outcome.err.startswith("错误 PAG-005 LibreOffice 排版超过0.3秒，已停止")
    assert time.monotonic() - begun < 10
    assert left() == []
    assert list(temporary.iterdir()) == []
    time.sleep(2.2)
    assert not alive.exists()


def test_a_document_needs_no_libreoffice(
    call: Any, plan: Path, left: Left, soffice: Any, temporary: Path
) -> None:
    called = soffice(f"touch '{temporary}/called'")

    assert called.exists()
    assert call("build", plan).code == 0
    assert left() == ["开学通知.docx"]
    assert os.listdir(temporary) == []  # noqa: PTH208


@pytest.mark.parametrize("suffix", [".doc", ".wps"])
def test_an_old_file_that_libreoffice_does_not_open_is_told(
    call: Any, tmp_path: Path, soffice: Any, temporary: Path, suffix: str
) -> None:
    old = tmp_path / f"去年{suffix}"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    soffice("exit 1")
    outcome = call("import", old)

    assert outcome.code in (1, 2)
    assert "错误 RDR-" in outcome.err or "错误 PAG-" in outcome.err
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([old.name, "soffice", "tmp"])
    assert list(temporary.iterdir()) == []
