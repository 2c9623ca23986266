"""`docgen build PLAN --all`: every document that can be made of a plan, in one folder."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple

from docgen.cli import files, output
from docgen.cli.failures import WrongCall
from docgen.i18n import _
from docgen.problems import Problem, error

PAPERS = ("docx", "pdf", "md", "txt")


class Written(NamedTuple):
    """The files that were written and what is to be said of them."""

    paths: tuple[Path, ...]
    problems: tuple[Problem, ...]


def run(arguments: argparse.Namespace, kinds: list[str]) -> Written:
    """Writes all documents of the plan, papers in each of `kinds` (docx where there is none), or none
    of them. Raises `WrongCall` where the call says more than --all allows."""
    from docgen.year import documents

    plan = Path(arguments.plan)
    papers = [kind for kind in kinds if kind in PAPERS] or ["docx"]
    folder = _folder(plan, arguments)
    possible = [documents.Made(name, kind, b"").file(plan) for name, kind in documents.names(papers)]
    files.refuse_to_overwrite([folder / name for name in possible], source=plan, force=arguments.force)
    found = documents.make(plan, papers, arguments.numbers)
    if arguments.strict:
        output.stop_when_strict(found.problems)
    paths = tuple(folder / one.file(plan) for one in found.made)
    files.write_all(list(zip(paths, (one.content for one in found.made), strict=True)))
    return Written(paths, found.problems)


def _folder(plan: Path, arguments: argparse.Namespace) -> Path:
    if arguments.template:
        raise WrongCall(error("CLI-006", _("--all 和 --template 不能一起用"), hint=_("去掉其中一个")))
    if arguments.output is None:
        return plan.parent
    if not files.names_a_folder(arguments.output):
        sentence = _("--all 会写出几个文件，-o 要写文件夹")
        raise WrongCall(error("CLI-006", sentence, hint=_("把 -o 写成文件夹，如：-o 文件")))
    return Path(arguments.output)
