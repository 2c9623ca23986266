from __future__ import annotations

from pathlib import Path

import pytest

from docgen.forms.write_form import write
from docgen.template import shelf
from docgen.template.package import Package

BUREAU = Path(__file__).parents[2] / "examples" / "bureau"


@pytest.fixture(scope="session")
def package() -> Package:
    """The county's template of the example: locked text, required chapters, a choice."""
    return shelf.find("青禾县学校工作计划", BUREAU)


@pytest.fixture(scope="session")
def empty(package: Package) -> bytes:
    return write(package)
