"""The tree of a paper → the mapping of a plan: the keys around the text, and the text as chapters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docgen import dates
from docgen.document import Attachment, Block, Paper, Paragraph
from docgen.i18n import _
from docgen.intake.chapters import Pen, arranged, chapter, entries
from docgen.intake.wording import plainly, words
from docgen.patterns import pattern
from docgen.recognise.marks import SEAL
from docgen.writers.words import people

BLANK = "待填"
FILE = "文件"
MARKS = {"命令": "令", "纪要": "纪要"}
"""What stands behind the organ in the mark of these templates; 文件 in that of all others."""
Plan = dict[str, Any]
SCHOOL_YEAR = pattern(r"((?:19|20)\d\d)\s*[—－–～~/-]{1,2}\s*((?:19|20)\d\d)\s*学年")
TERM = pattern(r"第[一二]学期")
YEAR = pattern(r"(?<![—－–～~至-])((?:19|20)\d\d)年")
NOTHING: Plan = {}


def plan(paper: Paper, template: str, pen: Pen, carried: Sequence[str] = (), closing: Plan = NOTHING) -> Plan:
    """The plan of `paper` for the template of that name. `carried` are the files that hold the plans of the
    papers it carries (印发), in their order; `closing` is what stands behind the text (结语)."""
    data: Plan = {"模板": template} | _filled({"标题": _one_or_more(paper.title) if paper.title else ""})
    if paper.letterhead or paper.signature:
        data |= _organ(paper)
    data |= _span("".join(paper.title))
    data |= _filled({"副标题": paper.subtitle, "稿": paper.draft, "题注": paper.note})
    data |= _filled({"主送": _one_or_more(paper.addressees)})
    data |= text(paper.blocks, pen)
    attached = [_attachment(one, pen) for one in paper.attachments if one.marked]
    data |= _filled({"附件": attached, "印发": tuple(carried)})
    data |= closing
    data |= {role.name: people(role) for role in paper.attendance}
    data |= _filled({"附注": paper.annotation, "落款": _signature(paper, pen)})
    data |= _filled({"版头": _letterhead(paper, template), "版记": _colophon(paper)})
    if paper.numbering.continuous:
        data["编号"] = {"连续": tuple(map(str, paper.numbering.continuous))}
    return data


def text(blocks: Sequence[Block], pen: Pen) -> Plan:
    """The blocks of a paper as 引言 (or 正文, where it is more than paragraphs) and 章节."""
    before, sections = arranged(blocks)
    data: Plan = {}
    if before and all(isinstance(block, Paragraph) and not block.role for block in before):
        data["引言"] = pen.remarks.on_all(
            [one.place for one in before],
            "\n".join(words(one.content) for one in before if isinstance(one, Paragraph)),
        )
    elif before:
        data["正文"] = entries(before, 0, pen)
    if sections:
        data["章节"] = [chapter(one, 1, pen) for one in sections]
    return data


def _filled(data: Plan) -> Plan:
    return {key: value for key, value in data.items() if value}


def _one_or_more(lines: Sequence[str]) -> Any:
    plain = tuple(plainly(line) for line in lines)
    return plain[0] if len(plain) == 1 else plain


def _organ(paper: Paper) -> Plan:
    head, sign = paper.letterhead, paper.signature
    organs = head.organs if head and head.organs else sign.organs if sign else ()
    is_organ = len(organs) == 1 and not any(colon in organs[0] for colon in ":：")  # 述职人：李明
    return {"单位": SEAL.sub("", organs[0]).strip()} if is_organ else {}


def _span(title: str) -> Plan:
    """The span of time that a title names, by which next year's plan is moved on."""
    years = SCHOOL_YEAR.search(title)
    if years:
        term = TERM.search(title)
        return {"学年": f"{years[1]}—{years[2]}"} | ({"学期": term[0]} if term else {})
    year = YEAR.search(title)
    return {"年度": year[1]} if year else {}


def _attachment(attachment: Attachment, pen: Pen) -> Any:
    if attachment.elsewhere:
        return pen.remarks.on(attachment.place, {"名称": plainly(attachment.name), "另附": "是"})
    if not attachment.blocks:
        return pen.remarks.on(attachment.place, {"名称": plainly(attachment.name), "另附": "否"})
    # A plan has no 题注 for an attachment.
    notes = [Paragraph((line,)) for line in attachment.note.split("\n") if line]
    before, sections = arranged((*notes, *attachment.blocks))
    found = entries(before, 0, pen) + [chapter(one, 1, pen) for one in sections]
    body = found[0] if len(found) == 1 and isinstance(found[0], str) else found
    return pen.remarks.on(attachment.place, {"名称": plainly(attachment.name), "正文": body})


def _signature(paper: Paper, pen: Pen) -> Plan:
    sign = paper.signature
    if sign is None:
        return {}
    day = sign.date
    if day and dates.parse(day) is None:
        words_ = _("核对：成文日期原文写的是“{day}”").format(day=day)
        pen.remarks.add(sign.place, words_)
        day = BLANK
    signers = [{"职务": one.post, "姓名": one.name} for one in sign.signers]
    found = _filled({"署名": _one_or_more(sign.organs), "签名章": signers, "日期": day})
    noted: Plan = pen.remarks.on(sign.place, found)
    return noted


def _letterhead(paper: Paper, template: str) -> Plan:
    head = paper.letterhead
    if head is None:
        return {}
    corner = {"份号": head.copy_number, "密级": head.secrecy, "紧急程度": head.urgency}
    mark: Plan = {"机关标志": _one_or_more(head.organs)} if head.organs else {}
    if mark and head.suffix != MARKS.get(template, FILE):
        mark["文件"] = "否"
    return _filled({**corner, **mark, "发文字号": head.document_number, "签发人": _one_or_more(head.signers)})


def _colophon(paper: Paper) -> Plan:
    foot = paper.colophon
    if foot is None:
        return {}
    return _filled({"抄送": tuple(foot.copies), "印发机关": foot.printer, "印发日期": foot.printed})
