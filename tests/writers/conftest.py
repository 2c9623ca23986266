"""A paper with one of everything, for the tests of all text outputs."""

from __future__ import annotations

import pytest

from docgen.document import (
    Attachment,
    Cell,
    Column,
    Footnote,
    Heading,
    Image,
    Item,
    Paper,
    Paragraph,
    People,
    Person,
    Reference,
    Role,
    Signature,
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
