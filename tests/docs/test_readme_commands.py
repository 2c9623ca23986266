"""The command blocks of the readmes work, each in a folder that holds what the reader has by then."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from docgen.cli.main import main

ROOT = Path(__file__).parent.parent.parent
BLOCK = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^(?:\.venv/bin/)?docgen (.*)$", re.MULTILINE)
TEXTS = [(ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md")]
BLOCKS = dict.fromkeys(block for text in TEXTS for block in BLOCK.findall(text) if COMMAND.search(block))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: COMMAND.findall(block)[0])
def test_a_block_of_a_readme_works(block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if "examples/" in block:
        shutil.copytree(ROOT / "examples", tmp_path / "examples")
    if "工作计划.yaml" in block and "docgen new" not in block:
        main(["new", "工作计划"])

    codes = {line: main(shlex.split(line)) for line in COMMAND.findall(block)}

    assert codes == dict.fromkeys(codes, 0)
