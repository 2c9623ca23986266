"""`docgen district`: a folder of plans and forms → one paper on all of them, with tables and charts."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.cli import files, output
from docgen.cli.batch import progress
from docgen.cli.failures import BAD_DATA, DONE, WrongCall
from docgen.i18n import _
from docgen.problems import error, has_errors

if TYPE_CHECKING:
    from docgen.district.survey import Survey
    from docgen.problems import Problem


def add(commands: Any) -> argparse.ArgumentParser:
    """Declares the command and returns its parser."""
    words = _("把各单位的计划汇总成一份公文：指标合计、平均、名次、图表，各月任务")
    parser: argparse.ArgumentParser = commands.add_parser("district", help=words, description=words)
    for name, settings in _options().items():
        parser.add_argument(*name.split(), **settings)
    return parser


def _options() -> dict[str, dict[str, Any]]:
    weight = _("用哪个指标作权数，给百分比加权平均，如 在校生数")
    roll = _("应报单位的名单（.xlsx、.csv有“单位”一列，或者.txt一行一个），查谁没有报")
    return {
        "folder": {"metavar": "DIR", "help": _("放着各单位计划（.yaml）或填报表（.docx、.xlsx）的文件夹")},
        "--template": {"metavar": "NAME", "help": _("计划都要用的模板；不写就用各份计划自己的")},
        "-o --output": {"metavar": "OUT.docx", "default": "全区汇总.docx", "help": _("写到哪里")},
        "--yaml": {
            "metavar": "PLAN.yaml",
            "help": _("汇总的数据文件也留下，改好再用 docgen build 生成"),
        },
        "--xlsx": {"metavar": "OUT.xlsx", "help": _("各项数据再写成一个工作簿")},
        "--organ": {"metavar": "NAME", "default": "", "help": _("汇总的单位，用在标题和落款")},
        "--date": {"metavar": "DATE", "help": _("成文日期，如 2027-01-20；不写就留“待填”")},
        "--schools": {"metavar": "LIST", "help": roll},
        "--due": {"metavar": "DATE", "help": _("截止日期，按落款的日期查谁逾期")},
        "--weight": {"metavar": "NAME", "default": "", "help": weight},
        "--force": {"action": "store_true", "help": _("已有同名文件时覆盖")},
        "--json": {"action": "store_true", "help": _("把结果打印成JSON")},
    }


def run(arguments: argparse.Namespace) -> int:
    """Writes the paper, and its plan and workbook where asked for; 1 where a plan has errors."""
    from docgen.district import paper

    targets = _targets(arguments)
    files.refuse_to_overwrite(targets.values(), source=None, force=arguments.force)
    signed = _day(arguments.date, "--date")
    found, problems = _survey(arguments)
    text = paper.text(found, arguments.organ, signed.isoformat() if signed else "")
    contents = [(targets["docx"], _document(text, targets.get("yaml", targets["docx"]), problems))]
    if "yaml" in targets:
        contents.append((targets["yaml"], text.encode("utf-8")))
    if "xlsx" in targets:
        from docgen.district import workbook

        contents.append((targets["xlsx"], workbook.write(found, problems)))
    files.write_all(contents)
    _report(found, problems, [path for path, _content in contents], as_json=arguments.json)
    return BAD_DATA if has_errors(problems) else DONE


def _targets(arguments: argparse.Namespace) -> dict[str, Path]:
    """Where to write what; raises `WrongCall` for a name with another suffix."""
    asked = {"docx": arguments.output, "yaml": arguments.yaml, "xlsx": arguments.xlsx}
    targets = {kind: Path(name) for kind, name in asked.items() if name}
    for kind, path in targets.items():
        if path.suffix.lower() != f".{kind}":
            sentence = _("这个文件要写成.{kind}文件").format(kind=kind)
            raise WrongCall(error("CLI-006", sentence, excerpt=str(path), hint=_("把文件的扩展名改过来")))
    return targets


def _survey(arguments: argparse.Namespace) -> tuple[Survey, list[Problem]]:
    from docgen.district import roll
    from docgen.district.gathered import gather
    from docgen.district.survey import survey
    from docgen.template.shelf import find

    due = _day(arguments.due, "--due")
    expected = roll.read(Path(arguments.schools)) if arguments.schools else None
    package = find(arguments.template, Path()) if arguments.template else None
    gathered = gather(Path(arguments.folder), package, Path(), progress())
    found, problems = survey(gathered, expected, due, arguments.weight)
    return found, [*gathered.problems, *problems]


def _day(text: str | None, option: str) -> date | None:
    from docgen import dates

    found = dates.parse(text) if text else None
    if text and found is None:
        sentence = _("{option} 的“{text}”不是日期").format(option=option, text=text)
        raise WrongCall(error("CLI-001", sentence, hint=_("写成 2027-01-20 的样子")))
    return found


def _document(text: str, file: Path, problems: list[Problem]) -> bytes:
    """The paper of a plan's text, by the ordinary pipeline; what is told of it goes to `problems`."""
    from docgen import pipeline
    from docgen.made import Document
    from docgen.plan_file import Given
    from docgen.source.load import loads

    plan, told = loads(text, str(file))
    result = pipeline.run(Given(plan, file.parent))
    problems += [*told, *result.problems]
    return Document(result).to_bytes()


def _report(found: Survey, problems: list[Problem], written: list[Path], *, as_json: bool) -> None:
    gathered = found.gathered
    if as_json:
        counts = {"schools": len(gathered.schools), "left_out": [one._asdict() for one in gathered.left_out]}
        more = {"missing": list(found.attendance.missing), "written": [str(path) for path in written]}
        output.print_json(output.problems_as_json(problems) | counts | more)
        return
    output.print_problems(problems, sys.stderr)
    sentence = _("汇总{count}份，没有列入{left}份，没有报送的{missing}个单位")
    counted = sentence.format(
        count=len(gathered.schools), left=len(gathered.left_out), missing=len(found.attendance.missing)
    )
    print(counted, file=sys.stderr)
    print(*written, sep="\n")
