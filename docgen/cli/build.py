"""`docgen build`: a plan → the finished documents."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.cli import files, output
from docgen.cli.failures import DONE, WrongCall, not_yet
from docgen.i18n import _
from docgen.problems import Place, Problem, Severity, error

if TYPE_CHECKING:
    from docgen.made import Document

KINDS = ("docx", "pdf", "md", "txt", "ics", "xlsx")
LATER = ("html",)
DOCUMENTS = (".docx", ".doc", ".wps", ".odt", ".rtf")

Target = tuple[str, Path]
"""A kind of output (one of `KINDS`) and the file it goes to."""


def add(commands: Any) -> argparse.ArgumentParser:
    """Declares the command and returns its parser."""
    words = _("把数据文件排成公文")
    parser: argparse.ArgumentParser = commands.add_parser("build", help=words, description=words)
    parser.add_argument("plan", metavar="PLAN", help=_("数据文件（.yaml），或者填好的填报表（.xlsx）"))
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help=_("写到哪个文件或文件夹，不写就放在数据文件旁边"),
    )
    parser.add_argument(
        "--to", metavar="docx,pdf,md,txt,ics,xlsx", help=_("要哪些格式，用逗号隔开，不写就是docx")
    )
    parser.add_argument(
        "--numbers",
        choices=("live", "text"),
        help=_("层次序数：live 用Word的自动编号，text 写成文字"),
    )
    parser.add_argument(
        "--template",
        metavar="TEMPLATE",
        help=_("用哪个模板，如“校历”；不写就用数据文件里的"),
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help=_("能排的都排出来：计划、校历、行事历、各种表、日程"),
    )
    parser.add_argument("--force", action="store_true", help=_("已有同名文件时覆盖"))
    parser.add_argument("--strict", action="store_true", help=_("连文字一起检查，有警告也不生成"))
    parser.add_argument("--json", action="store_true", help=_("把问题和写出的文件打印成JSON"))
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Writes all outputs or none; prints their paths, and what was found to standard error."""
    import docgen
    from docgen.cli import left_out

    _refuse_documents(Path(arguments.plan))
    if arguments.all:
        from docgen.cli import build_all

        written = build_all.run(arguments, kinds_of(arguments.to))
        output.print_written(written.paths, written.problems, as_json=arguments.json)
        return DONE
    plan = Path(arguments.plan)
    targets = targets_of(_named(plan, arguments.template), arguments.output, arguments.to)
    paths = [path for _kind, path in targets]
    files.refuse_to_overwrite(paths, source=plan, force=arguments.force)
    document = docgen.render(plan, arguments.template, numbers=arguments.numbers)
    kinds = [kind for kind, _path in targets]
    problems = [*document.problems, *left_out.from_outputs(document, kinds)]
    if arguments.strict:
        from docgen.lint import judge

        problems = list(dict.fromkeys([*problems, *judge.plan(document).problems]))
        output.stop_when_strict(problems)
    contents = [document.to_bytes(kind) for kind in kinds]
    files.write_all(list(zip(paths, contents, strict=True)))
    output.print_written(paths, [*problems, *_missing_faces(document, kinds)], as_json=arguments.json)
    return DONE


def _refuse_documents(plan: Path) -> None:
    """Raises `WrongCall` (CLI-006) for a document in the place of a plan."""
    if plan.suffix.lower() in DOCUMENTS:
        sentence = _("“{name}”是文稿，不是数据文件").format(name=plan.name)
        hint = _("先把它变成数据文件：docgen import {name}").format(name=plan.name)
        raise WrongCall(error("CLI-006", sentence, Place(str(plan)), hint=hint))


def _named(plan: Path, template: str | None) -> Path:
    """The plan's path with the name of the `template` that was asked for, so that its paper does not
    take the place of the plan's own."""
    return plan.with_stem(f"{plan.stem}-{Path(template).name}") if template else plan


def targets_of(plan: Path, out: str | None, to: str | None) -> list[Target]:
    """What to write where. Raises `WrongCall` for kinds that do not exist and an `out` that does
    not fit them."""
    kinds = kinds_of(to)
    if out is None or files.names_a_folder(out):
        folder = plan.parent if out is None else Path(out)
        return [(kind, folder / f"{plan.stem}.{kind}") for kind in kinds or ("docx",)]
    suffix = _known(Path(out).suffix.removeprefix(".").lower())
    if kinds and kinds != [suffix]:
        sentence = _("-o 写的是一个.{suffix}文件，--to 要的却是{kinds}").format(
            suffix=suffix, kinds=_("、").join(kinds)
        )
        raise WrongCall(error("CLI-006", sentence, hint=_("去掉 --to，或者把 -o 写成文件夹")))
    return [(suffix, Path(out))]


def kinds_of(to: str | None) -> list[str]:
    """The kinds of output in the words of --to; raises `WrongCall` (CLI-006) for one that is not known."""
    words = (to or "").replace("，", ",").split(",")
    return list(dict.fromkeys(_known(word.strip().lower()) for word in words if word.strip()))


def _known(kind: str) -> str:
    if kind in LATER:
        raise not_yet(
            _("生成{kind}").format(kind=kind), _("可以生成：{kinds}").format(kinds=_("、").join(KINDS))
        )
    if kind not in KINDS:
        sentence = _("不认识“{kind}”这种输出格式").format(kind=kind)
        hint = _("可以生成：{kinds}").format(kinds=_("、").join(KINDS))
        raise WrongCall(error("CLI-006", sentence, hint=hint))
    return kind


def _missing_faces(document: Document, kinds: Sequence[str]) -> list[Problem]:
    """One information that names the faces this machine lacks. A PDF is drawn here and now; for a
    .docx only a person at a terminal is told, and a script does not wait for the list of fonts."""
    if "pdf" not in kinds and not ("docx" in kinds and sys.stderr.isatty()):
        return []
    from docgen.fonts import missing

    absent = missing(document.format.used_faces())
    if not absent:
        return []
    sentence = _("这台电脑没有这些字体：{faces}").format(faces=_("、").join(absent))
    hint = _("文件本身是对的，换到装有这些字体的电脑上显示和打印；或者装上字体")
    return [Problem("FNT-001", Severity.INFO, sentence, hint=hint)]
