"""The readmes stay true: their commands exist, their sample builds, their messages are said."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from docgen.cli.main import make_parser

ROOT = Path(__file__).parent.parent.parent
CHINESE = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"^(?:\.venv/bin/)?(docgen .*?)(?:  +#.*)?$", re.MULTILINE)
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def commands() -> list[str]:
    """Every command line in the blocks of both readmes."""
    texts = [CHINESE, (ROOT / "README.md").read_text(encoding="utf-8")]
    blocks = [block for text in texts for _kind, block in BLOCK.findall(text)]
    return sorted({line for block in blocks for line in COMMAND.findall(block)})


@pytest.mark.parametrize("line", commands())
def test_a_command_in_a_readme_can_be_followed(line: str) -> None:
    words = line.split()[1:]

    assert make_parser().parse_args(words).command == words[0]


def test_the_sample_in_the_readme_builds(call: Any, tmp_path: Path) -> None:
    sample = next(text for kind, text in BLOCK.findall(CHINESE) if kind == "yaml" and "模板:" in text)
    path = tmp_path / "计划.yaml"
    path.write_text(sample, encoding="utf-8")

    assert call("build", path).code == 0


def test_the_message_in_the_readme_is_the_one_printed(
    call: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = next(text for _kind, text in BLOCK.findall(CHINESE) if "YML-010" in text)
    monkeypatch.chdir(tmp_path)
    call("new", "工作计划")
    path = Path("工作计划.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("\n单位: ", "\n单位：", 1), encoding="utf-8")

    assert call("check", path).out == shown


@pytest.mark.parametrize("words", re.findall(r"^\| ([^|]+?) \|", CHINESE.split("## 四")[1], re.MULTILINE)[2:])
def test_the_mistakes_in_the_readme_are_told_in_these_words(words: str) -> None:
    catalogue = ROOT / "docgen" / "locale" / "en" / "LC_MESSAGES" / "docgen.po"
    pattern = re.escape(words).replace("……", r"\{\w+\}")

    assert re.search(rf'^msgid ".*{pattern}', catalogue.read_text(encoding="utf-8"), re.MULTILINE)
