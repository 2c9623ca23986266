"""`docgen check`: every problem of a plan or of a finished document, without writing anything."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.cli import output
from docgen.cli.failures import BAD_DATA, DONE, code_of
from docgen.cli.outline import FILES
from docgen.cli.repeated import told
from docgen.i18n import _
from docgen.problems import DocgenError, Problem, Severity, has_errors

if TYPE_CHECKING:
    from docgen.lint.judge import Judged


def add(commands: Any) -> argparse.ArgumentParser:
    """Declares the command and returns its parser."""
    words = _("检查数据文件或文稿，列出全部问题；能改的改好，或比较两份文稿")
    parser: argparse.ArgumentParser = commands.add_parser("check", help=words, description=words)
    parser.add_argument(
        "file",
        metavar="FILE",
        help=_(
            "数据文件（.yaml）、填好的填报表（.xlsx），或者文稿（.docx、.txt、.md等）；或者放着它们的文件夹"
        ),
    )
    parser.add_argument(
        "--ignore", metavar="ID[,ID]", help=_("不查这些规则，写编号或一类的字母，如 PUN-013,TXT")
    )
    parser.add_argument("--strict", action="store_true", help=_("有警告也算没有通过；略过的问题也列出来"))
    parser.add_argument("--json", action="store_true", help=_("把问题打印成JSON"))
    parser.add_argument("other", metavar="FILE2", nargs="?", help=_("和 --diff 一起用：新的一份"))
    parser.add_argument("--fix", action="store_true", help=_("把有把握的改好，写成新文件"))
    parser.add_argument(
        "--track", action="store_true", help=_("和 --fix 一样改，但在Word文档里做成修订和批注")
    )
    parser.add_argument("--diff", action="store_true", help=_("比较两份的内容：FILE 是旧的，FILE2 是新的"))
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help=_("--fix 写到哪个文件，不写就放在旁边；检查文件夹时写报告的.xlsx"),
    )
    parser.add_argument("--force", action="store_true", help=_("已有同名文件时覆盖"))
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Prints the problems to standard output; 0 if the plan can be built and no finding is an error."""
    if arguments.diff or arguments.other:
        from docgen.cli import compare

        return compare.run(arguments)
    if arguments.fix or arguments.track:
        from docgen.cli import mend

        return mend.run(arguments, ignored(arguments.ignore))
    path, ignore = Path(arguments.file), ignored(arguments.ignore)
    if path.is_dir():
        from docgen.cli import check_all

        return check_all.run(path, arguments, lambda one: _examine(one, ignore, strict=arguments.strict)[0])
    problems, code = _examine(path, ignore, strict=arguments.strict)
    if arguments.json:
        output.print_json(output.problems_as_json(problems))
    elif problems:
        print("\n".join([*told(problems), *([output.tally(problems)] if len(problems) > 1 else [])]))
    else:
        print(_("{path}：没有发现问题").format(path=path))
    warned = any(problem.severity is Severity.WARNING for problem in problems)
    return BAD_DATA if code == DONE and warned and arguments.strict else code


def ignored(words: str | None) -> list[str]:
    """The rules named by --ignore."""
    return [word.strip().upper() for word in (words or "").replace("，", ",").split(",") if word.strip()]


def _examine(path: Path, ignore: list[str], *, strict: bool) -> tuple[list[Problem], int]:
    """All problems of a file, and the exit code they ask for."""
    try:
        judged = judge(path, ignore)
    except DocgenError as stopped:
        return stopped.problems, code_of(stopped)
    problems = [*judged.problems, *(_passed_over(judged) if strict else ())]
    return problems, BAD_DATA if has_errors(problems) else DONE


def judge(path: Path, ignore: list[str]) -> Judged:
    """The judgement of a finished document or of a plan. Raises `DocgenError` for what cannot be read
    or built."""
    from docgen.lint import judge

    if path.suffix.lower() in FILES:
        return judge.file(path, ignore)
    import docgen

    return judge.plan(docgen.render(path), ignore)


def _passed_over(judged: Judged) -> list[Problem]:
    """What the owner of the text asked to pass over, told for information."""
    return [
        replace(one.problem, severity=Severity.INFO, message=_("已略过：") + one.problem.message)
        for one in judged.findings.suppressed
    ]
