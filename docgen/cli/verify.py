"""`docgen verify`: a .docx and its pages, measured against the page format."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.cli import output
from docgen.cli.failures import BAD_DATA, DONE, code_of, not_yet
from docgen.i18n import _

if TYPE_CHECKING:
    from docgen.verify import Report

KINDS = (".docx", ".pdf")
PARTS = ("file", "page")


def add(commands: Any) -> argparse.ArgumentParser:
    """Declares the command and returns its parser."""
    words = _("查文件里的设置，排出版面，对照格式标准逐项量一遍")
    parser: argparse.ArgumentParser = commands.add_parser("verify", help=words, description=words)
    parser.add_argument("file", metavar="FILE", help=_("要量的文件（.docx或.pdf）"))
    parser.add_argument("--format", metavar="NAME", help=_("格式的名称或文件，不写就是gbt9704"))
    parser.add_argument("--part", choices=PARTS, help=_("只查文件里的设置（file），或者只量版面（page）"))
    parser.add_argument("--png", metavar="DIR", help=_("把每一页画成图片，放在这个文件夹"))
    parser.add_argument("--json", action="store_true", help=_("把量到的结果打印成JSON"))
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Prints the report to standard output; 1 if the document departs from the format, 3 if its pages
    could not be laid out for want of a program, 0 otherwise."""
    from docgen import formats
    from docgen.verify import verify

    path = Path(arguments.file)
    if path.suffix.lower() not in KINDS:
        raise not_yet(_("量{kind}文件").format(kind=path.suffix or path.name), _("可以量.docx和.pdf"))
    wanted = Path(arguments.format or "")
    page = formats.load(wanted.name, wanted.parent) if arguments.format else None
    drawn = Path(arguments.png) if arguments.png else None
    report = verify(path, page, png=drawn, parts=(arguments.part,) if arguments.part else PARTS)
    if arguments.json:
        output.print_json(report.as_dict())
    else:
        _print(report)
    if report.stopped:
        return code_of(report.stopped)
    return DONE if report.ok else BAD_DATA


def _print(report: Report) -> None:
    output.print_problems(report.problems(), sys.stdout)
    if report.ok and not report.stopped:
        print(_summary(report))


def _summary(report: Report) -> str:
    if report.pages:
        return _("{path}：{pages}页，符合格式“{format}”").format(
            path=report.file, pages=report.pages, format=report.format
        )
    return _("{path}：文件里的设置符合格式“{format}”").format(path=report.file, format=report.format)
