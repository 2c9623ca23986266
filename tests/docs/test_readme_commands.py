"""The command blocks of the Chinese readme work, each in a folder that holds what the reader has by then."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from docgen.cli.main import main

ROOT = Path(__file__).parent.parent.parent
BLOCK = re.compile(r"^```\n(docgen .*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = BLOCK.findall((ROOT / "README.zh-CN.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("block", dict.fromkeys(BLOCKS), ids=lambda block: block.splitlines()[0])
def test_a_block_of_the_readme_works(block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if "工作计划.yaml" in block and "docgen new" not in block:
        main(["new", "工作计划"])

    codes = {line: main(shlex.split(line)[1:]) for line in block.splitlines()}

    assert codes == dict.fromkeys(codes, 0)
