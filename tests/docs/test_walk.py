"""Every command that a page of the docs shows is run, in the page's order, and does what the page says."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

import pytest

from docgen.cli.main import main

DOCS = Path(__file__).parent.parent.parent / "docs"
WALK = runpy.run_path(str(DOCS / "walk.py"))
PAGES = [path for path in sorted(DOCS.glob("*.md")) if "```console" in path.read_text(encoding="utf-8")]
COMMAND = re.compile(r"^docgen ", re.MULTILINE)


def _page(path: Path) -> Any:
    laid_out = WALK["head"](path).get("排版")
    return pytest.param(path, id=path.stem, marks=pytest.mark.rendered if laid_out else ())


@pytest.mark.parametrize("page", [_page(path) for path in PAGES])
def test_a_page_can_be_followed(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("APPDATA", str(tmp_path / "installed"))

    def call(words: list[str]) -> tuple[int, str]:
        code = main(words)
        captured = capsys.readouterr()
        return code, captured.err + captured.out

    assert WALK["walk"](page, tmp_path, call) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_console_block_holds_commands_of_docgen_and_no_other_block_does(page: Path) -> None:
    lines = [step.words[0] for step in WALK["steps"](page) if step.kind == "run"]
    blocks = WALK["BLOCK"].findall(page.read_text(encoding="utf-8"))

    assert [line for line in lines if not line.startswith("docgen ")] == []
    assert [block for kind, block in blocks if kind != "console" and COMMAND.search(block)] == []


def test_what_a_page_promises_wrongly_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "```console\ndocgen build x\n```\n\n```text\nx.docx\n```\n\n```console\ndocgen check x\n```\n"
        "<!-- 返回 1 -->\n\n在 `x` 里找到：\n\n```yaml\na: 1\n```\n\n改成：\n\n```yaml\na: 2\n```\n",
        encoding="utf-8",
    )
    (tmp_path / "x").write_text("b: 1\n", encoding="utf-8")

    faults = WALK["walk"](page, tmp_path, lambda words: (0, f"{words[0]}\n"))

    assert faults == ["not printed: x.docx", "docgen check x: 0, not 1\ncheck\n", "x: 0 times\na: 1\n"]
