"""图表 in a plan, and charts made from its 指标: what becomes of them, what is said of wrong ones."""

from __future__ import annotations

from decimal import Decimal

import pytest

import docgen
from docgen.document import BAR, COLUMN, LINE, Chart, Table
from docgen.problems import Severity

RATE = '{名称: 巩固率, 计量单位: "%", 目标: 99.3, 实际: 99.5}'
OTHERS = (
    '{名称: 合格率, 计量单位: "%", 目标: 95, 实际: 96}',
    "{名称: 优良率, 目标: 60%, 实际: 63.5%}",
)


def written(**changes: str) -> str:
    given = {"类别": "[小学, 初中]", "系列": "[{名称: 目标, 数据: [99.3, 98.0]}]"} | changes
    rows = "".join(f"      {key}: {value}\n" for key, value in given.items())
    return f"结语: 完。\n附件:\n- 名称: 图\n  正文:\n  - 图表:\n{rows}"


def charts(paper):
    return [block for block in paper.attachments[0].blocks if isinstance(block, Chart)]


def indicators(*rows: str) -> str:
    return "指标:\n" + "".join(f"- {row}\n" for row in rows)


def taken(*rows: str, ask: str = "取自: 指标图") -> str:
    return f"附件: [{{名称: 图, 正文: [{{{ask}}}]}}]\n{indicators(*rows)}"


def test_a_chart_is_what_the_plan_writes(rendered):
    lines = written(
        标题="图1　巩固率",
        类型="折线",
        系列='[{名称: 目标, 数据: [99.3, "1,098.0"]}, {名称: 实际, 数据: ["99.5%", —]}]',
        单位='"%"',
        宽="120",
        高="60",
    )

    (chart,) = charts(rendered(lines))

    assert (chart.kind, chart.caption, chart.unit) == (LINE, "图1　巩固率", "%")
    assert (chart.width, chart.height) == (120, 60)
    assert chart.categories == ("小学", "初中")
    assert [(one.name, one.numbers) for one in chart.series] == [
        ("目标", (Decimal("99.3"), Decimal("1098.0"))),
        ("实际", (Decimal("99.5"), None)),
    ]


def test_decimals_stay_as_typed(rendered):
    (chart,) = charts(rendered(written(系列="[{名称: 数, 数据: [1.50, 2]}]")))

    assert [str(number) for number in chart.series[0].numbers] == ["1.50", "2"]


def test_a_chart_without_a_kind_has_columns_and_with_long_names_bars(rendered):
    long = f"[{', '.join(f'第{at}小学义务教育阶段学生巩固率' for at in range(6))}]"
    numbers = "[{名称: 数, 数据: [1, 2, 3, 4, 5, 6]}]"

    assert charts(rendered(written()))[0].kind == COLUMN
    assert charts(rendered(written(类别=long, 系列=numbers)))[0].kind == BAR


def test_a_chart_is_as_high_as_its_bars_and_names_need(rendered):
    long = f"[{', '.join(f'第{at}小学巩固率' for at in range(10))}]"
    numbers = f"[{{名称: 数, 数据: [{', '.join('1' * 10)}]}}]"

    def height(**changes):
        return charts(rendered(written(**changes)))[0].height

    assert height() == 80
    assert height(类型="条形", 类别=long, 系列=numbers) == pytest.approx(26 + 10 * 8)
    assert height(类型="柱形", 类别=long, 系列=numbers) == pytest.approx(80 + 6.5 * 3.8)


