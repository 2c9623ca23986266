"""Rules over the settings of a .docx: a change in a right file is found, what looks alike is not."""

from types import ModuleType

import pytest

from docgen.lint.rulebook import rulebook
from docgen.lint.rules import file_parts, typesetting
from docgen.lint.rules import format as checked
from docgen.lint.run import run
from tests.lint import word_files
from tests.lint.word_files import changed, foreign, hits, own

BODY, STYLES, SETTINGS, FOOT, CORE = (
    "word/document.xml", "word/styles.xml", "word/settings.xml", "word/footer1.xml", "docProps/core.xml",
)  # fmt: skip
LAST = "各校要按照规定的程序报名、登记、公示。"
RUN = f'<w:r><w:t xml:space="preserve">{LAST}</w:t></w:r>'
BLANK = "<w:p/>"
HEADING_FACE = r'(w:styleId="Heading1">.*?w:eastAsia=")黑体'
TYPED_BLANKS = RUN.replace(LAST, "　　" + LAST)
HEADER = (
    '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>{}</w:t></w:r>'
    "</w:p></w:hdr>"
)

KAI = '<w:r><w:rPr><w:rFonts w:eastAsia="楷体_GB2312"/></w:rPr><w:t>粘贴来的话。</w:t></w:r>'
LATIN = '<w:r><w:rPr><w:rFonts w:ascii="Times New Roman"{}/></w:rPr><w:t>做到“公开”。</w:t></w:r>'
MARK = '<w:bookmarkStart w:id="{0}" w:name="a{0}"/><w:bookmarkEnd w:id="{0}"/>'
PICTURE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="7200000" cy="900000"/></wp:inline></w:drawing></w:r>'
)

