"""What is installed is whole: a wheel finds its templates, data and catalogue from any folder."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LEFT_OUT = (".*", "build", "dist", "__pycache__", "*.egg-info")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's files, apart from the checkout, in which building would leave traces."""
    folder = tmp_path_factory.mktemp("source") / "docgen"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*LEFT_OUT))
    return folder


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the project, unpacked as pip would."""
    made = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--quiet", "--disable-pip-version-check"]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, "-w", made, source], check=True)
    (packed,) = made.glob("*.whl")
    unpacked = made / "site"
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


def test_the_wheel_speaks_english_too(wheel: Path, tmp_path: Path) -> None:
    done = run(wheel, tmp_path, "-m", "docgen", "build", "missing.yaml", "--lang", "en")
    assert (done.returncode, "error YML-001" in done.stderr) == (2, True)


def test_the_wheel_is_typed_and_holds_no_tests(wheel: Path) -> None:
    assert (wheel / "docgen" / "py.typed").is_file()
    assert not list(wheel.rglob("test_*.py"))


BUILD = "import sys; from setuptools import build_meta; print(build_meta.build_sdist(sys.argv[1]))"


def test_the_source_archive_holds_all_that_a_wheel_does_and_no_tests(
    source: Path, wheel: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(tmp_path)], cwd=source, check=True, capture_output=True, text=True
    )
    with tarfile.open(tmp_path / done.stdout.split()[-1]) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}

    packed = {path.relative_to(wheel).as_posix() for path in wheel.rglob("*") if path.is_file()}
    wanted = {
        re.sub("^docgen/(templates|data)/", r"\1/", name) for name in packed if name.startswith("docgen/")
    }
    assert sorted(wanted - held) == []
    assert not any(name.startswith("tests/") for name in held)
