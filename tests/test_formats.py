from __future__ import annotations

import pytest

from docgen import formats
from docgen.problems import CannotRead, DocgenError
from docgen.source.values import Record

WINDOWS_FACES = {"仿宋", "楷体", "黑体", "宋体"}


def problems_of(choice, base=None):
    with pytest.raises(DocgenError) as caught:
        formats.load(choice, base)
    return caught.value.problems


@pytest.mark.parametrize("name", formats.built_in())
def test_every_built_in_format_loads(name):
    assert formats.load(name).core.lines == 22


def test_a_built_in_format_is_read_once():
    assert formats.load() is formats.load("gbt9704")


@pytest.mark.parametrize(
    "derived, twips",
    [
        ("text_width", 8848),
        ("text_height", 12756),
        ("pitch", 579),
        ("cell", 316),
        ("char", 320),
        ("condensing", -5),
        ("char_space", -820),
    ],
)
def test_the_standard_gives_the_grid_that_was_measured(derived, twips):
    assert getattr(formats.load(), derived) == twips


def test_the_windows_format_names_only_faces_that_windows_has():
    assert set(formats.load("gbt9704-windows").used_faces()) == WINDOWS_FACES


def test_a_house_format_changes_what_it_names_and_nothing_else(tmp_path):
    (tmp_path / "本局.yaml").write_text(
        "名称: 某某市教育局\n西文字体: Times New Roman\n页码: {位置: 居中}\n层次:\n  第二层: {加粗: 是}\n",
        encoding="utf-8",
    )

    house, standard = formats.load("本局.yaml", tmp_path), formats.load()

    assert (house.name, house.latin) == ("某某市教育局", "Times New Roman")
    assert (house.page_number.position, house.page_number.gap) == ("居中", 7.0)
    assert (house.layers.second.face, house.layers.second.bold) == ("楷体_GB2312", True)
    assert (house.core, house.title, house.layers.first) == (
        standard.core,
        standard.title,
        standard.layers.first,
    )


def test_a_mapping_inherits_the_format_it_names():
    house = formats.load({"继承": "gbt9704-windows", "正文": {"字号": "4号"}})

    assert (house.body.face, house.body.size) == ("仿宋", 14.0)


def test_a_house_format_inherits_another_beside_it(tmp_path):
    (tmp_path / "市.yaml").write_text("标题: {字号: 小二}\n", encoding="utf-8")
    (tmp_path / "县.yaml").write_text("继承: 市.yaml\n正文: {字号: 小三}\n", encoding="utf-8")

    house = formats.load("县.yaml", tmp_path)

    assert (house.title.size, house.body.size) == (18.0, 15.0)


@pytest.mark.parametrize(
    "key, value, expected",
    [
        ("正文", {"字号": "3好"}, "这里要写字号，如 3号、小四，或磅数，如 16、10.5"),
        ("正文", {"字号": "0"}, "这里要写字号，如 3号、小四，或磅数，如 16、10.5"),
        ("正文", {"字体": "仿宋; 宋体"}, "这里要写字体的名称，如 仿宋_GB2312"),
        ("版心", {"天头": "37mm"}, "这里要写不小于0的数，不写单位，如 28 或 28.5"),
        ("版心", {"天头": "nan"}, "这里要写不小于0的数，不写单位，如 28 或 28.5"),
        ("版心", {"每面行数": "22.5"}, "这里要写不小于1的整数，如 22"),
        ("版心", {"每行字数": "0"}, "这里要写不小于1的整数，如 22"),
        ("标题", {"前空行": "-1"}, "这里要写不小于0的整数，如 22"),
        ("标题", {"加粗": "不"}, "这里要写是 或者 否"),
        ("页码", {"位置": "右下"}, "这里要写外侧 或者 居中 或者 右侧"),
        ("页码", {"样式": "第页"}, "这里要写带一个 {} 的文字，如 — {} —"),
        ("替代字体", {"仿宋": "宋体"}, "这里要写每个字体一行，如 仿宋_GB2312: [仿宋, 华文仿宋]"),
        ("纸张", "A4", "这里要写若干项，如 {宽: …}"),
        ("正文", {"字号": None}, "这里要写一个值，不能空着"),
    ],
)
def test_a_wrong_value_says_what_is_expected(key, value, expected):
    [problem] = problems_of({key: value})

    assert problem.id == "PGF-002"
    assert problem.hint == expected


@pytest.mark.parametrize(
    "choice, message",
    [
        ({"版心": {"宽": "190"}}, "订口加版心的宽是218毫米，超过了纸的宽210毫米"),
        ({"纸张": {"高": "210"}}, "天头加版心的高是262毫米，超过了纸的高210毫米"),
        ({"版心": {"每行字数": "40"}}, "正文字号的九成是14.4磅，超过了每行字数分到的字宽11.1磅"),
        ({"版心": {"每面行数": "50"}}, "正文字号是16磅，超过了每面行数分到的行距12.75磅"),
    ],
)
def test_a_grid_that_does_not_fit_is_told(choice, message):
    [problem] = problems_of(choice)

    assert (problem.id, problem.message) == ("PGF-005", message)


def test_an_unknown_key_names_the_near_one():
    [problem] = problems_of({"页马": {}})

    assert (problem.id, problem.message) == ("PGF-001", "格式里没有“页马”这一项")
    assert problem.hint == "是不是“页码”？"


def test_an_unknown_key_names_all_that_are_as_near():
    [problem] = problems_of({"版芯": {}})

    assert problem.message == "格式里没有“版芯”这一项"
    assert problem.hint == "是不是“版心”或者“版头”或者“版记”？"


def test_an_unknown_key_like_no_other_lists_all():
    [problem] = problems_of({"纸张": {"abc": "1"}})

    assert problem.message == "格式的“纸张”里没有“abc”这一项"
    assert problem.hint == "可以写的有：宽、高"


def test_all_problems_come_together_with_their_places(tmp_path):
    (tmp_path / "家.yaml").write_text("正文:\n  字号: 大\n页码:\n  位子: 居中\n", encoding="utf-8")

    found = problems_of("家.yaml", tmp_path)

    assert {(problem.id, problem.place.line) for problem in found} == {("PGF-002", 2), ("PGF-001", 4)}


def test_a_format_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CannotRead) as caught:
        formats.load("没有.yaml", tmp_path)

    [problem] = caught.value.problems
    assert (problem.id, problem.message) == ("PGF-003", "找不到格式“没有.yaml”")
    assert problem.hint == "写内置格式的名称（gbt9704、gbt9704-windows），或者旁边的格式文件"


def test_a_circle_of_inheritance_is_told(tmp_path):
    (tmp_path / "甲.yaml").write_text("继承: 乙.yaml\n", encoding="utf-8")
    (tmp_path / "乙.yaml").write_text("继承: 甲.yaml\n", encoding="utf-8")

    [problem] = problems_of("甲.yaml", tmp_path)

    assert (problem.id, problem.message) == ("PGF-004", "格式“甲.yaml”绕一圈继承了它自己")


def test_python_values_are_taken_as_they_are():
    house = formats.load({"标题": {"加粗": True, "字号": 18}, "版心": {"每面行数": 20}})

    assert (house.title.bold, house.title.size, house.core.lines) == (True, 18.0, 20)


def test_the_mapping_given_is_left_as_it_was():
    choice = Record()
    choice["继承"] = "gbt9704"

    formats.load(choice)

    assert choice == {"继承": "gbt9704"}
