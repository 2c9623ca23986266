"""A document that is open in Word or WPS: which program it is, and that the old file stays as it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen.files import opened_by
from tests.faults.opening import open_by


@pytest.fixture
def locked(plan: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document that Windows lets nobody replace."""
    target = plan.with_suffix(".docx")
    target.write_bytes(b"old")
    replace = Path.replace

    def refuse(self: Path, other: Path) -> Path:
        if Path(other) == target:
            raise PermissionError(13, "Permission denied", str(self), 5, str(other))
        return replace(self, other)

    monkeypatch.setattr(Path, "replace", refuse)
    return target


@pytest.mark.parametrize(
    ("beside", "said"),
    [
        ("~$学通知.docx", "它正在Word里开着"),
        (".~开学通知.docx", "它正在WPS里开着"),
        (".~lock.开学通知.docx#", "它正在LibreOffice里开着"),
        ("~$别的.docx", "没有权限，或者它正在Word、WPS里开着"),
    ],
)
def test_the_program_in_which_the_file_is_open_is_named(
    call: Any, plan: Path, locked: Path, left: Callable[[], list[str]], beside: str, said: str
) -> None:
    (plan.parent / beside).write_bytes(b"\x06" + "林晓岚".encode("utf-16-le"))
    outcome = call("build", plan, "--force")

    assert outcome.code == 2
    assert outcome.err.startswith(
        f"{locked}: 错误 CLI-004 文件写不进去：{said}\n    改法: 先关掉打开着的文件"
    )
    assert locked.read_bytes() == b"old"
    assert left() == sorted([beside, locked.name])


def test_of_several_files_none_is_changed_where_one_is_open(call: Any, plan: Path, locked: Path) -> None:
    plan.with_suffix(".txt").write_bytes(b"old text")
    outcome = call("build", plan, "--to", "txt,docx", "--force")

    assert (outcome.code, outcome.out) == (2, "")
    assert plan.with_suffix(".txt").read_bytes() == b"old text"
    assert locked.read_bytes() == b"old"


@pytest.mark.parametrize("mark", ["~$计划.docx", "~$作计划.docx", "~$年工作计划.docx"])
def test_word_drops_up_to_two_characters_of_a_name(tmp_path: Path, mark: str) -> None:
    (tmp_path / mark).touch()
    names = ["计划.docx", "工作计划.docx", "全年工作计划.docx", "今年工作计划.docx"]
    opened = [name for name in names if opened_by(tmp_path / name) == "Word"]

    assert opened
    assert opened_by(tmp_path / "总结.docx") == ""


@pytest.mark.parametrize(
    ("name", "id"), [("去年.docx", "RDR-001"), ("去年.txt", "RDR-001"), ("计划.yaml", "YML-001")]
)
def test_a_file_that_windows_does_not_let_read_is_told(
    call: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, id: str
) -> None:
    (tmp_path / name).write_bytes(b"x")
    opened = io.open

    def refuse(file: Any, *rest: Any, **more: Any) -> Any:
        if Path(file).name == name:
            raise PermissionError(13, "Permission denied", str(file))
        return opened(file, *rest, **more)

    open_by(refuse, monkeypatch)
    outcome = call("check", tmp_path / name)

    assert outcome.code == 2
    assert f"错误 {id} " in outcome.out and "没有权限" in outcome.out
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_of_a_batch_only_the_open_document_is_not_written(call: Any, plan: Path, locked: Path) -> None:
    table = plan.parent.parent / "名单.csv"
    table.write_text("标题,副标题\n甲,开学通知\n乙,第二份\n", encoding="utf-8")
    words = ["--data", table, "-o", plan.parent, "--name", "{副标题}", "--force", "--jobs", "1"]
    outcome = call("batch", plan, *words)

    assert outcome.code == 1
    assert "开学通知.docx: 第1份没有生成：文件写不进去：没有权限" in outcome.err
    assert locked.read_bytes() == b"old"
    assert zipfile.is_zipfile(plan.parent / "第二份.docx")
