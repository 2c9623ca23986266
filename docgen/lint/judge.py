"""A file or a plan judged: read, recognised, linted, with what each of these stages has to say."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from docgen.lint.reading import Reading
from docgen.lint.run import Findings, run
from docgen.lint.settings import KEY, settings
from docgen.lint.told_once import each_once, told_once
from docgen.problems import Problem

if TYPE_CHECKING:
    from docgen.made import Document
    from docgen.numbering import NumberedPaper
    from docgen.source.values import Record


class Judged(NamedTuple):
    """`reading` is what was judged, `findings` what lint found, `problems` all there is to tell: that of
    the stages before, then lint's in the order of the text."""

    reading: Reading
    findings: Findings
    problems: tuple[Problem, ...]


def file(path: Path, ignore: Collection[str] = ()) -> Judged:
    """Judges a finished document (.docx, .txt, .md, …), by the rules of docgen.yaml beside it too; what
    `ignore` names (ids or families) is passed over. Raises `CannotRead`, `NotInstalled`."""
    from docgen.lint.of_recognised import reading
    from docgen.reader.read import read
    from docgen.recognise.recognise import recognise

    recognised = recognise(read(path))
    docx = path.read_bytes() if path.suffix.lower() == ".docx" else b""
    wanted, problems = settings(_beside(path), path.parent, ignore)
    judged = reading(recognised, docx)
    findings = each_once(run(judged, wanted), judged)
    before = [*recognised.manuscript.problems, *told_once(recognised.problems, findings, judged), *problems]
    return Judged(judged, findings, tuple(dict.fromkeys([*before, *findings.problems])))


def plan(document: Document, ignore: Collection[str] = ()) -> Judged:
    """Judges a rendered plan, whose key 检查 says what to pass over."""
    wanted, problems = settings(document.plan.get(KEY), document.folder, ignore)
    judged = of_plan(document.numbered, document.plan, document.folder)
    findings = each_once(run(judged, wanted), judged)
    told = dict.fromkeys([*document.problems, *problems, *findings.problems])
    return Judged(judged, findings, tuple(told))


def of_plan(numbered: NumberedPaper, data: Record, folder: Path) -> Reading:
    """The reading of a plan's paper. Its kind is its template's, or what its title says."""
    from docgen.lint.of_paper import reading
    from docgen.pipeline import package_of
    from docgen.problems import DocgenError
    from docgen.recognise.kind import kind
    from docgen.recognise.words import table

    try:
        named = package_of(data, folder, None).name
    except DocgenError:  # the template was named at the call, not in the plan
        named = ""
    known = any(named == row["名称"] for row in table("kinds"))
    return reading(numbered, data, named if known else kind("".join(numbered.paper.title)))


def _beside(path: Path) -> Any:
    """What docgen.yaml beside a file says of lint."""
    from docgen.plan_file import DEFAULTS
    from docgen.source.load import load

    defaults = path.parent / DEFAULTS
    return load(defaults)[0].get(KEY) if defaults.is_file() else None
