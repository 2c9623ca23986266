"""The cases of rules (tests/lint/cases/*.yaml): small texts, what is found in them, what it becomes.

A rule's 有 are texts it finds something in, its 没有 texts it must leave alone, with the reason (因为).
A text is one of

    文: 一段正文                                  one passage, of the zone 区域 (正文)
    段: [{标题: 一、目标}, {正文: ……}, {单元格: 甲, 行: 1, 列: 0}]    several passages
    篇: |                                        a whole text, recognised as a .txt is
    稿: [{文: ……, 号: 一、, 前: 4}]                paragraphs of a Word file; 号 is the automatic number, 前
                                                 how many characters at the beginning are set apart
    计划: |                                      a plan

种类 is the kind of paper. 找到 are the words found (a list where there are several places, "" for the text
as a whole), 改成 is what the text becomes when the rule's own replacements are put in.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from docgen.lint.reading import CELL, HEADING, ITEM, Hit, Passage, Reading
from docgen.lint.rulebook import ZONE_NAMES
from docgen.manuscript import Line, Manuscript
from docgen.problems import Place
from docgen.recognise.labels import read as read_label
from docgen.recognise.recognise import recognise

FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    rule: str
    number: int
    row: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.rule}-{self.number}"


def cases(group: str) -> list[Case]:
    """All cases of 有 or 没有."""
    return [
        Case(rule, number, row)
        for rule, groups in all_cases().items()
        for number, row in enumerate(groups.get(group, []), 1)
    ]


@lru_cache(maxsize=1)
def all_cases() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        found |= yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def reading(row: dict[str, Any]) -> Reading:
    """The text of a case."""
    kind, source = row.get("种类", ""), row.get("来源", "txt")
    if "篇" in row:
        from docgen.lint.of_recognised import reading as of_recognised

        return of_recognised(recognise(manuscript(row["篇"], source)))
    if "稿" in row:
        from docgen.lint.of_recognised import reading as of_recognised

        return of_recognised(recognise(_word_file(row["稿"])))
    if "计划" in row:
        return _of_plan(row["计划"])
    rows = row["段"] if "段" in row else [{row.get("区域", "正文"): row["文"]}]
    return Reading(tuple(_passages(rows)), source, kind)


def _of_plan(text: str) -> Reading:
    from docgen.api import render
    from docgen.lint.judge import of_plan
    from docgen.plan_file import Given
    from docgen.source.load import loads

    plan, problems = loads(text, "计划.yaml")
    assert not problems
    document = render(Given(plan, Path()))
    return of_plan(document.numbered, document.plan, Path())


def manuscript(text: str, kind: str = "txt") -> Manuscript:
    lines = (Line(line, Place(f"a.{kind}", number)) for number, line in enumerate(text.split("\n"), 1))
    return Manuscript(f"a.{kind}", kind, tuple(lines))


def _word_file(rows: list[dict[str, Any]]) -> Manuscript:
    lines = (
        Line(str(row["文"]), Place("a.docx", at), str(row.get("号", "")), lead=row.get("前", 0))
        for at, row in enumerate(rows, 1)
    )
    return Manuscript("a.docx", "docx", tuple(lines))


def _passages(rows: list[dict[str, Any]]) -> Iterator[Passage]:
    for number, row in enumerate(rows):
        (name, text), *more = row.items()
        given = dict(more)
        zone = ZONE_NAMES[name]
        text = str(text)
        lead = len(text) - len(text.lstrip())
        typed = read_label(text[lead:]) if zone in (HEADING, ITEM) else None
        start = lead + len(typed.raw) if typed else lead
        start += len(text[start:]) - len(text[start:].lstrip())
        yield Passage(
            zone, text, Place("a.txt", number + 1), 0 if zone == CELL else number, start,
            label=typed.raw if typed else "", typed=bool(typed), numeral=typed.numeral if typed else 0,
            layer=given.get("层", max(typed.layer, 0) if typed else 0), head_end=given.get("头", 0),
            row=given.get("行", -1), column=given.get("列", -1), head_row=given.get("表头", False),
            attachment=given.get("附件", 0), role=given.get("作用", ""),
        )  # fmt: skip


def mended(reading: Reading, hits: list[Hit]) -> list[str]:
    """The texts of the passages with the replacements of the hits put in; of overlapping ones the first."""
    texts = [one.text for one in reading.passages]
    for at in range(len(texts)):
        end = len(texts[at])
        wanted = [hit for hit in hits if hit.passage == at and hit.replacement is not None]
        for hit in sorted(wanted, key=lambda hit: (hit.start, hit.end), reverse=True):
            if hit.end <= end:
                assert hit.replacement is not None
                texts[at] = texts[at][: hit.start] + hit.replacement + texts[at][hit.end :]
                end = hit.start
    return texts
