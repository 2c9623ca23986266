from collections.abc import Callable, Mapping
from typing import Any

import pytest
import yaml

from docgen.problems import Problem
from docgen.resources import folder
from docgen.schema.check import check
from docgen.schema.combine import combine
from docgen.schema.schema import Schema
from docgen.source.load import loads
from docgen.source.values import Record
from docgen.template import shelf

Told = tuple[str, int, int, str]


def read(package: str) -> dict[str, Any]:
    path = folder("templates") / package / "schema.yaml"
    own: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return own


@pytest.fixture(scope="session")
def schemas() -> dict[str, Schema]:
    """The schemas of the built-in templates, on top of the base."""
    built_in = {package.id: package.schema for package in shelf.catalogue()}
    return {"base": Schema(combine({}, read("base")))} | built_in


@pytest.fixture(scope="session")
def checked() -> Callable[[str, Schema | Mapping[str, Any]], tuple[Record, list[Problem]]]:
    """A plan, given as text, read and checked."""

    def run(text: str, schema: Schema | Mapping[str, Any]) -> tuple[Record, list[Problem]]:
        record, _findings = loads(text, "计划.yaml")
        return check(record, schema)

    return run
