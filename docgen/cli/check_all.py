"""`docgen check FOLDER`: every document and plan in a folder, one by one, and a report of all."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from docgen.batch.report import WORKBOOK_NAME
from docgen.cli import files, output
from docgen.cli.batch import progress
from docgen.cli.failures import BAD_DATA, DONE, WrongCall
from docgen.cli.outline import FILES
from docgen.files import visible
from docgen.i18n import _
from docgen.plan_file import DEFAULTS
from docgen.problems import CannotRead, Place, Problem, Severity, error

PLANS = (".yaml", ".yml", ".xlsx")
PASSED_OVER = (DEFAULTS, WORKBOOK_NAME)
REPORT = ".xlsx"

Examine = Callable[[Path], list[Problem]]
"""Gives what is wrong with a file."""


class Checked(NamedTuple):
    """A file and what is wrong with it."""

    file: str
    problems: list[Problem]

    def count(self, weight: Severity) -> int:
        return sum(problem.severity is weight for problem in self.problems)


def run(folder: Path, arguments: argparse.Namespace, examine: Examine) -> int:
    """Prints what is wrong with each file in `folder`, or how much of it where a report is written; 1 where
    a file has errors, with --strict also warnings."""
    target = _target(arguments)
    found = _checked(folder, examine)
    if target:
        files.write_all([(target, _workbook(found))])
    if arguments.json:
        rows = [{"file": one.file, **output.problems_as_json(one.problems)} for one in found]
        output.print_json({"files": rows, "written": [str(target)] if target else []})
    else:
        _tell(found, target)
    weights = (Severity.ERROR, Severity.WARNING) if arguments.strict else (Severity.ERROR,)
    return BAD_DATA if any(one.count(weight) for one in found for weight in weights) else DONE


def _target(arguments: argparse.Namespace) -> Path | None:
    if not arguments.output:
        return None
    target = Path(arguments.output)
    if target.suffix.lower() != REPORT:
        sentence, hint = _("检查文件夹的报告要写成.xlsx文件"), _("把 -o 的扩展名改过来")
        raise WrongCall(error("CLI-006", sentence, excerpt=str(target), hint=hint))
    files.refuse_to_overwrite([target], source=None, force=arguments.force)
    return target


def _checked(folder: Path, examine: Examine) -> list[Checked]:
    paths = [path for path in visible(folder, (*FILES, *PLANS)) if path.name not in PASSED_OVER]
    if not paths:
        hint = _("文件夹里放文稿（.docx、.txt、.md等）或者计划（.yaml）")
        raise CannotRead(error("CLI-013", _("文件夹里没有能检查的文件"), Place(str(folder)), hint=hint))
    told = progress()
    found = []
    for done, path in enumerate(paths, 1):
        found.append(Checked(path.name, _problems(path, examine)))
        told(done, len(paths))
    return found


def _problems(path: Path, examine: Examine) -> list[Problem]:
    try:
        return examine(path)
    except Exception as failure:  # whatever a damaged file makes a reader raise
        sentence = _("这份文件读不出来（{kind}）").format(kind=type(failure).__name__)
        hint = _("用Word或WPS打开，另存为一个新的 .docx 文件，再试一次")
        return [error("CLI-013", sentence, Place(str(path)), excerpt=str(failure), hint=hint)]


def _tell(found: Sequence[Checked], target: Path | None) -> None:
    for one in found:
        if one.problems and target:
            print(f"{one.file}：{output.tally(one.problems)}")
        elif one.problems:
            output.print_problems(one.problems, sys.stdout)
    clean = sum(not one.problems for one in found)
    wrong = sum(bool(one.count(Severity.ERROR)) for one in found)
    sentence = _("检查{count}份，没有发现问题的{clean}份，有错误的{wrong}份")
    print(sentence.format(count=len(found), clean=clean, wrong=wrong))
    if target:
        print(target)


def _workbook(found: Sequence[Checked]) -> bytes:
    """The sheets 各份 (a row a file), 问题, and 各类 (a row a kind of problem). Raises `NotInstalled` without
    openpyxl."""
    from docgen.sheets import faults, listing
    from docgen.sheets.save import saved

    try:
        import openpyxl
    except ImportError as absent:
        raise faults.not_installed() from absent
    book = openpyxl.Workbook()
    book.active.title = _("各份")
    words = {Severity.ERROR: _("错误"), Severity.WARNING: _("警告"), Severity.INFO: _("提示")}
    rows: list[list[Any]] = [[one.file, *map(one.count, words)] for one in found]
    listing.fill(book.active, [_("文件"), *words.values()], rows)
    heads = [_("文件"), _("程度"), *listing.problem_heads()]
    rows = [
        [one.file, words[each.severity], *listing.problem_row(each)] for one in found for each in one.problems
    ]
    listing.fill(book.create_sheet(_("问题")), heads, rows)
    listing.fill(book.create_sheet(_("各类")), [_("编号"), _("处数"), _("文件数"), _("例")], _kinds(found))
    return saved(book)


def _kinds(found: Sequence[Checked]) -> list[list[Any]]:
    """A row for each id: how often, in how many files, one of its sentences; the most frequent first."""
    times = Counter(each.id for one in found for each in one.problems)
    spread = Counter(id for one in found for id in {each.id for each in one.problems})
    said = {each.id: each.message for one in reversed(found) for each in one.problems}
    return [[id, count, spread[id], said[id]] for id, count in times.most_common()]
