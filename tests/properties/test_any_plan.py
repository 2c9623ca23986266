"""Whatever the schema of a template lets pass is made into a paper or told; what is made is a Word file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import docgen
from docgen.problems import DocgenError
from docgen.template import shelf
from tests.strategies.many import many
from tests.strategies.of_schema import plans

NAMES = sorted(package.name for package in shelf.catalogue())


@cache
def any_plan(name: str) -> st.SearchStrategy[dict[str, Any]]:
    schema: Mapping[str, Any] = shelf.find(name).schema.mapping
    return plans(schema)


@many(200)
@given(st.sampled_from(NAMES).flatmap(lambda name: any_plan(name).map(lambda plan: {**plan, "模板": name})))
def test_a_plan_of_any_template_is_made_or_told(plan: dict[str, Any]) -> None:
    problems = docgen.check(plan)
    try:
        document = docgen.render(plan)
        content = document.to_bytes("md"), document.to_bytes("txt"), document.to_bytes("docx")
    except DocgenError as stopped:
        assert all(problem.message for problem in stopped.problems)
        assert problems
        return
    with zipfile.ZipFile(io.BytesIO(content[2])) as package:
        assert package.testzip() is None
        etree.fromstring(package.read("word/document.xml"))
