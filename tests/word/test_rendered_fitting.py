"""A text that is one long paragraph shares the page of the signature (GB/T 9704 7.3.3, 7.3.5.5)."""

from __future__ import annotations

import pytest

import docgen

pytestmark = pytest.mark.rendered


@pytest.mark.parametrize("count", [8, 10])
def test_one_paragraph_under_a_letterhead_is_on_both_its_pages(count, render, validate):
    plan = {
        "模板": "通用",
        "单位": "某某县教育局",
        "标题": "关于做好秋季开学工作的通知",
        "版头": {"发文字号": "某教发〔2026〕3号"},
        "主送": "各学校",
        "引言": "严格执行课程方案" * (28 * count // 8 - 1) + "。",
        "落款": {"日期": "2026-09-01", "盖章": "是"},
    }
    docx = docgen.render(plan).to_bytes("docx")
    seen = render(docx)

    validate(docx)
    assert seen.pages[0].lines[-1].text.startswith(("严", "格", "执", "行", "课", "程", "方", "案"))
    assert not {"sign.alone", "grid.pitch"} & seen.failed("sign.date")
