"""Workbooks made on the spot, and plans that name them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from docgen.schema.check import check
from docgen.sheets.fill import filled
from docgen.source.load import loads
from docgen.source.values import Record
from docgen.template import shelf

HEAD = """\
模板: 工作计划
单位: 临江市实验中学
学年: 2026—2027
学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}
工作目标: 巩固率达到99.5%。
"""


def _book(*rows: Iterable[Any], sheet: str = "活动", path: Path | None = None) -> openpyxl.Workbook:
    """A workbook with one sheet of `rows`, saved to `path`."""
    made = openpyxl.Workbook()
    made.active.title = sheet
    for row in rows:
        made.active.append(list(row))
    if path:
        made.save(path)
    return made


def _with_cached(path: Path, values: dict[str, str], kind: str = "") -> None:
    """Writes into a saved workbook what its formulas gave, as a spreadsheet program does."""
    parts = {}
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    text = parts[name].decode()
    for cell, value in values.items():
        typed = f' t="{kind}"' if kind else ""
        text = re.sub(
            rf'<c r="{cell}"([^>]*)><f>(.*?)</f><v\s*/?>(?:</v>)?</c>',
            rf'<c r="{cell}"\1{typed}><f>\2</f><v>{value}</v></c>',
            text,
        )
        assert f"<v>{value}</v>" in text
    parts[name] = text.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    path.write_bytes(out.getvalue())


@pytest.fixture
def book() -> Callable[..., openpyxl.Workbook]:
    """Makes a workbook of rows."""
    return _book


@pytest.fixture
def with_cached() -> Callable[..., None]:
    """Writes the values of formulas into a workbook."""
    return _with_cached


@pytest.fixture
def plan_of(tmp_path: Path) -> Callable[[str], tuple[Record, list[str]]]:
    """A plan with the lines given, its spreadsheets read and its values typed; what is said of it, as
    `文件[表]!格 编号 句子`."""

    def read(text: str) -> tuple[Record, list[str]]:
        package = shelf.find("工作计划")
        plan, problems = loads(HEAD + text, str(tmp_path / "计划.yaml"))
        plan, found = filled(plan, package.schema.shape, tmp_path)
        typed, more = check(plan, package.schema)
        said = [
            f"{problem.place} {problem.id} {problem.message}".replace(f"{tmp_path}/", "")
            for problem in [*problems, *found, *more]
        ]
        return typed, said

    return read
