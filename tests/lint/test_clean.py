"""Good official texts: whoever wrote them is not to be bothered."""

from pathlib import Path

import pytest

from docgen.lint import judge
from docgen.problems import Severity

TEXTS = sorted((Path(__file__).parent / "clean").glob("*.txt"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_clean_text_is_left_alone(path: Path) -> None:
    found = judge.file(path).problems

    assert len("".join(path.read_text("utf-8").split())) >= 1500
    assert [problem for problem in found if problem.severity is Severity.ERROR] == []
    assert sum(problem.severity is Severity.WARNING for problem in found) <= 2


def test_there_are_five_kinds_of_clean_texts() -> None:
    assert len(TEXTS) == 5
