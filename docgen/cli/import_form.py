"""`docgen import` of a form that came back: its plan is written, what is wrong with it told."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from docgen.cli import files, output
from docgen.cli.failures import BAD_DATA, DONE
from docgen.i18n import _
from docgen.problems import has_errors


def run(arguments: argparse.Namespace, target: Path) -> int:
    """Writes the plan even where it has to be corrected, and prints its path; 1 where there are errors."""
    from docgen.forms.answer import read
    from docgen.plan_text.yaml_text import write
    from docgen.template import editor
    from docgen.template.shelf import find

    source = Path(arguments.file)
    wanted = find(arguments.template, Path()) if arguments.template else None
    answer = read(source, wanted, Path())
    files.refuse_to_overwrite([target], source=source, force=arguments.force)
    files.write(target.parent / editor.schema_path(answer.package), editor.schema_file(answer.package))
    files.write(target, (editor.first_line(answer.package) + write(answer.plan)).encode("utf-8"))
    if arguments.json:
        more = {"written": [str(target)], "template": f"{answer.package.name}@{answer.package.version}"}
        output.print_json(output.problems_as_json(answer.problems) | more)
    else:
        taken = f"{answer.package.name}@{answer.package.version}"
        print(_("填报表的模板：{template}").format(template=taken), file=sys.stderr)
        output.print_problems(answer.problems, sys.stderr)
        print(target)
    return BAD_DATA if has_errors(answer.problems) else DONE
