from __future__ import annotations

import re

from docgen.document import Heading, Letterhead, Paper, Paragraph, Table
from docgen.formats import load
from docgen.word.first_page import needed
from docgen.word.letterhead import head
from docgen.word.runs import BLANK, Pen

FORMAT = load()
TEXT = Paragraph(("正文。",))
NUMBER = "某教发〔2026〕3号"


def paragraphs(format=FORMAT, **parts):
    parts = {"organs": ("某某市教育局",), "suffix": "文件", "document_number": NUMBER} | parts
    return list(head(Paper(("通知",), (TEXT,), letterhead=Letterhead(**parts)), format, Pen()))


def texts(**parts):
    return ["".join(re.findall(r">([^<]+)</w:t>", xml)) for xml in paragraphs(**parts)]


def test_a_letterhead_has_its_parts_in_their_order_with_the_blank_lines_between_them():
    found = texts(copy_number="000001", secrecy="秘密★1年", urgency="特急")

    assert found == ["000001", "秘密★1年", "特急", "某某市教育局文件", "", "", NUMBER, "", ""]


def test_the_first_line_is_kept_for_the_copy_number():
    assert texts(secrecy="秘密★1年")[:3] == ["", "秘密★1年", ""]
    assert texts(urgency="加急")[:3] == ["", "加急", ""]


def test_mark_and_rule_have_the_colour_of_the_format():
    format = load({"版头": {"颜色": "E60012"}})

    [rule] = [xml for xml in paragraphs(format) if "<w:pBdr>" in xml]
    assert 'w:color="E60012"' in rule
    assert NUMBER in rule


def test_a_preprinted_sheet_gets_neither_mark_nor_rule():
    whole, left_out = paragraphs(), paragraphs(preprinted=True)

    assert len(whole) == len(left_out)
    assert "某某市教育局" not in "".join(left_out)
    assert "<w:pBdr>" not in "".join(left_out)


def test_the_rule_is_under_the_last_line_of_signers():
    found = paragraphs(signers=("甲某某", "乙某某", "丙某某"))

    at = [n for n, xml in enumerate(found) if "<w:pBdr>" in xml]
    assert at == [len(found) - 1 - FORMAT.letterhead.blank_after]
    assert NUMBER in found[at[0]] and "丙某某" in found[at[0]]
    assert found[-2:] == [BLANK] * 2


def test_the_first_page_needs_room_for_all_down_to_the_first_line_of_the_text():
    line = FORMAT.pitch

    assert needed(Paper(("通知",), (TEXT,)), FORMAT) == 3 * line
    assert needed(Paper(("通知",), (TEXT,), addressees=("各学校",)), FORMAT) == 4 * line
    assert needed(Paper(("通知",), (TEXT,), addressees=("各学校",) * 10), FORMAT) == 5 * line
    assert needed(Paper(("通知", "（二）"), (TEXT,), note="（2026年）"), FORMAT) == 5 * line
    assert needed(Paper(("通知",), (Heading(1, ("总则",)), Heading(2, ("目的",)), TEXT)), FORMAT) == 5 * line
    assert needed(Paper(("通知",), (Table((), (("甲",),)),)), FORMAT) == 4 * line
    assert needed(Paper((), (TEXT,)), FORMAT) == line
