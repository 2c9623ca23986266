"""Where a page format departs from the standard."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.departures import compare, departures
from docgen.formats import load
from docgen.problems import Severity

EXAMPLES = Path(__file__).parent.parent / "examples" / "formats"


def test_the_standard_departs_from_itself_nowhere():
    assert departures(load()) == []


@pytest.mark.clause("PG-09")
def test_a_departure_names_key_values_and_clause():
    [note] = departures(load({"页码": {"位置": "居中"}}))

    assert note.severity is Severity.INFO
    assert (note.id, note.clause, note.required, note.measured) == ("PGF-010", "7.5", "外侧", "居中")
    assert note.message == "格式的“页码.位置”是“居中”，GB/T 9704-2012第7.5条是“外侧”"


def test_what_the_standard_leaves_open_is_told_as_such():
    [note] = departures(load({"西文字体": "Times New Roman"}))

    assert note.clause == ""
    assert note.message == "格式的“西文字体”是“Times New Roman”，GB/T 9704-2012没有规定，通常是“同中文”"


def test_another_name_of_the_same_face_is_no_departure():
    assert departures(load({"正文": {"字体": "仿宋"}})) == []


def test_switches_and_figures_are_told_as_they_are_written():
    found = compare(load({"层次": {"第二层": {"加粗": "是"}}, "版心": {"天头": "36.5"}}), load())

    assert [tuple(one) for one in found] == [
        ("版心.天头", "37", "36.5", "5.2.1"),
        ("层次.第二层.加粗", "否", "是", "7.3.3"),
    ]


@pytest.mark.parametrize(
    "name, keys",
    [
        ("single-sided", {"西文字体", "层次.第二层.加粗", "页码.位置"}),
        (
            "wider-lines",
            {
                *("版心.每面行数", "版心.每行字数", "标题.字体", "标题.行距", "层次.第三层.加粗"),
                *("版头.标志字体", "落款.不盖章右空", "表格.字号", "表格.行距"),
            },
        ),
    ],
)
def test_an_example_departs_where_it_says_so(name, keys):
    format = load(f"{name}.yaml", EXAMPLES)

    assert keys <= {one.key for one in compare(format, load())}
    assert len(departures(format)) - len(keys) <= 1


def test_every_clause_names_a_key_of_the_format():
    from docgen.departures import _clauses, _values

    assert set(_clauses()) <= {key for key, _value in _values(load())}
