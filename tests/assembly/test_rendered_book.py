"""A book as it is laid out: every entry of its table of contents against the page it names."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm

import docgen
from tests.assembly.conftest import book, contents, plan, saved, word_file
from tests.conftest import Render, Rendered, Validate

EXAMPLE = Path(__file__).parents[2] / "examples" / "book"
MORE = "".join(f"      第{number}项工作按月推进，责任到人，学期末检查落实。\n" for number in range(1, 31))

pytestmark = pytest.mark.rendered


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a Word file of someone else's on landscape pages."""
    folder = tmp_path_factory.mktemp("book")
    shutil.copytree(EXAMPLE / "schools", folder / "schools")
    book = (EXAMPLE / "book.yaml").read_text(encoding="utf-8")
    (folder / "book.yaml").write_text(f"{book}  - 校车.docx\n", encoding="utf-8")
    document = Document(io.BytesIO(word_file(header="校车办")))
    document.sections[0].page_width, document.sections[0].page_height = Mm(297), Mm(210)
    (folder / "校车.docx").write_bytes(saved(document))
    return folder


@pytest.fixture(scope="module", params=["as it is", "grown by pages"])
def laid_out(request: pytest.FixtureRequest, folder: Path, render: Render) -> tuple[bytes, Rendered]:
    plan = folder / "schools" / "county.yaml"
    text = plan.read_text(encoding="utf-8")
    if request.param == "grown by pages":
        plan.write_text(
            text.replace("    正文: 改造", f"    正文: |\n{MORE}      改造"),
            encoding="utf-8",
        )
    docx = docgen.assemble(folder / "book.yaml").to_bytes()
    plan.write_text(text, encoding="utf-8")
    return docx, render(docx)


def first_of_body(rendered: Rendered) -> int:
    """How many pages stand before page 1."""
    before = [
        at for at, page in enumerate(rendered.pages) if any("....." in line.text for line in page.lines)
    ]
    return before[-1] + 1


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_every_entry_stands_on_its_page(laid_out: tuple[bytes, Rendered]) -> None:
    docx, rendered = laid_out
    start = first_of_body(rendered)

    wrong = []
    for text, number in contents(docx):
        lines = {squeezed(line.text) for line in rendered.pages[start + int(number) - 1].lines}
        if squeezed(text) not in lines:
            wrong.append((text, number))

    assert len(contents(docx)) == 17
    assert wrong == []


def test_the_entries_are_printed_with_their_numbers(laid_out: tuple[bytes, Rendered]) -> None:
    docx, rendered = laid_out
    printed = [
        squeezed(line.text)
        for page in rendered.pages[: first_of_body(rendered)]
        for line in page.lines
        if "....." in line.text
    ]

    assert [re.sub(r"\.+", "…", line) for line in printed] == [
        f"{squeezed(text)}…{number}" for text, number in contents(docx)
    ]


def test_page_numbers_run_on_from_the_first_part(laid_out: tuple[bytes, Rendered]) -> None:
    _docx, rendered = laid_out
    body = rendered.pages[first_of_body(rendered) :]

    numbers = {page.number.value - at for at, page in enumerate(body) if page.number}

    assert numbers == {1}


def test_pages_stay_turned(laid_out: tuple[bytes, Rendered]) -> None:
    _docx, rendered = laid_out

    assert sum(page.width > page.height for page in rendered.pages) == 2


def test_a_part_that_grows_moves_what_follows(folder: Path, laid_out: tuple[bytes, Rendered]) -> None:
    docx, rendered = laid_out
    numbers = [int(number) for _text, number in contents(docx)]

    assert numbers == sorted(numbers)
    assert len(rendered.pages) == first_of_body(rendered) + numbers[-1]


def test_the_book_is_valid(laid_out: tuple[bytes, Rendered], validate: Validate) -> None:
    validate(laid_out[0])


def test_a_colophon_on_an_even_page_stands_on_one_of_the_book(tmp_path: Path, render: Render) -> None:
    colophon = "版记: {抄送: [县委办公室], 印发机关: 县教育局, 印发日期: 2026-09-01, 双页: 是}\n"
    for name, more in (("一", ""), ("二", colophon)):
        (tmp_path / f"{name}.yaml").write_text(plan(f"{name}号通知", "开学", more=more), encoding="utf-8")
    path = book(tmp_path, "标题: 通知汇编\n封面: 否\n目录: 否\n组成: [一.yaml, 二.yaml]\n")
    rendered = render(docgen.assemble(path).to_bytes())

    numbers = [page.number.value if page.number else None for page in rendered.pages]
    ends = [at for at, page in enumerate(rendered.pages) if any("抄送" in line.text for line in page.lines)]
    # The blank page 2 is none of the PDF's.
    assert (numbers, ends) == ([1, 3, 4], [2])
