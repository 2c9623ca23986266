"""Whatever a plan says is printed: every word, once, in order, in Word and in plain text."""

from __future__ import annotations

import html
import io
import itertools
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import docgen

ODD = (
    "",
    "<b>",
    "&amp;",
    "# ",
    "1. ",
    "* ",
    "| ",
    "{{ x }}",
    "{% if %}",
    "- ",
    "**",
    r"\n",
    "    ",
    "《书》",
    "]]>",
)
words = (f"字{number}始" for number in itertools.count())


def text() -> st.SearchStrategy[str]:
    """A text that occurs nowhere else, with something hostile in it."""
    return st.sampled_from(ODD).map(lambda odd: f"{odd}{next(words)}{odd}末")


def items() -> st.SearchStrategy[list[Any]]:
    short = st.lists(text(), min_size=1, max_size=2)
    return short | st.lists(
        st.fixed_dictionaries({"内容": text()}, optional={"责任": text(), "条目": short, "正文": text()}),
        min_size=1,
        max_size=2,
    )


def table() -> st.SearchStrategy[dict[str, Any]]:
    row = st.tuples(text(), text()).map(list)
    return st.fixed_dictionaries({"列": row, "行": st.lists(row, max_size=2)}, optional={"标题": text()})


def mixed() -> st.SearchStrategy[list[Any]]:
    return st.lists(
        text() | items().map(lambda some: {"条目": some}) | table().map(lambda one: {"表格": one}),
        min_size=1,
        max_size=3,
    )


def sections(deeper: int) -> st.SearchStrategy[dict[str, Any]]:
    parts: dict[str, st.SearchStrategy[Any]] = {
        "正文": text() | mixed(),
        "条目": items(),
        "表格": table(),
        "结语": text(),
        "责任": st.lists(text(), min_size=1, max_size=2),
    }
    if deeper:
        parts["小节"] = st.lists(sections(deeper - 1), min_size=1, max_size=2)
    title = text() | text().map(lambda words: words + "。")
    return st.fixed_dictionaries({"标题": title}, optional=parts)


plans = st.fixed_dictionaries(
    {"标题": text(), "章节": st.lists(sections(2), min_size=1, max_size=3)},
    optional={
        "引言": text(),
        "结语": text(),
        "附注": text(),
        "主送": st.lists(text(), min_size=1, max_size=2),
    },
)


def printed(section: dict[str, Any]) -> Iterator[str]:
    """The texts of a section, each in its place but for responsibility notes, which are only sought."""
    yield section["标题"]
    yield from in_order(section.get("正文", []))
    yield from in_order(section.get("条目", []))
    yield from in_order(section.get("表格", []))
    for child in section.get("小节", []):
        yield from printed(child)
    yield from in_order(section.get("结语", []))


def in_order(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for entry in value:
            yield from in_order(entry)
    else:
        for key in ("标题", "列", "行", "内容", "正文", "条目", "表格"):
            yield from in_order(value.get(key, []))


def responsible(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from in_order(value.get("责任", []))
        for entry in value.values():
            yield from responsible(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from responsible(entry)


def word_text(data: bytes) -> str:
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode("utf-8")
    return html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml)))


@settings(max_examples=60)
@given(plans)
def test_every_word_of_a_plan_is_printed_once_and_in_order(plan: dict[str, Any]) -> None:
    document = docgen.render(plan, template="通用", numbers="text")
    for output in (word_text(document.to_bytes("docx")), document.to_bytes("txt").decode("utf-8")):
        position = 0
        for words in itertools.chain.from_iterable(printed(section) for section in plan["章节"]):
            position = output.index(words.strip(), position) + 1
        for words in [
            *responsible(plan["章节"]),
            *in_order(plan.get("引言", [])),
            *in_order(plan.get("附注", [])),
        ]:
            assert output.count(words.strip()) == 1