@pytest.mark.parametrize(
    ("changes", "id", "sentence", "hint"),
    [
        (
            {"系列": "[{名称: 目标, 数据: [99.3]}]"},
            "TRE-061",
            "系列“目标”有1个数，类别有2个",
            "每个类别写一个数，先后相同；没有数的写“—”",
        ),
        (
            {"系列": "[{名称: 目标, 数据: [99.3, 约98]}]"},
            "TRE-062",
            "系列“目标”的“约98”不是数",
            "只写数字，单位写在图表的“单位”里；没有数的写“—”",
        ),
        (
            {"系列": "[{名称: 目标, 数据: [—, —]}]"},
            "TRE-063",
            "图表里一个数也没有",
            "在“数据”里按类别的先后写数；还没有数时先不放图表",
        ),
        (
            {
                "类别": f"[{', '.join(f'第{at}校' for at in range(25))}]",
                "系列": f"[{{名称: 数, 数据: [{', '.join('1' * 25)}]}}]",
            },
            "TRE-064",
            "图表有25个类别，最多24个",
            "分成几张图表，或者改用表格",
        ),
        (
            {"系列": f"[{', '.join(f'{{名称: 数{at}, 数据: [1, 2]}}' for at in range(7))}]"},
            "TRE-064",
            "图表有7个系列，最多6个",
            "分成几张图表，或者改用表格",
        ),
        (
            {"系列": "[{名称: 目标, 数据: [1, 1234567890123456]}]"},
            "TRE-065",
            "系列“目标”的数“1234567890123456”太长，图表的数最多15位",
            "换大一些的单位，如万元、万人",
        ),
        (
            {"宽": "200"},
            "TRE-066",
            "图表的“宽”是200毫米，只能从40到156",
            "改成这个范围里的数，或者不写“宽”",
        ),
        (
            {"高": "10"},
            "TRE-066",
            "图表的“高”是10毫米，只能从40到213",
            "改成这个范围里的数，或者不写“高”",
        ),
    ],
)
def test_what_cannot_be_drawn_is_told_with_its_repair(told, changes, id, sentence, hint):
    (problem,) = told(written(**changes))

    assert (problem.id, problem.severity) == (id, Severity.ERROR)
    assert (problem.message, problem.hint) == (sentence, hint)
    assert problem.place and problem.place.line > 7


def test_everything_that_is_wrong_with_a_chart_is_told_at_once(told):
    found = told(written(系列="[{名称: 甲, 数据: [多, 1, 2]}, {名称: 乙, 数据: [1]}]"))

    assert [problem.id for problem in found] == ["TRE-062", "TRE-061", "TRE-061"]


@pytest.mark.parametrize(
    ("lines", "id", "sentence"),
    [
        ("{类别: [甲]}", "SCM-002", "缺少“系列”"),
        (
            "{类别: [甲], 系列: [{名称: 数, 数据: [1]}], 类型: 饼图}",
            "SCM-005",
            "只能是“柱形”“条形”“折线”之一",
        ),
        ("{类别: [甲], 系列: [{名称: 数, 值: [1]}]}", "SCM-001", "“值”"),
    ],
)
def test_a_chart_that_is_not_as_the_schema_asks_is_told(told, lines, id, sentence):
    found = told(f"附件: [{{名称: 图, 正文: [{{图表: {lines}}}]}}]\n")

    assert any(problem.id == id and sentence in problem.message for problem in found), found


def test_indicators_of_one_unit_are_drawn_planned_against_actual(rendered):
    (chart,) = charts(rendered(taken(RATE, *OTHERS)))

    assert chart.categories == ("巩固率", "合格率", "优良率")
    assert [(one.name, [str(number) for number in one.numbers]) for one in chart.series] == [
        ("目标", ["99.3", "95", "60"]),
        ("实际", ["99.5", "96", "63.5"]),
    ]
    assert (chart.unit, chart.caption) == ("%", "主要指标目标与实际")


def test_units_and_sizes_that_cannot_be_compared_get_charts_of_their_own(rendered):
    people = [f"{{名称: 教师{at}, 计量单位: 人, 目标: {at}, 实际: {at}}}" for at in (10, 12)]
    crowds = [f"{{名称: 学生{at}, 计量单位: 人, 目标: {at}, 实际: {at}}}" for at in (2000, 2100)]

    found = charts(rendered(taken(RATE, OTHERS[0], *people, *crowds)))

    assert [(chart.categories, chart.caption) for chart in found] == [
        (("巩固率", "合格率"), "主要指标目标与实际（%）"),
        (("学生2000", "学生2100"), "主要指标目标与实际（人，1）"),
        (("教师10", "教师12"), "主要指标目标与实际（人，2）"),
    ]


def test_more_indicators_than_fill_a_page_are_parted_evenly(rendered):
    rows = [f"{{名称: 指标{at}, 目标: 9, 实际: 8}}" for at in range(13)]

    found = charts(rendered(taken(*rows)))

    assert [len(chart.categories) for chart in found] == [7, 6]
    assert [chart.caption[-3:] for chart in found] == ["（1）", "（2）"]