FOUND = {
    "FMT-001": [(BODY, 'w:top="2098"', 'w:top="1440"')],
    "FMT-002": [(STYLES, 'w:line="579"', 'w:line="600"')],
    "FMT-003": [(STYLES, r'<w:spacing w:val="-5"/>', "")],
    "FMT-004": [(STYLES, 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="宋体"')],
    "HDG-008": [(STYLES, HEADING_FACE, r"\1宋体")],
    "FMT-005": [(STYLES, r'(w:styleId="Title">.*?<w:rPr>.*?)(<w:sz )', r"\1<w:b/>\2")],
    "FMT-006": [(BODY, RUN, TYPED_BLANKS)],
    "FMT-007": [(STYLES, r'w:firstLineChars="200"', 'w:firstLineChars="300"')],
    "FMT-008": [(BODY, f"(<w:p>(?:(?!<w:p>).)*{RUN}</w:p>)", BLANK * 4 + r"\1")],
    "FMT-009": [(STYLES, r'(w:styleId="BodyText">.*?<w:pPr>)', r'\1<w:spacing w:after="160"/>')],
    "FMT-010": [(BODY, RUN, RUN.replace("报名", "</w:t><w:br/><w:t>报名"))],
    "FMT-011": [(BODY, RUN, RUN + KAI)],
    "FMT-012": [(BODY, RUN, LATIN.format(""))],
    "FMT-013": [(SETTINGS, "<w:evenAndOddHeaders/>", "")],
    "FMT-015": [(BODY, RUN, f"<w:ins w:id=\"9\" w:author=\"甲\">{RUN}</w:ins>")],
    "FMT-016": [(BODY, RUN, RUN.replace("<w:t ", '<w:rPr><w:color w:val="0000FF"/></w:rPr><w:t '))],
    "FMT-017": [("word/header9.xml", "", HEADER.format("青禾市溪口县教育局"))],
    "FMT-018": [(CORE, r"(<dc:creator>).*?(</dc:creator>)", r"\1雨林木风\2")],
    "FMT-019": [(BODY, r'<w:pStyle w:val="(BodyText|Heading\d|TableText)"/>', '<w:jc w:val="both"/>')],
    "FMT-020": [(STYLES, r'<w:outlineLvl w:val="\d"/>', "")],
    "FMT-021": [(BODY, RUN, PICTURE)],
    "FMT-024": [(BODY, '(<w:pBdr><w:bottom [^>]*w:color=")FF0000', r"\g<1>000000")],
    "FMT-025": [(BODY, '<w:pStyle w:val="Title"/>', '<w:jc w:val="center"/><w:pStyle w:val="Title"/>')],
    "HDG-005": [(STYLES, r"(w:styleId=\"Heading1\">.*?)<w:keepNext/>", r"\1")],
    "TAB-001": [(BODY, "<w:tblHeader/>", "")],
    "TAB-004": [(BODY, 'w:w="4681"', 'w:w="7000"'), (BODY, 'w:w="8848"', 'w:w="11200"')],
}  # fmt: skip
"""For each rule the changes that it has to find."""

IN_OUR_OWN = {"FMT-014": [(BODY, 'w:tblpYSpec="bottom"', 'w:tblpYSpec="top"')]}
"""The same, where verify looks closer at files that docgen made."""

LEFT_ALONE = {
    "FMT-008 two blank lines": [(BODY, f"(<w:p>(?:(?!<w:p>).)*{RUN}</w:p>)", BLANK * 2 + r"\1")],
    "FMT-010 a page break": [(BODY, RUN, RUN.replace("报名", '</w:t><w:br w:type="page"/><w:t>报名'))],
    "FMT-011 a heading that runs in": [(BODY, "摸清底数。", "摸清全县的底数。")],
    "FMT-012 a run that says it is Chinese": [
        (BODY, RUN, LATIN.format(' w:hint="eastAsia"'))
    ],
    "HDG-008 another name of the same face": [(STYLES, HEADING_FACE, r"\1SimHei")],
    "FMT-015 a hidden mark of a paragraph": [
        (BODY, '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Title"/><w:rPr><w:vanish/></w:rPr>')
    ],
    "FMT-016 a link inside of the file": [(BODY, RUN, f'<w:hyperlink w:anchor="a">{RUN}</w:hyperlink>')],
    "FMT-017 a page number in the header": [("word/header9.xml", "", HEADER.format("— 1 —"))],
    "FMT-018 a person's name": [(CORE, r"(<dc:creator>).*?(</dc:creator>)", r"\1王建国\2")],
    "FMT-025 bookmarks of different numbers": [
        (BODY, RUN, f"{MARK.format(1)}{RUN}{MARK.format(2)}")
    ],
    "FMT-021 a picture that fits": [
        (BODY, RUN, PICTURE.replace("7200000", "3600000")),
        (STYLES, 'w:lineRule="exact"', 'w:lineRule="auto"'),
    ],
    "TAB-001 a short table": [
        (BODY, "<w:tblHeader/>", ""),
        (BODY, r"(<w:tr>(?:(?!<w:tr>).)*</w:tr>){20}(?=</w:tbl>)", ""),
    ],
}  # fmt: skip


@pytest.mark.parametrize("rule", FOUND)
def test_a_change_in_a_right_file_is_found_by_its_rule(rule: str) -> None:
    assert hits(rule, changed(foreign(), FOUND[rule]))


@pytest.mark.parametrize("rule", IN_OUR_OWN)
def test_a_change_in_a_file_of_docgen_is_found_by_its_rule(rule: str) -> None:
    assert hits(rule, changed(own(), IN_OUR_OWN[rule]))


@pytest.mark.parametrize("case", LEFT_ALONE)
def test_what_looks_alike_is_left_alone(case: str) -> None:
    assert hits(case.partition(" ")[0], changed(foreign(), LEFT_ALONE[case])) == []


@pytest.mark.parametrize("docx", [own, foreign], ids=["own", "foreign"])
def test_no_rule_finds_anything_in_a_right_file(docx: object) -> None:
    found = run(word_files.read(docx())).found  # type: ignore[operator]

    assert [(one.rule.id, one.problem.message) for one in found] == []


@pytest.mark.parametrize("topic", [checked, typesetting, file_parts])
def test_every_rule_over_a_file_is_tested_here(topic: ModuleType) -> None:
    over_files = {rule for rule in topic.RULES if rulebook()[rule].sources == {"docx"}}

    assert over_files - set(FOUND) - set(IN_OUR_OWN) == set()


def test_a_file_that_cannot_be_parsed_gets_no_findings() -> None:
    from docgen.lint.word_file import parsed

    assert parsed(b"PK\x03\x04 no package") is None


def test_places_of_a_finding_are_passages_of_the_text() -> None:
    docx = changed(foreign(), FOUND["FMT-010"])
    hit = hits("FMT-010", docx)[0]

    assert word_files.read(docx).passages[hit.passage].text.startswith("各校要按照规定的程序")
