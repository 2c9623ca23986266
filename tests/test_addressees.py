from __future__ import annotations

from docgen import addressees, pipeline
from docgen.document import LETTER, Colophon, Heading, Letterhead, Paper, Paragraph
from docgen.formats import load
from docgen.problems import Severity

FORMAT = load()
TEXT = (Paragraph(("各学校要认真做好开学前的各项准备工作。",)),)
HEAD = Letterhead(("某某县教育局",), "文件", document_number="某教发〔2026〕3号")
MANY = tuple(f"某某县{name}镇中心学校" for name in "东南西北中上下左右前后" * 5)


def paper(names, letterhead=None, **more):
    return Paper(("关于做好开学工作的通知",), TEXT, addressees=names, letterhead=letterhead, **more)


def test_a_few_stay_before_the_text():
    given = paper(("各学校", "各幼儿园"), HEAD)

    assert addressees.settle(given, FORMAT) == (given, [])


def test_too_many_go_to_the_colophon_and_it_is_told():
    settled, [told] = addressees.settle(paper(MANY), FORMAT)

    assert settled.addressees == ()
    assert settled.colophon == Colophon(addressees=MANY)
    assert told.severity is Severity.INFO
    assert told.id == "TRE-043"
    assert told.message == "主送机关有55个，首页排不下正文，已经移到版记"
    assert told.hint == "要留在正文前面，就用统称，或者缩短标题"
    assert told.clause == "7.3.2"


def test_the_rest_of_the_colophon_stays_as_it_is():
    colophon = Colophon(copies=("县委办公室",), printer="局办公室", printed="2026年9月1日", even=True)

    settled, _told = addressees.settle(paper(MANY, colophon=colophon), FORMAT)

    assert settled.colophon == Colophon(MANY, ("县委办公室",), "局办公室", "2026年9月1日", True)


def most(letterhead=None, **more):
    """How many addressees a first page has room for."""
    return next(
        count - 1
        for count in range(1, len(MANY) + 1)
        if addressees.settle(paper(MANY[:count], letterhead, **more), FORMAT)[1]
    )


def test_a_letterhead_signers_a_longer_title_and_headings_leave_less_room():
    plain, headed = most(), most(HEAD)
    signed = most(Letterhead(HEAD.organs, "文件", HEAD.document_number, signers=("张三", "李四", "王五")))
    under = most(HEAD, subtitle="副题", note="（2026年8月20日会议通过）")

    assert plain > headed > signed
    assert headed > under


def test_a_heading_does_not_count_as_text():
    blocks = (Heading(1, ("总体要求",)), Heading(2, ("指导思想",)), *TEXT)
    headed = Paper(("通知",), blocks, addressees=MANY[: most(HEAD)], letterhead=HEAD)

    assert addressees.settle(headed, FORMAT)[1]


def test_a_letter_keeps_its_addressees():
    given = paper(MANY, form=LETTER)

    assert addressees.settle(given, FORMAT) == (given, [])


def test_a_plan_is_settled_before_it_is_numbered():
    plan = {"模板": "通用", "单位": "某某县教育局", "标题": "关于做好开学工作的通知", "主送": list(MANY)}
    plan["章节"] = [{"标题": "开学准备", "正文": "各学校要认真做好准备。"}]

    result = pipeline.run(plan)

    assert result.numbered.paper.addressees == ()
    assert result.numbered.paper.colophon.addressees == MANY
    assert "TRE-043" in [problem.id for problem in result.problems]
