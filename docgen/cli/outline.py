"""`docgen outline`: the structure of a document with its numbers, before any page is made."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from docgen.cli import output
from docgen.cli.failures import DONE, not_yet
from docgen.i18n import _

LATER = (".docx", ".txt", ".md")


def add(commands: Any) -> argparse.ArgumentParser:
    """Declares the command and returns its parser."""
    words = _("列出各层标题和序数")
    parser: argparse.ArgumentParser = commands.add_parser("outline", help=words, description=words)
    parser.add_argument("file", metavar="FILE", help=_("数据文件（.yaml）"))
    parser.add_argument("--json", action="store_true", help=_("把整篇结构打印成JSON"))
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Prints the outline to standard output; returns 0."""
    import docgen
    from docgen.writers import outline

    path = Path(arguments.file)
    if path.suffix.lower() in LATER:
        raise not_yet(_("读{kind}文件的结构").format(kind=path.suffix), _("现在可以读数据文件（.yaml）"))
    numbered = docgen.render(path).numbered
    if arguments.json:
        output.print_json(outline.write(numbered))
    else:
        print("\n".join(outline.lines(numbered)))
    return DONE
