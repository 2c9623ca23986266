"""A plan for many schools, and tables of schools."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

PLAN = """\
模板: 通用
单位: 云溪县教育局
标题: 关于报送秋季学期开学情况的通知
主送: [各小学]
章节:
  - 标题: 报送内容
    条目: [到校学生人数。, 教师到岗情况。]
落款: {署名: 云溪县教育局, 日期: 2026-08-25}
"""

Table = Callable[[Sequence[Sequence[str]]], Path]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def table(tmp_path: Path) -> Table:
    """Writes rows, the first of them the names of the columns, to schools.csv."""

    def table(rows: Sequence[Sequence[str]]) -> Path:
        path = tmp_path / "schools.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
        return path

    return table


def schools(count: int) -> list[list[str]]:
    """A table of `count` schools, each with words of its own."""
    rows = [[f"第{number}小学", f"云溪县第{number}小学", f"{number:04}班"] for number in range(1, count + 1)]
    return [["单位", "落款.署名", "副标题"], *rows]
