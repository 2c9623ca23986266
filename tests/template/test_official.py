"""The templates of the fifteen kinds: the titles they compose, how their papers open and end."""

from __future__ import annotations

from typing import Any

import pytest

import docgen

ORGAN = "某县教育局"


def lines(kind: str, **plan: Any) -> list[str]:
    """The title, then the text of a paper of `kind`, line by line; findings about the kind left aside."""
    data = {"模板": kind, "单位": ORGAN, **plan}
    document = docgen.render({key: value for key, value in data.items() if value is not None})
    text = document.to_bytes("txt").decode("utf-8")
    return [line.strip("\u3000 ") for line in text.splitlines() if line.strip("\u3000 ")]


@pytest.mark.clause("BD-06")
@pytest.mark.parametrize(
    ("signed", "title"),
    [
        (ORGAN, "某县教育局关于开展检查的通知"),
        ([ORGAN, "某县财政局"], "某县教育局 某县财政局关于开展检查的通知"),
        ([ORGAN, "甲局", "乙局", "丙局"], "某县教育局等四部门关于开展检查的通知"),
        (None, "某县教育局关于开展检查的通知"),
    ],
)
def test_a_title_names_who_issues_the_paper_and_what_it_is_about(signed: Any, title: str) -> None:
    plan = {"署名": signed} if signed else {}
    assert lines("通知", 事由="开展检查", 引言="好。", 落款=plan)[0] == title


@pytest.mark.parametrize(
    ("kind", "plan", "title"),
    [
        ("函", {"主送": "甲局", "来文": "关于甲的函"}, "某县教育局关于开展检查的复函"),
        ("函", {"主送": "甲局"}, "某县教育局关于开展检查的函"),
        ("决议", {"会议": "教代会", "题注": "（2026年9月1日会议通过）"}, "教代会关于开展检查的决议"),
        ("纪要", {"会议": "校务会议", "出席": "甲"}, "关于开展检查的会议纪要"),
        ("纪要", {"会议": "校务会议", "出席": "甲", "事由": None}, "校务会议纪要"),
    ],
)  # fmt: skip
def test_some_kinds_compose_their_titles_in_a_way_of_their_own(
    kind: str, plan: dict[str, Any], title: str
) -> None:
    assert lines(kind, **{"事由": "开展检查", "引言": "好。", **plan})[0] == title


@pytest.mark.parametrize(
    ("kind", "plan", "closing"),
    [
        ("通知", {}, "特此通知。"),
        ("通报", {}, "特此通报。"),
        ("报告", {}, "特此报告。"),
        ("请示", {"附注": "联系人：甲，电话：5550100"}, "妥否，请批示。"),
        ("批复", {"来文": "关于甲的请示"}, "此复。"),
        ("函", {}, "专此函达。"),
        ("函", {"请复": True}, "请予函复。"),
        ("函", {"来文": "关于甲的函"}, "特此函复。"),
        ("公告", {"主送": None}, "特此公告。"),
        ("通告", {"主送": None}, "特此通告。"),
        ("议案", {"主送": "某县人大常委会"}, "现提请审议。"),
        ("意见", {}, "好。"),
        ("决定", {}, "好。"),
    ],
)
def test_a_paper_ends_as_its_kind_does(kind: str, plan: dict[str, Any], closing: str) -> None:
    data = {"主送": "甲局", "事由": "开展检查", "引言": "好。", **plan}
    assert lines(kind, **data)[-1 - ("附注" in data)].endswith(closing)


@pytest.mark.parametrize("kind", ["通知", "通报", "公告", "通告"])
def test_what_the_opening_announced_is_not_announced_again(kind: str) -> None:
    to = {} if kind in ("公告", "通告") else {"主送": "甲局"}
    opening = f"现将有关事项{kind}如下："
    assert (
        lines(kind, 事由="开展检查", 引言=opening, 章节=[{"标题": "时间", "正文": "明天。"}], **to)[-1]
        == "明天。"
    )


def test_a_title_does_without_an_organ_that_is_not_named() -> None:
    assert lines("通知", 单位=None, 事由="甲", 引言="好。")[0] == "关于甲的通知"


def test_a_closing_of_the_plans_own_takes_the_place_of_the_customary_one() -> None:
    assert lines("通知", 事由="甲", 引言="好。", 结语="望遵照执行。")[1:] == ["好。", "望遵照执行。"]


def test_a_paper_may_go_without_a_closing() -> None:
    assert lines("通知", 事由="甲", 引言="好。", 结语="无")[1:] == ["好。"]


@pytest.mark.parametrize(
    ("plan", "opening"),
    [
        ({"来文": "关于甲的请示"}, "你单位《关于甲的请示》收悉。经研究，现批复如下："),
        (
            {"来文": {"标题": "关于甲的请示", "字号": "某校〔2026〕3号", "称呼": "你校"}},
            "你校《关于甲的请示》（某校〔2026〕3号）收悉。经研究，现批复如下：",
        ),
        ({"来文": "关于甲的请示", "引言": "同意。"}, "你单位《关于甲的请示》收悉。同意。"),
    ],
)
def test_a_reply_quotes_what_it_answers_before_all_else(plan: dict[str, Any], opening: str) -> None:
    assert lines("批复", 事由="甲", 主送="某校", **plan)[2] == opening


def test_an_opening_of_several_paragraphs_follows_the_quotation() -> None:
    found = lines("批复", 事由="甲", 主送="某校", 来文="关于甲的请示", 引言="一段。\n二段。")
    assert found[2:5] == ["你单位《关于甲的请示》收悉。", "一段。", "二段。"]


def test_minutes_open_with_the_meeting() -> None:
    meeting = {
        "名称": "校务会议",
        "时间": "2026-09-03",
        "地点": "会议室",
        "主持": "校长甲",
        "议题": "招生工作",
    }
    found = lines("纪要", 会议=meeting, 出席="甲")
    assert found[1] == "2026年9月3日，校长甲在会议室主持召开校务会议，研究招生工作。现纪要如下："
