"""What rules of wording do not see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.lint.mask import MASK, masked


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("根据《关于印发〈规划〉的通知》执行", ["关于印发〈规划〉的通知"]),
        ("他说“这一句话有十六个以上的字所以是别人说的话”。", ["这一句话有十六个以上的字所以是别人说的话"]),
        ("云教发〔2026〕3号", ["〔2026〕3"]),
        ("见https://a.example.cn/b?c=1。", ["https://a.example.cn/b?c=1"]),
        ("邮箱wang@example.com", ["wang@example.com"]),
        ("电话0577-12345678，手机13800001234", ["0577-12345678", "13800001234"]),
        ("按GB/T 9704-2012排版", ["GB/T 9704-2012"]),
        ("运行`docgen build`", ["`docgen build`"]),
    ],
)
def test_names_quotations_and_numbers_are_masked(text: str, hidden: list[str]) -> None:
    expected = text
    for words in hidden:
        expected = expected.replace(words, MASK * len(words))

    assert masked(text) == expected


@pytest.mark.parametrize("text", ["落实“双减”政策", "到2026年，每天8:00—11:30", "《没有结尾", "第3号楼"])
def test_words_of_the_text_stay(text: str) -> None:
    assert masked(text) == text


@given(st.text(alphabet="甲乙，。《》〈〉“”〔〕0123-@.a`/:年号", max_size=60))
def test_offsets_are_kept(text: str) -> None:
    hidden = masked(text)

    assert len(hidden) == len(text)
    assert all(after in (before, MASK) for before, after in zip(text, hidden, strict=True))
