"""All rules over whole papers in which a clerk has marked what is wrong (tests/lint/gold/).

A paper is a .txt, its marks a .yaml of the same name: the line (0: the text as a whole), the rule, and the
words found. What a rule finds besides is a false alarm, what it does not find is missed.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from docgen.lint import judge
from docgen.lint.run import text_of

PAPERS = sorted((Path(__file__).parent / "gold").glob("*.txt"))
LEAST_PRECISION, LEAST_RECALL = 1.0, 1.0


class Mark(NamedTuple):
    line: int
    rule: str
    words: str


def wanted(paper: Path) -> Counter[Mark]:
    rows = yaml.safe_load(paper.with_suffix(".yaml").read_text("utf-8"))
    return Counter(Mark(row["行"], row["规则"], row["字"]) for row in rows)


def found(paper: Path) -> Counter[Mark]:
    judged = judge.file(paper)
    places = ((one, one.problem.place) for one in judged.findings.found)
    return Counter(
        Mark(place.line or 0 if place else 0, one.rule.id, text_of(one.hit, judged.reading))
        for one, place in places
    )


@pytest.fixture(scope="module")
def marks() -> tuple[Counter[tuple[str, Mark]], Counter[tuple[str, Mark]]]:
    """What is wanted and what is found in all papers."""
    pairs = [(paper.stem, wanted(paper), found(paper)) for paper in PAPERS]
    return (
        Counter({(name, mark): count for name, want, _found in pairs for mark, count in want.items()}),
        Counter({(name, mark): count for name, _want, told in pairs for mark, count in told.items()}),
    )


def test_what_is_found_is_wrong(marks) -> None:
    want, told = marks

    assert (want & told).total() >= LEAST_PRECISION * told.total(), sorted(told - want)


def test_what_is_wrong_is_found(marks) -> None:
    want, told = marks

    assert (want & told).total() >= LEAST_RECALL * want.total(), sorted(want - told)


def test_the_papers_are_many_and_some_have_nothing_wrong(marks) -> None:
    assert len(PAPERS) >= 19
    assert len({rule for _paper, (_line, rule, _words) in marks[0]}) >= 40
    assert sum(not wanted(paper) for paper in PAPERS) >= 2
