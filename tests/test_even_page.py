"""版记 on an even page, counted by LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen import api, even_page, pipeline
from docgen import libreoffice as renderer
from docgen.document import Colophon, Paper, Paragraph
from docgen.formats import load
from docgen.numbering import number
from docgen.problems import NotInstalled
from docgen.source.values import Record

LINE = Paragraph(("校" * 26,))
TITLE_AND_BLANK = 2
EVEN = Colophon(copies=("县委办公室",), printer="局办公室", printed="2026年9月1日", even=True)


def numbered(lines, colophon=EVEN):
    return number(Paper(("关于做好开学工作的通知",), (LINE,) * (lines - TITLE_AND_BLANK), colophon=colophon))[
        0
    ]


@pytest.mark.clause("PN-05", "RC-09")
@pytest.mark.rendered
@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (10, [1, 2]),  # the text ends on page 1
        (22, [1, 2]),  # and fills it
        (30, [1, 2]),  # on page 2, which has room
        (42, [1, 2]),  # just
        (43, [1, 2, None, None]),  # just not
        (44, [1, 2, None, None]),
        (50, [1, 2, 3, 4]),
    ],
)
def test_the_last_page_is_even_and_a_blank_one_before_it_carries_no_number(lines, numbers, render, validate):
    docx = even_page.write(numbered(lines), load())
    validate(docx)

    pages = render(docx).pages

    assert [page.number and page.number.value for page in pages] == numbers
    assert pages[-1].rules[-1].level == pytest.approx(262, abs=0.5)
    if numbers[-1] is None:
        assert pages[-2].lines == ()


@pytest.mark.parametrize(
    ("even", "format", "expected"),
    [
        (True, load(), True),
        (None, load(), False),
        (None, load({"继承": "gbt9704", "版记": {"双页": "是"}}), True),
        (False, load({"继承": "gbt9704", "版记": {"双页": "是"}}), False),
    ],
)
def test_the_paper_decides_before_the_page_format(even, format, expected, monkeypatch):
    monkeypatch.setattr(even_page, "write", lambda *_paper: b"even")
    colophon = Colophon(copies=("县委办公室",), even=even)
    document = api.Document(pipeline.Result(numbered(5, colophon), format, (), Record(), Path()))

    assert (document.to_bytes() == b"even") is expected


def test_without_libreoffice_it_cannot_be_counted(monkeypatch):
    def absent():
        raise NotInstalled(renderer._no_soffice())

    monkeypatch.setattr(renderer, "find_soffice", absent)

    with pytest.raises(NotInstalled) as caught:
        even_page.write(numbered(5), load())

    [problem] = caught.value.problems
    assert problem.message == "版记要排在双页上，得先数页数：没有找到 LibreOffice，不能排出版面"
    assert problem.hint.startswith("安装 LibreOffice")
    assert problem.hint.endswith("；不必排在双页上，就在“版记”里写“双页: 否”")
