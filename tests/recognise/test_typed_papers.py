"""How much of two hundred typed papers is told as a clerk reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from docgen.reader import text
from docgen.recognise.recognise import recognise
from docgen.recognised import Recognised
from tests.recognise.typed_papers import ORGAN, Told, Typist

PAPERS = 200


def bare(words: str) -> str:
    return "".join(words.split())


def told(recognised: Recognised) -> Iterator[Told]:
    for part in recognised.parts:
        if part.type in ("heading", "item"):
            yield Told(
                part.type, part.layer, part.correct, bare(part.head + part.end + part.body or part.text)
            )
        elif part.type == "people":
            for entry in part.entries:
                yield Told("people", 0, entry.role, bare(entry.value))
        elif part.type == "table":
            yield Told("table", 0, "", bare("／".join("｜".join(row) for row in part.rows)))


@pytest.fixture(scope="module")
def papers() -> list[tuple[list[Told], list[Told], Recognised]]:
    """What is wanted of each paper, what is told, and all of it."""
    rows = []
    for seed in range(PAPERS):
        typist = Typist(seed)
        recognised = recognise(text.read(typist.paper().encode("utf-8"), "文稿.txt"))
        wanted = [one._replace(words=bare(one.words)) for one in typist.told]
        rows.append((wanted, list(told(recognised)), recognised))
    return rows


def found(papers: list[tuple[list[Told], list[Told], Recognised]], type: str) -> tuple[float, float]:
    """Of the parts of a type the share that is right among those told, and among those wanted."""
    right = of_told = of_wanted = 0
    for wanted, said, _recognised in papers:
        first, second = (Counter(one for one in some if one.type == type) for some in (wanted, said))
        right += (first & second).total()
        of_wanted, of_told = of_wanted + first.total(), of_told + second.total()
    return right / of_told, right / of_wanted


@pytest.mark.parametrize(
    ("type", "least"), [("heading", 0.98), ("item", 0.98), ("people", 0.98), ("table", 0.97)]
)
def test_parts_are_told_with_their_layers_and_right_numbers(
    papers: list[tuple[list[Told], list[Told], Recognised]], type: str, least: float
) -> None:
    precision, recall = found(papers, type)

    assert precision >= least and recall >= least, (precision, recall)


def test_every_title_is_found(papers: list[tuple[list[Told], list[Told], Recognised]]) -> None:
    titles = {bare("".join(recognised.title)) for _wanted, _said, recognised in papers}

    assert titles == {f"{ORGAN}2027年阅读工作实施方案"}
