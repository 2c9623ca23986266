"""What a paragraph may say itself: the last of the text is set closer or wider for the signature."""

from __future__ import annotations

import io
import zipfile

import pytest

import docgen

FITTED = '<w:widowControl/><w:spacing w:line="'
PLAN = {
    "模板": "通用",
    "单位": "某某县教育局",
    "标题": "关于做好开学工作的通知",
    "版头": {"发文字号": "某教发〔2026〕8号"},
    "主送": "各学校",
    "落款": {"署名": "某某县教育局", "日期": "2026-09-01", "盖章": "是"},
}


def document(docx):
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.read("word/document.xml").decode()


@pytest.fixture(scope="module")
def fitted():
    """A paper whose only paragraph is set closer or wider."""
    for characters in range(150, 450, 14):
        docx = docgen.render(PLAN | {"引言": "校" * characters + "。"}).to_bytes("docx")
        if FITTED in document(docx):
            return docx
    raise AssertionError("no length of the text asks for other lines")


def rewritten(docx, old, new):
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = content.replace(old.encode(), new.encode(), 1)
            package.writestr(name, content)
    return target.getvalue()


def test_the_last_paragraph_may_be_set_closer_or_wider(found, fitted):
    assert found(fitted) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [(FITTED, '<w:spacing w:line="'), (FITTED, '<w:widowControl/><w:spacing w:line="2')],
)
def test_without_control_of_its_lines_or_far_too_wide_it_may_not(found, fitted, old, new):
    assert "SET-511" in {finding.problem for finding in found(rewritten(fitted, old, new)).values()}
