"""A file with all that is safe mended: judged, edited, and judged again until nothing safe is left."""

from __future__ import annotations

import tempfile
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from docgen.i18n import _
from docgen.lint import judge
from docgen.lint.judge import Judged
from docgen.lint.run import Finding
from docgen.mend.edits import Edit, edits
from docgen.problems import CannotRead, Place, error

WORD, TEXT, PLAN = (".docx",), (".txt", ".md"), (".yaml", ".yml")
ROUNDS = 8


class Mended(NamedTuple):
    """The new bytes of the file; what was put in, what is left to be done by hand; how the file was judged
    before."""

    content: bytes
    done: list[Finding]
    left: list[Finding]
    before: Judged


def mend(path: Path, ignore: Collection[str] = ()) -> Mended:
    """The file at `path` with every remedy that is safe. Raises `CannotRead` for what cannot be read or is
    of a kind that is not mended (MND-001), `DocgenError` for a plan with errors."""
    if path.suffix.lower() not in (*WORD, *TEXT, *PLAN):
        hint = _("可以改：.docx .txt .md .yaml；其他格式先另存为.docx")
        raise CannotRead(error("MND-001", _("这种文件不能自动修改"), Place(str(path)), hint=hint))
    content, done, stuck = path.read_bytes(), list[Finding](), set[tuple[str, int, int, int]]()
    before = judged = _judge(path, ignore)
    for _round in range(ROUNDS):
        wanted = [edit for edit in edits(judged) if _key(edit) not in stuck]
        if not wanted:
            break
        content, left = _edited(path, content, wanted, judged)
        stuck.update(map(_key, left))
        done += [edit.finding for edit in wanted if edit not in left]
        judged = _judged_again(path, content, ignore)
    return Mended(content, [_of_file(one, path) for one in done], list(_left(judged, path)), before)


def _key(edit: Edit) -> tuple[str, int, int, int]:
    return edit.finding.rule.id, edit.line, edit.start, edit.end


def _edited(path: Path, content: bytes, wanted: list[Edit], judged: Judged) -> tuple[bytes, list[Edit]]:
    suffix = path.suffix.lower()
    if suffix in WORD:
        from docgen.mend import word_file

        return word_file.mended(content, wanted)
    if suffix in TEXT:
        from docgen.mend import plain_text

        return plain_text.mended(content, wanted)
    from docgen.mend import plan_text

    return plan_text.mended(content, wanted, judged)


def _judge(path: Path, ignore: Collection[str]) -> Judged:
    if path.suffix.lower() in PLAN:
        from docgen import api

        return judge.plan(api.render(path), ignore)
    return judge.file(path, ignore)


def _judged_again(path: Path, content: bytes, ignore: Collection[str]) -> Judged:
    """How the file would be judged with other bytes; files that a plan names are looked up beside it."""
    if path.suffix.lower() in PLAN:
        return _plan_again(path, content, ignore)
    with tempfile.TemporaryDirectory(prefix="docgen-") as folder:
        again = Path(folder) / path.name
        again.write_bytes(content)
        rules = path.parent / "docgen.yaml"
        if rules.is_file():
            (Path(folder) / rules.name).write_bytes(rules.read_bytes())
        return judge.file(again, ignore)


def _plan_again(path: Path, content: bytes, ignore: Collection[str]) -> Judged:
    from docgen import pipeline
    from docgen.api import Document
    from docgen.source.decode import decode
    from docgen.source.load import load, loads
    from docgen.source.plan import DEFAULTS, Given, layered

    text, _problems = decode(content, str(path))
    record, _problems = loads(text, str(path))
    defaults = path.parent / DEFAULTS
    if defaults.is_file():
        record = layered(record, load(defaults)[0])
    return judge.plan(Document(pipeline.run(Given(record, path.parent))), ignore)


def _left(judged: Judged, path: Path) -> list[Finding]:
    return [_of_file(one, path) for one in judged.findings.found]


def _of_file(finding: Finding, path: Path) -> Finding:
    """The finding with the name of the file that was asked about."""
    place = finding.problem.place
    if place is None:
        return finding
    return finding._replace(problem=replace(finding.problem, place=replace(place, file=str(path))))
