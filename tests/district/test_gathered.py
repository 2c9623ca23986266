from __future__ import annotations

from pathlib import Path

import pytest

from docgen.district.gathered import gather
from docgen.problems import CannotRead
from docgen.template import shelf
from tests.district.conftest import Hand, gathered


def ids(found: object) -> list[str]:
    return [problem.id for problem in found.problems]  # type: ignore[attr-defined]


def test_a_plan_a_school(hand_in: Hand) -> None:
    hand_in("云溪县青禾小学")
    found = gathered(hand_in("云溪县东岭小学"))

    assert {school.name for school in found.schools} == {"云溪县青禾小学", "云溪县东岭小学"}
    assert (found.period, found.left_out) == ("2027年", ())


def test_a_bad_file_stops_nobody_and_is_named_with_the_reason(hand_in: Hand) -> None:
    folder = hand_in("云溪县青禾小学")
    (folder / "坏.yaml").write_text("模板: 没有这个模板\n单位: 甲\n", encoding="utf-8")
    (folder / "坏.docx").write_bytes(b"no document")
    found = gathered(folder)

    assert [school.name for school in found.schools] == ["云溪县青禾小学"]
    assert [one.file for one in found.left_out] == ["坏.docx", "坏.yaml"]
    assert ids(found) == ["RDR-002", "TPL-001"]


def test_a_plan_without_its_organ_is_nobodys(hand_in: Hand) -> None:
    found = gathered(hand_in("待填", file="甲.yaml"))

    assert (found.schools, ids(found)) == ((), ["DST-003"])


def test_two_different_plans_of_a_school_do_not_count(hand_in: Hand) -> None:
    hand_in("云溪县青禾小学", "名称: 在校生数, 计量单位: 人, 目标: 100", file="一.yaml")
    folder = hand_in("云溪县青禾小学", "名称: 在校生数, 计量单位: 人, 目标: 101", file="二.yaml")
    found = gathered(folder)

    assert (found.schools, ids(found)) == ((), ["DST-005"])
    assert [one.file for one in found.left_out] == ["一.yaml", "二.yaml"]


def test_the_same_plan_twice_counts_once(hand_in: Hand) -> None:
    hand_in("云溪县青禾小学", file="一.yaml")
    found = gathered(hand_in("云溪县青禾小学", file="二.yaml"))

    assert [school.file for school in found.schools] == ["一.yaml"]
    assert [one.reason for one in found.left_out] == ["与“一.yaml”相同"]


def test_a_plan_of_another_year_is_left_out_and_told(hand_in: Hand) -> None:
    hand_in("甲校")
    hand_in("乙校")
    found = gathered(hand_in("丙校", year=2026))

    assert {school.name for school in found.schools} == {"甲校", "乙校"}
    assert [(one.name, one.reason) for one in found.left_out] == [("丙校", "计划是2026年的，多数是2027年的")]


def test_a_plan_of_another_template_than_asked_for_is_left_out(hand_in: Hand) -> None:
    folder = hand_in("甲校")
    found = gather(folder, shelf.find("实施方案"), folder, lambda _done, _of: None)

    assert ids(found) == ["DST-004"]


def test_a_folder_without_plans_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotRead) as stopped:
        gathered(tmp_path)

    assert [problem.id for problem in stopped.value.problems] == ["DST-001"]
