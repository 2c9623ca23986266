"""A machine without the faces of the standard: told which, and the file is the same as elsewhere."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen import fonts

Left = Callable[[], list[str]]


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes fontconfig say `families`, a font a line."""

    def listed(families: str) -> None:
        def run(command: list[str], **how: Any) -> subprocess.CompletedProcess[str]:
            return subprocess.CompletedProcess(command, 0, families, "")

        monkeypatch.setattr("docgen.fonts.sys.platform", "linux")
        monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr("subprocess.run", run)

    return listed


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.writers.pdf.convert", lambda docx: b"%PDF-1.7")


def test_the_missing_faces_are_named_and_the_files_are_written(
    call: Any, plan: Path, left: Left, listed: Any, drawn: None
) -> None:
    elsewhere = plan.parent.parent / "别处.docx"
    call("build", plan, "-o", elsewhere)
    listed("DejaVu Sans\nTimes New Roman\n仿宋_GB2312,FangSong_GB2312\n")
    outcome = call("build", plan, "--to", "docx,pdf")

    assert outcome.code == 0
    assert "提示 FNT-001 这台电脑没有这些字体：" in outcome.err
    assert "方正小标宋" in outcome.err and "仿宋" not in outcome.err.splitlines()[0]
    assert "    改法: 文件本身是对的" in outcome.err
    assert left() == ["开学通知.docx", "开学通知.pdf"]
    assert plan.with_suffix(".docx").read_bytes() == elsewhere.read_bytes()


@pytest.mark.parametrize(
    "fault", [OSError(8, "Exec format error"), subprocess.TimeoutExpired("fc-list", 2.0)]
)
def test_a_machine_that_does_not_say_which_faces_it_has_is_not_blamed(
    call: Any, plan: Path, left: Left, drawn: None, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def broken(*_command: Any, **_how: Any) -> None:
        raise fault

    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("subprocess.run", broken)
    outcome = call("build", plan, "--to", "pdf")

    assert (outcome.code, outcome.err) == (0, "")
    assert fonts.installed() == frozenset()
    assert left() == ["开学通知.pdf"]
