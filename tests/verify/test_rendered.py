"""Documents as LibreOffice lays them out: a right one passes, one with a single fault is caught.

The faults are put into the XML of the right document, so each differs from it in one thing.
"""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from docgen.document import Column, Heading, Item, Paper, Paragraph, Signature, Table
from docgen.formats import load
from docgen.numbering import number
from docgen.verify import Result, verify
from docgen.word import write

pytestmark = pytest.mark.rendered

HAN = "全体教师要深入研读课程标准准确把握学段要求精心设计教学环节切实提高课堂效率"
ON_LANDSCAPE, ON_CENTRED = "number.landscape", "number.centre"
REQUIRED = [
    *("paper.short", "paper.long"),
    *("area.top", "area.left", "area.width", "area.bottom", "area.inside"),
    *("grid.lines", "grid.characters", "grid.pitch"),
    *("type.body", "type.fallback", "title.face", "title.size", "title.centre"),
    *("heading.1", "heading.2", "heading.3", "heading.4", "indent.first"),
    *("number.present", "number.sequence", "number.size", "number.face"),
    *("number.odd", "number.even", "number.below"),
]


def paragraph(times: int) -> Paragraph:
    return Paragraph((HAN * times + "。",))


@pytest.fixture(scope="module")
def right() -> bytes:
    """A plan of four pages with headings of four layers, two full pages among them."""
    blocks = (
        Heading(1, ("总体要求",)),
        paragraph(3),
        Heading(1, ("重点工作",)),
        Heading(2, ("抓实教学常规。",), body=(HAN + "。",)),
        Item(3, (HAN + "。",)),
        Item(4, ("备课组每周集体备课一次。",)),
        *[paragraph(6)] * 8,
    )
    paper = Paper(
        title=("某某市第九中学教学常规工作计划",),
        addressees=("各处室", "各年级组"),
        blocks=blocks,
        signature=Signature(("某某市第九中学",), "2026年9月1日"),
    )
    return written(paper)


def written(paper: Paper, format: str = "gbt9704") -> bytes:
    numbered, problems = number(paper)
    assert not problems
    return write(numbered, load(format))


def changed(docx: bytes, part: str, pattern: str, replacement: str) -> bytes:
    """`docx` with what `pattern` matches in the parts named `part` replaced; it must match."""
    file = io.BytesIO()
    hits = 0
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if re.fullmatch(rf"word/{part}\.xml", name):
                text, count = re.subn(pattern, replacement, content.decode("utf-8"))
                hits, content = hits + count, text.encode("utf-8")
            new.writestr(name, content)
    assert hits, f"nothing in {part} matches {pattern}"
    return file.getvalue()


def style(id: str, pattern: str, replacement: str) -> tuple[str, str, str]:
    """A change inside one style."""
    inside = rf'(w:styleId="{id}"(?:(?!</w:style>).)*?){pattern}'
    return "styles", inside, rf"\g<1>{replacement}"


def test_a_right_document_passes_every_check(render, right):
    rendered = render(right)
    assert rendered.failed(*REQUIRED) == set()
    assert len(rendered.pages) == 4


