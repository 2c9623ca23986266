"""The examples and the templates' samples: every one is right, complete, valid, and measures."""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import docgen
from docgen import api
from docgen.kinds import check as kinds
from docgen.source.load import load
from docgen.source.values import Record
from docgen.template import shelf

ROOT = Path(__file__).parent.parent
PLANS = sorted((ROOT / "examples" / "plans").glob("*.yaml"))
SAMPLES = sorted((ROOT / "templates").glob("*/example.yaml"))
ALL = [*PLANS, *SAMPLES]
OFFICIAL = {package.folder.name for package in shelf.catalogue() if package.kind in kinds.KINDS}
PLAIN = [path for path in ALL if path.parent.name not in OFFICIAL]
"""Papers without a letterhead; the others are measured with the gallery."""

MEASURED = (
    "paper.short",
    "area.left",
    "type.body",
    "title.face",
    "title.size",
    "title.centre",
    "heading.1",
    "heading.2",
    "heading.3",
    "indent.first",
    "number.present",
    "number.size",
    "number.face",
    "number.odd",
    "number.below",
)
OF_UPRIGHT_PAGES = {"title.face", "title.size", "title.centre", "number.face", "number.odd", "number.below"}
FULL_LINES = ("area.top", "area.width", "grid.characters")
FULL_PAGES = ("area.bottom", "grid.lines", "number.even")

SHOWN_ELSEWHERE = {
    "模板", "代号", "层次", "编号", "格式", "日期", "印发日期", "至", "起", "止", "开学", "结束", "周起",
    "学年", "学期", "取自", "列", "合计", "完成", "月份", "对齐", "宽", "补",
}  # fmt: skip
"""Keys whose values steer or are printed in another form."""

OF_OFFICIAL_PAPERS = {"版头", "版记", "版式", "事由", "印发", "出席", "请假", "列席"}
"""Keys that the samples of the kinds of 公文 explain."""


def name_of(path: Path) -> str:
    return path.stem if path.parent.name == "plans" else path.parent.name


each_plan = pytest.mark.parametrize("path", PLANS, ids=name_of)
each = pytest.mark.parametrize("path", ALL, ids=name_of)
each_plain = pytest.mark.parametrize("path", PLAIN, ids=name_of)

LAYERS = {
    "order": set(),
    "work-ideas": {2, 3},
    "key-points": {1, 3},
    "school-scheme": {1, 3, 4},
    "teaching-plan": {1, 3, 4, 5},
}
"""The layers that samples show which do not show the first three: so their kind has it."""


LISTS = {package.folder.name for package in shelf.catalogue() if package.takes}
"""Papers that are one list, made of the data of any plan."""


def layers_of(path: Path) -> set[int]:
    return set() if path.parent.name in LISTS else LAYERS.get(path.parent.name, {1, 2, 3})


@cache
def rendered(path: Path) -> api.Document:
    return docgen.render(path)


@each
def test_a_sample_has_no_problem_not_even_a_warning(path: Path) -> None:
    assert docgen.check(path) == []


@each
def test_a_sample_shows_the_layers_of_its_kind(path: Path) -> None:
    layers = {label.layer for label in rendered(path).numbered.labels if label}
    assert layers >= layers_of(path)


@each
def test_nothing_that_a_sample_says_is_lost(path: Path) -> None:
    plan, _problems = load(path)
    printed = rendered(path).to_bytes("txt").decode("utf-8").replace("\n", "").replace("\u3000", "")
    assert [text for text in said(plan) if text not in printed] == []


@each
def test_a_sample_gives_the_same_bytes_twice(path: Path) -> None:
    assert docgen.render(path).to_bytes() == rendered(path).to_bytes()


@each
def test_the_mark_of_a_number_is_never_typed(path: Path) -> None:
    typed = re.compile(
        r"[一二三四五六七八九十]+、(?!.年级)|（[一二三四五六七八九十]+）|\d+(?:、|\.(?!\d))|[①-⑳]"
    )
    plan, _problems = load(path)
    assert [text for text in said(plan) if typed.match(text)] == []


@each
def test_chinese_text_has_no_half_width_mark_and_no_blank(path: Path) -> None:
    plan, _problems = load(path)
    wrong = re.compile(r"[一-鿿][ ,;:!?()]|[,;:!?()] ?[一-鿿]|[》”]、[《“]")
    texts = (re.sub(r"《[见注]:[^《》]*》", "", text) for text in texts_of(plan, ""))
    assert [text for text in texts if wrong.search(text)] == []


