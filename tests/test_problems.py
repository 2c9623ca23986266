import pickle

import pytest

from docgen.i18n import speaking
from docgen.problems import (
    CannotRead,
    DocgenError,
    NotInstalled,
    Place,
    Problem,
    Severity,
    describe,
    error,
    has_errors,
    shorten,
    stop_on_errors,
    warning,
)

PLACE = Place("计划 表/计划.yaml", 8, 3)
FULL = error(
    "YML-003", "冒号后面少了空格", PLACE, excerpt="单位:某某市实验中学", hint="写成“单位: 某某市实验中学”"
)


@pytest.mark.parametrize(
    "place, printed",
    [
        (Place("计划.yaml", 8, 3), "计划.yaml:8:3"),
        (Place("计划.yaml", 8), "计划.yaml:8"),
        (Place("计划.yaml"), "计划.yaml"),
    ],
)
def test_a_place_prints_what_it_knows(place, printed):
    assert str(place) == printed


def test_a_problem_is_printed_with_place_excerpt_and_hint():
    assert describe(FULL).split("\n") == [
        "计划 表/计划.yaml:8:3: 错误 YML-003 冒号后面少了空格",
        "    | 单位:某某市实验中学",
        "    改法: 写成“单位: 某某市实验中学”",
    ]


@pytest.mark.parametrize(
    "problem, printed",
    [
        (warning("STR-001", "缺少“工作目标”"), "警告 STR-001 缺少“工作目标”"),
        (Problem("FNT-001", Severity.INFO, "本机没有方正小标宋"), "提示 FNT-001 本机没有方正小标宋"),
    ],
)
def test_a_problem_without_a_place_is_one_line(problem, printed):
    assert describe(problem) == printed


def test_json_has_the_fields_of_every_problem_and_the_figures_where_there_are_some():
    assert FULL.as_dict() == {
        "id": "YML-003",
        "severity": "error",
        "message": "冒号后面少了空格",
        "file": "计划 表/计划.yaml",
        "line": 8,
        "column": 3,
        "excerpt": "单位:某某市实验中学",
        "hint": "写成“单位: 某某市实验中学”",
    }
    measured = error("PAG-001", "每页行数不对", clause="5.2.2", required="22行", measured="21行").as_dict()
    assert (measured["file"], measured["line"]) == ("", 0)
    assert (measured["clause"], measured["required"], measured["measured"]) == ("5.2.2", "22行", "21行")


@pytest.mark.parametrize("kind", [DocgenError, CannotRead, NotInstalled])
def test_an_error_carries_its_problems_through_pickling(kind):
    again = pickle.loads(pickle.dumps(kind([FULL, warning("STR-001", "缺少“工作目标”")])))

    assert type(again) is kind
    assert [problem.id for problem in again.problems] == ["YML-003", "STR-001"]
    assert str(again).startswith("计划 表/计划.yaml:8:3: 错误 YML-003")
    assert str(again).endswith("警告 STR-001 缺少“工作目标”")


def test_one_problem_is_enough_for_an_error():
    assert DocgenError(FULL).problems == [FULL]


def test_only_errors_stop_and_then_with_all_problems():
    notice = warning("STR-001", "缺少“工作目标”")

    assert not has_errors([notice])
    stop_on_errors([notice])
    with pytest.raises(DocgenError) as caught:
        stop_on_errors(iter([notice, FULL]))
    assert caught.value.problems == [notice, FULL]


def test_an_excerpt_is_one_line_of_sixty_characters():
    assert shorten("一\n  二\t三") == "一 二 三"
    assert shorten("字" * 60) == "字" * 60
    assert shorten("字" * 61) == "字" * 59 + "…"


def test_the_words_of_a_severity_are_translated(monkeypatch):
    monkeypatch.setattr("docgen.i18n._catalogue", lambda: {"错误": "error", "改法: {hint}": "fix: {hint}"})

    with speaking("en"):
        printed = describe(FULL)

    assert printed.startswith("计划 表/计划.yaml:8:3: error YML-003")
    assert "    fix: " in printed
