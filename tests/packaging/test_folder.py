"""The folder build does the main job on a machine without Python, from a place it cannot write to."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docgen_start", ROOT / "packaging" / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_libreoffice_gets_its_own_libraries_back(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/ours")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/theirs")
    start.give_back_libraries()
    assert os.environ["LD_LIBRARY_PATH"] == "/theirs"
    monkeypatch.setenv("LD_LIBRARY_PATH", "/ours")
    start.give_back_libraries()
    assert "LD_LIBRARY_PATH" not in os.environ


def test_on_windows_libreoffice_is_not_sent_to_our_libraries(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[str, str | None]] = []
    kernel = SimpleNamespace(SetDllDirectoryW=lambda path: done.append(("set", path)))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(os, "add_dll_directory", lambda path: done.append(("add", path)), raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", "ours", raising=False)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "win32")
        start.give_back_libraries()
    assert done == [("add", "ours"), ("set", None)]


def test_where_nobody_sits_nothing_is_asked(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert start.ask("换成新的？") == ""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, moved away from where it was built and closed to writing."""
    made = tmp_path_factory.mktemp("made")
    script = ROOT / "packaging" / "build_folder.py"
    subprocess.run([sys.executable, script, made], check=True, timeout=400, stdin=subprocess.DEVNULL)
    moved = tmp_path_factory.mktemp("moved") / "程 序"
    shutil.move(made / "docgen", moved)
    shutil.rmtree(made)
    for place in (moved, *moved.rglob("*")):
        if not place.is_symlink():
            place.chmod(place.stat().st_mode & 0o555)
    return moved


def state(folder: Path) -> dict[str, int]:
    """When each thing in the folder was last written: an administrator is not stopped by closed folders."""
    return {str(path): path.lstat().st_mtime_ns for path in (folder, *folder.rglob("*"))}


def run(folder: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs with no variable at all: no PATH, HOME or locale, nothing that leads to a Python."""
    return subprocess.run(
        [folder / "docgen", *words],
        cwd=cwd,
        env={},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folder is built and tested on Linux")
def test_the_folder_does_the_main_job_without_python(folder: Path, tmp_path: Path) -> None:
    before = state(folder)
    plans = tmp_path / "计划 表"
    plans.mkdir()
    assert run(folder, "new", "实施方案", "-o", "方案.yaml", cwd=plans).returncode == 0
    shutil.copy(folder / "样本" / "通知.yaml", plans)
    dropped = run(folder, str(plans / "方案.yaml"), str(plans / "通知.yaml"), cwd=tmp_path)
    built = [str(plans / "方案.docx"), str(plans / "通知.docx")]
    assert (dropped.returncode, dropped.stdout.splitlines()) == (0, built), dropped.stderr
    (plans / "方案.docx").rename(plans / "去年.docx")
    back = run(folder, str(plans / "去年.docx"), cwd=tmp_path)
    assert (back.returncode, back.stdout.strip()) == (0, str(plans / "去年.yaml")), back.stderr
    batch = ("batch", "方案.yaml", "--data", "单位.csv", "-o", "各校", "--jobs", "2")
    (plans / "单位.csv").write_text("单位\n青禾小学\n溪口中学\n", encoding="utf-8")
    many = run(folder, *batch, cwd=plans)
    assert (many.returncode, len(list((plans / "各校").glob("*.docx")))) == (0, 2), many.stderr
    lint = run(folder, "check", "方案.yaml", cwd=plans)
    assert lint.returncode in (0, 1), lint.stderr
    told = run(folder, "build", "没有.yaml", "--lang", "en", cwd=plans)
    assert (told.returncode, "error YML-001" in told.stderr) == (2, True)
    assert state(folder) == before


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folder is built and tested on Linux")
def test_the_folder_says_what_it_is(folder: Path, tmp_path: Path) -> None:
    started = run(folder, cwd=tmp_path)
    beside = (folder / "使用说明.txt").read_text(encoding="utf-8-sig")
    assert (started.returncode, started.stdout) == (0, beside)
    assert "docgen 把计划排成" in beside
    missing = [line for line in run(folder, "doctor", cwd=tmp_path).stdout.splitlines() if "没有打包" in line]
    assert missing == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folder is built and tested on Linux")
def test_the_folder_leaves_room_for_the_path_to_it(folder: Path) -> None:
    paths = [path.relative_to(folder) for path in folder.rglob("*")]
    assert max(len(str(path)) for path in paths) < 130  # of the 260 that Windows allows by itself


def test_the_folder_holds_the_languages_docgen_speaks_and_no_other(folder: Path) -> None:
    data = folder.rglob("locale-data/*.dat")
    assert {path.stem.partition("_")[0] for path in data} == {"root", "zh", "en"}
