"""The folder build does the main job on a machine without Python, from a place it cannot write to."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

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


@pytest.mark.parametrize(
    ("name", "meant"),
    [("计划.yaml", "build"), ("计划.YML", "build"), ("去年.docx", "import"), ("去年.wps", "import")],
)
def test_a_dropped_file_is_built_or_read(start: ModuleType, tmp_path: Path, name: str, meant: str) -> None:
    file = tmp_path / name
    file.touch()
    assert start.command([str(file)]) == [meant, str(file)]


def test_a_command_is_followed_as_it_is(
    start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "图.png").touch()
    monkeypatch.chdir(tmp_path)
    for words in ([], ["build"], ["doctor"], ["图.png"], ["没有.yaml"], ["build", "图.png"]):
        assert start.command(words) == words


def test_libreoffice_gets_its_own_libraries_back(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/ours")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/theirs")
    start.give_back_libraries()
    assert os.environ["LD_LIBRARY_PATH"] == "/theirs"
    monkeypatch.setenv("LD_LIBRARY_PATH", "/ours")
    start.give_back_libraries()
    assert "LD_LIBRARY_PATH" not in os.environ


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
    plans = tmp_path / "计划 表"
    plans.mkdir()
    assert run(folder, "new", "实施方案", "-o", "方案.yaml", cwd=plans).returncode == 0
    dropped = run(folder, str(plans / "方案.yaml"), cwd=tmp_path)
    assert (dropped.returncode, dropped.stdout.strip()) == (0, str(plans / "方案.docx"))
    (plans / "方案.docx").rename(plans / "去年.docx")
    back = run(folder, str(plans / "去年.docx"), cwd=tmp_path)
    assert (back.returncode, back.stdout.strip()) == (0, str(plans / "去年.yaml")), back.stderr
    lint = run(folder, "check", "方案.yaml", cwd=plans)
    assert lint.returncode in (0, 1), lint.stderr
    told = run(folder, "build", "没有.yaml", "--lang", "en", cwd=plans)
    assert (told.returncode, "error YML-001" in told.stderr) == (2, True)
