"""What the tests of the calendar share: a plan typed by its schema, and its calendar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.calendar.checks import check
from docgen.calendar.read import Calendar, read
from docgen.problems import Problem
from docgen.schema.check import check as check_schema
from docgen.source.load import loads
from docgen.source.values import Record
from docgen.template import shelf

TERM = "学年: 2026—2027\n学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}\n"

Typed = Callable[[str], Record]
CalendarOf = Callable[[str], Calendar]
Told = Callable[[str], "list[Problem]"]


@pytest.fixture
def typed() -> Typed:
    """A plan of the given lines, as its schema types it; what the schema finds missing is no matter."""

    def typed(lines: str) -> Record:
        data, problems = loads(lines, "计划.yaml")
        assert problems == []
        plan, found = check_schema(data, shelf.find("工作计划", Path(), None).schema)
        assert [problem for problem in found if problem.id != "SCM-002"] == []
        return plan

    return typed


@pytest.fixture
def calendar_of(typed: Typed, tmp_path: Path) -> CalendarOf:
    """The calendar of a plan of the given lines in which nothing is wrong."""

    def calendar_of(lines: str) -> Calendar:
        calendar, problems = read(typed(lines), tmp_path)
        assert problems == []
        return calendar

    return calendar_of


@pytest.fixture
def told(typed: Typed, tmp_path: Path) -> Told:
    """What is told of the days of a plan of the given lines."""

    def told(lines: str) -> list[Problem]:
        return check(typed(lines), tmp_path)

    return told
