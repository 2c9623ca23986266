"""Which faces a machine lacks, told by what it says of itself."""

from __future__ import annotations

import subprocess
import sys
from contextlib import nullcontext

import pytest

from docgen import fonts

LISTING = """FangSong,仿宋
KaiTi_GB2312,楷体_GB2312
FZXiaoBiaoSong\\-B05S,方正小标宋简体
DejaVu Sans
"""


@pytest.fixture
def fontconfig(monkeypatch):
    """A machine whose fc-list prints LISTING."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(fonts.shutil, "which", lambda name: "/usr/bin/fc-list")
    calls = []

    def run(command, **options):
        calls.append(command)
        return subprocess.CompletedProcess(command, 0, LISTING, "")

    monkeypatch.setattr(subprocess, "run", run)
    return calls


def test_faces_that_are_there_under_another_name_are_not_missing(fontconfig):
    asked = [
        "仿宋_GB2312",
        "KaiTi_GB2312",
        "楷体_GB2312",
        "方正小标宋简体",
        "仿宋_GB2312",
        "黑体",
        "dejavu sans",
    ]
    assert fonts.missing(asked) == ["仿宋_GB2312", "黑体"]


def test_the_machine_is_asked_once_for_all_faces(fontconfig):
    fonts.missing(["仿宋", "楷体", "黑体"])
    assert len(fontconfig) == 1


def test_nothing_is_missing_on_a_machine_that_cannot_be_asked(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fonts.shutil, "which", lambda name: None)
    assert fonts.missing(["仿宋_GB2312"]) == []


@pytest.mark.parametrize("failure", [OSError("no"), subprocess.TimeoutExpired("fc-list", 2)])
def test_nothing_is_missing_where_fontconfig_fails(fontconfig, monkeypatch, failure):
    def run(*_command, **_options):
        raise failure

    monkeypatch.setattr(subprocess, "run", run)
    assert fonts.missing(["仿宋_GB2312"]) == []


class Registry:
    """What winreg offers, over two lists of values; the user's has none."""

    HKEY_LOCAL_MACHINE, HKEY_CURRENT_USER = 1, 2

    def OpenKey(self, root, path):  # noqa: N802
        if root == self.HKEY_CURRENT_USER:
            raise OSError("no such key")
        assert path == r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
        return nullcontext(["FangSong (TrueType)", "SimSun & NSimSun (TrueType)"])

    def QueryInfoKey(self, values):  # noqa: N802
        return 0, len(values), 0

    def EnumValue(self, values, number):  # noqa: N802
        return values[number], "file.ttf", 1


def test_windows_is_asked_through_its_registry(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winreg", Registry())
    assert fonts.missing(["仿宋", "仿宋_GB2312", "宋体", "黑体"]) == ["仿宋_GB2312", "黑体"]


@pytest.mark.parametrize(
    ("registered", "faces"),
    [
        ("FangSong (TrueType)", ["FangSong"]),
        ("SimSun & NSimSun (TrueType)", ["SimSun", "NSimSun"]),
        ("方正小标宋简体 (TrueType)", ["方正小标宋简体"]),
        ("仿宋_GB2312", ["仿宋_GB2312"]),
    ],
)
def test_the_font_registry_of_windows_names_one_or_more_faces(registered, faces):
    assert fonts.split_registered(registered) == faces
