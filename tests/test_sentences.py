import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import sentences

CLAUSES = st.lists(
    st.text("加强教研常规落实管理。；，“”（）", min_size=1).filter(
        lambda text: re.search(r"[^。；，]", text)
    ),
    min_size=1,
    max_size=12,
)


@pytest.mark.parametrize(
    "items, expected",
    [
        (["抓常规", "抓教研"], "一是抓常规；二是抓教研。"),
        (["抓常规。", "抓教研；", "抓考核，"], "一是抓常规；二是抓教研；三是抓考核。"),
        (["抓常规。每周检查。", "抓教研"], "一是抓常规。每周检查。二是抓教研。"),
        (["抓常规！", "抓教研"], "一是抓常规！二是抓教研。"),
        (["抓常规"], "抓常规。"),
        (["一是抓常规", "二是抓教研"], "一是抓常规；二是抓教研。"),
        (["一是抓常规", "抓教研"], "一是一是抓常规；二是抓教研。"),
        (["提出“先学后教。”", "抓教研"], "一是提出“先学后教。”二是抓教研。"),
        (["抓常规。（责任单位：教务处）", "抓教研"], "一是抓常规。（责任单位：教务处）二是抓教研。"),
        (["课时不足（每周少一节）", "教师不足"], "一是课时不足（每周少一节）；二是教师不足。"),
        (["  抓常规  ", "抓教研\n"], "一是抓常规；二是抓教研。"),
    ],
)
def test_items_run_together_as_firstly_and_secondly(items, expected):
    assert sentences.firstly(items) == expected


def test_twelve_items_are_counted_in_chinese():
    text = sentences.firstly([f"第{n}项" for n in range(1, 13)])

    assert "十是第10项；十一是第11项；十二是第12项。" in text


@given(CLAUSES)
def test_every_item_is_kept(items):
    text = sentences.firstly(items)

    place = 0
    for item in items:
        words = re.sub(r"[。；;，,、\s]+$", "", item.strip())
        place = text.index(words, place) + len(words)
    assert text[-1] in "。”）"


@pytest.mark.parametrize(
    "items, last, expected",
    [
        (["教务处", "德育处", "总务处"], "", "教务处、德育处、总务处"),
        (["教务处", "德育处", "总务处"], "和", "教务处、德育处和总务处"),
        (["教务处"], "和", "教务处"),
        (["《语文》", "《数学》"], "", "《语文》《数学》"),
        (["“双减”", "“双新”", "课改"], "", "“双减”“双新”、课改"),
        (["《语文》", "《数学》"], "和", "《语文》和《数学》"),
        (["教务处、", "德育处。"], "", "教务处、德育处"),
    ],
)
def test_items_are_listed(items, last, expected):
    assert sentences.listed(items, last) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("开展教研活动", "开展教研活动。"),
        ("开展教研活动。", "开展教研活动。"),
        ("做法如下：", "做法如下："),
        ("教研有序，", "教研有序，"),
        ("提出“五育并举”", "提出“五育并举”"),
    ],
)
def test_a_lead_ends_with_a_mark(text, expected):
    assert sentences.lead(text) == expected


@pytest.mark.parametrize("write", [sentences.firstly, sentences.listed])
@pytest.mark.parametrize(
    "items, told",
    [
        ([], ("列表里没有内容", "至少写一条")),
        ("抓常规", ("“抓常规”不是列表", "写成列表，一条一行，前面加“- ”")),
        (["抓常规", "。"], ("“。”不是一句话", "每一条写一句或几句话")),
        (["抓常规", {"标题": "抓"}], ("“{'标题': '抓'}”不是一句话", "每一条写一句或几句话")),
        (
            ["抓常规\n抓教研"],
            ("这里只能放一个自然段，“抓常规 抓教研”有几段", "把它们写成一段，或者改写成小节"),
        ),
    ],
)
def test_what_cannot_run_together_is_told(write, items, told):
    with pytest.raises(ValueError) as caught:
        write(items)

    assert caught.value.args == told
