"""`docgen collect`: a folder of forms that came back → one workbook, a row a school."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from docgen.cli import files, output
from docgen.cli.batch import progress
from docgen.cli.failures import BAD_DATA, DONE, WrongCall
from docgen.i18n import _
from docgen.problems import error, has_errors


def add(commands: Any) -> argparse.ArgumentParser:
    """Declares the command and returns its parser."""
    words = _("把一个文件夹里收回的填报表汇总成一张表")
    parser: argparse.ArgumentParser = commands.add_parser("collect", help=words, description=words)
    parser.add_argument("folder", metavar="DIR", help=_("放着填报表（.docx、.xlsx）的文件夹"))
    parser.add_argument("--template", metavar="NAME", required=True, help=_("填报表是哪个模板的"))
    parser.add_argument("-o", "--output", metavar="OUT.xlsx", default="汇总.xlsx", help=_("写到哪里"))
    parser.add_argument("--force", action="store_true", help=_("已有同名文件时覆盖"))
    parser.add_argument("--json", action="store_true", help=_("把结果打印成JSON"))
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Writes the workbook and the same as .json beside it; 1 where a form has errors."""
    from docgen.forms.collected import collect
    from docgen.forms.summary import as_data, workbook
    from docgen.template.shelf import find

    target = Path(arguments.output)
    if target.suffix.lower() != ".xlsx":
        sentence = _("汇总表要写成.xlsx文件")
        raise WrongCall(error("CLI-006", sentence, excerpt=str(target), hint=_("把 -o 的扩展名改过来")))
    beside = target.with_suffix(".json")
    files.refuse_to_overwrite([target, beside], source=None, force=arguments.force)
    package = find(arguments.template, Path())
    taken = f"{package.name}@{package.version}"
    forms = collect(Path(arguments.folder), package, progress())
    data = {"version": 1, "template": taken, "forms": as_data(forms)}
    text = json.dumps(data, ensure_ascii=False, indent=1)
    files.write_all([(target, workbook(forms)), (beside, text.encode("utf-8"))])
    bad = sum(has_errors(one.problems) for one in forms)
    if arguments.json:
        output.print_json(data | {"written": [str(target), str(beside)], "failed": bad})
    else:
        sentence = _("按模板“{template}”汇总{count}份，其中{bad}份有错误，见“问题”表")
        print(sentence.format(template=taken, count=len(forms), bad=bad), file=sys.stderr)
        print(target, beside, sep="\n")
    return BAD_DATA if bad else DONE
