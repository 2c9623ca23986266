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


def chart() -> st.SearchStrategy[dict[str, Any]]:
    series = st.fixed_dictionaries({"名称": text(), "数据": st.just(["71.5", "—"])}).map(lambda one: [one])
    return st.fixed_dictionaries(
        {"类别": st.tuples(text(), text()).map(list), "系列": series},
        optional={"标题": text(), "单位": text(), "类型": st.sampled_from(["柱形", "条形", "折线"])},
    )


def mixed() -> st.SearchStrategy[list[Any]]:
    return st.lists(
        text()
        | items().map(lambda some: {"条目": some})
        | table().map(lambda one: {"表格": one})
        | chart().map(lambda one: {"图表": one}),
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


def some(least: int = 1, most: int = 4) -> st.SearchStrategy[list[str]]:
    return st.lists(text(), min_size=least, max_size=most)


letterheads = st.fixed_dictionaries(
    {"机关标志": some(), "发文字号": st.just("某教发〔2026〕3号")},
    optional={
        "密级": st.sampled_from(["秘密", "机密★10年"]),
        "紧急程度": st.sampled_from(["特急", "加急"]),
        "签发人": some(),
    },
)
colophons = st.fixed_dictionaries(
    {"抄送": some()}, optional={"印发机关": text().map(str.strip), "印发日期": st.just("2026-09-02")}
).filter(lambda given: len(given) != 2)
signatures = st.fixed_dictionaries({"署名": some(), "日期": st.just("2026-09-01")})
plans = st.fixed_dictionaries(
    {"标题": text(), "章节": st.lists(sections(2), min_size=1, max_size=3)},
    optional={
        "引言": text(),
        "结语": text(),
        "附注": text(),
        "主送": some(1, 2),
        "版头": letterheads,
        "版记": colophons,
        "落款": signatures,
        "出席": some(),
        "请假": text(),
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
    elif "类别" in value:
        # Its caption stands below a chart and above a table.
        yield from (words for key in ("单位", "系列", "类别") for words in in_order(value.get(key, [])))
    else:
        for key in ("标题", "列", "行", "名称", "内容", "正文", "条目", "表格", "图表"):
            yield from in_order(value.get(key, []))


def around(plan: dict[str, Any]) -> Iterator[str]:
    """The texts that stand around the chapters."""
    for keys in (("引言",), ("附注",), ("主送",), ("出席",), ("请假",), ("落款", "署名")):
        yield from in_order(_under(plan, keys))
    for keys in (("版头", "密级"), ("版头", "紧急程度"), ("版头", "机关标志"), ("版头", "签发人")):
        yield from in_order(_under(plan, keys))
    for keys in (("版记", "抄送"), ("版记", "印发机关")):
        yield from in_order(_under(plan, keys))


def _under(plan: Any, keys: tuple[str, ...]) -> Any:
    for key in keys:
        plan = plan.get(key, {}) if isinstance(plan, dict) else {}
    return plan or []


def responsible(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from in_order(value.get("责任", []))
        for entry in value.values():
            yield from responsible(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from responsible(entry)


def captions(value: Any) -> Iterator[str]:
    """The captions of charts, wherever they are."""
    if isinstance(value, dict):
        yield from in_order(value.get("标题", []) if "类别" in value else [])
    if isinstance(value, (dict, list)):
        for entry in value.values() if isinstance(value, dict) else value:
            yield from captions(entry)


def word_text(data: bytes) -> str:
    """The words of a .docx, those of a chart where it stands."""
    package = zipfile.ZipFile(io.BytesIO(data))

    def drawn(found: re.Match[str]) -> str:
        part = package.read(f"word/charts/chart{found[1]}.xml").decode("utf-8")
        return "".join(f"<w:t>{words}</w:t>" for words in re.findall(r"<(?:c:v|a:t)>([^<]*)</", part))

    xml = package.read("word/document.xml").decode("utf-8")
    xml = re.sub(r'<c:chart [^>]*r:id="rIdChart(\d+)"/>', drawn, xml)
    return html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml)))


@settings(max_examples=60)
@given(plans)
def test_every_word_of_a_plan_is_printed_once_and_in_order(plan: dict[str, Any]) -> None:
    document = docgen.render(plan, template="通用", numbers="text")
    for output in (word_text(document.to_bytes("docx")), document.to_bytes("txt").decode("utf-8")):
        position = 0
        for words in itertools.chain.from_iterable(printed(section) for section in plan["章节"]):
            position = output.index(words.strip(), position) + 1
        for words in [*responsible(plan["章节"]), *captions(plan["章节"]), *around(plan)]:
            assert output.count(words.strip()) == 1, words
