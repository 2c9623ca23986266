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
ROUNDS, SETTLED = 8, 4
"""How often a file is judged again at most, and after how many rounds what still changes will not settle."""


class Mended(NamedTuple):
    """The new bytes of the file; what was put in, what is left to be done by hand; how the file was judged
    before; the edits that were made, round by round, each counting in what the round before left."""

    content: bytes
    done: list[Finding]
    left: list[Finding]
    before: Judged
    rounds: list[list[Edit]]


def mend(path: Path, ignore: Collection[str] = ()) -> Mended:
    """The file at `path` with every remedy that is safe. Raises `CannotRead` for what cannot be read or is
    of a kind that is not mended (MND-001), `DocgenError` for a plan with errors."""
    if path.suffix.lower() not in (*WORD, *TEXT, *PLAN):
        hint = _("可以改：.docx .txt .md .yaml；其他格式先另存为.docx")
        raise CannotRead(error("MND-001", _("这种文件不能自动修改"), Place(str(path)), hint=hint))
    before = _judge(path, ignore)
    banned = set[tuple[str, int]]()
    while True:
        mended, restless = _mended(path, ignore, before, banned)
        if not restless:
            return mended
        # Rules that undo each other, or feed themselves, are left to a person where they do so.
        banned |= {(edit.finding.rule.id, edit.line) for edits in mended.rounds[SETTLED:] for edit in edits}


def _mended(
    path: Path, ignore: Collection[str], before: Judged, banned: Collection[tuple[str, int]]
) -> tuple[Mended, bool]:
    """The file mended without the rules that are banned from a line, and whether there is no end to it."""
    content, judged = path.read_bytes(), before
    stuck = set[tuple[str, int, int, int]]()
    rounds: list[list[Edit]] = []
    while True:
        wanted = [one for one in edits(judged, banned) if _key(one) not in stuck]
        if not wanted or len(rounds) == ROUNDS:
            break
        content, left = _edited(path, content, wanted, judged)
        stuck.update(map(_key, left))
        rounds.append([edit for edit in wanted if edit not in left])
        judged = _judged_again(path, content, ignore)
    done = [_of_file(edit.finding, path) for made in rounds for edit in made]
    return Mended(content, done, _left(judged, path), before, rounds), bool(wanted)


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
    from docgen.made import Document
    from docgen.plan_file import DEFAULTS, Given
    from docgen.source.decode import decode
    from docgen.source.layered import layered
    from docgen.source.load import load, loads

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
    return finding._replace(problem=replace(finding.problem, place=place._replace(file=str(path))))
