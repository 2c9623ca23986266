"""The report of a batch: a line a row, as JSON for programs and as a workbook for people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from docgen.batch.work import Task
from docgen.files import write_whole
from docgen.i18n import _
from docgen.problems import Problem

JSON_NAME, WORKBOOK_NAME = "批量报告.json", "批量报告.xlsx"
WRITTEN, KEPT, FAILED = "written", "kept", "failed"


class Line(NamedTuple):
    """What the report says of a row: its state (WRITTEN, KEPT from an earlier run, FAILED), its files,
    its problems as plain data, the seconds it took."""

    task: Task
    state: str
    files: tuple[str, ...]
    problems: list[dict[str, Any]]
    seconds: float


def write(folder: Path, lines: Sequence[Line]) -> list[Path]:
    """Writes the report into `folder`; the workbook only where openpyxl is installed. Gives the paths."""
    paths = [folder / JSON_NAME]
    write_whole(paths[0], _as_json(lines).encode("utf-8"))
    content = _workbook(lines)
    if content:
        paths.append(folder / WORKBOOK_NAME)
        write_whole(paths[1], content)
    return paths


def _as_json(lines: Sequence[Line]) -> str:
    rows = [
        {
            "row": line.task.row.ordinal,
            "place": str(line.task.row.place),
            "name": line.task.name,
            "state": line.state,
            "files": list(line.files),
            "seconds": round(line.seconds, 4),
            "problems": line.problems,
        }
        for line in lines
    ]
    return json.dumps({"version": 1, "rows": rows}, ensure_ascii=False, indent=1)


def _workbook(lines: Sequence[Line]) -> bytes:
    try:
        import openpyxl
    except ImportError:
        return b""
    from docgen.sheets import listing
    from docgen.sheets.save import saved

    book = openpyxl.Workbook()
    summary = book.active
    summary.title = _("各份")
    listing.fill(summary, *_of_rows(lines))
    listing.fill(book.create_sheet(_("问题")), *_of_problems(lines))
    return saved(book)


Table = tuple[list[str], list[list[Any]]]


def _of_rows(lines: Sequence[Line]) -> Table:
    words = {WRITTEN: _("已生成"), KEPT: _("沿用上次的"), FAILED: _("没有生成")}
    heads = [_("序号"), _("位置"), _("结果"), _("文件"), _("问题数"), _("秒")]
    rows: list[list[Any]] = [
        [
            line.task.row.ordinal,
            str(line.task.row.place),
            words[line.state],
            "、".join(line.files),
            len(line.problems),
            round(line.seconds, 3),
        ]
        for line in lines
    ]
    return heads, rows


def _of_problems(lines: Sequence[Line]) -> Table:
    from docgen.sheets import listing

    words = {"error": _("错误"), "warning": _("警告"), "info": _("提示")}
    heads = [_("序号"), _("程度"), *listing.problem_heads()]
    rows: list[list[Any]] = [
        [
            line.task.row.ordinal,
            words[found["severity"]],
            *(found["id"], found["message"], where(found), found["excerpt"], found["hint"]),
        ]
        for line in lines
        for found in line.problems
    ]
    return heads, rows


def where(found: dict[str, Any]) -> str:
    """The place of a problem given as plain data, as a person finds it."""
    at = found.get("cell") or ":".join(str(found[key]) for key in ("line", "column") if found.get(key))
    return " ".join(filter(None, (str(found.get("file", "")), str(found.get("sheet", "")), at)))


def as_data(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    return [problem.as_dict() for problem in problems]
