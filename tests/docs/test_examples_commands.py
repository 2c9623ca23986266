"""The commands that the lists of examples show work, in their order, beside a copy of the examples."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from docgen.cli.main import main

ROOT = Path(__file__).parent.parent.parent
COMMAND = re.compile(r"^    docgen ((?:.*\\\n)*.*)$", re.MULTILINE)
LISTS = {
    "examples/README.md": ".",
    "examples/bureau/README.md": "examples/bureau",
    "examples/gongwen/README.md": ".",
}
"""The lists, and the folder that their commands are typed in."""


def commands(list_: str) -> list[list[str]]:
    """The words of the commands of a list, without those that lay out pages."""
    text = (ROOT / list_).read_text(encoding="utf-8")
    found = [shlex.split(line.replace("\\\n", " ")) for line in COMMAND.findall(text)]
    return [words for words in found if words[0] != "verify"]


@pytest.mark.parametrize("list_", LISTS)
def test_the_commands_of_a_list_work(list_: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path / LISTS[list_])

    codes = {" ".join(words): main(words) for words in commands(list_)}

    assert codes and codes == dict.fromkeys(codes, 0)
