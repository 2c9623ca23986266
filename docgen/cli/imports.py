"""`docgen import`: a finished document → a plan that builds; or the edits in it → the plan it was made of."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.cli import files, output
from docgen.cli.failures import BAD_DATA, DONE, WrongCall
from docgen.i18n import _
from docgen.problems import Problem, Severity, error, has_errors

if TYPE_CHECKING:
    from docgen.intake.imported import Imported
    from docgen.recognised import Recognised

NAME = "import"
PLAN = (".yaml", ".yml")
BLANKS = "PLH"
"""The family of rules that find what was masked or left to be filled in."""


def add(commands: Any) -> argparse.ArgumentParser:
    """Declares the command and returns its parser."""
    words = _("把现成的文档（.docx、.txt 等）变成数据文件")
    parser: argparse.ArgumentParser = commands.add_parser(NAME, help=words, description=words)
    parser.add_argument("file", metavar="FILE", help=_("Word文档或文本；.doc .wps .odt .rtf 要有LibreOffice"))
    parser.add_argument("-o", "--output", metavar="PLAN.yaml", help=_("写到哪个文件，不写就放在文档旁边"))
    parser.add_argument("--template", metavar="NAME", help=_("用哪个模板，不写就按文种选"))
    parser.add_argument("--update", metavar="PLAN.yaml", help=_("把文档里的改动改回生成它的数据文件"))
    parser.add_argument("--force", action="store_true", help=_("已有同名文件时覆盖"))
    parser.add_argument("--json", action="store_true", help=_("把结果打印成JSON"))
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Writes the plan and what goes beside it, prints its path; 0 even where it has to be looked at,
    1 where it does not build (the template that was asked for wants what the file has not)."""
    source = Path(arguments.file)
    target = _target(source, arguments)
    if target.suffix.lower() not in PLAN:
        hint = _("-o 写成 .yaml 文件，如 -o {name}").format(name=source.with_suffix(PLAN[0]).name)
        raise WrongCall(error("CLI-006", _("数据文件的扩展名是 .yaml"), excerpt=str(target), hint=hint))
    if arguments.update:
        from docgen.cli import import_update

        return import_update.run(arguments, target)
    if _is_form(source):
        from docgen.cli import import_form

        return import_form.run(arguments, target)
    recognised, made = read(source, target, arguments.template)
    beside = [target.parent / name for name in made.files]
    files.refuse_to_overwrite([target, *beside], source=source, force=arguments.force)
    contents = [(target.parent / name, content) for name, content in made.files.items()]
    files.write_all([*contents, _schema(target, made.template), (target, made.text.encode("utf-8"))])
    problems = [*recognised.manuscript.problems, *recognised.problems, *made.problems]
    _report([target, *beside], made, problems, as_json=arguments.json)
    return BAD_DATA if has_errors(made.problems) else DONE


def _schema(target: Path, template: str) -> tuple[Path, bytes]:
    """The schema for editors beside the plan, which its first line names."""
    from docgen.template import editor, shelf

    package = shelf.find(template, target.parent)
    return target.parent / editor.schema_path(package), editor.schema_file(package)


def _is_form(source: Path) -> bool:
    from docgen.forms.opened import is_form

    return is_form(source)


def _target(source: Path, arguments: argparse.Namespace) -> Path:
    if arguments.update:
        from docgen.cli.import_update import target_of

        return target_of(Path(arguments.update), arguments.output)
    return Path(arguments.output or source.with_suffix(PLAN[0]))


def read(source: Path, target: Path, template: str | None) -> tuple[Recognised, Imported]:
    """The file as it was recognised, and its plan to be written to `target`."""
    from docgen.intake.imported import imported
    from docgen.lint.of_recognised import reading
    from docgen.lint.run import run as lint
    from docgen.reader.read import read as read_file
    from docgen.recognise.recognise import recognise

    recognised = recognise(read_file(source))
    blanks = lint(reading(recognised), family=BLANKS).problems
    return recognised, imported(recognised, target.name, target.parent, template, blanks)


def _report(paths: list[Path], made: Imported, problems: list[Problem], *, as_json: bool) -> None:
    if as_json:
        more = {"written": [str(path) for path in paths], "template": made.template, "same": made.proved}
        output.print_json(output.problems_as_json(problems) | more)
        return
    output.print_problems([one for one in problems if one.severity is not Severity.INFO], sys.stderr)
    repaired = sum(one.severity is Severity.INFO for one in problems)
    if repaired:
        print(_("序号等修整了{count}处").format(count=repaired), file=sys.stderr)
    for path in paths:
        print(path)
