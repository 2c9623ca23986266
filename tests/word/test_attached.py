"""What stands over an attachment and over a paper that is carried (GB/T 9704 7.3.7)."""

from __future__ import annotations

import re

import pytest

from docgen.document import Attachment, Letterhead, Paper
from docgen.formats import load
from docgen.word.attached import announced, heading, marks
from docgen.word.runs import BLANK, Pen

HEAD = Letterhead(("某某市教育局",), "文件", "某教发〔2026〕3号")
CARRIED = Attachment("工作计划", marked=False)


def marked(*attachments, letterhead=None):
    return list(marks(Paper(("题目",), attachments=attachments, letterhead=letterhead)))


def rows(attachment, mark, turned=False, format=None):
    xml = heading(attachment, mark, format or load(), Pen(), turned)
    return [
        (
            (re.findall(r'w:pStyle w:val="(\w+)"', one) or [""])[0],
            "/".join(re.findall(r">([^<]+)</w:t>", one)),
            "pageBreakBefore" in one,
        )
        for one in re.findall("<w:p>.*?</w:p>", xml)
    ]


def test_the_only_attachment_has_no_number():
    assert marked(Attachment("甲")) == ["附件"]
    assert marked(CARRIED, Attachment("甲")) == ["", "附件"]


def test_several_attachments_are_counted_past_what_is_carried():
    assert marked(Attachment("甲"), CARRIED, Attachment("乙")) == ["附件1", "", "附件2"]


def test_a_file_of_its_own_is_counted_and_announced_with_the_others():
    attachments = (Attachment("甲", elsewhere=True), Attachment("乙"))

    assert announced(attachments) == ["甲", "乙"]
    assert marked(*attachments)[1] == "附件2"


@pytest.mark.clause("BD-38")
def test_an_attachment_bound_by_itself_says_the_document_number_first():
    attachments = (Attachment("甲", separate=True), Attachment("乙"))

    assert marked(*attachments, letterhead=HEAD) == ["某教发〔2026〕3号附件1", "附件2"]
    assert marked(*attachments) == ["附件1", "附件2"]


def test_carried_papers_and_nameless_ones_are_not_announced():
    assert announced((CARRIED, Attachment("甲"), Attachment(""))) == ["甲"]


def test_no_mark_stands_behind_a_name_in_the_list_and_over_the_page():
    attachment = Attachment("关于《课程方案》的说明（试行）；")

    assert announced((attachment,)) == ["关于《课程方案》的说明（试行）"]
    assert rows(attachment, "附件")[2][1] == "关于《课程方案》的说明（试行）"


@pytest.mark.clause("BD-36")
def test_mark_blank_line_title_and_note_follow_in_this_order():
    found = rows(Attachment("任务分解表", note="（2026年9月）"), "附件1")

    assert found == [
        ("AttachmentMark", "附件1", True),
        ("", "", False),
        ("AttachmentTitle", "任务分解表", False),
        ("Subtitle", "（2026年9月）", False),
        ("", "", False),
    ]


def test_a_carried_paper_begins_its_page_with_its_title():
    assert rows(CARRIED, "")[0] == ("AttachmentTitle", "工作计划", True)


def test_a_carried_paper_begins_where_the_format_lets_a_title_begin():
    lower = load()._replace(title=load().title._replace(blank_before=1))

    assert rows(CARRIED, "", format=lower)[:2] == [("", "", True), ("AttachmentTitle", "工作计划", False)]


@pytest.mark.parametrize("attachment", [Attachment("甲"), CARRIED, Attachment("", marked=False)])
def test_a_turned_page_is_not_begun_twice(attachment):
    mark = "附件" if attachment.marked else ""

    assert [row[2] for row in rows(attachment, mark)].count(True) == 1
    assert not any(row[2] for row in rows(attachment, mark, turned=True))


def test_a_title_in_lines_is_taken_as_it_is():
    title = rows(Attachment("甲乙", title=("某某市第九中学", "工作计划")), "附件")[2]

    assert title[:2] == ("AttachmentTitle", "某某市第九中学/工作计划")


def test_a_blank_line_stands_between_title_and_text():
    assert heading(Attachment("甲"), "附件", load(), Pen(), False).endswith(BLANK)
