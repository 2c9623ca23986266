"""Comparing: each kind of difference by itself, and nothing where only the form differs."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.cli.compare import version
from docgen.compare.compare import ADDED, CHANGED, MOVED, REMOVED, Difference, compare
from docgen.compare.order import same
from docgen.compare.told import as_data, lines, marked
from docgen.reader import text
from docgen.recognise.recognise import recognise
from docgen.recognised import Recognised

OLD = """\
青禾县第一小学2027年工作计划
一、工作目标
1.安全事故为零，师生平安。
2.创建市级文明校园。
二、重点工作
（一）抓实课堂教学
每学期组织两轮课堂观摩，教研组每周集体备课一次。
（二）守牢校园安全
每月开展一次应急演练，隐患当日登记、限期整改。
三、组织领导
组长：林晓岚
成员：何远山、宋知夏
四、时间安排
月份\t工作\t部门
九月\t开学典礼\t德育处
十月\t秋季运动会\t体育组
青禾县第一小学
2026年12月30日
"""


def read(source: str) -> Recognised:
    return recognise(text.read(source.encode("utf-8"), "x.txt"))


def found(*changes: tuple[str, str]) -> list[Difference]:
    new = OLD
    for old_words, new_words in changes:
        assert old_words in new, old_words
        new = new.replace(old_words, new_words)
    return compare(read(OLD), read(new))


@pytest.mark.parametrize(
    ("old", "new", "what", "kind"),
    [
        ("师生平安", "全校师生平安", CHANGED, "item"),
        ("每周集体备课一次", "每周集体备课两次", CHANGED, "paragraph"),
        ("抓实课堂教学\n", "抓实课堂教学常规\n", CHANGED, "heading"),
        ("成员：何远山、宋知夏", "成员：何远山、沈怀谷", CHANGED, "people"),
        ("秋季运动会\t体育组", "秋季运动会\t体育教研组", CHANGED, "table"),
        ("2027年工作计划", "2027年安全工作计划", CHANGED, "title"),
        ("2026年12月30日", "2026年12月31日", CHANGED, "date"),
        ("2.创建市级文明校园。\n", "2.创建市级文明校园。\n3.体质健康合格率达到96%。\n", ADDED, "item"),
        ("十月\t秋季运动会\t体育组\n", "", REMOVED, "table"),
        ("2.创建市级文明校园。\n", "", REMOVED, "item"),
    ],
)
def test_one_change_is_one_difference(old: str, new: str, what: str, kind: str) -> None:
    differences = found((old, new))

    assert [one.what for one in differences] == [what]
    piece = differences[0].new or differences[0].old
    assert piece and piece.kind == kind


def test_a_part_that_went_elsewhere_has_moved() -> None:
    moved = "每月开展一次应急演练，隐患当日登记、限期整改。\n"
    differences = found((moved, ""), ("（一）抓实课堂教学\n", "（一）抓实课堂教学\n" + moved))

    assert [one.what for one in differences] == [MOVED]
    assert differences[0].section == "二、重点工作 （一）抓实课堂教学"


def test_several_changes_are_told_by_section() -> None:
    differences = found(("师生平安", "全校师生平安"), ("（二）守牢校园安全", "（二）守牢校园安全底线"))

    assert list(lines(differences)) == [
        "一、工作目标",
        "  改动 条目：安全事故为零，{+全校+}师生平安。",
        "二、重点工作 （二）守牢校园安全底线",
        "  改动 标题：守牢校园安全{+底线+}",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("为零，师生", "为零,师生"),
        ("（一）抓实", "(一)抓实"),
        ("1.安全", "1、安全"),
        ("二、重点工作", "三、重点工作"),
        ("何远山、宋知夏", "何远山  宋知夏"),
        ("每学期组织", "　　每学期组织"),
    ],
)
def test_form_numbers_and_blanks_do_not_count(old: str, new: str) -> None:
    assert found((old, new)) == []


def test_the_same_text_has_no_differences() -> None:
    assert compare(read(OLD), read(OLD)) == []


def test_changed_words_are_marked_in_their_text() -> None:
    assert marked("每周一次。", "每周两次。") == "每周[-一-]{+两+}次。"
    assert marked("甲乙", "甲乙") == "甲乙"


def test_data_say_where_and_what() -> None:
    (row,) = as_data(found(("师生平安", "全校师生平安")))

    assert (row["what"], row["section"]) == ("changed", "一、工作目标")
    assert row["old"]["line"] == row["new"]["line"] == 3
    assert row["changes"] == [[7, 7, "全校"]]


def test_five_thousand_paragraphs_that_all_changed_take_no_more_than_seconds() -> None:
    old = [
        "工作计划",
        *(f"第{number}段，落实第{number * 7}项任务，按月检查，按期报告。" for number in range(5000)),
    ]
    new = [line.replace("检查", "督查") for line in old]
    before, after = read("\n".join(old)), read("\n".join(new))
    start = time.perf_counter()

    differences = compare(before, after)

    assert len(differences) == 5000
    assert time.perf_counter() - start < 5


def test_a_heading_that_went_to_another_layer_is_told() -> None:
    (one,) = found(("（二）守牢校园安全", "三、守牢校园安全"))

    assert list(lines([one]))[1] == "  改成了第1层标题（原是第2层标题）：守牢校园安全"


def test_a_part_that_moved_with_other_words_is_one_move() -> None:
    old = "每月开展一次应急演练，隐患当日登记、限期整改。\n"
    new = "每月开展两次应急演练，隐患当日登记、限期整改。\n"
    (one,) = found((old, ""), ("（一）抓实课堂教学\n", "（一）抓实课堂教学\n" + new))

    assert one.what == MOVED
    assert "每月开展[-一-]{+两+}次应急演练" in list(lines([one]))[1]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("在2026年,完成9项。", "在2027年，完成10项。", "在[-2026-]{+2027+}年,完成[-9-]{+10+}项。"),
        ("甲乙丙丁", "戊乙己丁", "[-甲乙丙-]{+戊乙己+}丁"),
        ("一 二", "一二", "一 二"),
        ("x" * 3000 + "。甲", "y" * 3000 + "。甲", f"[-{'x' * 3000}-]{{+{'y' * 3000}+}}。甲"),
    ],
)
def test_numbers_change_as_a_whole_and_form_is_not_marked(old: str, new: str, told: str) -> None:
    assert marked(old, new) == told


ENTRIES = st.lists(st.sampled_from("甲乙丙丁戊"), max_size=12)


@given(ENTRIES, ENTRIES)
def test_what_is_held_for_the_same_is_the_same_and_in_order(old: list[str], new: list[str]) -> None:
    pairs = same(old, new)

    assert all(old[one] == new[other] for one, other in pairs)
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(pairs))
    if old == new:
        assert len(pairs) == len(old)


def test_rows_that_are_all_alike_are_compared_in_seconds() -> None:
    start = time.perf_counter()

    pairs = same(["同上"] * 20000 + ["甲"] * 20000, ["甲"] * 20000 + ["同上"] * 20000)

    assert len(pairs) > 0
    assert time.perf_counter() - start < 5


def test_a_long_paragraph_is_compared_in_seconds() -> None:
    old = "落实课程方案，抓实教学常规。" * 4000
    start = time.perf_counter()

    told = marked(old, old.replace("抓实教学", "抓好教学", 50))

    assert told.count("[-实-]{+好+}") == 50
    assert time.perf_counter() - start < 5


def test_a_footnote_counts(tmp_path: Path) -> None:
    plan = (
        "模板: 通用\n标题: 云溪县2027年阅读工作计划\n章节:\n  - 标题: 目标\n"
        "    正文: 落实方案《注:按2026年方案执行》，抓实常规。\n"
    )
    versions = [read_plan(tmp_path, text) for text in (plan, plan.replace("按2026年", "按2027年"))]

    assert [(one.what, one.new and one.new.kind) for one in compare(*versions)] == [(CHANGED, "footnote")]


def read_plan(folder: Path, text: str) -> Recognised:
    path = folder / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    return version(path)


def test_a_short_item_that_changed_places_and_words_in_its_section_is_one_move() -> None:
    rules = "一、有关要求\n1.提前约定时间；\n2.不接受家长宴请；\n3.填写家访记录表。\n"
    new = "一、有关要求\n1.不接受家长宴请和礼品；\n2.提前约定时间；\n3.填写家访记录表。\n"

    (one,) = compare(read("家访工作方案\n" + rules), read("家访工作方案\n" + new))

    assert one.what == MOVED
    assert (
        one.old
        and one.new
        and (one.old.words, one.new.words) == ("不接受家长宴请；", "不接受家长宴请和礼品；")
    )
