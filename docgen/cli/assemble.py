"""`docgen assemble`: a book of papers, or a plan of several parts → one document."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from docgen.cli import files, output
from docgen.cli.build import targets_of
from docgen.cli.failures import DONE, WrongCall
from docgen.i18n import _
from docgen.problems import error


def add(commands: Any) -> argparse.ArgumentParser:
    """Declares the command and returns its parser."""
    words = _("把多份文件编成一册，或者把各部分合成一份计划")
    parser: argparse.ArgumentParser = commands.add_parser("assemble", help=words, description=words)
    out = _("写到哪个文件或文件夹，不写就放在汇编文件旁边")
    parser.add_argument("book", metavar="BOOK.yaml", help=_("汇编文件：标题、单位、日期、组成"))
    parser.add_argument("-o", "--output", metavar="OUT", help=out)
    parser.add_argument("--to", metavar="docx,pdf", help=_("要哪些格式，用逗号隔开，不写就是docx"))
    parser.add_argument("--force", action="store_true", help=_("已有同名文件时覆盖"))
    parser.add_argument("--json", action="store_true", help=_("把问题和写出的文件打印成JSON"))
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Writes all outputs or none; prints their paths, and what was found to standard error."""
    from docgen.assembly.assemble import assemble

    book = Path(arguments.book)
    targets = targets_of(book, arguments.output, arguments.to)
    paths = [path for _kind, path in targets]
    files.refuse_to_overwrite(paths, source=book, force=arguments.force)
    assembled = assemble(book, paths[0])
    if unknown := [kind for kind, _path in targets if kind not in assembled.kinds]:
        sentence = _("汇编不能写成{kinds}").format(kinds=_("、").join(unknown))
        hint = _("可以生成：{kinds}").format(kinds=_("、").join(assembled.kinds))
        raise WrongCall(error("CLI-006", sentence, hint=hint))
    files.write_all([(path, assembled.to_bytes(kind)) for kind, path in targets])
    output.print_written(paths, assembled.problems, as_json=arguments.json)
    return DONE
