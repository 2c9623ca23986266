"""Pages drawn as pictures, faults framed."""

from __future__ import annotations

import sys

import pypdfium2
import pytest
from PIL import Image

from docgen.problems import DocgenError, NotInstalled
from docgen.verify import png
from docgen.verify.measure import Box

PER_MM = png.RESOLUTION / 25.4


@pytest.fixture
def pdf(tmp_path):
    """Twelve blank pages."""
    path = tmp_path / "空白.pdf"
    document = pypdfium2.PdfDocument.new()
    for _number in range(12):
        document.new_page(595.3, 841.9)
    document.save(path)
    document.close()
    return path


def pixel(path, x, y):
    """The colour at a place given in mm."""
    with Image.open(path) as picture:
        return picture.getpixel((x * PER_MM, y * PER_MM))


def reddish(path):
    """How many dots are of the frames' colour."""
    with Image.open(path) as picture:
        return sum(count for count, colour in picture.getcolors() if colour == png.RED)


def test_pictures_are_named_by_their_page_and_come_in_order(pdf, tmp_path):
    folder = tmp_path / "新建" / "图"
    drawn = png.draw(pdf, folder)
    assert [path.name for path in drawn] == [f"page-{number}.png" for number in range(1, 13)]
    assert set(drawn) == set(folder.iterdir())
    with Image.open(drawn[0]) as picture:
        assert picture.size == (827, 1170)


def test_what_is_wrong_is_framed_on_its_page_and_no_other(pdf, tmp_path):
    drawn = png.draw(pdf, tmp_path, [("PAG-405", Box(2, 50, 100, 80, 120))])
    assert pixel(drawn[1], 50 - png.AROUND, 110) == png.RED
    assert pixel(drawn[1], 65, 110) == (255, 255, 255)
    assert [reddish(path) > 0 for path in drawn[:3]] == [False, True, False]


def test_faults_of_one_thing_share_a_frame_and_all_their_numbers_are_written(pdf, tmp_path):
    box = Box(1, 50, 100, 80, 120)
    once = reddish(png.draw(pdf, tmp_path, [("PAG-405", box), ("PAG-405", box)])[0])
    both = reddish(png.draw(pdf, tmp_path, [("PAG-405", box), ("PAG-406", box)])[0])
    assert both > once


@pytest.mark.parametrize(
    "box", [Box(1, -5, -5, 300, 400), Box(1, 205, 290, 209, 296), Box(1, 10, 10, 10, 10)]
)
def test_a_frame_at_the_edge_stays_on_the_page(pdf, tmp_path, box):
    assert reddish(png.draw(pdf, tmp_path, [("PAG-114", box)])[0])


def test_a_machine_without_the_libraries_is_told(monkeypatch, pdf, tmp_path):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(NotInstalled, match="PAG-007 缺少 pypdfium2 和 Pillow"):
        png.draw(pdf, tmp_path)


def test_a_file_that_is_no_pdf_is_told(tmp_path):
    path = tmp_path / "假.pdf"
    path.write_bytes(b"not a pdf")
    with pytest.raises(DocgenError, match="PAG-008 页面图片没有画成"):
        png.draw(path, tmp_path)
