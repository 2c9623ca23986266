"""`docgen check FILE --fix [--track]`: what is safe is put in, into a new file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.cli import files, output
from docgen.cli.failures import DONE
from docgen.i18n import _
from docgen.lint.run import Finding

if TYPE_CHECKING:
    from docgen.mend.mend import Mended

MENDED, TRACKED = "改", "修订"
"""What stands behind the name of the new file."""


def run(arguments: argparse.Namespace, ignore: list[str]) -> int:
    """Writes the new file, prints what was done and what is left, and its path; 0."""
    from docgen.mend.mend import mend

    source = Path(arguments.file)
    suffix = TRACKED if arguments.track else MENDED
    target = Path(arguments.output or source.with_stem(f"{source.stem}-{suffix}"))
    files.refuse_to_overwrite([target], source=source, force=arguments.force)
    mended = mend(source, ignore)
    wanted = bool(mended.done or (arguments.track and mended.left))
    if wanted:
        files.write(target, _content(source, mended, track=arguments.track))
    if arguments.json:
        output.print_json(_as_data(mended, str(target) if wanted else ""))
    elif wanted:
        _tell(mended.done, mended.left)
        print(target)
    else:
        print(_("{path}：没有能自动改的").format(path=source))
        output.print_problems([one.problem for one in mended.left], sys.stderr)
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


def _tell(done: list[Finding], left: list[Finding]) -> None:
    for one in done:
        place = one.problem.place
        sentence = _("{place}: 已改 {id} {message}")
        print(
            sentence.format(place=place or "", id=one.rule.id, message=one.problem.message), file=sys.stderr
        )
    print(_("改了{done}处，还有{left}处要自己看").format(done=len(done), left=len(left)), file=sys.stderr)
    output.print_problems([one.problem for one in left], sys.stderr)
