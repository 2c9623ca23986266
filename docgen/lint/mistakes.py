"""What is wrong with each part of a file, by the names that `docgen outline --json` uses.

Recognition sees some mistakes itself (`Part.faults`); the others are findings of lint, whose rules
`data/lint/mistakes.yaml` maps to names.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from docgen import data_files
from docgen.lint.of_recognised import reading
from docgen.lint.reading import Hit, Reading
from docgen.lint.registry import registry
from docgen.lint.rulebook import rulebook
from docgen.lint.run import text_of
from docgen.patterns import pattern
from docgen.recognised import Recognised
from docgen.resources import folder

NUMBER, GAP, INSIDE = "序号", "序号后", "文中"
"""Where in a passage words are: in its number, right behind it, or in its text."""


class Source(NamedTuple):
    """A rule whose findings are called `name`, if the words found match `words` and stand at `where`
    ("" any)."""

    name: str
    words: str = ""
    where: str = ""

    def means(self, hit: Hit, judged: Reading) -> bool:
        if self.words and not pattern(self.words).search(text_of(hit, judged)):
            return False
        return not self.where or self.where == _where(hit, judged)


def mistakes(recognised: Recognised) -> list[tuple[str, ...]]:
    """The names of the mistakes of each of the file's parts, in the order of the parts."""
    found: list[dict[str, None]] = [dict.fromkeys(part.faults) for part in recognised.parts]
    judged = reading(recognised)
    checks, book = registry(), rulebook()
    for id, sources in _sources().items():
        for hit in checks[id](judged) if book[id].applies(judged) else ():
            part = judged.passages[hit.passage].part if hit.passage >= 0 else -1
            if part >= 0 and (name := _name(sources, hit, judged)):
                found[part][name] = None
    return [tuple(names) for names in found]


def _where(hit: Hit, judged: Reading) -> str:
    passage = judged.passages[hit.passage]
    if not passage.typed or hit.start >= passage.start:
        return INSIDE
    return GAP if not text_of(hit, judged).strip() else NUMBER


def _name(sources: tuple[Source, ...], hit: Hit, judged: Reading) -> str:
    """What a finding is called, "" for nothing."""
    return next((one.name for one in sources if one.means(hit, judged)), "")


@lru_cache(maxsize=1)
def _sources() -> dict[str, tuple[Source, ...]]:
    """The names by rule."""
    table: dict[str, tuple[Source, ...]] = {}
    for name, rules in data_files.load(folder("data") / "lint" / "mistakes.yaml").items():
        for rule in rules:
            row = rule if isinstance(rule, dict) else {"规则": rule}
            source = Source(name, row.get("文字", ""), row.get("处", ""))
            table[row["规则"]] = (*table.get(row["规则"], ()), source)
    return table
