"""What people write for 份号, 密级 and 发文字号, and what they meant."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.problems import Problem
from docgen.schema import mend
from docgen.schema.schema import Schema

NUMBER_RULE = (
    "“版头”的“发文字号”写得不对：发文字号由机关代字、六角括号里的四位年份和序号组成，"
    "序号前不加“第”和0，末尾是“号”"
)


@pytest.mark.parametrize(
    "typed",
    [
        "某教发[2026]3号",
        "某教发(2026)3号",
        "某教发（2026）3号",
        "某教发【2026】3号",
        "某教发［2026］3号",
        "某教发〔26〕3号",
        "某教发〔２０２６〕３号",
        "某教发〔2026〕03号",
        "某教发〔2026〕第3号",
        "某教发〔2026〕第03号",
        "某教发〔2026〕3",
        "某教发〔2026年〕3号",
        "某教发〔二〇二六〕三号",
        "某教发 〔2026〕 3 号",
        "某教发2026第3号",
        "某教发2026-3",
    ],
)
def test_a_document_number_is_mended_to_its_one_form(typed: str) -> None:
    assert mend.document_number(typed) == "某教发〔2026〕3号"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("第03号", "第3号"),
        ("（第03期）", "第3期"),
        ("八一中学[2026]12号", "八一中学〔2026〕12号"),
        ("某教办函（2026）115号", "某教办函〔2026〕115号"),
        ("某教发", ""),
        ("〔2026〕某教发3号", ""),
        ("某教发〔2026〕0号", ""),
    ],
)
def test_other_numbers_are_mended_or_left_alone(typed: str, meant: str) -> None:
    assert mend.document_number(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("秘密1年", "秘密★1年"),
        ("秘密*1年", "秘密★1年"),
        ("秘密☆1年", "秘密★1年"),
        ("秘密 1年", "秘密★1年"),
        ("秘密★一年", "秘密★1年"),
        ("秘密★１年", "秘密★1年"),
        ("秘密★6月", "秘密★6个月"),
        ("秘密★六个月", "秘密★6个月"),
        ("机密（10年）", "机密★10年"),
        ("机密★永久", "机密★长期"),
        ("绝密级", "绝密"),
        ("秘密★", "秘密"),
        ("内部", ""),
        ("秘密★很久", ""),
    ],
)
def test_a_secrecy_is_mended_with_its_star(typed: str, meant: str) -> None:
    assert mend.secrecy(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("1", "000001"), ("0012", "000012"), ("No.7", "000007"), ("1234567", ""), ("甲", ""), ("000000", "")],
)
def test_a_copy_number_is_filled_up_to_six_digits(typed: str, meant: str) -> None:
    assert mend.copy_number(typed) == meant


@pytest.mark.parametrize(
    ("text", "place", "sentence", "hint"),
    [
        (
            "发文字号: 某教发(2026)03号",
            (2, 9),
            NUMBER_RULE,
            "写成“某教发〔2026〕3号”",
        ),
        ("发文字号: 某教发", (2, 9), NUMBER_RULE, "例如：某教发〔2026〕3号"),
        (
            "发文字号: {代字: 某教发, 年份: 26, 序号: 3}",
            (2, 23),
            "“版头”的“发文字号”的“年份”写得不对：年份要写全四位",
            "写成“2026”",
        ),
        (
            "发文字号: {代字: 某教发, 年份: 2026, 序号: 第03号}",
            (2, 33),
            "“版头”的“发文字号”的“序号”写得不对：序号只写数字，前面不加“第”和0",
            "写成“3”",
        ),
        (
            "份号: 12",
            (2, 7),
            "“版头”的“份号”写得不对：份号是六位数字，不够六位的前面补0",
            "写成“000012”",
        ),
        (
            "密级: 秘密*一年",
            (2, 7),
            "“版头”的“密级”写得不对：密级写绝密、机密或秘密，有期限的后面加“★”和期限，期限用阿拉伯数字",
            "写成“秘密★1年”",
        ),
        ("密级: 内部", (2, 7), "“版头”的“密级”写得不对", "例如：秘密★1年"),
    ],
)
def test_the_hint_shows_the_repair(
    text: str,
    place: tuple[int, int],
    sentence: str,
    hint: str,
    schemas: dict[str, Schema],
    checked: Any,
) -> None:
    (problem,) = _problems(f"版头:\n  {text}\n", schemas, checked)
    assert problem.id == "SCM-006"
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == place
    assert problem.message.startswith(sentence)
    assert problem.hint == hint


@pytest.mark.parametrize(
    "text",
    [
        "发文字号: 某教发〔2026〕3号",
        "发文字号: 某教办函〔2026〕115号",
        "发文字号: {代字: 某教发, 年份: 2026, 序号: 3}",
        "发文字号: 第3号",
        "发文字号: 第三号",
        "发文字号: 第12期",
        "发文字号: 2026年第3期",
        "发文字号: 〔2026〕3号",
        "发文字号: 3",
        "发文字号: 待填",
        "份号: '000001'",
        "份号: 待填",
        "密级: 秘密",
        "密级: 绝密★长期",
        "密级: 机密★10年",
        "密级: 秘密★6个月",
        "密级: 秘密★2030年6月1日",
        "密级: 秘密★考试结束前",
        "紧急程度: 特急",
    ],
)
def test_what_is_right_is_taken(text: str, schemas: dict[str, Schema], checked: Any) -> None:
    assert _problems(f"版头:\n  {text}\n", schemas, checked) == []


@pytest.mark.parametrize(
    ("text", "key", "meant"),
    [
        ("版头: {文号: 某教发〔2026〕3号}", "文号", "发文字号"),
        ("版头: {会签人: 甲}", "会签人", "签发人"),
        ("版头: {保密期限: 1年}", "保密期限", "密级"),
        ("版头: {缓急: 特急}", "缓急", "紧急程度"),
        ("版记: {抄报: 甲}", "抄报", "抄送"),
        ("版记: {印发时间: 甲}", "印发时间", "印发日期"),
        ("落款: {印章图: 甲.png}", "印章图", "印章"),
        ("落款: {签字章: [{职务: 甲, 姓名: 乙}]}", "签字章", "签名章"),
        ("出席人员: [甲]", "出席人员", "出席"),
        ("转发: 甲.yaml", "转发", "印发"),
        ("红头: {}", "红头", "版头"),
    ],
)
def test_another_name_of_a_key_is_known(
    text: str, key: str, meant: str, schemas: dict[str, Schema], checked: Any
) -> None:
    (problem,) = _problems(f"{text}\n", schemas, checked)
    assert (problem.id, problem.hint) == ("SCM-001", f"您是不是要写“{meant}”？")
    assert f"“{key}”" in problem.message


def test_seals_and_stamps_exclude_each_other(schemas: dict[str, Schema], checked: Any) -> None:
    text = "落款: {印章: 甲.png, 签名章: {职务: 县长, 姓名: 乙}}\n"
    (problem,) = _problems(text, schemas, checked)
    assert (problem.id, problem.message) == ("SCM-006", "“落款”写得不对：印章和签名章只能用一样")


def _problems(text: str, schemas: dict[str, Schema], checked: Any) -> list[Problem]:
    problems: list[Problem] = checked(text, schemas["base"])[1]
    return problems
