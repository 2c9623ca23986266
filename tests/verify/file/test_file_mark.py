"""发文机关标志: size, width, red and face."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

import docgen

PLAN = {
    "模板": "通用",
    "单位": "某某县教育局",
    "标题": "关于做好开学工作的通知",
    "引言": "各学校要做好各项准备工作。",
    "版头": {"发文字号": "某教联〔2026〕8号", "文件": "否"},
}
NAMES = ["某某县人民政府教育督导室", "某某县财政局", "某某县人力资源和社会保障局"]


def test_a_single_change_is_told_with_what_is_required_and_what_is_there(told, row):
    assert told(row) == row["发现"]


def test_the_paper_without_the_change_is_right(judged, row):
    assert judged(row["检查"], row["计划"]) == []


def test_a_finding_tells_its_clause_and_how_to_mend_it(hints):
    assert hints["file.head.size"] == ("7.2.4", "“字体—字号”改为同一字号")


@pytest.fixture
def widths(found):
    """What is said of the width of the mark of `names` without 文件, its text changed by `change`."""

    def widths(names, change=lambda xml: xml):
        plan = PLAN | {"版头": PLAN["版头"] | {"机关标志": names}}
        docx = rewritten(docgen.render(plan).to_bytes("docx"), change)
        return [finding.measured for check, finding in found(docx).items() if check == "file.head.width"]

    return widths


def rewritten(docx, change):
    source, target = io.BytesIO(docx), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = change(content.decode()).encode()
            new.writestr(name, content)
    return target.getvalue()


def test_several_names_are_spread_to_the_width_of_the_longest(widths):
    assert widths(NAMES) == []


def test_a_name_that_is_spread_less_is_told(widths):
    assert len(widths(NAMES, lambda xml: re.sub(r'<w:spacing w:val="[1-9]\d\d+"/>', "", xml, count=1))) == 1
