"""A file of someone else's as the pipeline's result, so that it can be written like a plan's paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docgen import formats
from docgen.document import Paper
from docgen.intake.chapters import Pen
from docgen.intake.plan import plan
from docgen.intake.remarks import Remarks
from docgen.intake.tree import tree
from docgen.numbering import number
from docgen.pipeline import Result
from docgen.plan_text.yaml_text import Noted
from docgen.reader.read import read
from docgen.recognise.recognise import recognise
from docgen.source.load import from_mapping

GENERAL = "通用"


def received(path: Path) -> Result:
    """The paper in the file at `path`, numbered, in the standard's page format. Raises `CannotRead`,
    `NotInstalled`."""
    recognised = recognise(read(path))
    numbered, problems = number(tree(recognised))
    told = (*recognised.manuscript.problems, *recognised.problems, *problems)
    data = from_mapping(plain_plan(numbered.paper))
    return Result(numbered, formats.load(None, None), told, data, path.parent)


def plain_plan(paper: Paper) -> dict[str, Any]:
    """The plan of `paper` for the general template, in dicts, lists and texts; comments are left away."""
    plain: dict[str, Any] = _plain(plan(paper, GENERAL, Pen({}, Remarks(), {})))
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, Noted):
        return _plain(value.value)
    if isinstance(value, dict):
        return {key: _plain(below) for key, below in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(entry) for entry in value]
    return value
