"""`docgen check`: every problem of a plan, without writing anything."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from docgen.cli import output
from docgen.cli.failures import BAD_DATA, DONE, code_of, not_yet
from docgen.i18n import _
from docgen.problems import Problem, Severity

LATER = (".docx", ".txt", ".md")


def add(commands: Any) -> argparse.ArgumentParser:
    """Declares the command and returns its parser."""
    words = _("检查数据文件，列出全部问题，不写文件")
    parser: argparse.ArgumentParser = commands.add_parser("check", help=words, description=words)
    parser.add_argument("file", metavar="FILE", help=_("数据文件（.yaml），或者填好的填报表（.xlsx）"))
    parser.add_argument("--strict", action="store_true", help=_("有警告也算没有通过"))
    parser.add_argument("--json", action="store_true", help=_("把问题打印成JSON"))
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Prints the problems to standard output; 0 if the plan can be built."""
    path = Path(arguments.file)
    if path.suffix.lower() in LATER:
        raise not_yet(
            _("检查{kind}文件").format(kind=path.suffix), _("现在可以检查数据文件（.yaml）和填报表（.xlsx）")
        )
    problems, code = _examine(path)
    if arguments.json:
        output.print_json(output.problems_as_json(problems))
    elif problems:
        output.print_problems(problems, sys.stdout)
    else:
        print(_("{path}：没有发现问题").format(path=path))
    warned = any(problem.severity is Severity.WARNING for problem in problems)
    return BAD_DATA if code == DONE and warned and arguments.strict else code


def _examine(path: Path) -> tuple[list[Problem], int]:
    """All problems of the plan, and the exit code they ask for."""
    import docgen

    try:
        return list(docgen.render(path).problems), DONE
    except docgen.DocgenError as stopped:
        return stopped.problems, code_of(stopped)
