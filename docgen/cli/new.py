"""`docgen new`: a plan to start from, which builds as it is, and the schema an editor completes with."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.cli import files
from docgen.cli.failures import WrongCall
from docgen.i18n import _
from docgen.problems import DocgenError, Place, error

if TYPE_CHECKING:
    from docgen.template.package import Package

SCHEMA_FOLDER = ".docgen"


def add(commands: Any) -> argparse.ArgumentParser:
    """Declares the command and returns its parser."""
    words = _("按模板新建一份数据文件，里面是可以直接生成的样例")
    parser: argparse.ArgumentParser = commands.add_parser("new", help=words, description=words)
    parser.add_argument("template", metavar="TEMPLATE", help=_("模板的名称或代号，例如 工作计划、work-plan"))
    parser.add_argument("-o", "--output", metavar="PLAN.yaml", help=_("写到哪个文件，不写就用模板的名称"))
    parser.add_argument("--force", action="store_true", help=_("已有同名文件时覆盖"))
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Writes the starter and its schema, prints the starter's path, returns 0."""
    from docgen.template import shelf

    try:
        found = shelf.find(arguments.template, Path())
    except DocgenError as unknown:
        raise WrongCall(unknown.problems) from unknown
    example = _example(found)
    target = _target(arguments.output, found.name)
    files.refuse_to_overwrite([target], source=None, force=arguments.force)
    schema = f"{SCHEMA_FOLDER}/{found.id}.schema.json"
    files.write(target.parent / schema, _schema_file(found))
    first_line = f"# yaml-language-server: $schema={schema}\n"
    files.write(target, (first_line + example).encode())
    print(target)
    return 0


def _example(found: Package) -> str:
    try:
        return found.example_text
    except OSError as absent:
        sentence = _("模板“{name}”没有样例").format(name=found.name)
        hint = _("在模板的文件夹里放一份example.yaml")
        raise WrongCall(error("CLI-010", sentence, Place(str(found.folder)), hint=hint)) from absent


def _target(output: str | None, name: str) -> Path:
    if output is None:
        return Path(f"{name}.yaml")
    path = Path(output)
    return path / f"{name}.yaml" if files.names_a_folder(output) else path


def _schema_file(found: Package) -> bytes:
    import json

    return (json.dumps(found.schema.mapping, ensure_ascii=False, indent=1) + "\n").encode()
