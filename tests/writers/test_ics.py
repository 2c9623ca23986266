"""Events as .ics: read back by the library, and the same bytes twice."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

import docgen
from docgen.problems import DocgenError, NotInstalled

HEAD = """\
模板: 通用
单位: 某某市实验中学
标题: 关于开展校园活动的通知
学年: 2026—2027
学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}
章节: [{标题: 活动安排, 正文: [{取自: 活动}]}]
"""
SIGNED = "落款: {署名: 某某市实验中学, 日期: 2026-08-28}\n"
SHANGHAI = ZoneInfo("Asia/Shanghai")


def ics_of(folder: Path, events: str, head: str = HEAD) -> bytes:
    plan = folder / "计划.yaml"
    plan.write_text(f"{head}活动:\n{events}", encoding="utf-8")
    return docgen.render(plan).to_bytes("ics")


def events_of(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_a_day_without_hours_is_an_all_day_event_with_an_exclusive_end(tmp_path: Path) -> None:
    (event,) = events_of(ics_of(tmp_path, "- {日期: 2026-10-15, 至: 2026-10-16, 事项: 运动会}\n"))
    assert event.decoded("dtstart") == date(2026, 10, 15)
    assert event.decoded("dtend") == date(2026, 10, 17)
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event["summary"] == "运动会"
    assert event["transp"] == "TRANSPARENT"
    assert "status" not in event


def test_hours_are_those_of_china(tmp_path: Path) -> None:
    data = ics_of(
        tmp_path,
        "- 日期: 10月15日\n  时间: 14:30—16:00\n  事项: 家长会\n  地点: 报告厅\n"
        "  责任: [德育处, 各年级组]\n  备注: 带,证件;\n",
    )
    (event,) = events_of(data)
    assert event.decoded("dtstart") == datetime(2026, 10, 15, 14, 30, tzinfo=SHANGHAI)
    assert event.decoded("dtend") == datetime(2026, 10, 15, 16, 0, tzinfo=SHANGHAI)
    assert event["location"] == "报告厅"
    assert event["description"] == "责任：德育处、各年级组\n备注：带,证件;"
    (zone,) = icalendar.Calendar.from_ical(data).walk("VTIMEZONE")
    assert zone["tzid"] == "Asia/Shanghai"
    (standard,) = zone.walk("STANDARD")
    assert standard["tzoffsetto"].td == timedelta(hours=8)


def test_an_event_without_an_end_has_none(tmp_path: Path) -> None:
    (event,) = events_of(ics_of(tmp_path, "- {日期: 10月15日, 时间: 15:00, 事项: 例会}\n"))
    assert event.decoded("dtstart") == datetime(2026, 10, 15, 15, 0, tzinfo=SHANGHAI)
    assert "dtend" not in event


def test_hours_on_several_days_are_an_event_a_day(tmp_path: Path) -> None:
    found = events_of(
        ics_of(tmp_path, "- {日期: 2026-11-12, 至: 2026-11-13, 时间: 8:00—11:30, 事项: 期中考试}\n")
    )
    assert [event.decoded("dtstart").day for event in found] == [12, 13]
    assert [event.decoded("dtend").day for event in found] == [12, 13]


@pytest.mark.parametrize(
    ("event", "first", "end", "text"),
    [
        ("{日期: 10月上旬, 事项: 听课}", date(2026, 10, 1), date(2026, 10, 11), "大致时间：10月上旬"),
        ("{日期: 2027-01, 事项: 听课}", date(2027, 1, 1), date(2027, 2, 1), "大致时间：2027-01"),
        (
            "{日期: 第5周, 时间: 15:00, 事项: 听课}",
            date(2026, 9, 28),
            date(2026, 10, 5),
            "大致时间：第5周\n时间：15:00",
        ),
    ],
)
def test_what_lies_somewhere_in_a_span_is_tentative(
    tmp_path: Path, event: str, first: date, end: date, text: str
) -> None:
    (found,) = events_of(ics_of(tmp_path, f"- {event}\n"))
    assert (found.decoded("dtstart"), found.decoded("dtend")) == (first, end)
    assert found["status"] == "TENTATIVE"
    assert found["description"] == text


def test_each_time_of_a_repeated_event_is_an_event(tmp_path: Path) -> None:
    found = events_of(ics_of(tmp_path, "- {重复: 每周一, 时间: 8:00—8:30, 事项: 升旗}\n"))
    days = [event.decoded("dtstart").date() for event in found]
    assert days[:4] == [date(2026, 9, day) for day in (7, 14, 21, 28)]
    assert date(2026, 10, 5) not in days
    assert len({event["uid"] for event in found}) == len(found) == 19
    assert not any("rrule" in event for event in found)


def test_uids_stay_when_hours_places_and_neighbours_change(tmp_path: Path) -> None:
    (before,) = events_of(ics_of(tmp_path, "- {日期: 2026-10-15, 事项: 运动会}\n"))
    changed = events_of(
        ics_of(
            tmp_path,
            "- {日期: 2026-10-14, 事项: 彩排}\n- {日期: 10月15日, 时间: 8:00, 地点: 操场, 事项: 运动会}\n",
            HEAD + SIGNED,
        )
    )
    assert changed[1]["uid"] == before["uid"]
    assert str(before["uid"]).endswith("@docgen")


def test_two_events_of_one_name_on_one_day_have_two_uids(tmp_path: Path) -> None:
    events = "- {日期: 2026-10-15, 时间: 8:00, 事项: 例会}\n- {日期: 2026-10-15, 时间: 15:00, 事项: 例会}\n"
    first, second = events_of(ics_of(tmp_path, events))
    assert second["uid"] == f"{str(first['uid']).removesuffix('@docgen')}-2@docgen"


@pytest.mark.parametrize(("more", "stamp"), [("", (2026, 1, 1)), (SIGNED, (2026, 8, 28))])
def test_the_stamp_is_of_the_paper_not_of_the_writing(
    tmp_path: Path, more: str, stamp: tuple[int, int, int]
) -> None:
    (event,) = events_of(ics_of(tmp_path, "- {日期: 2026-10-15, 事项: 运动会}\n", HEAD + more))
    assert event.decoded("dtstamp") == datetime(*stamp, tzinfo=ZoneInfo("UTC"))


def test_the_same_plan_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    data = ics_of(tmp_path, "- {日期: 2026-10-15, 时间: 8:00, 事项: 运动会}\n- {重复: 每周五, 事项: 例会}\n")
    code = "import sys, docgen; sys.stdout.buffer.write(docgen.render(sys.argv[1]).to_bytes('ics'))"
    for zone, seed in (("America/New_York", "1"), ("UTC", "2")):
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "计划.yaml")],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            timeout=60,
        )
        assert done.stdout.replace(b"\r\n", b"\n") == data.replace(b"\r\n", b"\n")


def test_the_lines_are_as_the_format_asks(tmp_path: Path) -> None:
    data = ics_of(tmp_path, f"- {{日期: 2026-10-15, 事项: {'全校师生体育艺术节' * 12}}}\n")
    lines = data.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 for line in lines)
    assert "X-WR-CALNAME:某某市实验中学2026—2027学年度第一学期" in data.decode("utf-8")
    assert not any(b"VTIMEZONE" in line for line in lines)


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ("- {日期: 长期, 事项: 家访}\n", "CAL-030 计划里没有写明日期的活动，没有东西放进.ics"),
        (
            "- {日期: 第二学期第5周, 事项: 家访}\n",
            "CAL-007 “第二学期第5周”要按学期算周次，计划只写了第一学期的起止",
        ),
        ("- {日期: 10月15日, 事项: 甲}\n- {重复: 偶尔, 事项: 乙}\n", "CAL-006 看不懂多久重复一次"),
    ],
)
def test_what_has_no_day_makes_no_calendar(tmp_path: Path, events: str, told: str) -> None:
    with pytest.raises(DocgenError) as stopped:
        ics_of(tmp_path, events)
    (problem,) = stopped.value.problems
    assert f"{problem.id} {problem.message}" == told
    assert problem.place is not None


def test_without_the_library_a_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(NotInstalled) as stopped:
        ics_of(tmp_path, "- {日期: 2026-10-15, 事项: 运动会}\n")
    (problem,) = stopped.value.problems
    assert (problem.id, problem.message) == ("CAL-041", "没有安装写.ics用的icalendar")
    assert problem.hint == "运行 pip install docgen-gongwen[calendar]"
