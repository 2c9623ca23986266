"""The recipe of the folder for Windows, as far as it can be held without Windows."""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def recipe() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docgen_recipe", ROOT / "packaging" / "build_folder.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_nothing_is_compressed_and_nothing_unpacks_itself(recipe: ModuleType, tmp_path: Path) -> None:
    words = recipe.options(tmp_path)
    assert {"--onedir", "--noupx", "--console"} <= set(words)
    assert "--onefile" not in words


def test_the_folder_holds_our_data_ready_made(recipe: ModuleType, tmp_path: Path) -> None:
    (word,) = recipe.ready_made(tmp_path)
    assert word == f"--add-data={tmp_path / 'kept'}{os.pathsep}docgen/kept"
    assert list((tmp_path / "kept").glob("*.json"))


def test_every_library_of_the_recipe_is_one_of_ours(recipe: ModuleType) -> None:
    settings = (ROOT / "setup.cfg").read_text(encoding="utf-8")
    for name in {*recipe.TOLD, *recipe.EXTRAS} - {"docgen-gongwen"}:
        assert f"    {name}>=" in settings


def test_windows_is_told_what_the_program_is(
    recipe: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pefile", ModuleType("pefile"))
    monkeypatch.setattr("PyInstaller.compat.win32api", None, raising=False)
    reader = importlib.import_module("PyInstaller.utils.win32.versioninfo")
    monkeypatch.delitem(sys.modules, reader.__name__)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "win32")
        (word,) = recipe.windows(tmp_path / "work")
    option, _, file = word.partition("=")
    told = reader.load_version_info_from_text_file(file)

    assert option == "--version-file"
    major, minor = version("docgen-gongwen").split(".")[:2]
    assert told.ffi.fileVersionMS == (int(major) << 16) + int(minor)
    assert "docgen：把计划排成公文".encode("utf-16-le") in told.toRaw()


@pytest.mark.parametrize(
    ("named", "numbers"), [("0.1.0", "(0, 1, 0, 0)"), ("2.3rc1", "(2, 3, 1, 0)"), ("4", "(4, 0, 0, 0)")]
)
def test_a_version_has_four_numbers_in_windows(recipe: ModuleType, named: str, numbers: str) -> None:
    assert f"filevers={numbers}" in recipe.resource(named)


def test_elsewhere_there_is_nothing_to_tell(recipe: ModuleType, tmp_path: Path) -> None:
    assert recipe.windows(tmp_path / "work") == []
