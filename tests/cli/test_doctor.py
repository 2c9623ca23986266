"""`docgen doctor` says what is missing and the command that brings it."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest

from docgen.cli import doctor

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


def test_the_extras_named_are_those_that_bring_the_package() -> None:
    settings = configparser.ConfigParser()
    settings.read(SETTINGS, encoding="utf-8")
    extras = settings["options.extras_require"]
    for name, extra in doctor.OPTIONAL.items():
        assert f"\n{name}>" in extras[extra]
