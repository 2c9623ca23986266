"""`docgen batch`: one plan or template and a table of rows → a document a row."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.cli import files, output
from docgen.cli.build import KINDS, kinds_of
from docgen.cli.failures import BAD_DATA, DONE, WrongCall
from docgen.i18n import _, language
from docgen.problems import error

if TYPE_CHECKING:
    from docgen.batch.batch import Progress
    from docgen.batch.pool import Place
    from docgen.batch.report import Line

SHOWN = 10
"""Files in the way, and rows that failed, which are named before the rest is counted."""


def add(commands: Any) -> argparse.ArgumentParser:
    """Declares the command and returns its parser."""
    words = _("按一张表成批生成公文，一行一份")
    parser: argparse.ArgumentParser = commands.add_parser("batch", help=words, description=words)
    for name, settings in _options().items():
        parser.add_argument(*name.split(), **settings)
    return parser


def _options() -> dict[str, dict[str, Any]]:
    rows = _("表（.xlsx 或 .csv，第一行写计划的键），或者放着各份计划的文件夹")
    pattern = _("文件名的样式，如 {单位}-{年度}；不写就是 {序号}-{单位}")
    numbers = _("层次序数：live 用Word的自动编号，text 写成文字")
    return {
        "base": {"metavar": "BASE", "help": _("模板名，或者一份数据文件，表里的值覆盖它的值")},
        "--data": {"metavar": "ROWS", "required": True, "help": rows},
        "-o --output": {"metavar": "DIR", "required": True, "help": _("写到哪个文件夹")},
        "--name": {"metavar": "PATTERN", "help": pattern},
        "--to": {"metavar": ",".join(KINDS), "help": _("要哪些格式，用逗号隔开，不写就是docx")},
        "--numbers": {"choices": ("live", "text"), "help": numbers},
        "--jobs": {"metavar": "N", "type": int, "help": _("同时用几个进程，不写就是处理器的个数")},
        "--resume": {"action": "store_true", "help": _("接着上次做：只做缺的和变了的")},
        "--dask": {"metavar": "ADDRESS", "help": _("在Dask集群上做，写调度程序的地址")},
        "--force": {"action": "store_true", "help": _("已有同名文件时覆盖")},
        "--json": {"action": "store_true", "help": _("把结果打印成JSON")},
    }


def run(arguments: argparse.Namespace) -> int:
    """Does the batch, prints what became of it; 1 where a row failed."""
    from docgen.batch import batch, names
    from docgen.batch.work import Order

    folder = Path(arguments.output)
    order = Order(tuple(kinds_of(arguments.to)) or ("docx",), arguments.numbers, language())
    pattern = arguments.name or names.DEFAULT
    for suffix in order.kinds:
        pattern = pattern.removesuffix(f".{suffix}")
    plan = batch.prepare(arguments.base, Path(arguments.data), pattern, order)
    output.print_problems(plan.problems, sys.stderr)
    if not (arguments.resume or arguments.force):
        _refuse(batch.in_the_way(plan, folder))
    place = _place(arguments)
    lines = batch.run(plan, folder, place, progress(), arguments.resume)
    _report(lines, folder, as_json=arguments.json)
    return BAD_DATA if batch.failed(lines) else DONE


def _place(arguments: argparse.Namespace) -> Place:
    from docgen.batch import pool

    if arguments.dask:
        from docgen.batch import cluster

        return cluster.on(arguments.dask)
    jobs = os.cpu_count() or 1 if arguments.jobs is None else arguments.jobs
    if jobs < 1:
        raise WrongCall(error("CLI-001", _("--jobs 写1以上的整数")))
    return pool.here if jobs == 1 else pool.processes(jobs)


def _refuse(paths: Sequence[Path]) -> None:
    if paths:
        files.refuse_to_overwrite(paths[:SHOWN], source=None, force=False)


def progress() -> Progress:
    """Says how far it is on one line of a terminal; nothing elsewhere."""
    return _told if sys.stderr.isatty() else _silent


def _told(done: int, of: int) -> None:
    end = "\n" if done == of else ""
    print("\r" + _("已完成 {done}／{of}").format(done=done, of=of), end=end, file=sys.stderr, flush=True)


def _silent(_done: int, _of: int) -> None:
    pass


def _report(lines: Sequence[Line], folder: Path, *, as_json: bool) -> None:
    from docgen.batch import batch, report

    bad = batch.failed(lines)
    counts = {state: sum(line.state == state for line in lines) for state in (report.WRITTEN, report.KEPT)}
    if as_json:
        rows = {"written": counts[report.WRITTEN], "kept": counts[report.KEPT], "failed": len(bad)}
        output.print_json(rows | {"folder": str(folder), "report": str(folder / report.JSON_NAME)})
        return
    for line in bad[:SHOWN]:
        for found in line.problems[:1]:
            text = _("第{row}份没有生成：{message}").format(
                row=line.task.row.ordinal, message=found["message"]
            )
            print(f"{report.where(found)}: {text}", file=sys.stderr)
    sentence = _("生成{written}份，沿用{kept}份，没有生成{failed}份；报告：{report}")
    print(
        sentence.format(
            written=counts[report.WRITTEN],
            kept=counts[report.KEPT],
            failed=len(bad),
            report=folder / report.JSON_NAME,
        )
    )
