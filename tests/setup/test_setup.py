"""The scripts that set a machine up: what they say where they cannot, and the face they make."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent

posix = pytest.mark.skipif(sys.platform == "win32", reason="a shell script")


@pytest.fixture
def stranger(tmp_path) -> dict[str, str]:
    """The environment of a machine without LibreOffice whose user is not root."""
    (tmp_path / "id").write_text("#!/bin/sh\necho 1000\n", encoding="utf-8")
    (tmp_path / "id").chmod(0o755)
    for program in ("dirname", "bash"):
        (tmp_path / program).symlink_to(str(shutil.which(program)))
    return {"PATH": str(tmp_path), "HOME": str(tmp_path)}


@posix
def test_the_renderer_is_asked_for_in_both_languages_where_it_may_not_be_installed(stranger):
    done = subprocess.run(
        [str(shutil.which("bash")), str(HERE / "install_renderer.sh")],
        env=stranger, capture_output=True, encoding="utf-8", timeout=30, check=False,
    )  # fmt: skip
    english, chinese = done.stderr.splitlines()
    assert done.returncode == 1
    assert english.startswith("Rendered tests need LibreOffice Writer")
    assert chinese.startswith("渲染测试需要 LibreOffice Writer")


@posix
def test_python_without_venv_is_told_in_both_languages(stranger, tmp_path):
    (tmp_path / "python3").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    (tmp_path / "python3").chmod(0o755)
    done = subprocess.run(
        [str(shutil.which("bash")), str(HERE / "make_venv.sh"), str(tmp_path / "venv")],
        env=stranger, capture_output=True, encoding="utf-8", timeout=30, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert [line.split(" ")[0] for line in done.stderr.splitlines()] == ["Python", "Python"]
    assert "python3-venv" in done.stderr


def test_the_bold_face_becomes_the_regular_one_of_a_family_of_its_own(tmp_path):
    source, target = tmp_path / "bold.otf", tmp_path / "own.otf"
    bold_face(source)
    subprocess.run(
        [sys.executable, str(HERE / "rename_face.py"), str(source), "OwnFamily", str(target)],
        timeout=60, check=True,
    )  # fmt: skip
    with TTFont(target) as font:
        assert {name: font["name"].getDebugName(name) for name in (1, 2, 4, 6)} == {
            1: "OwnFamily",
            2: "Regular",
            4: "OwnFamily",
            6: "OwnFamily-Regular",
        }
        assert font["CFF "].cff.fontNames == ["OwnFamily-Regular"]
        assert (font["OS/2"].usWeightClass, font["OS/2"].fsSelection & 0x61, font["head"].macStyle) == (
            400,
            0x40,
            0,
        )


def bold_face(path: Path) -> None:
    """The smallest CFF face that calls itself bold."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupCFF("Family-Bold", {}, {".notdef": T2CharStringPen(500, None).getCharString()}, {})
    builder.setupHorizontalMetrics({".notdef": (500, 0)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable(
        {"familyName": "Family", "styleName": "Bold", "fullName": "Family Bold", "psName": "Family-Bold"}
    )
    builder.setupOS2(usWeightClass=700, fsSelection=0x20)
    builder.setupPost()
    builder.font["head"].macStyle = 1
    builder.save(path)
