"""`docgen doctor` says what is missing and the command that brings it."""

from __future__ import annotations

import configparser
import sys
from pathlib import Path

import pytest

from docgen import formats
from docgen.cli import doctor
from docgen.faces import key

SETTINGS = Path(__file__).parent.parent.parent / "setup.cfg"


@pytest.mark.parametrize(
    ("name", "wanted"), [("openpyxl", "docgen-gongwen[sheets]"), ("Babel", "docgen-gongwen")]
)
def test_what_is_missing_comes_with_the_command_that_brings_it(
    name: str, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "version", lambda distribution: "" if distribution == name else "1.0")
    (line,) = [line for line in doctor.findings() if line.startswith(f"{name}:")]
    assert line == f'{name}: 没有安装  python -m pip install "{wanted}"'


def test_a_folder_build_names_who_can_mend_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "version", lambda distribution: "")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    lines = list(doctor.findings())
    assert "openpyxl: 没有打包进来；要用，请做这个文件夹的人装上它，再做一次" in lines
    assert not any(line.startswith("distributed:") for line in lines)


def test_the_extras_named_are_those_that_bring_the_package() -> None:
    settings = configparser.ConfigParser()
    settings.read(SETTINGS, encoding="utf-8")
    extras = settings["options.extras_require"]
    for name, extra in doctor.OPTIONAL.items():
        assert f"\n{name}>" in extras[extra]


@pytest.mark.parametrize(
    ("face", "installed", "line"),
    [
        ("方正小标宋简体", {"华文中宋"}, "  方正小标宋简体：这台电脑上相近的是华文中宋。方正字库的字体"),
        ("仿宋_GB2312", set(), "  仿宋_GB2312：没有相近的字体，别的字体会顶替它。只有早年的Windows"),
        ("仿宋_GB2312", {"仿宋"}, "  仿宋_GB2312：这台电脑上相近的是仿宋。只有早年的Windows"),
        ("黑体", {"仿宋"}, "  黑体：没有相近的字体，别的字体会顶替它。Windows自带"),
    ],
)
def test_a_missing_face_comes_with_what_stands_in_and_where_it_may_be_had(
    face: str, installed: set[str], line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.fonts.missing", lambda faces: [face])
    monkeypatch.setattr("docgen.fonts.installed", lambda: frozenset(map(key, installed)))

    assert next(one for one in doctor.findings() if one.startswith("  ")).startswith(line)


def test_every_face_of_the_formats_has_a_source() -> None:
    named = {face for name in ("gbt9704", "gbt9704-windows") for face in formats.load(name).used_faces()}

    assert all("。" in doctor._face(face, frozenset()) for face in named)


def test_the_encoding_of_the_window_is_told() -> None:
    assert any(line.startswith("窗口的编码：") for line in doctor.findings())
