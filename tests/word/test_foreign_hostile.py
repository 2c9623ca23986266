"""Files that must not or cannot be joined: each is refused with a problem, never with a traceback."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document

from docgen import formats
from docgen.document import Attachment, Paper
from docgen.numbering import number
from docgen.problems import DocgenError, Place
from docgen.word.foreign_check import check
from docgen.word.package import write

HERE = Place("plan.yaml", 30, 5)
TEXT, LINKS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
IMAGE = b'<Relationship Id="rIdX" Type="http://x/image" Target="file:///C:/x.png" TargetMode="External"/>'
CHUNK = b'<Relationship Id="rIdC" Type="http://x/aFChunk" Target="chunk.html"/>'
FIELD = (
    b'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE</w:instrText></w:r></w:p>'
    b"<w:p><w:r><w:instrText>AUTO c:/x</w:instrText></w:r>"
    b'<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:body>'
)
END = b"</Relationships>"
OOXML = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ENTITY = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
ENDNOTE = b'<w:p><w:r><w:endnoteReference w:id="2"/></w:r></w:p></w:body>'
WORDS_TYPE = b"openxmlformats-officedocument.wordprocessingml.document.main"
NOT_WORD = "附件“报名表”的文件不是 .docx，或者已经损坏"


def good():
    stream = io.BytesIO()
    document = Document()
    document.add_paragraph("报名表")
    document.save(stream)
    return stream.getvalue()


def rebuilt(change):
    """A good file with `change` made to its parts (a dict of names and bytes)."""
    with zipfile.ZipFile(io.BytesIO(good())) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    change(parts)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return stream.getvalue()


def adding(name, content):
    return lambda: rebuilt(lambda parts: parts.update({name: content}))


def replacing(name, old, new):
    def change(parts):
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)

    return lambda: rebuilt(change)


def refused(*files):
    rows = tuple(Attachment("报名表", foreign=file, place=HERE) for file in files)
    with pytest.raises(DocgenError) as caught:
        write(number(Paper(("工作计划",), attachments=rows))[0], formats.load())
    return caught.value.problems


@pytest.mark.parametrize(
    ("file", "id", "message"),
    [
        (lambda: b"only text", "FIL-020", NOT_WORD),
        (lambda: b"", "FIL-020", NOT_WORD),
        (lambda: good()[:9000], "FIL-020", NOT_WORD),
        (adding("word/_rels/x.xml.rels", b"<Relationships><"), "FIL-020", NOT_WORD),
        (
            lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
            "FIL-021",
            "附件“报名表”的文件是旧的 .doc 格式，或者设了打开密码",
        ),
        (adding("word/media/image9.png", b"\0" * 30_000_000), "FIL-022", "附件“报名表”的文件展开后过大"),
        (
            lambda: rebuilt(lambda parts: parts.update({f"x/{at}": b"" for at in range(4001)})),
            "FIL-022",
            "附件“报名表”的文件展开后过大",
        ),
        (
            replacing(TEXT, b"<w:document ", ENTITY + b"<w:document "),
            "FIL-023",
            "附件“报名表”的文件含有文档类型声明，可能有害",
        ),
        (
            adding("word/extra.xml", '<?xml version="1.0"?><!DOCTYPE x><x/>'.encode("utf-16")),
            "FIL-023",
            "附件“报名表”的文件含有文档类型声明，可能有害",
        ),
        (adding("word/vbaProject.bin", b"\xd0\xcf"), "FIL-024", "附件“报名表”的文件带有宏或控件"),
        (
            replacing(TYPES, WORDS_TYPE, b"ms-word.document.macroEnabled.main"),
            "FIL-024",
            "附件“报名表”的文件带有宏或控件",
        ),
        (adding("word/activeX/activeX1.xml", b"<x/>"), "FIL-024", "附件“报名表”的文件带有宏或控件"),
        (replacing(LINKS, END, IMAGE + END), "FIL-025", "附件“报名表”的文件链接了外面的文件"),
        (
            replacing(LINKS, END, IMAGE.replace(b"External", b"&#69;xternal") + END),
            "FIL-025",
            "附件“报名表”的文件链接了外面的文件",
        ),
        (
            replacing(LINKS, END, IMAGE.replace(b"file:///C:", b"\\\\server\\share") + END),
            "FIL-025",
            "附件“报名表”的文件链接了外面的文件",
        ),
        (
            replacing(LINKS, END, IMAGE.replace(b"file:///C:", b"http://example.invalid") + END),
            "FIL-025",
            "附件“报名表”的文件链接了外面的文件",
        ),
        (replacing(TEXT, b"</w:body>", FIELD), "FIL-025", "附件“报名表”的文件链接了外面的文件"),
        (
            replacing(LINKS, END, CHUNK + END),
            "FIL-025",
            "附件“报名表”的文件里插着另一个文件，打开时才会读进来",
        ),
        (lambda: rebuilt(dict.clear), "FIL-026", "附件“报名表”的文件不是Word文档"),
        (
            replacing(TYPES, b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"),
            "FIL-026",
            "附件“报名表”的文件不是Word文档",
        ),
        (
            replacing(TEXT, OOXML, b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
            "FIL-026",
            "附件“报名表”的文件是“Strict Open XML”格式",
        ),
        (replacing(TEXT, b"</w:body>", ENDNOTE), "FIL-027", "附件“报名表”的文件有尾注，合并后会与脚注混淆"),
        (replacing(TEXT, b"</w:body>", b""), "FIL-028", "附件“报名表”的文件无法合并"),
        (lambda: rebuilt(lambda parts: parts.pop(TEXT)), "FIL-028", "附件“报名表”的文件无法合并"),
    ],
)
def test_a_file_that_must_not_or_cannot_be_joined_is_told(file, id, message):
    (problem,) = refused(file())

    assert (problem.id, problem.message, problem.place) == (id, message, HERE)
    assert problem.hint


def test_what_is_linked_and_where_it_goes_is_shown():
    (problem,) = refused(replacing(LINKS, END, IMAGE + END)())

    assert problem.excerpt == "file:///C:/x.png"
    assert problem.hint == "在Word里把链接的图片或对象改成嵌入，或者断开链接"


def test_all_faulty_files_are_told_at_once():
    assert [one.id for one in refused(b"text", good(), b"\xd0\xcf\x11\xe0")] == ["FIL-020", "FIL-021"]


def test_an_archive_with_a_name_twice_is_refused():
    stream = io.BytesIO(good())
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(TEXT, b"<x/>")

    assert [one.id for one in check(stream.getvalue(), "表")] == ["FIL-020"]


def test_a_good_file_has_nothing_against_it():
    assert check(good(), "表") == []


def test_a_template_named_in_the_settings_does_no_harm():
    links = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + IMAGE + END
    )

    assert check(adding("word/_rels/settings.xml.rels", links)(), "表") == []


def test_a_file_cut_anywhere_is_refused_with_a_problem():
    whole = good()

    for length in range(0, len(whole), len(whole) // 40):
        assert [one.id for one in refused(whole[:length])] == ["FIL-020"]
