"""What commands print: problems as sentences or as JSON, on any console."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

from docgen.i18n import _
from docgen.problems import DocgenError, Problem, Severity, describe

JSON_VERSION = 1


def prepare_streams() -> None:
    """Makes standard output and error take every character: one that the console's encoding
    (cp936, ASCII) lacks is printed as its escape, nothing is lost and nothing fails. A program without a
    console (a file dropped on its icon, a closed stream) prints to nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  until the end
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")


def print_problems(problems: Sequence[Problem], stream: TextIO) -> None:
    """Each problem in its printed form, then how many there were."""
    for problem in problems:
        print(describe(problem), file=stream)
    if len(problems) > 1:
        print(tally(problems), file=stream)


def tally(problems: Sequence[Problem]) -> str:
    """How many problems of each weight: 2个错误，1个警告."""
    words = (
        (Severity.ERROR, _("{count}个错误")),
        (Severity.WARNING, _("{count}个警告")),
        (Severity.INFO, _("{count}个提示")),
    )
    counts = [(sum(found.severity is weight for found in problems), word) for weight, word in words]
    return _("，").join(word.format(count=count) for count, word in counts if count)


def print_json(content: dict[str, Any]) -> None:
    """`content` with its version on standard output; pure ASCII where the output is not UTF-8, so
    that it is valid JSON whatever reads it."""
    import json

    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps({"version": JSON_VERSION} | content, ensure_ascii=not unicode, indent=2))


def problems_as_json(problems: Sequence[Problem]) -> dict[str, Any]:
    return {"problems": [problem.as_dict() for problem in problems]}


def stop_when_strict(problems: Sequence[Problem]) -> None:
    """Raises `DocgenError` with all of `problems` if one is more than an information."""
    if any(problem.severity is not Severity.INFO for problem in problems):
        raise DocgenError(problems)


def print_written(paths: Sequence[Path], problems: Sequence[Problem], *, as_json: bool) -> None:
    """The files that were written, one a line, after what is to be said of them; or both as JSON."""
    if as_json:
        print_json(problems_as_json(problems) | {"written": [str(path) for path in paths]})
        return
    print_problems(problems, sys.stderr)
    for path in paths:
        print(path)
