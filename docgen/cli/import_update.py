"""`docgen import 改后.docx --update PLAN.yaml`: the edits in a document → the plan it was built of."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.cli import files, output
from docgen.cli.failures import DONE
from docgen.i18n import _
from docgen.problems import shorten

if TYPE_CHECKING:
    from docgen.intake.update.change import Change
    from docgen.intake.update.update import Updated

ENDING = "-改后"


def target_of(plan: Path, asked: str | None) -> Path:
    """Where the new plan is written: beside the old one, unless a file is asked for."""
    return Path(asked) if asked else plan.with_name(f"{plan.stem}{ENDING}{plan.suffix}")


def run(arguments: argparse.Namespace, target: Path) -> int:
    """Writes the plan with the edits to `target`, and prints every change and what could not be placed; 0
    even where something could not. The plan itself is overwritten only with -o and --force."""
    from docgen.intake.update.update import update
    from docgen.reader.read import read

    source, plan = Path(arguments.file), Path(arguments.update)
    files.refuse_to_overwrite([target], source=source, force=arguments.force)
    made = update(read(source), plan, arguments.template)
    files.write_all([(target, made.content)])
    if arguments.json:
        output.print_json(_as_json(made, target))
        return DONE
    output.print_problems(made.problems, sys.stderr)
    for change in made.changes:
        print(_line(change))
    if not made.changes:
        print(_("没有要改的地方"), file=sys.stderr)
    print(target)
    return DONE


def _line(change: Change) -> str:
    """改 “重点工作”第1项的“标题”（第12行）：原来的话 → 改后的话"""
    from docgen.intake.update.change import kind_words

    said = [shorten(text) for text in (change.before, change.after) if text]
    at = _("（第{line}行）").format(line=change.line) if change.line else ""
    return f"{kind_words(change.kind)} {change.key}{at}：{' → '.join(said)}"


def _as_json(made: Updated, target: Path) -> dict[str, Any]:
    changes = [
        {
            "kind": change.kind,
            "key": list(change.path),
            "words": change.key,
            "before": change.before,
            "after": change.after,
            "line": change.line,
            "paragraph": change.place.line if change.place else 0,
        }
        for change in made.changes
    ]
    told = output.problems_as_json(made.problems)
    return told | {"written": [str(target)], "same": made.same, "changes": changes}
