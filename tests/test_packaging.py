"""What is installed is whole: a wheel finds its templates, data and catalogue from any folder."""

from __future__ import annotations

import configparser
import importlib
import os
import re
import runpy
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BUILD = "import sys; from setuptools import build_meta; print(build_meta.build_sdist(sys.argv[1]))"
LEFT_OUT = (".*", "build", "dist", "kept", "__pycache__", "*.egg-info")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's files, apart from the checkout, in which building would leave traces."""
    folder = tmp_path_factory.mktemp("source") / "docgen"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*LEFT_OUT))
    return folder


@pytest.fixture(scope="module")
def packed(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the project."""
    made = tmp_path_factory.mktemp("packed")
    options = ["--no-deps", "--no-build-isolation", "--quiet", "--disable-pip-version-check"]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, "-w", made, source], check=True)
    (wheel,) = made.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def archive(source: Path, packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive of the project, built behind the wheel: both write into `source`."""
    made = tmp_path_factory.mktemp("archive")
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(made)], cwd=source, check=True, capture_output=True, text=True
    )
    return made / done.stdout.split()[-1]


@pytest.fixture(scope="module")
def wheel(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked as pip would."""
    unpacked = tmp_path_factory.mktemp("wheel") / "site"
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(unpacked)
    return unpacked


def run(site: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_every_folder_of_the_code_is_packed() -> None:
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    folders = {path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "docgen").rglob("*.py")}
    assert {folder.replace("/", ".") for folder in folders} - set(
        settings["options"]["packages"].split()
    ) == set()


def test_the_wheel_is_what_runs(wheel: Path, tmp_path: Path) -> None:
    done = run(wheel, tmp_path, "-c", "import docgen; print(docgen.__file__)")
    assert Path(done.stdout.strip()).is_relative_to(wheel)


@pytest.mark.parametrize("site", ["wheel", "checkout"])
def test_a_plan_is_made_and_built_from_another_folder(site: str, wheel: Path, tmp_path: Path) -> None:
    place = wheel if site == "wheel" else ROOT
    assert run(place, tmp_path, "-m", "docgen", "new", "实施方案", "-o", "方案.yaml").returncode == 0
    done = run(place, tmp_path, "-m", "docgen", "build", "方案.yaml", "--to", "docx,md")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tmp_path.glob("方案.*")) == ["方案.docx", "方案.md", "方案.yaml"]


def test_the_wheel_holds_its_data_ready_made(wheel: Path) -> None:
    code = (
        "from docgen import data_files, resources\n"
        "data_files.plain.read = None\n"
        "print(*data_files.load(resources.folder('templates') / 'base' / 'schema.yaml'))"
    )
    done = run(wheel, wheel, "-c", code)
    assert "properties" in done.stdout.split(), done.stderr


def test_the_wheel_speaks_english_too(wheel: Path, tmp_path: Path) -> None:
    done = run(wheel, tmp_path, "-m", "docgen", "build", "missing.yaml", "--lang", "en")
    assert (done.returncode, "error YML-001" in done.stderr) == (2, True)


def test_the_wheel_is_typed_and_holds_no_tests(wheel: Path) -> None:
    assert (wheel / "docgen" / "py.typed").is_file()
    assert not list(wheel.rglob("test_*.py"))


def test_a_python_that_is_too_old_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    importlib.import_module("setuptools.command.editable_wheel")
    monkeypatch.setattr(sys, "version_info", (3, 9, 18, "final", 0))
    with pytest.raises(SystemExit, match=r"docgen 要 Python 3\.10 或更新的版本，这里是 3\.9"):
        runpy.run_path(str(ROOT / "setup.py"))


def test_the_oldest_python_is_the_same_in_all_places() -> None:
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    assert settings["options"]["python_requires"] == ">=3.10"
    assert "NEEDED = (3, 10)\n" in (ROOT / "setup.py").read_text(encoding="utf-8")


def test_the_index_would_take_both_without_a_warning(packed: Path, archive: Path) -> None:
    done = run(packed.parent, packed.parent, "-m", "twine", "check", "--strict", str(packed), str(archive))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("PASSED") == 2


def test_the_source_archive_holds_all_that_a_wheel_does_and_no_tests(wheel: Path, archive: Path) -> None:
    with tarfile.open(archive) as opened:
        held = {name.partition("/")[2] for name in opened.getnames()}

    holds = {path.relative_to(wheel).as_posix() for path in wheel.rglob("*") if path.is_file()}
    wanted = {
        re.sub("^docgen/(templates|data)/", r"\1/", name)
        for name in holds
        if name.startswith("docgen/") and not name.startswith("docgen/kept/")
    }
    assert sorted(wanted - held) == []
    assert not any(name.startswith("tests/") for name in held)
