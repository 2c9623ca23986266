"""`docgen outline`: the structure of a plan or of a finished document, with its numbers."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.cli import output
from docgen.cli.failures import DONE
from docgen.i18n import _

if TYPE_CHECKING:
    from docgen.recognised import Recognised

FILES = (
    ".docx",
    ".txt",
    ".md",
    ".doc",
    ".wps",
    ".odt",
    ".rtf",
    ".docm",
    ".dotx",
    ".dot",
    ".wpt",
    ".uot",
    ".fodt",
)
"""What is read as a finished document; everything else is a plan."""


def add(commands: Any) -> argparse.ArgumentParser:
    """Declares the command and returns its parser."""
    words = _("列出各层标题和序数")
    parser: argparse.ArgumentParser = commands.add_parser("outline", help=words, description=words)
    parser.add_argument("file", metavar="FILE", help=_("数据文件（.yaml），或者文稿（.docx、.txt、.md等）"))
    parser.add_argument("--json", action="store_true", help=_("把整篇结构打印成JSON"))
    parser.add_argument("--explain", action="store_true", help=_("逐段说明认成了什么、为什么（只用于文稿）"))
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Prints the outline to standard output; returns 0."""
    path = Path(arguments.file)
    if path.suffix.lower() in FILES:
        return _of_file(path, arguments)
    import docgen
    from docgen.writers import outline

    numbered = docgen.render(path).numbered
    if arguments.json:
        output.print_json(outline.write(numbered))
    else:
        print("\n".join(outline.lines(numbered)))
    return DONE


def _of_file(path: Path, arguments: argparse.Namespace) -> int:
    """The outline of a finished document, and with `--explain` why each part was taken for what it is."""
    import sys

    from docgen.reader.read import read
    from docgen.recognise.recognise import recognise
    from docgen.writers import outline_of_file

    recognised = recognise(read(path))
    if arguments.json:
        output.print_json(
            _with_mistakes(outline_of_file.write(recognised, explain=arguments.explain), recognised)
        )
        return DONE
    lines = outline_of_file.explained if arguments.explain else outline_of_file.lines
    print("\n".join(lines(recognised)))
    if arguments.explain:
        output.print_problems([*recognised.manuscript.problems, *recognised.problems], sys.stderr)
    return DONE


def _with_mistakes(content: dict[str, Any], recognised: Recognised) -> dict[str, Any]:
    """The flat form with the mistakes that lint finds in each block, beside those recognition saw."""
    from docgen.lint.mistakes import mistakes

    for row, names in zip(content["blocks"], mistakes(recognised), strict=True):
        if names:
            row["mistakes"] = list(names)
    return content
