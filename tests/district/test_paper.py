"""The district's paper of the bureau in examples/bureau, its figures worked out by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import docgen
from docgen.cli.main import main
from docgen.forms.write_form import write as empty_form
from docgen.source.load import load
from docgen.template import shelf
from tests.district.conftest import Hand
from tests.forms.answers import TEXTS
from tests.forms.filling import filled

BUREAU = Path(__file__).parents[2] / "examples" / "bureau"


class Made:
    """What the command wrote."""

    def __init__(self, folder: Path) -> None:
        self.docx, self.yaml, self.xlsx = (folder / f"汇总.{kind}" for kind in ("docx", "yaml", "xlsx"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    patch = pytest.MonkeyPatch()
    patch.chdir(BUREAU)
    one = Made(tmp_path_factory.mktemp("district"))
    words = ["district", "plans", "--template", "templates/county-plan", "--organ", "青禾县教育局"]
    words += ["--date", "2027-01-20", "--schools", "schools.csv", "--due", "2026-12-31"]
    words += ["--weight", "在校生数", "-o", str(one.docx), "--yaml", str(one.yaml), "--xlsx", str(one.xlsx)]
    assert main(words) == 0
    yield one
    patch.undo()


def chapters(path: Path) -> dict[str, Any]:
    plan, problems = load(path)
    assert problems == []
    return {str(chapter["标题"]): chapter for chapter in plan["章节"]}


def texts(chapter: dict[str, Any]) -> list[str]:
    return [str(part) for part in chapter["正文"] if isinstance(part, str)]


def tables(chapter: dict[str, Any]) -> list[list[list[str]]]:
    return [part["表格"]["行"] for part in chapter["正文"] if "表格" in part and isinstance(part, dict)]


def test_who_is_missing_and_who_was_late(made: Made) -> None:
    assert texts(chapters(made.yaml)["报送情况"]) == [
        "应报送计划的单位6个，没有报送的1个：青禾县职业中学。",
        "截止日期为2026年12月31日。按成文日期，如期的4个，逾期的1个：青禾县第一初级中学（2027年1月4日）。",
    ]


def test_the_figures_of_all_schools(made: Made) -> None:
    # 在校生数 612+148+1860+1424+936 and 630+140+1900+1430+950;
    # 课后服务人数 580+148+1720+810 and 600+140+1800+860.
    # 巩固率 (99.5×630 + 100×140 + 99.8×1900 + 99.5×1430 + 99×950) / 5050 = 502640 / 5050.
    # 体质健康: goals of four schools, (96×630 + 97×140 + 96×1900 + 94×950) / 3620 = 345760 / 3620.
    assert tables(chapters(made.yaml)["指标汇总"]) == [
        [
            ["在校生数", "人", "5", "合计", "4980", "5050", "1900", "140"],
            ["义务教育巩固率", "%", "5", "加权平均", "99.19", "99.53", "100", "99"],
            ["体质健康合格率", "%", "4", "加权平均", "94.21（5个单位）", "95.51", "97", "94"],
            ["课后服务人数", "人", "4", "合计", "3258", "3400", "1800", "140"],
        ]
    ]


def test_an_indicator_is_told_compared_and_ranked_with_its_ties(made: Made) -> None:
    sections = {str(one["标题"]): one for one in chapters(made.yaml)["指标汇总"]["小节"]}

    assert texts(sections["体质健康合格率（%）"]) == [
        "4个单位填报2027年目标，加权平均95.51%。最高的是青禾县东岭小学（97%），"
        "最低的是青禾县第二初级中学（94%）。两项都填的4个单位，基期加权平均94.45%，"
        "2027年目标加权平均95.51%，2027年目标比基期高1.06个百分点。"
    ]
    assert tables(sections["体质健康合格率（%）"]) == [
        [
            ["1", "青禾县东岭小学", "96.5", "≥97"],
            ["2", "青禾县溪头小学", "94.8", "≥96"],
            ["2", "青禾县实验小学", "95.2", "≥96"],
            ["4", "青禾县第二初级中学", "92.4", "≥94"],
        ]
    ]
    assert texts(sections["课后服务人数（人）"])[0].endswith(
        "基期合计3258人，2027年目标合计3400人，2027年目标比基期多142人（增长4.4%）。"
    )


def test_an_indicator_has_a_chart_of_its_schools(made: Made) -> None:
    section = chapters(made.yaml)["指标汇总"]["小节"][3]
    chart = next(part["图表"] for part in section["正文"] if "图表" in part and isinstance(part, dict))

    assert chart["单位"] == "人"
    assert [row["数据"] for row in chart["系列"]] == [
        ["1720", "810", "580", "148"],
        ["1800", "860", "600", "140"],
    ]


def test_tasks_by_month_and_what_is_missing(made: Made) -> None:
    found = chapters(made.yaml)

    assert tables(found["任务安排"])[0][:2] == [["2027年3月", "4", "4"], ["2027年4月", "3", "3"]]
    assert tables(found["任务安排"])[0][-1] == ["没有写到月份", "1", "1"]
    assert tables(found["需要核对的数据"]) == [
        [["青禾县第一初级中学", "体质健康合格率（2027年目标）、课后服务人数"]]
    ]


def test_the_plan_that_is_kept_builds_the_same_paper_and_has_nothing_to_check(made: Made) -> None:
    assert docgen.render(made.yaml).to_bytes() == made.docx.read_bytes()
    assert docgen.check(made.yaml) == []


def test_the_workbook_holds_numbers_and_every_rank(made: Made) -> None:
    book = openpyxl.load_workbook(made.xlsx)

    assert book.sheetnames == ["汇总", "名次", "一览", "任务", "缺项", "报送", "问题"]
    assert [cell.value for cell in book["汇总"][2]][4:6] == [4980, 5050]
    assert book["名次"].max_row == 1 + 5 + 5 + 4 + 4
    assert [cell.value for cell in book["报送"][7]] == [None, "青禾县职业中学", "没有报送"]


@pytest.mark.rendered
def test_the_paper_is_valid(made: Made, validate: Any) -> None:
    validate(made.docx.read_bytes())


def test_forms_of_word_and_plans_are_put_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(BUREAU)
    package = shelf.find("青禾县学校工作计划", BUREAU)
    folder = tmp_path / "收回"
    folder.mkdir()
    (folder / "表.docx").write_bytes(filled(empty_form(package), {**TEXTS, "年度": "2027"}, {}))
    (folder / "计划.yaml").write_bytes((BUREAU / "plans" / "东岭小学.yaml").read_bytes())
    (folder / "宏.docm").write_bytes((folder / "表.docx").read_bytes())
    out = tmp_path / "汇总.docx"
    assert main(["district", str(folder), "-o", str(out), "--json"]) == 1

    said = json.loads(capsys.readouterr().out)
    assert said["schools"] == 2
    assert [one["file"] for one in said["left_out"]] == ["宏.docm"]
    assert "FRM-001" in [one["id"] for one in said["problems"]]
    assert out.is_file()


def test_with_many_schools_the_ends_and_bands_are_shown(hand_in: Hand, tmp_path: Path) -> None:
    for number in range(1, 31):
        folder = hand_in(f"第{number}小学", f"名称: 课后服务人数, 计量单位: 人, 目标: {100 + number}")
    out = tmp_path / "汇总.yaml"
    assert main(["district", str(folder), "-o", str(tmp_path / "汇总.docx"), "--yaml", str(out)]) == 0

    section = chapters(out)["指标汇总"]["小节"][0]
    first, last = tables(section)
    assert [row[0] for row in first] == [str(rank) for rank in range(1, 11)]
    assert [row[1] for row in last] == [f"第{number}小学" for number in range(10, 0, -1)]
    chart = next(part["图表"] for part in section["正文"] if isinstance(part, dict) and "图表" in part)
    assert (chart["类别"][0], sum(map(int, chart["系列"][0]["数据"]))) == ("100至105", 30)


def test_results_are_compared_with_what_was_set_out(hand_in: Hand, tmp_path: Path) -> None:
    row = "名称: 公用经费投入, 计量单位: 万元, 基期: {}, 目标: {{2027: {}}}, 实际: {{2027: {}}}"
    for name, numbers in (
        ("甲校", ("12.5", "13", "13.2")),
        ("乙校", ("10", "10", "9.8")),
        ("丙校", ("8", "8", "8")),
    ):
        hand_in(name, row.format(*numbers))
    folder = hand_in("丁校", row.format("1", "2", "待填"), "名称: 公用经费投入万, 计量单位: 元, 目标: 1")
    out = tmp_path / "汇总.yaml"
    assert main(["district", str(folder), "-o", str(tmp_path / "汇总.docx"), "--yaml", str(out)]) == 0

    found = chapters(out)
    assert texts(found["指标汇总"]["小节"][0]) == [
        "3个单位填报2027年实际数，合计31万元，平均每个单位10.33万元。最高的是甲校（13.2万元），最低的是丙校（8万元）。"
        "两项都填的3个单位，基期合计30.5万元，2027年实际数合计31万元，2027年实际数比基期多0.5万元（增长1.6%）。"
        "目标和实际都填的3个单位中，达到目标的2个，没有达到的1个：乙校。"
    ]
    assert tables(found["需要核对的数据"]) == [[["丁校", "公用经费投入（2027年实际数）"]]]
    assert texts(found["需要核对的数据"]) == [
        "只有1个单位填报、没有列入统计的指标1项：公用经费投入万（元）。"
    ]


def test_units_are_converted_or_the_schools_to_be_asked_are_named(
    hand_in: Hand, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = (("甲校", "13万元", "98%"), ("乙校", "12万元", "98%"), ("丙校", "80000元", "98"))
    for name, money, rate in given:
        folder = hand_in(name, f"名称: 公用经费, 目标: {money}", f"名称: 巩固率, 目标: {rate}")
    out = tmp_path / "汇总.yaml"
    words = ["-o", str(tmp_path / "汇总.docx"), "--yaml", str(out), "--json"]
    assert main(["district", str(folder), *words]) == 0

    found = chapters(out)
    assert texts(found["指标汇总"]["小节"][0]) == [
        "3个单位填报目标，合计33万元，平均每个单位11万元。最高的是甲校（13万元），最低的是丙校（8万元）。"
        "丙校按元填报，已折算成万元。"
    ]
    assert texts(found["需要核对的数据"])[0] == (
        "指标“巩固率”的计量单位不一样：%的2个单位，没有写计量单位的1个单位。分开统计，没有相加，需要核对的是：丙校。"
    )
    told = {one["id"]: one for one in json.loads(capsys.readouterr().out)["problems"]}
    assert told["DST-014"]["hint"] == "请这些单位核对计量单位后重报：丙校"
    assert told["DST-017"]["message"] == "指标“公用经费”折算成万元的有：丙校（元）"


@pytest.mark.parametrize(
    ("words", "id"),
    [
        (["-o", "汇总.xlsx"], "CLI-006"),
        (["--due", "年底"], "CLI-001"),
        (["--weight", "没有的指标"], "DST-010"),
    ],
)
def test_a_wrong_call_is_told(
    hand_in: Hand,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    id: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["district", str(hand_in("甲校")), "--json", *words]) == 2

    assert [one["id"] for one in json.loads(capsys.readouterr().out)["problems"]] == [id]
