from __future__ import annotations

import re

import pytest

from docgen.document import People, Person, Role
from docgen.formats import load
from docgen.word.people import people, spread
from docgen.word.runs import Pen


def written(*roles, name="", notes=()):
    xml = people(People(name, roles, notes), load(), Pen())
    return [
        (
            "".join(re.findall(r">([^<]+)</w:t>", one)),
            dict(re.findall(r'w:(left|hanging|firstLine)="(\d+)"', one)),
        )
        for one in re.findall(r"<w:p>.*?</w:p>", xml)
    ]


def test_people_with_posts_stand_under_each_other():
    role = Role("组长", (Person("张三", "校长"), Person("欧阳正", "书记")))

    (first, at_first), (second, at_second) = written(role)

    assert (first, second) == ("组长：张　三　校长", "欧阳正　书记")
    assert int(at_first["left"]) - int(at_first["hanging"]) == 640
    assert at_first["left"] == at_second["left"]


@pytest.mark.parametrize(
    "members, line",
    [
        (("张三", "李四四"), "成员：张　三　李四四"),
        (("各年级组组长", "教研组长"), "成员：各年级组组长、教研组长"),
        ((), "成员："),
    ],
)
def test_people_without_posts_share_a_line(members, line):
    assert written(Role("成员", tuple(map(Person, members))))[0][0] == line


def test_the_group_has_its_name_above_and_its_notes_below():
    found = [
        text
        for text, _at in written(
            Role("组长", (Person("张三", "校长"),)), name="领导小组", notes=("办公室设在教务处。",)
        )
    ]

    assert found == ["领导小组", "组长：张　三　校长", "办公室设在教务处。"]


@pytest.mark.parametrize("name, wide", [("张三", "张　三"), ("张三丰", "张三丰"), ("AB", "AB"), ("张", "张")])
def test_a_name_of_two_characters_is_as_wide_as_one_of_three(name, wide):
    assert spread(name) == wide
