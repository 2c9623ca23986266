"""The page of problem ids: every id of the code is there or on the page of lint, with its remedy."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from docgen.lint.registry import registry

DOCS = Path(__file__).parent.parent.parent / "docs"
ROW = re.compile(r"^\| ([A-Z]{3}-\d{3}) \| (.*?) \| (.*) \|$", re.MULTILINE)
DATA = DOCS.parent / "data" / "recognise" / "faults.yaml"


@pytest.fixture(scope="module")
def script() -> Any:
    sys.path.insert(0, str(DOCS))
    try:
        import make_problems
    finally:
        sys.path.remove(str(DOCS))
    return make_problems


@pytest.fixture(scope="module")
def page(script: Any) -> str:
    return str(script.page())


def test_the_page_is_what_would_be_written(page: str) -> None:
    assert (DOCS / "problems.md").read_text(encoding="utf-8") == page


def test_every_id_of_the_code_is_on_the_page_or_among_the_rules_and_no_other(page: str) -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (DOCS.parent / "docgen").rglob("*.py"))
    known = set(re.findall(r'"([A-Z]{3}-\d{3})"', code + DATA.read_text(encoding="utf-8")))
    known |= set(re.findall(r": ([A-Z]{3}-\d{3})", DATA.read_text(encoding="utf-8")))

    assert {row[0] for row in ROW.findall(page)} == known - set(registry())


def test_every_id_has_a_cause_and_a_remedy(page: str) -> None:
    assert [row for row in ROW.findall(page) if min(len(row[1].strip()), len(row[2].strip())) < 3] == []


def test_every_family_of_ids_has_a_section(page: str) -> None:
    families = {row[0][:3] for row in ROW.findall(page)}

    assert set(re.findall(r"^## ([A-Z]{3}) ", page, re.MULTILINE)) == families


def test_what_is_written_by_hand_is_about_ids_that_are_there(script: Any, page: str) -> None:
    assert set(script.WORDS["各条"]) - {row[0] for row in ROW.findall(page)} == set()


@pytest.mark.parametrize(
    ("id", "cause", "remedy"),
    [
        ("CLI-002", "文件已经有了，没有覆盖它", "用 -o 换一个文件名；确实要覆盖就加上 --force"),
        ("REC-012", "成文日期写在了署名上面", "署名在上，日期在下"),
        ("DST-003", "没有写单位，不知道是谁的计划", "补上“单位”"),
        ("PAG-111", "天头不合要求：天头37±1毫米（第5.2.1条）", "上边距设为37毫米"),
        ("SET-502", "单页表头在订口一边", "“布局—纸张方向”重新选一次"),
        ("YML-021", "“……”成了注释，不会进入文档", "文字要保留，加引号"),
    ],
)
def test_a_row_says_what_the_code_says(page: str, id: str, cause: str, remedy: str) -> None:
    found = {row[0]: row[1:] for row in ROW.findall(page)}[id]

    assert cause in found[0] and remedy in found[1]