def test_the_year_compared_is_named(rendered):
    rows = [f'{{名称: 指标{at}, 目标: {{"2026": 1, "2027": 2}}, 实际: {{"2026": 1}}}}' for at in range(2)]

    (chart,) = charts(rendered(taken(*rows)))

    assert chart.caption == "2026年主要指标目标与实际"
    assert [one.numbers for one in chart.series] == [(Decimal(1), Decimal(1))] * 2


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{名称: 校园文化, 目标: 建成, 实际: 已建成}", "“目标”不是一个数"),
        ("{名称: 校园文化, 目标: 10%～15%, 实际: 12%}", "“目标”不是一个数"),
        ("{名称: 校园文化, 目标: 90%, 实际: 较好}", "“实际”不是一个数"),
        ("{名称: 校园文化, 目标: 90%}", "还没有“实际”的数"),
        ("{名称: 校园文化, 目标: 90%, 实际: 待填}", "还没有“实际”的数"),
        ("{名称: 校园文化, 目标: 90人, 实际: 90%}", "目标和实际的单位不同"),
        ("{名称: 校园文化, 目标: 3场, 实际: 3场}", "同单位、数值相近的指标不到2个"),
        ('{名称: 校园文化, 计量单位: "%", 目标: 0, 实际: 0}', "同单位、数值相近的指标不到2个"),
    ],
)
def test_indicators_left_out_are_named_with_the_reason(told, row, reason):
    (problem,) = [one for one in told(taken(RATE, OTHERS[0], row)) if one.id == "TRE-068"]

    assert problem.severity is Severity.INFO
    assert problem.message == f"指标图里没有画“校园文化”：{reason}"
    assert problem.place is not None


@pytest.mark.parametrize("rows", [(RATE,), ("{名称: 甲, 目标: 1}", "{名称: 乙, 目标: 2}")])
def test_a_chart_asked_for_that_cannot_be_drawn_is_an_error(told, rows):
    (problem,) = [one for one in told(taken(*rows)) if one.severity is Severity.ERROR]

    assert problem.id == "TRE-067"
    assert problem.message == ("指标里没有能画成图的数：要有2个单位相同、“目标”和“实际”都是数的指标")


def test_a_plan_without_indicators_cannot_draw_them(told):
    found = told("附件: [{名称: 图, 正文: [{取自: 指标图}]}]\n")

    assert [problem.id for problem in found] == ["TRE-067"]


def test_one_indicator_is_drawn_over_its_years(rendered):
    goals, results = '{"2025": 99, "2026": ≥99.3, "2027": 99.5}', '{"2025": 99.1, "2026": 99.4}'
    row = f'{{名称: 巩固率, 计量单位: "%", 目标: {goals}, 实际: {results}}}'

    (chart,) = charts(rendered(taken(row, ask="取自: 指标图, 指标: 巩固率, 类型: 折线")))

    assert (chart.kind, chart.caption) == (LINE, "巩固率目标与实际")
    assert chart.categories == ("2025年", "2026年", "2027年")
    assert chart.series[1].numbers == (Decimal("99.1"), Decimal("99.4"), None)


def test_an_indicator_nobody_knows_is_told_once(told):
    found = told(taken(RATE, ask="取自: 指标图, 指标: 入学率"))

    assert [problem.id for problem in found if problem.severity is Severity.ERROR] == ["TRE-025"]


def test_a_chart_does_not_stand_for_the_table_of_the_indicators(rendered):
    paper = rendered(taken(RATE, *OTHERS))

    assert [block.caption for block in paper.blocks if isinstance(block, Table)] == ["主要指标"]


SUMMARY = """\
模板: 工作总结
标题: 某校工作总结
主要工作及成效: {text}
存在的问题: [经费不足]
下一步打算: 继续努力。
"""


def summary(tmp_path, *rows, text="各项工作按期完成。"):
    plan = tmp_path / "总结.yaml"
    head = SUMMARY.format(text=text)
    plan.write_text(head + indicators(*rows), encoding="utf-8")
    return docgen.render(plan).paper.blocks


def test_a_summary_draws_three_indicators_with_results_below_their_table(tmp_path):
    blocks = summary(tmp_path, RATE, *OTHERS)

    at = next(at for at, block in enumerate(blocks) if isinstance(block, Chart))
    assert isinstance(blocks[at - 1], Table)
    assert blocks[at].categories == ("巩固率", "合格率", "优良率")


def test_a_summary_does_not_draw_two_indicators(tmp_path):
    blocks = summary(tmp_path, RATE, OTHERS[0])

    assert [type(block) for block in blocks if isinstance(block, (Table, Chart))] == [Table]


def test_a_summary_draws_once_where_the_plan_places_the_chart(tmp_path):
    blocks = summary(tmp_path, RATE, *OTHERS, text="[{取自: 指标图, 标题: 图1 指标}, 各项工作按期完成。]")

    assert [block.caption for block in blocks if isinstance(block, Chart)] == ["图1 指标"]
