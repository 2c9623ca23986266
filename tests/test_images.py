"""Picture files: their size is read, decided and bounded; what cannot be used is told."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import images
from docgen.picture_size import measure
from docgen.problems import DocgenError, Place

HERE = Place("plan.yaml", 4, 9)


def png(width=40, height=20, dpi=None, colour=(200, 30, 30)):
    """A picture of one colour."""
    rows = b"".join(b"\0" + bytes(colour) * width for _ in range(height))
    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    density = chunk(b"pHYs", struct.pack(">IIB", *[round(dpi / 0.0254)] * 2, 1)) if dpi else b""
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", size)
        + density
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def jpeg(width=40, height=20, dpi=100):
    """The head of a JPEG file, as far as anything is read of it here."""
    app = b"\xff\xe0\x00\x10JFIF\0\x01\x01\x01" + struct.pack(">HH", dpi, dpi) + b"\0\0"
    frame = b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\0"
    return b"\xff\xd8" + app + frame + b"\xff\xda\x00\x08\x01\x01\0\0\x3f\0" + b"\0\xff\xd9"


def fault(call, *args, **more):
    with pytest.raises(DocgenError) as caught:
        call(*args, **more)
    (problem,) = caught.value.problems
    return problem


@pytest.fixture
def picture(tmp_path):
    """Writes a picture file and names its path."""

    def write(data, name="图.png"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def test_the_size_of_a_png_is_read():
    assert measure(png(40, 20, dpi=200)) == ("png", 40, 20, pytest.approx(200, abs=0.1))


def test_a_picture_without_density_has_96_dots_an_inch():
    assert measure(png(40, 20)).dpi == 96
    assert measure(jpeg(dpi=0)).dpi == 96


def test_the_size_of_a_jpeg_is_read():
    assert measure(jpeg(40, 20, 100)) == ("jpeg", 40, 20, 100)


@pytest.mark.parametrize(
    "before", [b"\xff\xdb\x00\x04\0\0", b"\xff\xee\x00\x04\0\0", b"\xff\xff\xe1\x00\x02", b"\xff\xd0"]
)
def test_a_jpeg_of_a_camera_or_telephone_is_read_too(before):
    whole = jpeg()
    frame = whole[whole.index(b"\xff\xc0") :]

    assert measure(b"\xff\xd8" + before + frame) == ("jpeg", 40, 20, 96)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a" + b"\0" * 40,
        b"BM" + b"\0" * 60,
        b"%PDF-1.4",
        png(0, 5),
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8",
    ],
)
def test_what_is_no_png_or_jpeg_has_no_size(data):
    with pytest.raises(ValueError):
        measure(data)


@pytest.mark.parametrize("whole", [png(40, 20, dpi=200), jpeg()])
def test_a_picture_cut_anywhere_is_measured_or_refused(whole):
    def width(data):
        try:
            return measure(data).width
        except ValueError:
            return None

    assert {width(whole[:length]) for length in range(len(whole))} == {None, 40}


@given(st.binary(max_size=80))
def test_any_bytes_are_measured_or_refused(data):
    for head in (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"):
        try:
            size = measure(head + data)
        except ValueError:
            continue
        assert size.width > 0 and size.height > 0 and size.dpi > 0


def test_a_picture_has_its_own_size(picture):
    image = images.load(picture(png(400, 200, dpi=200)))

    assert (image.suffix, image.width, image.height) == (
        "png",
        pytest.approx(50.8, abs=0.1),
        pytest.approx(25.4, abs=0.1),
    )
    assert image.data == png(400, 200, dpi=200)


def test_a_large_picture_is_made_as_wide_as_the_text(picture):
    image = images.load(picture(png(2000, 1000)))

    assert (image.width, image.height) == (156, 78)


def test_a_high_picture_leaves_room_for_its_caption(picture):
    path = picture(png(100, 2000))

    assert images.load(path).height == pytest.approx(225)
    assert images.load(path, caption="流程图").height == pytest.approx(213)


def test_a_width_that_is_given_is_kept_with_caption_and_place(picture):
    image = images.load(picture(png(40, 20)), 120, "流程图", HERE)

    assert (image.width, image.height, image.caption, image.place) == (120, 60, "流程图", HERE)


def test_a_width_beyond_the_text_is_told(picture):
    problem = fault(images.load, picture(png(40, 20)), 200, "", HERE)

    assert (problem.id, problem.message, problem.hint, problem.place) == (
        "FIL-012",
        "图片“图.png”要排200×100毫米，版心只有156×225毫米",
        "把“宽”改成不超过156",
        HERE,
    )


def test_a_width_that_makes_it_too_high_is_told(picture):
    problem = fault(images.load, picture(png(100, 200)), 130)

    assert (problem.message, problem.hint) == (
        "图片“图.png”要排130×260毫米，版心只有156×225毫米",
        "把“宽”改成不超过112",
    )


def test_a_file_that_is_no_picture_is_told(picture):
    problem = fault(images.load, picture(b"text", "图.gif"), place=HERE)

    assert (problem.id, problem.message, problem.hint, problem.place) == (
        "FIL-011",
        "“图.gif”不是可以使用的图片",
        "用画图或看图软件另存为 .png 或 .jpg 文件",
        HERE,
    )


def test_a_file_that_is_not_there_is_told(tmp_path):
    problem = fault(images.load, tmp_path / "无.png", place=HERE)

    assert (problem.id, problem.message, problem.place) == ("FIL-010", "找不到或打不开图片“无.png”", HERE)
    assert problem.hint == "检查文件名和后缀；相对的路径从数据文件所在的文件夹算起"


def test_a_picture_of_too_many_bytes_is_told_unread(picture, monkeypatch):
    monkeypatch.setattr(images, "MOST_BYTES", 10)
    problem = fault(images.load, picture(png()))

    assert problem.id == "FIL-013"
