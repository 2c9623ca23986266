"""docs/lint.md says what the rules say now."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_the_table_of_rules_is_current() -> None:
    maker = runpy.run_path(str(DOCS / "make_lint.py"))

    assert (DOCS / "lint.md").read_text("utf-8") == maker["page"]()
