"""A paper with one of everything, for the tests of all text outputs."""

from __future__ import annotations

import pytest

from docgen.document import (
    MINUTES,
    Attachment,
    Cell,
    Colophon,
    Column,
    Footnote,
    Heading,
    Image,
    Item,
    Letterhead,
    Paper,
    Paragraph,
    People,
    Person,
    Reference,
    Role,
    Signature,
    Signer,
    Strong,
    Table,
)
from docgen.numbering import NumberedPaper, number
from docgen.problems import Place

PLACE = Place("计划.yaml", 7, 3)

BLOCKS = (
    Paragraph(("为做好新学年工作，制定本计划。",), PLACE),
    Heading(1, ("工作目标",), key="目标"),
    Paragraph(("力争", Strong("巩固率"), "达到99.5%", Footnote("以学籍数据为准。"), "。")),
    Table(
        (Column("年级"), Column("班数"), Column("人数")),
        (("年级", "班数", "人数"), ("七", "6", "280"), (Cell(("合计",), across=2), "280")),
        caption="招生计划",
    ),
    Heading(1, ("重点工作",)),
    Heading(2, ("抓实教学常规。",), body=("每学期检查两轮。",)),
    Item(3, ("落实本计划", Reference("目标"), "。")),
    Item(3, ("公开结果。",)),
    People(
        "教学工作领导小组",
        (Role("组长", (Person("李明", "校长"),)), Role("成员", (Person("教务处"), Person("", "各年级组长")))),
        ("办公室设在教务处。",),
    ),
    Image(b"", "png", 120, 80, caption="校园平面图"),
)

PAPER = Paper(
    title=("临江市实验中学", "2026年工作计划"),
    blocks=BLOCKS,
    subtitle="（教学部分）",
    draft="征求意见稿",
    addressees=("各处室", "各年级组"),
    attachments=(
        Attachment("检查表", blocks=(Heading(1, ("检查内容",)), Paragraph(("备课与作业。",)))),
        Attachment("分工表", foreign=b"PK"),
    ),
    signature=Signature(("临江市实验中学",), "2026年9月1日", place=PLACE),
    annotation="联系人：王老师",
)


def numbered(paper: Paper) -> NumberedPaper:
    result, problems = number(paper)
    assert problems == []
    return result


@pytest.fixture
def full_paper() -> NumberedPaper:
    """A paper with one block of every kind, two attachments and all that stands round the text."""
    return numbered(PAPER)


OFFICIAL = Paper(
    title=("关于印发工作计划的通知",),
    blocks=(Paragraph(("现印发给你们。",)),),
    addressees=("各学校",),
    attachments=(
        Attachment(
            "工作计划",
            (Heading(1, ("工作目标",)),),
            title=("临江市教育局", "工作计划"),
            note="（试行）\n（2026年8月20日通过）",
            marked=False,
        ),
        Attachment("回执", (Paragraph(("单位：",)),), separate=True),
        Attachment("名单", (Paragraph(("甲、乙。",)),)),
    ),
    signature=Signature((), "2026年9月1日", signers=(Signer("市长", "李某某"), Signer("局长", "王某某"))),
    annotation="此件公开",
    letterhead=Letterhead(
        ("临江市教育局", "临江市财政局"),
        "文件",
        "临教发〔2026〕3号",
        "000001",
        "秘密★1年",
        "特急",
        ("李某某", "王某某"),
    ),
    attendance=(
        Role("出席", (Person("李某某", "市长"), Person("王某某", "局长"))),
        Role("请假", (Person("丁"),)),
    ),
    colophon=Colophon(
        ("各县", "各区"), ("市委办公室、市政府办公室", "市财政局"), "市教育局办公室", "2026年9月2日"
    ),
)


@pytest.fixture
def official_paper() -> NumberedPaper:
    """A paper with all that stands around the text of a 公文."""
    return numbered(OFFICIAL)


@pytest.fixture
def minutes() -> NumberedPaper:
    """Minutes, which their mark names: they have no title."""
    head = Letterhead(("临江市教育局",), "纪要", "第3期")
    return numbered(Paper((), (Paragraph(("会议议定三件事。",)),), form=MINUTES, letterhead=head))
