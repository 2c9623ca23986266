"""Mistakes of a file's parts by the names of the outline."""

import pytest

from docgen.lint.mistakes import mistakes
from docgen.recognise.recognise import recognise
from tests.lint.cases_read import manuscript

LINES = [
    "青禾小学2026年工作计划",
    "(一)工作目标",
    "1、抓好备课，做到备学生、备教材、备方法",
    "2、到20**年，全部达标。",
    "3．抓好上课，做到精讲多练。。",
    "(二)主要措施：",
    "1.把'习惯养成作为重点，抓好落实。",
    "3.做好反馈，做到一月一次。",
]


@pytest.fixture(scope="module")
def told() -> dict[str, set[str]]:
    recognised = recognise(manuscript("\n".join(LINES)))
    named = zip(recognised.parts, mistakes(recognised), strict=True)
    return {part.text[:2]: set(names) for part, names in named}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("工作", "label_halfwidth_paren"),
        ("工作", "level_offset"),
        ("抓好", "double_punct"),
        ("到2", "label_arabic_dun"),
        ("到2", "placeholder"),
        ("抓好", "label_fullwidth_dot"),
        ("主要", "heading_end_colon"),
        ("把'", "stray_char"),
        ("做好", "label_number_wrong"),
    ],
)
def test_a_mistake_is_named_at_its_part(told: dict[str, set[str]], words: str, name: str) -> None:
    assert name in told[words]
