"""What tests of the file part share: small documents of someone else's making, and papers of the gallery
with a single value changed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

import docgen
from docgen.formats import PageFormat, load
from docgen.ooxml.read import read
from docgen.verify.file.checks import SURVEYS
from docgen.verify.file.gather import gather
from docgen.verify.file.paper import File
from docgen.verify.report import Finding, Result, search
from tests.ooxml.files import Pack, W, pack


@pytest.fixture
def packed() -> Pack:
    return pack


@pytest.fixture
def gathered() -> Callable[..., File]:
    """The file that the arguments of `pack` make, held to the standard's format."""
    return lambda *body, **parts: gather(read(pack(*body, **parts)), load())


@pytest.fixture
def found() -> Callable[..., dict[str, Finding]]:
    """What is wrong with a .docx, by check."""

    def found(docx: bytes, format: PageFormat | None = None) -> dict[str, Any]:
        rows = search(SURVEYS, gather(read(docx), format or load()))
        return {row.check: row for row in rows if row.result in (Result.FAIL, Result.WARN)}

    return found


CHANGES = Path(__file__).parent / "changes"
ROOT = Path(__file__).parent.parent.parent.parent
SPACES = {
    "w": W,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
MORE = f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>另行通知。</w:t></w:r></w:p>'


@lru_cache(maxsize=32)
def made(plan: str) -> bytes:
    """The paper of a plan of the gallery (gongwen/…, plans/…) or of a template's example."""
    folder = ROOT if plan.startswith("templates/") else ROOT / "examples"
    return docgen.render(folder / f"{plan}.yaml").to_bytes("docx")


def qualified(name: str) -> str:
    prefix, _colon, local = name.rpartition(":")
    return f"{{{SPACES[prefix]}}}{local}" if prefix else local


def change(place: Any, way: str) -> None:
    """Changes one element: `-` takes it out, `=text` gives it another text, `name=value` another value of
    an attribute (`-`: none), `+<x/>` puts a property into it (`pPr+<x/>`: into its `w:pPr`), `^` a blank
    paragraph before it, `<` one of text; `>3` moves it behind the third that follows."""
    kind, _plus, xml = way.partition("+<")
    if way == "-":
        place.getparent().remove(place)
    elif way[0] == "=":
        place.text = way[1:]
    elif way[0] == "^":
        for _number in range(int(way[1:] or 1)):
            place.addprevious(etree.Element(qualified("w:p")))
    elif way == "<":
        place.addprevious(etree.fromstring(MORE))
    elif way[0] == ">":
        list(place.itersiblings())[int(way[1:]) - 1].addnext(place)
    elif xml:
        put(place, kind, etree.fromstring(f'<x xmlns:w="{W}"><{xml}</x>')[0])
    else:
        name, _equals, value = way.partition("=")
        place.attrib.pop(qualified(name), None)
        if value != "-":
            place.set(qualified(name), value)


def put(place: Any, kind: str, new: Any) -> None:
    parent = place
    if kind:
        parent = place.find(qualified(f"w:{kind}"))
        if parent is None:
            parent = etree.Element(qualified(f"w:{kind}"))
            place.insert(0, parent)
    old = parent.find(new.tag)
    if old is None or len(new):
        parent.append(new)
    else:
        old.attrib.update(new.attrib)


def changed(docx: bytes, part: str, path: str, way: str) -> bytes:
    """`docx` with the first place that `path` finds in word/`part`.xml changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == f"word/{part}.xml":
                tree = etree.fromstring(content)
                change(tree.xpath(path, namespaces=SPACES)[0], way)
                content = etree.tostring(tree)
            new.writestr(name, content)
    return file.getvalue()


def located(path: str) -> str:
    """XPath of a place told in short: `@Title` paragraphs of a style, `#Title` the style, `%0` a level."""
    path = re.sub(r"@([A-Z]\w+)", r"//w:p[w:pPr/w:pStyle/@w:val='\1']", path)
    path = re.sub(r"#([A-Z]\w+)", r"//w:style[@w:styleId='\1']", path)
    return re.sub(r"^%(\d)", r"//w:lvl[@w:ilvl='\1']", path)


def rows_of(module: str) -> list[dict[str, Any]]:
    name = Path(module).stem.removeprefix("test_file_")
    rows: list[dict[str, Any]] = yaml.safe_load((CHANGES / f"{name}.yaml").read_text(encoding="utf-8"))
    return rows


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test of a `row` runs for each row of the table that is named as its module."""
    if "row" in metafunc.fixturenames:
        rows = rows_of(metafunc.module.__file__)
        metafunc.parametrize("row", rows, ids=[f"{row['检查']}-{row['发现'][2]}" for row in rows])


@lru_cache(maxsize=512)
def wrong(check: str, plan: str, *change: str) -> tuple[Finding, ...]:
    docx = changed(made(plan), *change) if change else made(plan)
    surveys = [survey for survey in SURVEYS if survey.id == check]
    rows = search(surveys, gather(read(docx), load()))
    return tuple(row for row in rows if row.result in (Result.FAIL, Result.WARN))


@pytest.fixture
def judged() -> Callable[..., list[Finding]]:
    """What one check finds wrong in the paper of a plan, with one change where one is given."""
    return lambda check, plan, *change: list(wrong(check, plan, *change))


def finding_of(row: dict[str, Any]) -> Finding:
    part, path = row["位置"]
    return wrong(row["检查"], row["计划"], part, located(path), row["改法"])[0]


@pytest.fixture
def told() -> Callable[[dict[str, Any]], list[str]]:
    """What is found first after the change of a row: its subject, what is required and what is there."""

    def told(row: dict[str, Any]) -> list[str]:
        found = finding_of(row)
        return [found.what, found.required, found.measured]

    return told


@pytest.fixture
def hints(request: pytest.FixtureRequest) -> dict[str, tuple[str, str]]:
    """By check of the module's table the clause and the hint of its first finding."""
    found: dict[str, tuple[str, str]] = {}
    for row in rows_of(str(request.path)):
        first = finding_of(row)
        found.setdefault(first.check, (first.clause, first.hint))
    return found