def test_the_year_plan_composes_its_title_and_refers_to_a_section() -> None:
    document = rendered(ROOT / "examples" / "plans" / "school-year-plan.yaml")
    assert document.paper.title == ("青禾市望溪中学2026—2027学年度工作计划",)
    assert document.numbered.references["课堂"] == "三、（三）"


def test_the_bureau_plan_goes_down_to_the_fifth_layer_and_has_a_footnote() -> None:
    document = rendered(ROOT / "examples" / "plans" / "bureau-year-plan.yaml")
    assert "①" in [label.text for label in document.numbered.labels if label]
    assert "实际招生数以招生方案为准" in document.to_bytes("txt").decode("utf-8")


def test_the_notice_restarts_its_numbers_and_leaves_a_part_without() -> None:
    document = rendered(ROOT / "examples" / "plans" / "general-notice-of-exams.yaml")
    lines = document.to_bytes("txt").decode("utf-8").splitlines()
    text = [line.strip() for line in lines]
    assert "（2）主考核实后报区考务办公室，决定延时或者启用备用卷。" in text
    assert "（1）报告应写明时间、地点、经过和处置结果。" in text
    assert "几点说明" in text


def test_the_reading_plan_adds_up() -> None:
    document = rendered(ROOT / "examples" / "plans" / "reading-implementation-plan.yaml")
    text = document.to_bytes("txt").decode("utf-8")
    assert {"1788000", "55200", "147.8"} <= set(re.findall(r"\d[\d.]*", text))


def test_the_list_of_examples_names_every_plan() -> None:
    listed = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"`plans/([\w-]+\.yaml)`", listed)) == [path.name for path in PLANS]


def test_the_sample_of_a_work_plan_explains_every_key_of_a_plan() -> None:
    from docgen.template.shelf import find

    text = (ROOT / "templates" / "work-plan" / "example.yaml").read_text(encoding="utf-8")
    keys = set(find("工作计划", Path()).schema.mapping["properties"]) - OF_OFFICIAL_PAPERS
    assert sorted(key for key in keys if f"{key}:" not in text) == []


def test_plans_built_in_python_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = runpy.run_path(str(ROOT / "examples" / "build_in_python.py"))
    assert script["main"]([str(tmp_path)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names[0] == "三年级（1）班2026—2027学年度第一学期工作计划.docx"
    assert "合计" in (tmp_path / names[1]).read_text(encoding="utf-8")


@pytest.mark.rendered
@each
def test_a_sample_is_valid(path: Path, validate: Any) -> None:
    validate(rendered(path).to_bytes())


@pytest.mark.rendered
@each_plain
def test_a_sample_measures_right(path: Path, render: Any) -> None:
    page = render(rendered(path).to_bytes())
    turned = OF_UPRIGHT_PAGES if page.pages[0].landscape else set()
    wanted = [check for check in MEASURED if check not in without(path) | turned]
    assert page.failed(*wanted) == set()


@pytest.mark.rendered
@each_plan
def test_an_example_has_full_lines_and_full_pages(path: Path, render: Any) -> None:
    page = render(rendered(path).to_bytes())
    wanted = FULL_LINES + (FULL_PAGES if len(page.pages) >= 4 else ())
    assert page.failed(*wanted) == set()


def without(path: Path) -> set[str]:
    """The checks that have no subject in a sample; a list has no lines of text."""
    text = {"area.left", "type.body", "indent.first"} if path.parent.name in LISTS else set()
    return {f"heading.{layer}" for layer in {1, 2, 3} - layers_of(path)} | text


def said(plan: Record) -> Iterator[str]:
    """What the plan says and the paper must print, piece by piece, without references and blanks."""
    for text in texts_of(plan, ""):
        for piece in re.split(r"《[见注]:[^《》]*》|\s", text):
            if len(piece) > 3:
                yield piece


def texts_of(value: Any, key: str) -> Iterator[str]:
    """All texts of a plan but those of the keys that steer."""
    if key in SHOWN_ELSEWHERE:
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from texts_of(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner, "")
    else:
        yield str(value)