FAULTS = {
    "天头少了五毫米": (("document", r'w:top="\d+"', 'w:top="1814"'), {"area.top", "area.bottom"}),
    "订口多了三毫米": (("document", r'w:left="1587"', 'w:left="1757"'), {"area.left", "area.width"}),
    "下边距多一行": (("document", r'w:bottom="\d+"', 'w:bottom="2563"'), {"area.bottom", "grid.lines"}),
    "纸张是Letter": (
        ("document", r'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),
        {"paper.short", "paper.long"},
    ),
    "字距没有紧缩": (style("Normal", r'<w:spacing w:val="-5"/>', ""), {"grid.characters"}),
    "行距30磅": (style("Normal", 'w:line="579"', 'w:line="600"'), {"grid.lines", "grid.pitch"}),
    "正文是宋体": (("(styles|numbering)", "仿宋_GB2312", "宋体"), {"type.body", "heading.3", "heading.4"}),
    "正文是本机没有的字体": (("styles", "仿宋_GB2312", "某某手写体"), {"type.body", "type.fallback"}),
    "正文是小三": (style("Normal", '<w:sz w:val="32"/>', '<w:sz w:val="30"/>'), {"type.body"}),
    "标题是黑体": (style("Title", 'w:eastAsia="[^"]*"', 'w:eastAsia="黑体"'), {"title.face"}),
    "标题是小二": (style("Title", '<w:sz w:val="44"/>', '<w:sz w:val="36"/>'), {"title.size"}),
    "标题居左": (style("Title", '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'), {"title.centre"}),
    "缩进一字": (
        style(
            "BodyText", 'w:firstLineChars="200" w:firstLine="640"', 'w:firstLineChars="100" w:firstLine="320"'
        ),
        {"indent.first"},
    ),
    "没有缩进": (style("BodyText", "<w:ind [^>]*/>", ""), {"indent.first"}),
    "一级标题是仿宋": (("(styles|numbering)", "黑体", "仿宋_GB2312"), {"heading.1"}),
    "二级标题是黑体": (("(styles|numbering)", "楷体_GB2312", "黑体"), {"heading.2"}),
    "页码是小五": (style("Footer", r'<w:sz w:val="28"/>', '<w:sz w:val="18"/>'), {"number.size"}),
    "页码居中": (
        ("footer.*", r'<w:jc w:val="\w+"/>', '<w:jc w:val="center"/>'),
        {"number.odd", "number.even"},
    ),
    "页脚太低": (("document", r'w:footer="1400"', 'w:footer="800"'), {"number.below"}),
    "没有页码": (("footer.*", r"<w:p>.*</w:p>", "<w:p/>"), {"number.present"}),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_caught_on_the_page(render, right, fault):
    change, checks = FAULTS[fault]
    assert checks <= render(changed(right, *change)).failed()


def test_a_row_too_low_for_its_words_is_told(tmp_path):
    columns = (Column("事项"), Column("说明"))
    table = Table(columns, (("事项", "说明"), ("晚托", "周一至周四开放"), ("社团", HAN * 3)))
    docx = written(Paper(title=("工作安排",), blocks=(paragraph(2), table, paragraph(1))))
    low = '<w:trHeight w:val="40" w:hRule="exact"/>'

    def results(docx: bytes) -> dict[str, Result]:
        path = tmp_path / "表.docx"
        path.write_bytes(docx)
        return {finding.check: finding.result for finding in verify(path, parts=("page",)).findings}

    assert results(docx)["text.words"] is Result.OK
    hidden = results(changed(docx, "document", "<w:trPr>(?!.*<w:trPr>)", f"<w:trPr>{low}"))
    assert hidden["text.words"] is Result.FAIL


def test_a_landscape_page_carries_its_number_where_the_others_do(render):
    columns = tuple(Column(f"第{count}周") for count in range(1, 14))
    table = Table(
        columns, (tuple(column.name for column in columns), *[("按计划开展",) * 13] * 4), landscape=True
    )
    rendered = render(written(Paper(title=("工作安排",), blocks=(paragraph(6), table, paragraph(1)))))
    assert [page.landscape for page in rendered.pages] == [False, True, False]
    assert rendered.failed(ON_LANDSCAPE, "number.present", "number.sequence") == set()


def test_a_house_format_is_what_its_pages_are_measured_against(render, right):
    house = load({"继承": "gbt9704", "页码": {"位置": "居中"}})
    rendered = render(right)
    assert {finding.check for finding in rendered.report(ON_CENTRED, format=house).failed} == {ON_CENTRED}


def test_a_docx_is_laid_out_measured_and_drawn_in_one_call(tmp_path, right):
    path = tmp_path / "计划 表.docx"
    path.write_bytes(right)
    report = verify(path, require=REQUIRED, png=tmp_path / "图")
    assert report.ok
    assert report.pages == 4
    assert sorted(file.name for file in (tmp_path / "图").iterdir()) == [f"page-{n}.png" for n in range(1, 5)]
