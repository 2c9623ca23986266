"""A recognised text as lines that a teacher can read, and manuscripts made of texts."""

from __future__ import annotations

from docgen.manuscript import Line, Manuscript
from docgen.problems import Place
from docgen.recognised import Part, Recognised

TYPES = {
    "heading": "标题",
    "item": "条目",
    "paragraph": "正文",
    "table": "表格",
    "people": "名单",
    "picture": "图片",
}
ROLES = {"preamble": "引言", "responsibility": "责任", "closing": "结束语"}
NOTES = {
    "embedded_title": "内标题", "subtitle": "副标题", "draft": "稿", "title_note": "题注",
    "addressee": "主送",
    "signature": "署名", "date": "日期",
    "annotation": "附注", "attachment": "附件说明",
    "attachment_mark": "附件标记", "attachment_title": "附件标题", "caption": "表题", "remark": "说明",
    "unit": "单位", "copy_number": "份号", "secrecy": "密级", "urgency": "紧急程度", "organ_mark": "机关标志",
    "document_number": "发文字号", "signers": "签发人", "copies": "抄送", "printer": "印发",
    "group": "机构名",
    "attendance": "出席", "contents": "目录", "debris": "残留",
}  # fmt: skip
SHOWN = 24
"""How many characters of a text a line shows."""


def manuscript(text: str) -> Manuscript:
    """What the reader makes of a text file."""
    lines = (Line(line, Place("文稿.txt", number)) for number, line in enumerate(text.split("\n"), 1))
    return Manuscript("文稿.txt", "txt", tuple(lines))


def lines(recognised: Recognised) -> list[str]:
    """The title, then a line a part: what it is, its number (`(一)→（一）` where repaired), its words."""
    title = [f"题目 {'／'.join(recognised.title)}"] if recognised.title else []
    return title + [_line(part) for part in recognised.parts]


def _line(part: Part) -> str:
    kind = NOTES[part.note] if part.note else ROLES.get(part.role) or TYPES[part.type]
    words = f"{kind}{part.layer or ''} {_number(part)}{_words(part)}"
    return " ！".join([words, *part.faults])


def _number(part: Part) -> str:
    if part.label == part.correct:
        return part.label
    return f"{part.label}→{part.correct} "


def _words(part: Part) -> str:
    if part.body:
        return f"{part.head}{part.end}‖{_cut(part.body)}"
    if part.rows:
        return "／".join("｜".join(row) for row in part.rows)
    if part.entries:
        return "／".join(f"{'（同上）' * one.inherited}{one.role}＝{one.value}" for one in part.entries)
    return _cut(part.text)


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"
