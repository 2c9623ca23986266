"""`docgen check FILE --fix [--track]`: what is safe is put in, into a new file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.cli import files, output
from docgen.cli.failures import DONE
from docgen.i18n import _
from docgen.problems import Problem

if TYPE_CHECKING:
    from docgen.mend.mend import Mended
    from docgen.mend.retyped import Retyped

MENDED, TRACKED = "改", "修订"
"""What stands behind the name of the new file."""


def run(arguments: argparse.Namespace, ignore: list[str]) -> int:
    """Writes the new file, prints what was done and what is left, and its path; 0."""
    from docgen.mend.mend import PLAN, mend

    source = Path(arguments.file)
    suffix = TRACKED if arguments.track else MENDED
    target = Path(arguments.output or source.with_stem(f"{source.stem}-{suffix}"))
    files.refuse_to_overwrite([target], source=source, force=arguments.force)
    if not arguments.track and source.suffix.lower() in PLAN and (typed := _retyped(source)):
        return _typed_right(typed, target, as_json=arguments.json)
    mended = mend(source, ignore)
    wanted = bool(mended.done or (arguments.track and mended.left))
    if wanted:
        files.write(target, _content(source, mended, track=arguments.track))
    if arguments.json:
        output.print_json(_as_data(mended, str(target) if wanted else ""))
    elif wanted:
        _tell([(one.rule.id, one.problem) for one in mended.done], [one.problem for one in mended.left])
        print(target)
    else:
        print(_("{path}：没有能自动改的").format(path=source))
        output.print_problems([one.problem for one in mended.left], sys.stderr)
    return DONE


def _retyped(source: Path) -> Retyped | None:
    from docgen.mend.retyped import retyped

    return retyped(source)


def _typed_right(typed: Retyped, target: Path, *, as_json: bool) -> int:
    """Writes a plan that could not be read before, tells what was mended in it, what is left and what comes
    next; 0."""
    files.write(target, typed.content)
    if as_json:
        done, left = ([one.as_dict() for one in rows] for rows in (typed.done, typed.left))
        output.print_json({"written": str(target), "done": done, "left": left})
        return DONE
    _tell([(one.id, one) for one in typed.done], typed.left)
    print(
        _("这次只改了打字和编码的毛病，接着检查改好的：docgen check {path}").format(path=target),
        file=sys.stderr,
    )
    print(target)
    return DONE


def _content(source: Path, mended: Mended, *, track: bool) -> bytes:
    """The bytes of the new file."""
    if not track:
        return mended.content
    from docgen.mend.track import tracked

    return tracked(source.read_bytes(), mended, source)


def _as_data(mended: Mended, written: str) -> dict[str, Any]:
    done, left = ([one.problem.as_dict() for one in rows] for rows in (mended.done, mended.left))
    return {"written": written, "done": done, "left": left}


def _tell(done: Sequence[tuple[str, Problem]], left: list[Problem]) -> None:
    """Prints what was mended, by the id of its rule, and what is left."""
    for id, problem in done:
        sentence = _("{place}: 已改 {id} {message}")
        print(sentence.format(place=problem.place or "", id=id, message=problem.message), file=sys.stderr)
    print(_("改了{done}处，还有{left}处要自己看").format(done=len(done), left=len(left)), file=sys.stderr)
    output.print_problems(left, sys.stderr)
