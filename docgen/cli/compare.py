"""`docgen check OLD NEW --diff`: two versions compared by their content."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.cli import output
from docgen.cli.failures import BAD_DATA, DONE, WrongCall
from docgen.i18n import _
from docgen.problems import error

if TYPE_CHECKING:
    from docgen.recognised import Recognised

PLANS = (".yaml", ".yml", ".xlsx")


def run(arguments: argparse.Namespace) -> int:
    """Prints the differences; 0, or with --strict 1 where there are any."""
    from docgen.compare.compare import compare
    from docgen.compare.told import as_data, lines

    if not (arguments.diff and arguments.other):
        sentence = _("比较要写两份文件和 --diff：docgen check 旧.docx 新.docx --diff")
        raise WrongCall(error("CLI-001", sentence))
    old, new = (version(Path(name)) for name in (arguments.file, arguments.other))
    found = compare(old, new)
    if arguments.json:
        output.print_json({"differences": as_data(found)})
    elif found:
        print("\n".join(lines(found)))
        print(_("共{count}处不同（格式、空格、全角半角和序号不算）").format(count=len(found)))
    else:
        print(_("内容没有不同（格式、空格、全角半角和序号不算）"))
    return BAD_DATA if found and arguments.strict else DONE


def version(path: Path) -> Recognised:
    """A file as it was recognised; a plan as the Word file it makes."""
    from docgen.reader.read import read, read_docx
    from docgen.recognise.recognise import recognise

    if path.suffix.lower() not in PLANS:
        return recognise(read(path))
    from docgen import api

    return recognise(read_docx(api.render(path).to_bytes("docx"), str(path)))
