"""Versions: how they are named, which is newer."""

from __future__ import annotations

import pytest

from docgen.template.versions import order, same, wanted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("工作计划", ("工作计划", "")),
        ("工作计划@1.2", ("工作计划", "1.2")),
        ("work-plan @ 2", ("work-plan", "2")),
    ],
)
def test_a_version_stands_behind_the_name(text: str, expected: tuple[str, str]) -> None:
    assert wanted(text) == expected


def test_newer_versions_sort_behind_older_ones() -> None:
    assert sorted(["1.10", "2", "1.9", "", "1.9.1", "2026版"], key=order) == [
        "",
        "1.9",
        "1.9.1",
        "1.10",
        "2",
        "2026版",
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("1.0", "1", True), ("1.0", "1.1", False), ("a", "b", False)]
)
def test_versions_are_the_same_by_their_numbers(one: str, other: str, expected: bool) -> None:
    assert same(one, other) is expected
