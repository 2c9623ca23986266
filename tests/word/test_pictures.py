"""Pictures in line: their XML, their parts, and how they stand on the page."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from lxml import etree

from docgen import formats
from docgen.document import Image, Paper, Paragraph
from docgen.numbering import number
from docgen.word.package import write
from docgen.word.pictures import Album
from docgen.word.runs import Pen

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = {
    "w": W,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


def png(red=200):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes((red, 30, 30)) * 40 for _ in range(20))
    size = struct.pack(">IIBBBBB", 40, 20, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", size)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def image(caption="", data=None):
    return Image(png() if data is None else data, "png", 120, 60, caption)


def tree(*images):
    album = Album()
    xml = "".join(album.write(one, Pen()) for one in images)
    return etree.fromstring(f'<w:body xmlns:w="{W}">{xml}</w:body>'), album


def find(tree, path):
    return tree.xpath(path, namespaces=NAMESPACES)


def document(*blocks):
    return write(number(Paper(("工作计划",), blocks))[0], formats.load())


def test_a_picture_stands_alone_in_its_paragraph_in_its_size():
    xml, _album = tree(image())

    assert len(xml) == 1
    assert find(xml, "w:p/w:pPr/w:pStyle/@w:val") == ["Picture"]
    assert find(xml, "//wp:extent/@cx") == find(xml, "//a:ext/@cx") == [str(120 * 36000)]
    assert find(xml, "//wp:extent/@cy") == find(xml, "//a:ext/@cy") == [str(60 * 36000)]


def test_the_caption_stands_below_and_is_the_alternative_text():
    xml, _album = tree(image('图1 "甲"<乙>'))

    assert find(xml, "w:p/w:pPr/w:pStyle/@w:val") == ["Picture", "Caption"]
    assert find(xml, "w:p[2]//w:t/text()") == ['图1 "甲"<乙>']
    assert find(xml, "//wp:docPr/@descr") == ['图1 "甲"<乙>']
    assert len(find(xml, "w:p[1]/w:pPr/w:keepNext")) == 1
    assert find(xml, "w:p[2]/w:pPr/w:keepNext/@w:val") == ["0"]


def test_drawings_are_counted():
    xml, _album = tree(image(), image(), image())

    assert find(xml, "//wp:docPr/@id") == ["1", "2", "3"]


def test_equal_pictures_share_a_part():
    other = png(7)
    xml, album = tree(image(), image(data=other), image("又一次"))

    assert [(one.name, one.relation, one.data) for one in album.media] == [
        ("word/media/image1.png", "rIdImage1", png()),
        ("word/media/image2.png", "rIdImage2", other),
    ]
    assert find(xml, "//a:blip/@r:embed") == ["rIdImage1", "rIdImage2", "rIdImage1"]


def test_a_picture_behind_the_text_says_its_place_and_shares_parts_and_numbers_with_those_in_line():
    album = Album()
    runs = album.write(image(), Pen()) + f"<w:p>{album.behind(image(), 1000, -200)}</w:p>"
    xml = etree.fromstring(f'<w:body xmlns:w="{W}">{runs}</w:body>')

    assert find(xml, "//wp:anchor/@behindDoc") == ["1"]
    assert find(xml, "//wp:positionH[@relativeFrom='margin']/wp:posOffset/text()") == ["635000"]
    assert find(xml, "//wp:positionV[@relativeFrom='paragraph']/wp:posOffset/text()") == ["-127000"]
    assert find(xml, "//wp:anchor/wp:extent/@cx") == [str(120 * 36000)]
    assert find(xml, "//wp:docPr/@id") == ["1", "2"]
    assert find(xml, "//a:blip/@r:embed") == ["rIdImage1", "rIdImage1"]


def test_the_package_holds_each_part_once():
    with zipfile.ZipFile(io.BytesIO(document(image(), Paragraph(("文字。",)), image()))) as parts:
        media = [name for name in parts.namelist() if name.startswith("word/media/")]

        assert media == ["word/media/image1.png"]
        assert parts.read(media[0]) == png()


@pytest.mark.rendered
def test_a_document_that_ends_with_a_captioned_picture_is_valid(validate):
    validate(document(Paragraph(("文字。",)), image("图1　流程"), image()))


@pytest.mark.rendered
def test_a_picture_pushes_the_text_below_it_down(render):
    (page,) = render(document(Paragraph(("上面。",)), image("图一"), Paragraph(("下面。",)))).pages
    lines = {line.text: line for line in page.lines}

    assert lines["图一"].baseline - lines["上面。"].baseline > 60
    assert lines["下面。"].baseline > lines["图一"].baseline
    assert lines["图一"].centre == pytest.approx(28 + 78, abs=1)
