"""Next year's plan, over generated plans: no old year unflagged, no result left, nothing else changed."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from docgen import dates, pipeline
from docgen.plan_text import yaml_text
from docgen.schema.check import check
from docgen.source.load import loads
from docgen.source.values import Record
from docgen.template import shelf
from docgen.year.turn import Turned, turn

FLAG = "# 核对："


def turned(text: str, template: str = "工作计划") -> Turned:
    plan, problems = loads(text, "2026.yaml")
    typed, found = check(plan, shelf.find(template).schema)
    assert [problem for problem in (*problems, *found) if problem.severity == "error"] == []
    return turn(text, typed, "2027.yaml")


def texts(data: Any, keys: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:
    if isinstance(data, dict):
        return [pair for key, value in data.items() for pair in texts(value, (*keys, key))]
    if isinstance(data, list):
        return [pair for value in data for pair in texts(value, keys)]
    return [(keys, data)]


days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
years = st.sampled_from(["2026年", "2026", "二〇二六年", "2026—2027", "〔2026〕", "2025年", "2027年", ""])
words = st.tuples(
    st.sampled_from(["为做好", "（", "到", "%: # ", ""]),
    years,
    st.sampled_from(["工作", "）", "：", "'\"", "{[", ""]),
)
sentences = words.map("".join).map(str.strip).filter(bool)
typed_days = st.tuples(days, st.sampled_from(["%Y-%m-%d", "%Y年%m月%d日", "%Y/%m/%d", "%Y-%m"])).map(
    lambda pair: pair[0].strftime(pair[1])
)
deadlines = typed_days | st.sampled_from(["长期", "10月上旬", "2026年6月底前", "2026年3月—5月", "第5周前"])
tasks = st.fixed_dictionaries(
    {"内容": sentences}, optional={"责任": sentences, "时限": deadlines, "完成": sentences}
)
goals = st.sampled_from(["≥99.5", "5", {"2026": "5"}, {"2026": "5", "2027": "6"}, {"2025": "4", "2026": "5"}])
actuals = st.sampled_from(["99.6", "待填", {"2026": "5.5"}, {"2025": "4", "2026": "待填"}])
indicators = st.fixed_dictionaries(
    {"名称": sentences},
    optional={"基期": st.just("99.1"), "目标": goals, "实际": actuals, "属性": st.just("约束性")},
)
events = st.fixed_dictionaries(
    {"事项": sentences, "日期": typed_days}, optional={"地点": sentences, "时间": st.just("14:30")}
)
plans = st.fixed_dictionaries(
    {"模板": st.just("工作计划"), "年度": st.sampled_from(["2026", "2026年"])},
    optional={
        "题注": sentences,
        "引言": st.lists(sentences, min_size=1, max_size=3).map("\n".join),
        "重点工作": st.lists(
            st.fixed_dictionaries(
                {"标题": sentences, "条目": st.lists(tasks | sentences, min_size=1, max_size=3)}
            ),
            min_size=1,
            max_size=3,
        ),
        "指标": st.lists(indicators, min_size=1, max_size=4),
        "活动": st.lists(events, min_size=1, max_size=4),
        "落款": st.fixed_dictionaries({"署名": sentences, "日期": days.map(str)}),
    },
)


@settings(max_examples=80)
@given(plans)
def test_no_old_year_is_left_unflagged_and_no_result_at_all(plan: dict[str, Any]) -> None:
    result = turned(yaml_text.write(plan))
    later, problems = loads(result.text, "2027.yaml")

    assert [problem for problem in problems if problem.severity == "error"] == []
    assert not [keys for keys, _value in texts(later) if {"完成", "实际"} & set(keys)]
    flagged = flagged_entries(result.text)
    for number, line in enumerate(result.text.split("\n")):
        if re.search("2026|二〇二六", line) and not line.strip().startswith("#"):
            assert number in flagged, (line, result.text)


def flagged_entries(text: str) -> set[int]:
    """The lines (from 0) of every entry that has a flag right above it: up to the next line that is
    indented no deeper."""
    lines, found = text.split("\n"), set()
    for number, line in enumerate(lines):
        if not line.strip().startswith(FLAG):
            continue
        at = number + 1
        while lines[at].strip().startswith("#"):
            at += 1
        depth = len(lines[at]) - len(lines[at].lstrip())
        found.add(at)
        while at + 1 < len(lines) and len(lines[at + 1]) - len(lines[at + 1].lstrip()) > depth:
            at += 1
            found.add(at)
    return found


@settings(max_examples=50)
@given(plans)
def test_all_but_results_dates_and_years_stays_as_it_was(plan: dict[str, Any]) -> None:
    text = yaml_text.write(plan)
    later, _problems = loads(turned(text).text, "2027.yaml")
    moved = {"年度", "日期", "时限", "完成", "实际", "基期", "目标", "2025", "2026", "2027"}

    def kept(data: Any) -> list[tuple[tuple[str, ...], Any]]:
        return [pair for pair in texts(data) if not moved & set(pair[0])]

    assert kept(later) == kept(loads(text, "2026.yaml")[0])


@settings(max_examples=50)
@given(plans)
def test_every_date_keeps_its_weekday(plan: dict[str, Any]) -> None:
    later, _problems = loads(turned(yaml_text.write(plan)).text, "2027.yaml")

    for before, after in zip(plan.get("活动", []), later.get("活动", []), strict=True):
        first, second = dates.parse(before["日期"]), dates.parse(after["日期"])
        if first and second:
            assert second - first in (timedelta(weeks=52), timedelta(weeks=53))
            assert second.year == 2027
        else:
            assert after["日期"] == before["日期"].replace("2026", "2027")


@settings(max_examples=15)
@given(plans)
def test_next_year_s_plan_builds(plan: dict[str, Any]) -> None:
    text = turned(yaml_text.write({**plan, "标题": "计划"})).text
    later, _problems = loads(text, "2027.yaml")

    assert isinstance(later, Record)
    assert pipeline.run({str(key): value for key, value in later.items()}).numbered.paper.title
