"""What a plan set out to do and what came of it: which tasks there are, how far they have come."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.plan.arrange import chapters
from docgen.plan.duties import duties
from docgen.source.load import from_mapping, loads
from docgen.source.values import Record
from docgen.template import shelf
from docgen.year.results import Group, State, Tally, aims, groups, state_of, tally

WORK_PLAN = shelf.find("工作计划")


def arranged(plan: Record) -> list[Record]:
    return chapters(plan, WORK_PLAN.sections, WORK_PLAN.layers)[0]


def read(text: str) -> Record:
    record, problems = loads(text, "plan.yaml")
    assert problems == []
    return record


@pytest.mark.parametrize(
    "result, state",
    [
        ("", State.OPEN),
        ("待填", State.OPEN),
        ("10月23日定稿", State.DONE),
        ("已完成", State.DONE),
        ("完成100%", State.DONE),
        ("完成率达到80%", State.DONE),
        ("完成80%", State.UNFINISHED),
        ("已完成了7.5％", State.UNFINISHED),
        ("—", State.OPEN),
        ("——", State.OPEN),
        ("/", State.OPEN),
        ("全年未发生安全事故", State.DONE),
        ("没有发生责任事故", State.DONE),
        ("未完成，经费没有到位", State.UNFINISHED),
        ("尚未启动", State.UNFINISHED),
        ("还没有完成", State.UNFINISHED),
        ("没有按期完成", State.UNFINISHED),
        ("未能如期实施", State.UNFINISHED),
        ("正在施工，预计8月完工", State.UNFINISHED),
        ("推进中", State.UNFINISHED),
        ("部分完成", State.UNFINISHED),
        ("推迟到下学年", State.UNFINISHED),
        ("取消", State.UNFINISHED),
        ("是", State.DONE),
        ("否", State.UNFINISHED),
        ("未", State.UNFINISHED),
    ],
)
def test_what_is_said_of_a_task_tells_how_far_it_has_come(result: str, state: State) -> None:
    assert state_of(result) is state


def test_a_tick_is_put_into_words() -> None:
    lines = "- {标题: 甲, 责任: 教务处, 完成: 是}", "- {标题: 乙, 责任: 教务处, 完成: 否}"
    plan = read("章节:\n  - 标题: 工作\n    小节:\n      " + "\n      ".join(lines) + "\n")
    (group,) = groups(plan["章节"])
    assert [task.result for task in group.tasks] == ["已完成", "没有完成"]


@pytest.mark.parametrize(
    "counts, rate",
    [
        (Tally(3, 3, 0, 0), "100%"),
        (Tally(3, 2, 1, 0), "66.7%"),
        (Tally(8, 1, 0, 7), "12.5%"),
        (Tally(2000, 1, 0, 1999), "0.1%"),
        (Tally(4, 0, 0, 4), "0%"),
        (Tally(0, 0, 0, 0), ""),
    ],
)
def test_the_rate_has_one_decimal_where_it_needs_one(counts: Tally, rate: str) -> None:
    assert counts.rate == rate


def test_tasks_stand_in_the_parts_of_the_plan() -> None:
    plan = read(
        """\
工作目标:
  条目:
    - {内容: 有责任的目标。, 责任: 甲}
    - {内容: 有结果的目标。, 完成: 达到}
    - 只有一句的目标。
重点工作:
  - 标题: 抓好课堂。
    条目:
      - {内容: 一, 责任: 甲}
      - 无责任的
      - {内容: 二, 完成: 好, 条目: [{内容: 三, 时限: 长期}]}
  - {标题: 管好宿舍。, 正文: 值班。, 责任: 乙, 时限: 全年}
  - 标题: 没有任务的
    正文: 文字
保障措施:
  - {标题: 加强领导。, 正文: 文字}
章节:
  - 标题: 其他
    时限: 2026年
    正文:
      - 文字
      - 条目: [{内容: 四, 责任: 丙}]
"""
    )
    found = groups(arranged(plan))

    assert [(group.title, [str(task.text) for task in group.tasks]) for group in found] == [
        ("工作目标", ["有责任的目标。"]),
        ("重点工作", ["管好宿舍。"]),
        ("抓好课堂", ["一", "二", "三"]),
        ("没有任务的", []),
        ("其他", ["其他", "四"]),
    ]
    assert [str(aim.text) for aim in aims(arranged(plan))] == ["有结果的目标。", "只有一句的目标。"]


@pytest.mark.parametrize(
    "text, names",
    [
        ("工作目标: |\n  第一段。\n  第二段。\n", ["第一段。", "第二段。"]),
        ("工作目标: [甲, 乙]\n", ["甲", "乙"]),
        ("工作目标:\n  - {标题: 学生。, 正文: 文字}\n", ["学生。"]),
        ("工作目标:\n  正文:\n    - 引子\n    - 条目: [甲, {内容: 乙}]\n", ["引子", "甲", "乙"]),
        ("章节: [{标题: 总体目标, 条目: [甲]}]\n", ["甲"]),
        ("重点工作: 文字\n", []),
    ],
)
def test_the_aims_of_a_plan_are_found_in_whichever_form(text: str, names: list[str]) -> None:
    assert [str(aim.text) for aim in aims(arranged(read(text)))] == names


def test_a_plan_without_tasks_gives_its_parts() -> None:
    plan = read("重点工作:\n  - {标题: 抓课堂, 正文: 文字}\n  - {标题: 抓安全, 正文: 文字}\n指导思想: 文字\n")

    assert groups(arranged(plan)) == (Group("抓课堂", ()), Group("抓安全", ()))


words = st.text("甲乙丙丁。", min_size=1, max_size=4)
marks = st.fixed_dictionaries({}, optional={"责任": words, "时限": words, "完成": words})
entries: st.SearchStrategy[Any] = st.deferred(
    lambda: words | st.tuples(marks, words, lists).map(lambda it: {**it[0], "内容": it[1], **it[2]})
)
lists = st.fixed_dictionaries({}, optional={"条目": st.lists(entries, min_size=1, max_size=2)})
sections: st.SearchStrategy[Any] = st.deferred(
    lambda: st.tuples(marks, words, lists, below).map(lambda it: {**it[0], "标题": it[1], **it[2], **it[3]})
)
below = st.fixed_dictionaries({}, optional={"小节": st.lists(sections, min_size=1, max_size=2)})
bodies = words | st.lists(sections, min_size=1, max_size=3) | lists.filter(bool)
plans = st.fixed_dictionaries(
    {}, optional={"工作目标": bodies, "重点工作": bodies, "章节": st.lists(sections, max_size=2)}
)


@settings(max_examples=150)
@given(plans)
def test_the_tasks_are_those_of_the_task_table(data: dict[str, Any]) -> None:
    plan = from_mapping(data)
    tasks = [task for group in groups(arranged(plan)) for task in group.tasks]
    with_duty = [task for task in tasks if task.row.get("责任") or task.row.get("时限")]

    assert len(with_duty) == len(list(duties(plan)))
    counts = tally(tasks)
    assert counts.total == counts.done + counts.unfinished + counts.open
