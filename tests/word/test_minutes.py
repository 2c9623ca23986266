from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.document import MINUTES, Letterhead, Paper, Person, Role
from docgen.formats import load
from docgen.word.measure import advance
from docgen.word.minutes import attendance, entries, listed
from docgen.word.opening import opening
from docgen.word.runs import BLANK, Pen

FORMAT = load()
ROOM = FORMAT.text_width - round(FORMAT.minutes.indent * FORMAT.char) - advance("出席：", FORMAT)


def named(*names):
    return tuple(Person(name) for name in names)


def lines(people):
    [_blank, xml] = attendance(Paper(("纪要",), attendance=(Role("出席", people),)), FORMAT, Pen())
    text = re.sub(r".*?<w:pPr>.*?</w:pPr>|<w:rPr>.*?</w:rPr>", "", xml).replace("<w:br/>", "\n")
    return re.sub(r"<[^>]+>", "", text).split("\n")


@pytest.mark.clause("MN-01")
@pytest.mark.parametrize(
    "organ, suffix, mark",
    [
        ("某某市教育局党组会议", "纪要", "某某市教育局党组会议纪要"),
        ("某某市教育局党组会议纪要", "纪要", "某某市教育局党组会议纪要"),
        ("某某市教育局党组会议", "", "某某市教育局党组会议纪要"),
        ("某某市教育局党组会议", "文件", "某某市教育局党组会议纪要"),
    ],
)
def test_the_mark_says_once_that_it_is_minutes(organ, suffix, mark):
    paper = Paper(("纪要",), form=MINUTES, letterhead=Letterhead((organ,), suffix, "〔2026〕12号"))

    found = [xml for xml in opening(paper, FORMAT, Pen()) if "OrganMark" in xml]
    assert ["".join(re.findall(r">([^<]+)</w:t>", xml)) for xml in found] == [mark]


@pytest.mark.parametrize(
    "people, line",
    [
        ((), ""),
        (named("张某某"), "张某某"),
        (named("张某某", "李某某", "各科室负责人"), "张某某、李某某、各科室负责人"),
        ((Person("张某某", "局长"), Person("李某某", "副局长")), "局长张某某、副局长李某某"),
        (
            (Person("张某某", "局长"), Person("李某某", "副局长"), Person("王某某", "副局长")),
            "局长张某某，副局长李某某、王某某",
        ),
        ((Person("李某某", "副局长"), Person("王某某", "副局长")), "副局长李某某、王某某"),
        ((Person("李某某", "教务处"), *named("王某某", "赵某")), "教务处李某某，王某某、赵某"),
        (named("张某某、李某某"), "张某某、李某某"),
    ],
)
def test_people_stand_on_one_line_and_a_post_they_share_is_said_once(people, line):
    assert listed(Role("出席", people)) == line


def test_a_blank_line_parts_the_text_from_the_lists_and_nothing_parts_these():
    roles = (Role("出席", named("张某某")), Role("请假", named("李某某")), Role("列席", ()))

    blank, *found = attendance(Paper(("纪要",), attendance=roles), FORMAT, Pen())

    assert blank == BLANK
    assert ["".join(re.findall(r">([^<]+)</w:t>", xml)) for xml in found] == [
        "出席：张某某",
        "请假：李某某",
        "列席：",
    ]


@pytest.mark.clause("FT-14")
def test_a_label_has_its_own_face_and_names_that_of_the_text():
    [_blank, xml] = attendance(Paper(("纪要",), attendance=(Role("出席", named("张某某")),)), FORMAT, Pen())

    label, names = re.findall(r"<w:r>.*?</w:r>", xml)
    assert "出席：" in label
    assert FORMAT.minutes.label_face in label
    assert "w:rFonts" not in names


def test_lines_begin_under_the_first_name():
    [_blank, xml] = attendance(Paper(("纪要",), attendance=(Role("出席", named("张某某")),)), FORMAT, Pen())

    left, hanging = (int(re.search(rf'w:{side}="(\d+)"', xml).group(1)) for side in ("left", "hanging"))
    assert left - hanging == FORMAT.minutes.indent * FORMAT.char
    assert hanging == advance("出席：", FORMAT)


def test_a_paper_without_attendance_prints_none():
    assert list(attendance(Paper(("通知",)), FORMAT, Pen())) == []


@given(st.lists(st.text("张王李赵某", min_size=2, max_size=4), min_size=1, max_size=45))
def test_no_name_is_broken_however_many_there_are(names):
    people = named(*names)
    first, *others = lines(people)
    found = [first.removeprefix("出席："), *others]

    assert "".join(found) == "".join(entries(people))
    assert all(line.endswith("、") for line in found[:-1])
    assert all(advance(line, FORMAT) <= ROOM for line in found)


def test_a_name_longer_than_a_line_runs_on():
    long = "某某市机关事务管理局公共机构节能监督管理办公室各处室负责人"

    assert lines(named("张某某", long, "李某某")) == ["出席：张某某、", f"{long}、李某某"]
