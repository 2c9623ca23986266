"""`docgen new TEMPLATE --from PLAN`: a plan started from last year's."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.cli import files, output
from docgen.cli.failures import not_yet
from docgen.i18n import _

if TYPE_CHECKING:
    from docgen.template.package import Package
    from docgen.year.begin import Begun

LATER = (".docx", ".doc", ".wps", ".txt", ".md")
"""What cannot be read back yet."""


def begin(arguments: argparse.Namespace, found: Package, target: Path, first_line: str) -> Begun:
    """The start of a plan of the template `found`, to be written to `target`; `first_line` names its
    schema. Raises `WrongCall` where
    the file to start from is not a plan's or is `target` itself."""
    from docgen.year import begin as years

    source = Path(arguments.source)
    if source.suffix.lower() in LATER:
        raise not_yet(
            _("读{kind}文件").format(kind=source.suffix), _("现在可以从数据文件（.yaml）开始；旧文档以后再读")
        )
    files.refuse_to_overwrite([target], source=source, force=arguments.force)
    return years.begin(source, found, str(target), first_line)


def tell(begun: Begun) -> None:
    """Prints what is to be said of the new plan to standard error."""
    output.print_problems(begun.problems, sys.stderr)
