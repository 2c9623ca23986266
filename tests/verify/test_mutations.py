"""Good files of every kind, and copies of them with a single value changed: verify is silent about
the first and finds the others.

`mutations.yaml` lists the parameters; which of them are changed how is drawn by a seed.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from lxml import etree

import docgen
from docgen.formats import load
from docgen.ooxml.read import read
from docgen.verify.file.checks import SURVEYS
from docgen.verify.file.gather import gather
from docgen.verify.report import Finding, Result, search

HERE = Path(__file__).parent
EXAMPLES = HERE.parent.parent / "examples"
GOOD = (
    "plans/term-plan.yaml",
    "plans/bureau-year-plan.yaml",
    "plans/reading-implementation-plan.yaml",
    "gongwen/01-letterhead.yaml",
    "gongwen/05-joint-three.yaml",
    "gongwen/08-upward-two.yaml",
    "gongwen/15-landscape-attachment.yaml",
    "gongwen/17-seals-two.yaml",
    "gongwen/21-stamp-single.yaml",
    "gongwen/27-colophon-alone.yaml",
    "gongwen/30-letter-attachment.yaml",
    "gongwen/31-order.yaml",
    "gongwen/32-minutes.yaml",
)
SEEDS = range(3)
DRAWN = 60
FOUND = 0.9
SPACE = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


class Mutation(NamedTuple):
    """One change: the parameter, the part, which of the places that its XPath finds, and how."""

    name: str
    part: str
    path: str
    at: int
    attribute: str
    way: str

    def __str__(self) -> str:
        return f"{self.name}（{self.part} {self.path}[{self.at}] {self.attribute}：{self.way}）"


@lru_cache(maxsize=len(GOOD))
def made(name: str) -> bytes:
    return docgen.render(EXAMPLES / name).to_bytes("docx")


def faults(docx: bytes) -> list[Finding]:
    found = search(SURVEYS, gather(read(docx), load()))
    return [one for one in found if one.result in (Result.FAIL, Result.WARN)]


def failed(docx: bytes) -> bool:
    return any(one.result is Result.FAIL for one in faults(docx))


def parameters() -> list[dict[str, object]]:
    rows: list[dict[str, object]] = yaml.safe_load((HERE / "mutations.yaml").read_text(encoding="utf-8"))
    return rows


def mutations(docx: bytes) -> Iterator[Mutation]:
    """All that the parameters make possible in `docx`."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        trees = {name: etree.fromstring(package.read(name)) for name in package.namelist() if ".xml" in name}
    for row in parameters():
        for part in (name for name in trees if re.fullmatch(str(row["部件"]), name)):
            places = trees[part].xpath(str(row["位置"]), namespaces=SPACE)
            attribute = str(row.get("属性", ""))
            for at, place in enumerate(places):
                ways = [str(way) for way in row["改法"]]  # type: ignore[attr-defined]
                if not attribute or place.get(qualified(attribute)) is not None:
                    yield from (
                        Mutation(str(row["名"]), part, str(row["位置"]), at, attribute, way)
                        for way in ways
                        if changed(place.get(qualified(attribute)) if attribute else "", way) is not None
                    )


def qualified(name: str) -> str:
    prefix, _colon, local = name.rpartition(":")
    return f"{{{SPACE[prefix]}}}{local}" if prefix else local


def changed(value: str, way: str) -> str | None:
    """`value` changed in the way named; None where that leaves it as it is."""
    if way in ("大", "小"):
        step = max(1, abs(int(value)) // 4)
        return str(int(value) + (step if way == "大" else -step)) if int(value) else None
    new = {"反": "1" if value == "0" else "0"}.get(way, way)
    return new if new != value else None


def mutated(docx: bytes, mutation: Mutation) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content, mutation) if name == mutation.part else content)
    return file.getvalue()


def change(content: bytes, mutation: Mutation) -> bytes:
    tree = etree.fromstring(content)
    place = tree.xpath(mutation.path, namespaces=SPACE)[mutation.at]
    if mutation.way == "删":
        place.getparent().remove(place)
    else:
        name = qualified(mutation.attribute)
        place.set(name, changed(place.get(name), mutation.way))
    return etree.tostring(tree)


def drawn(seed: int, count: int) -> list[tuple[str, Mutation]]:
    """A file and a change of it, each parameter as likely as any other."""
    choice = random.Random(seed)
    by_name = {name: list(mutations(made(name))) for name in GOOD}
    rows = []
    for _number in range(count):
        name = choice.choice(GOOD)
        parameter = choice.choice(sorted({one.name for one in by_name[name]}))
        rows.append((name, choice.choice([one for one in by_name[name] if one.name == parameter])))
    return rows


@pytest.mark.parametrize("name", GOOD)
def test_nothing_is_found_in_a_good_file(name):
    assert faults(made(name)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_nine_of_ten_single_changes_are_found(seed):
    rows = drawn(seed, DRAWN)
    missed = [f"{name}: {one}" for name, one in rows if not failed(mutated(made(name), one))]

    assert len(missed) <= (1 - FOUND) * len(rows), "\n".join(missed)


def test_there_are_fifty_parameters_and_every_one_is_met_in_some_good_file():
    names = [str(row["名"]) for row in parameters()]
    met = {one.name for name in GOOD for one in mutations(made(name))}

    assert len(set(names)) == len(names) >= 50
    assert met == set(names)


@pytest.mark.rendered
def test_what_moves_the_page_is_found_on_the_page_too(render):
    name = "gongwen/01-letterhead.yaml"
    moving = ("天头", "正文行距", "正文字号", "标题字体", "页码的对齐")
    for parameter in moving:
        one = next(found for found in mutations(made(name)) if found.name == parameter)
        assert render(mutated(made(name), one)).failed(), str(one)
