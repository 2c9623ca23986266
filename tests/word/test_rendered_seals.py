"""Where LibreOffice puts seals and signature stamps (GB/T 9704 7.3.5.1, 7.3.5.3)."""

from __future__ import annotations

import struct
import zlib

import pytest

from docgen.document import Attachment, Image, Paper, Paragraph, Signature, Signer
from docgen.formats import load
from docgen.numbering import number
from docgen.word import write

pytestmark = pytest.mark.rendered

LINE = 28.95 * 25.4 / 72  # mm
EM = 16 * 25.4 / 72
LEFT, RIGHT = 28, 28 + 156
DATE = "2026年12月31日"
TEXT = Paragraph(
    ("各备课组要认真研究课程标准，做好单元整体设计，切实提高课堂效率，不断完善教学常规管理制度。",)
)
SHORT = ("某某县教育局", "某某县公安局", "某某县财政局", "某某县民政局", "某某县水利局", "某某县司法局")
LONG = (
    "某某县教育局",
    "某某县文化广电和旅游局",
    "某某县卫生健康局",
    "某某县市场监督管理局",
    "某某县公安局",
)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def frame(width, height, round_):
    """A red outline on a transparent ground: a ring, or a box."""

    def red(x, y):
        if round_:
            return 0.9 < (2 * x / width - 1) ** 2 + (2 * y / height - 1) ** 2 < 1
        return min(x, y, width - 1 - x, height - 1 - y) < 3

    pixels = (
        b"\0" + b"".join(b"\xe0\x10\x10\xff" if red(x, y) else bytes(4) for x in range(width))
        for y in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"".join(pixels))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


RING, BOX = frame(84, 84, True), frame(114, 45, False)


def seal(size=42.0):
    return Image(RING, "png", size, size)


def stamp(height=15.0):
    return Image(BOX, "png", 38, height)


def sealed(*organs, size=42.0):
    return Signature(organs, DATE, True, tuple(seal(size) for _organ in organs))


@pytest.fixture
def rendered(render, validate):
    def rendered(signature, **parts):
        numbered, problems = number(
            Paper(("关于做好开学工作的通知",), (TEXT, TEXT), signature=signature, **parts)
        )
        assert problems == []
        data = write(numbered, load())
        validate(data)
        return render(data)

    return rendered


def lines_of(page):
    return {piece.text.replace(" ", ""): piece for line in page.lines for piece in line.pieces()}


def middle(box):
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


@pytest.mark.parametrize("size", [38.0, 42.0, 50.0])
def test_name_and_date_lie_below_the_middle_of_a_seal_that_is_within_a_line_of_the_text(size, rendered):
    [page] = rendered(sealed("某某县教育局", size=size)).pages
    [picture] = page.pictures
    lines = lines_of(page)
    name, date = lines["某某县教育局"], lines[DATE]
    body = page.lines[page.lines.index(name) - 1]

    across, down = middle(picture)
    assert across == pytest.approx(name.centre, abs=0.5)
    assert down < (name.top + name.bottom) / 2 + 0.2
    assert date.bottom < picture.bottom
    assert 0 < picture.top - body.bottom < LINE
    assert RIGHT - date.right == pytest.approx(4 * EM, abs=1)


@pytest.mark.parametrize("organs", [SHORT[:2], SHORT[:3], SHORT[:5], SHORT, LONG])
def test_each_organ_has_its_seal_in_straight_rows_that_keep_apart(organs, rendered):
    document = rendered(sealed(*organs), attachments=(Attachment("任务分解表", (TEXT,)),))
    page = next(page for page in document.pages if page.pictures)

    checks = ("seal.over", "seal.middle", "seal.top", "seal.apart", "sign.date.right", "sign.alone")
    assert document.failed(*checks) == set()
    assert len(page.pictures) == len(organs)
    assert len({round(picture.top) for picture in page.pictures}) == -(
        -len(organs) // (2 if organs is LONG else 3)
    )
    lines = lines_of(page)
    assert set(organs) <= set(lines), "names do not run into each other"


def test_a_post_has_its_stamp_beside_it_and_the_date_a_line_below(rendered):
    document = rendered(Signature((), DATE, signers=(Signer("某某县教育局局长", "张某某", stamp()),)))
    [page] = document.pages
    [picture] = page.pictures
    lines = lines_of(page)

    assert document.failed("stamp.right", "stamp.post", "stamp.middle", "sign.date.right") == set()
    body = page.lines[-3]
    assert picture.top - body.bottom == pytest.approx(2 * LINE, abs=2)
    assert lines[DATE].top - picture.bottom == pytest.approx(LINE + 3, abs=2), (
        "a line's text begins 3 mm down"
    )


def test_signers_stand_under_each_other_the_lead_first(rendered):
    signers = (
        Signer("某某县教育局局长", "张某某", stamp()),
        Signer("某某县公安局局长", "李某某", stamp()),
        Signer("某某县财政局局长", "王某某"),
    )
    document = rendered(Signature((), DATE, signers=signers))
    [page] = document.pages
    posts = [lines_of(page)[signer.post] for signer in signers]

    assert document.failed("stamp.right", "stamp.post", "stamp.middle") == set()
    assert [post.baseline for post in posts] == sorted(post.baseline for post in posts)
    assert max(post.right for post in posts) - min(post.right for post in posts) < 0.5
    upper, lower = sorted(page.pictures, key=lambda picture: picture.top)
    assert lower.top - upper.bottom > 3
    assert lines_of(page)["王某某"].left == pytest.approx(upper.left, abs=0.7)
