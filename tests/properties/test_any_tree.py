"""Any tree is numbered and written: its Word file is sound, no character is lost in any kind of file."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import given
from lxml import etree

from docgen import formats, word
from docgen.document import Paper
from docgen.numbering import number
from docgen.problems import has_errors
from docgen.writers import markdown, outline, text
from tests.strategies.many import many
from tests.strategies.trees import papers

SILENT = ("kind", "align", "printed", "date", "form", "columns")
"""Fields that say how, or are printed in another form; the head of a table is its first row."""


def characters(words: str) -> Counter[str]:
    return Counter(re.sub(r"\s", "", words))


def said(node: Any) -> Iterator[str]:
    """All texts of a tree."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple):
        for one in node:
            yield from said(one)
    elif is_dataclass(node):
        for field in fields(node):
            if field.name not in SILENT:
                yield from said(getattr(node, field.name))


def word_text(docx: bytes) -> str:
    """All texts in a .docx, those of charts and notes too."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith(".xml")]
    roots = [etree.fromstring(part) for part in parts]
    texts = (one.text or "" for root in roots for one in root.iter("{*}t", "{*}v"))
    return "".join(texts)


@many(60)
@given(papers)
def test_no_character_of_a_tree_is_lost(paper: Paper) -> None:
    numbered, problems = number(paper)
    written = word.write(numbered, formats.load(None, None))
    words = characters("".join(said(paper)))
    plain = characters(text.write(numbered))
    marked = characters(re.sub(r"\\(.)", r"\1", markdown.write(numbered)))

    assert not has_errors(problems)
    assert words - characters(word_text(written)) == Counter()
    assert words - plain == Counter()
    assert words - marked == Counter()
    assert outline.write(numbered)["title"] == "".join(paper.title)


@many(30)
@given(papers)
def test_the_same_tree_gives_the_same_bytes(paper: Paper) -> None:
    first, second = (word.write(number(paper)[0], formats.load(None, None)) for _run in range(2))

    assert first == second
