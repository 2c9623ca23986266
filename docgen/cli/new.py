"""`docgen new`: a plan to start from, which builds as it is, and the schema an editor completes with; or
the same as a workbook to fill in."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.cli import files
from docgen.cli.failures import WrongCall
from docgen.i18n import _
from docgen.patterns import pattern
from docgen.problems import DocgenError, Place, error, stop_on_errors
from docgen.template import editor

if TYPE_CHECKING:
    from docgen.template.package import Package

FORMS = ("xlsx",)
NAMED = pattern(r"^(模板:[ ]*)[^#\n]*\S", re.MULTILINE)
"""The line of a plan that names its template."""


def add(commands: Any) -> argparse.ArgumentParser:
    """Declares the command and returns its parser."""
    words = _("按模板新建一份数据文件，里面是可以直接生成的样例")
    parser: argparse.ArgumentParser = commands.add_parser("new", help=words, description=words)
    parser.add_argument("template", metavar="TEMPLATE", help=_("模板的名称或代号，例如 工作计划、work-plan"))
    parser.add_argument("-o", "--output", metavar="PLAN.yaml", help=_("写到哪个文件，不写就用模板的名称"))
    parser.add_argument(
        "--form", choices=FORMS, help=_("做成填报表：xlsx 是Excel、WPS工作簿，填好后用 docgen build 生成")
    )
    parser.add_argument(
        "--from",
        dest="source",
        metavar="PLAN.yaml",
        help=_("从哪份计划开始：写它的工作总结，或者下一年的同一种计划"),
    )
    parser.add_argument(
        "--year",
        type=_years,
        default=(),
        help=_("原来那份没写年份时用：新的一份是哪一年的，2027或2026-2027"),
    )
    parser.add_argument("--force", action="store_true", help=_("已有同名文件时覆盖"))
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Writes the starter and its schema, prints the starter's path, returns 0."""
    from docgen.template import shelf

    try:
        found = shelf.find(arguments.template, Path())
    except DocgenError as unknown:
        raise WrongCall(unknown.problems) from unknown
    if arguments.source:
        return _carry_on(arguments, found)
    if arguments.year:
        hint = _("要写上一年的下一年，再加 --from 和上一年的文件；新样本里的年份自己改")
        raise WrongCall(error("CLI-006", _("--year 要和 --from 一起用"), hint=hint))
    example = _example(found)
    if arguments.form:
        return _write_form(arguments, found, example)
    target = _target(arguments.output, found.name, ".yaml")
    files.refuse_to_overwrite([target], source=None, force=arguments.force)
    _write(target, found, editor.first_line(found) + example)
    return 0


def _years(text: str) -> tuple[int, ...]:
    from docgen.year.asked import years_of

    try:
        return years_of(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(str(fault)) from None


def _carry_on(arguments: argparse.Namespace, found: Package) -> int:
    """Writes the plan that another one (--from) starts, tells what is left to do in it, returns 0."""
    from docgen.cli import carry_on

    if arguments.form:
        sentence = _("--from 和 --form 不能一起用")
        raise WrongCall(error("CLI-006", sentence, hint=_("去掉其中一个")))
    target = _target(arguments.output, found.name, ".yaml")
    begun = carry_on.begin(arguments, found, target, editor.first_line(found))
    _write(target, found, begun.text)
    carry_on.tell(begun)
    return 0


def _write(target: Path, found: Package, text: str) -> None:
    """Writes a plan, with the schema for editors beside it, and prints its path."""
    files.write(target.parent / editor.schema_path(found), editor.schema_file(found))
    files.write(target, text.encode())
    print(target)


def _write_form(arguments: argparse.Namespace, found: Package, example: str) -> int:
    """Writes the workbook to fill in, prints its path, returns 0."""
    from docgen.sheets.write_form import write
    from docgen.source.load import loads

    target = _target(arguments.output, found.name, f".{arguments.form}")
    if target.suffix.lower() != f".{arguments.form}":
        sentence = _("填报表要写成.{kind}文件").format(kind=arguments.form)
        raise WrongCall(error("CLI-006", sentence, Place(str(target)), hint=_("把 -o 的扩展名改过来")))
    files.refuse_to_overwrite([target], source=None, force=arguments.force)
    plan, problems = loads(example, str(found.folder / "example.yaml"))
    stop_on_errors(problems)
    files.write(target, write(found, plan))
    print(target)
    return 0


def _example(found: Package) -> str:
    """The sample plan; that of an installed template names its version, so that a newer one is not taken."""
    try:
        return _of_version(found.example_text, found)
    except OSError as absent:
        sentence = _("模板“{name}”没有样例").format(name=found.name)
        hint = _("在模板的文件夹里放一份example.yaml")
        raise WrongCall(error("CLI-010", sentence, Place(str(found.folder)), hint=hint)) from absent


def _of_version(example: str, found: Package) -> str:
    from docgen.template import shelf

    if found.folder.parent != shelf.user_folder():
        return example
    return NAMED.sub(lambda line: f"{line[1]}{found.name}@{found.version}", example, count=1)


def _target(output: str | None, name: str, suffix: str) -> Path:
    if output is None:
        return Path(f"{name}{suffix}")
    path = Path(output)
    return path / f"{name}{suffix}" if files.names_a_folder(output) else path
