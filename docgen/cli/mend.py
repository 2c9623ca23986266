"""`docgen check FILE --fix [--track]`: what is safe is put in, into a new file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from docgen.cli import files, output
from docgen.cli.failures import DONE
from docgen.i18n import _
from docgen.lint.run import Finding

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
    if not mended.done and not (arguments.track and mended.left):
        print(_("{path}：没有能自动改的").format(path=source))
        output.print_problems([one.problem for one in mended.left], sys.stderr)
        return DONE
    content = mended.content
    if arguments.track:
        from docgen.mend.track import tracked

        content = tracked(source.read_bytes(), mended, source)
    files.write(target, content)
    if arguments.json:
        output.print_json(
            {
                "written": str(target),
                "done": [one.problem.as_dict() for one in mended.done],
                "left": [one.problem.as_dict() for one in mended.left],
            }
        )
        return DONE
    _tell(mended.done, mended.left)
    print(target)
    return DONE


def _tell(done: list[Finding], left: list[Finding]) -> None:
    for one in done:
        place = one.problem.place
        sentence = _("{place}: 已改 {id} {message}")
        print(
            sentence.format(place=place or "", id=one.rule.id, message=one.problem.message), file=sys.stderr
        )
    print(_("改了{done}处，还有{left}处要自己看").format(done=len(done), left=len(left)), file=sys.stderr)
    output.print_problems([one.problem for one in left], sys.stderr)
