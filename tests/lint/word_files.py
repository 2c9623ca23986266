"""Word files to be judged: a right one, as docgen's own and as someone else's, and changed ones."""

import io
import re
import zipfile
from functools import lru_cache
from typing import Any

import docgen
from docgen.lint.of_recognised import reading as of_recognised
from docgen.lint.reading import Hit, Reading
from docgen.lint.run import run
from docgen.lint.settings import Settings
from docgen.reader.read import read_docx
from docgen.recognise.recognise import recognise

ROWS = [[f"任务{number}", "教导处"] for number in range(1, 31)]
PLAN: dict[str, Any] = {
    "模板": "通用",
    "标题": "青禾市溪口县教育局关于做好招生工作的通知",
    "单位": "青禾市溪口县教育局",
    "主送": ["各中小学"],
    "版头": {"发文字号": "溪教发〔2026〕12号"},
    "引言": "为做好2026年的招生工作，现将有关事项通知如下，请认真落实，做到“公开、公平、公正”。",
    "章节": [
        {"标题": "总体要求", "正文": [f"坚持第{number}项原则。" for number in "一二三四五六七八九"]},
        {
            "标题": "主要任务",
            "小节": [
                {"标题": "摸清底数。", "正文": "各校要逐户摸清适龄儿童的人数。", "接排": "是"},
                {"标题": "规范程序", "正文": "各校要按照规定的程序报名、登记、公示。"},
            ],
        },
        {"标题": "任务分工", "表格": {"列": ["任务", "责任"], "行": ROWS}},
    ],
    "落款": {"署名": "青禾市溪口县教育局", "日期": "2026-06-01"},
    "版记": {"抄送": ["溪口县人民政府办公室"], "印发机关": "溪口县教育局办公室", "印发日期": "2026-06-02"},
}  # fmt: skip
FOREIGN = [("word/styles.xml", "AttachmentMark", "Mark7"), ("word/document.xml", "AttachmentMark", "Mark7")]
"""Without a style of docgen's own the same file counts as someone else's."""


@lru_cache(maxsize=1)
def own() -> bytes:
    return docgen.render(PLAN).to_bytes("docx")


@lru_cache(maxsize=1)
def foreign() -> bytes:
    return changed(own(), FOREIGN)


def changed(docx: bytes, changes: list[tuple[str, str, str]]) -> bytes:
    """`docx` with all places of a pattern in a part replaced; a pattern has to be there. The part "+name" is
    new, its pattern empty."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, what, instead in changes:
        if not what:
            parts[name] = instead.encode()
            continue
        text, count = re.subn(what, instead, parts[name].decode(), flags=re.DOTALL)
        assert count or what == "AttachmentMark", (name, what)
        parts[name] = text.encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def read(docx: bytes) -> Reading:
    return of_recognised(recognise(read_docx(docx, "a.docx")), docx)


def hits(rule: str, docx: bytes) -> list[Hit]:
    found = run(read(docx), Settings(on=frozenset({rule}))).found
    return [one.hit for one in found if one.rule.id == rule]
