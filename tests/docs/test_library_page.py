"""The page of the library names all that is public, and its sample runs."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import docgen
from docgen.cli.main import main

DOCS = Path(__file__).parent.parent.parent / "docs"
PAGE = (DOCS / "library.md").read_text(encoding="utf-8")


def test_every_public_name_is_on_the_page_and_no_other() -> None:
    named = re.findall(r"^\.\. auto\w+:: docgen\.(\w+)$", PAGE, re.MULTILINE)

    assert sorted(named) == sorted(docgen.__all__)


@pytest.mark.parametrize("name", docgen.__all__)
def test_a_public_name_has_a_docstring(name: str) -> None:
    assert len(getattr(docgen, name).__doc__ or "") > 20


def test_the_sample_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(tmp_path)
    shutil.copy(DOCS / "samples" / "去年的计划.docx", tmp_path)
    main(["new", "工作计划", "-o", "计划.yaml"])
    capsys.readouterr()
    names: dict[str, object] = {}

    exec("\n".join(code), names)

    assert (tmp_path / "计划.docx").stat().st_size > 5_000
    assert capsys.readouterr().out == ""
    handle: Any = names["handle"]
    plan = {**docgen.to_plan(docgen.read("去年的计划.docx")), "落款": {"日期": "2026-13-40"}}
    assert [handle(json.dumps(body).encode())[0] for body in (names["plan"], [], plan)] == [200, 400, 422]
    assert "落款.日期" in [one["file"] for one in json.loads(handle(json.dumps(plan).encode())[2])]
    assert docgen.render(names["plan"]).paper.title == ("云溪县青禾小学", "2025—2026学年工作计划")  # type: ignore[arg-type]
