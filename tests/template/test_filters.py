"""The filters in a template: what they print, and what they say where they cannot."""

import re
from datetime import date

import jinja2
import pytest

from docgen.problems import Place
from docgen.source.values import Day, Number, Record, Row, Text, place_of
from docgen.template.engine import Missing
from docgen.template.faults import ValueFault
from docgen.template.filters import FILTERS

PLAN = {
    "日": Day.of("2026-9-1", date(2026, 9, 1), Place("计划.yaml", 8, 5)),
    "末": Day.of("2026-09-30", date(2026, 9, 30)),
    "率": Number("99.10"),
    "各条": Row(["抓常规", "抓教研"], Place("计划.yaml", 9, 3)),
    "任务": Record(),
    "空": "待填",
}


def rendered(source: str) -> str:
    environment = jinja2.Environment(undefined=Missing, autoescape=False)
    environment.filters.update(FILTERS)
    return environment.from_string(source).render(PLAN)


@pytest.mark.parametrize(
    "source, expected",
    [
        ("{{ 日 | 日期 }}", "2026年9月1日"),
        ("{{ 日 | 汉字日期 }}", "二〇二六年九月一日"),
        ("{{ 日 | 月日 }}", "9月1日"),
        ("{{ 日 | 旬 }}", "9月上旬"),
        ("{{ 日 | 星期 }}", "星期二"),
        ("{{ '2026-10' | 时限 }}", "2026年10月"),
        ("{{ 日 | 起止(末) }}", "2026年9月1日—30日"),
        ("{{ 日 | 月日起止(末) }}", "9月1日—30日"),
        ("{{ '2026-2027' | 学年 }}", "2026—2027学年度"),
        ("{{ 2 | 学期 }}", "第二学期"),
        ("{{ 2027 | 年度 }}", "2027年"),
        ("{{ 各条 | 一是 }}", "一是抓常规；二是抓教研。"),
        ("{{ 各条 | 顿号 }}", "抓常规、抓教研"),
        ("{{ 各条 | 顿号('和') }}", "抓常规和抓教研"),
        ("{{ '做法如下' | 首句 }}", "做法如下。"),
        ("{{ 率 | 百分比 }}", "99.10%"),
        ("{{ 率 | 百分点('97.1') }}", "提高2个百分点"),
        ("{{ 12345.5 | 金额 }}", "12,345.5元"),
        ("{{ '125000' | 万元 }}", "12.5万元"),
        ("{{ '10203.40' | 大写金额 }}", "壹万零贰佰零叁元肆角整"),
        ("{{ 21 | 汉字数字 }}", "二十一"),
        ("{{ '10-15%' | 区间 }}", "10%～15%"),
        ("{{ 10 | 区间(15, '%') }}", "10%～15%"),
        ("{{ '14:30' | 区间('16:00') }}", "14:30—16:00"),
        ("{{ 日 | 区间(末) }}", "2026年9月1日—30日"),
        ("{{ 率 | 计量('%') }}", "99.10%"),
    ],
)
def test_a_filter_writes_its_value(source, expected):
    assert rendered(source) == expected


def test_every_filter_is_tried_here():
    cases = test_a_filter_writes_its_value.pytestmark[0].args[1]

    assert {re.search(r"\| (\w+)", source)[1] for source, _expected in cases} == set(FILTERS)


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_a_deliberate_blank_passes_unchanged(name):
    assert FILTERS[name]("待填") == "待填"


@pytest.mark.parametrize(
    "source, expected",
    [
        ("{{ 日 | 起止(空) }}", "2026年9月1日—待填"),
        ("{{ 空 | 起止(末) }}", "待填—2026年9月30日"),
        ("{{ 10 | 区间(空, '%') }}", "10～待填%"),
        ("{{ 率 | 百分点(空) }}", "待填"),
        ("{{ 空 | 计量('所') }}", "待填所"),
    ],
)
def test_a_deliberate_blank_beside_a_value_does_not_swallow_it(source, expected):
    assert rendered(source) == expected


@pytest.mark.parametrize(
    "source, told",
    [
        ("{{ 率 | 日期 }}", ("“99.10”不是日期", "写成“2026-09-01”的样子")),
        ("{{ 各条 | 日期 }}", ("“['抓常规', '抓教研']”不是日期", "写成“2026-09-01”的样子")),
        ("{{ '2026—2028' | 学年 }}", ("学年“2026—2028”的两个年份不相连", "写成“2026—2027”")),
        (
            "{{ 末 | 起止(日) }}",
            ("结束的日期2026年9月1日早于开始的日期2026年9月30日", "检查起止日期是否写反"),
        ),
        ("{{ 日 | 百分比 }}", ("“2026-9-1”不是数字", "只写数字，如“99.10”")),
        ("{{ 2.5 | 汉字数字 }}", ("“2.5”不能写成汉字数字", "写0到9999的整数")),
        ("{{ 各条 | 起止(各条) }}", ("“['抓常规', '抓教研']”不是日期", "写成“2026-09-01”的样子")),
        ("{{ 任务 | 一是 }}", ("“{}”不是列表", "写成列表，一条一行，前面加“- ”")),
        ("{{ 各条 | 顿号(1, 2) }}", ("过滤器“顿号”的参数不对", "去掉多余的参数，补上缺少的参数")),
    ],
)
def test_what_a_filter_cannot_write_is_told(source, told):
    with pytest.raises(ValueFault) as caught:
        rendered(source)

    assert (str(caught.value), caught.value.hint) == told


@pytest.mark.parametrize(
    "source", ["{{ 任务.时限 | 日期 }}", "{{ 日 | 起止(任务.止) }}", "{{ 任务.各条 | 一是 }}"]
)
def test_a_missing_value_is_told_as_missing(source):
    with pytest.raises(jinja2.UndefinedError, match=r"“(时限|止|各条)”"):
        rendered(source)


def test_what_a_filter_writes_stands_where_its_value_stands():
    assert place_of(FILTERS["日期"](PLAN["日"])) == Place("计划.yaml", 8, 5)
    assert place_of(FILTERS["一是"](PLAN["各条"])) == Place("计划.yaml", 9, 3)
    assert isinstance(FILTERS["年度"](2027), Text)
