from __future__ import annotations

from docgen.district.tasks import events, tallies, tasks_of
from tests.district.conftest import Hand, gathered


def task(deadline: str, more: str = "") -> str:
    return f"  - {{标题: 课堂观摩。, 正文: 听课评课。, 责任: 教导处, 时限: {deadline}{more}}}"


def test_tasks_are_counted_in_the_month_of_their_deadline(hand_in: Hand) -> None:
    hand_in("甲校", tasks=(task("2027年3月"), task("4月10日前"), task("长期")))
    found = gathered(hand_in("乙校", tasks=(task("2027年3月中旬", ", 完成: 已完成"), task("3月—4月"))))
    counted = tallies(tasks_of(found.schools), ())

    assert [(one.month, one.tasks, one.schools, one.done, one.open) for one in counted] == [
        ((2027, 3), 2, 2, 1, 1),
        ((2027, 4), 2, 2, 0, 2),
        (None, 1, 1, 0, 1),
    ]


def test_tasks_are_listed_by_month_with_who_and_until_when(hand_in: Hand) -> None:
    found = tasks_of(gathered(hand_in("甲校", tasks=(task("长期"), task("2027年3月")))).schools)

    assert [(one.month, one.text, one.duty, one.deadline) for one in found] == [
        ((2027, 3), "课堂观摩", "教导处", "2027年3月"),
        (None, "课堂观摩", "教导处", "长期"),
    ]


def test_an_event_that_repeats_counts_once_a_month(hand_in: Hand) -> None:
    folder = hand_in("甲校")
    path = folder / "甲校.yaml"
    rows = "活动: [{日期: 2027-03-01, 至: 2027-04-30, 事项: 例会, 重复: 每周一}"
    rows += ", {日期: 2027-03-05, 事项: 植树}]\n"
    path.write_text(path.read_text(encoding="utf-8") + rows, encoding="utf-8")
    found = events(gathered(folder).schools)

    assert sorted(month for _school, month in found) == [(2027, 3), (2027, 3), (2027, 4)]
