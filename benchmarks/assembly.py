"""Forty papers bound to a book: docgen against docxcompose, on the same .docx files.

    python -m benchmarks.assembly [PAPERS [SECTIONS]]      default 40 6

docxcompose appends the files one to another. docgen joins the same files, and sets cover, dividers' places,
bookmarks and the table of contents; page numbers are measured by LibreOffice, which is not part of either.
The last line is the whole way from the plans' YAML.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import yaml

from benchmarks.pipeline import plan
from benchmarks.run import paper
from docgen import pipeline
from docgen.assembly import compendium, front, look, own_part
from docgen.assembly.book import Book, read
from docgen.assembly.entries import Levels
from docgen.assembly.listed import found
from docgen.made import Document
from docgen.pipeline import Result

LEVELS = Levels(1, 2)
ROUNDS = 5

Made = TypeVar("Made")


def books(folder: Path, papers: int, sections: int) -> Book:
    """A book of `papers` plans with `sections` each, in `folder`."""
    (folder / "学校").mkdir()
    for number in range(1, papers + 1):
        data = plan(paper(sections)) | {"标题": f"第{number}小学工作计划"}
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)
        (folder / "学校" / f"{number}.yaml").write_text(text, encoding="utf-8")
    path = folder / "汇编.yaml"
    path.write_text("标题: 工作计划汇编\n组成: [{文件夹: 学校}]\n", encoding="utf-8")
    return read(path)


def join(book: Book, files: list[bytes], results: list[Result]) -> bytes:
    """The book of our own `files`, which were made of `results`."""
    pairs = enumerate(zip(files, results, strict=True), 1)
    parts = tuple(own_part.made(file, result, at, LEVELS, book.format) for at, (file, result) in pairs)
    figures = look.look()._replace(deepest=LEVELS.deepest)
    cover = front.cover(book.title, (), "", book.format, figures)
    return compendium.bound(compendium.Bindable(book, cover, parts, LEVELS, figures), None)[0]


def whole(book: Book) -> bytes:
    """The book from its plans."""
    return compendium.bound(compendium.ready(book, found(book)[0])[0], None)[0]


def compose(files: list[bytes]) -> bytes:
    """The `files` appended by docxcompose."""
    import docx
    from docxcompose.composer import Composer

    composer = Composer(docx.Document(io.BytesIO(files[0])))
    for file in files[1:]:
        composer.append(docx.Document(io.BytesIO(file)))
    stream = io.BytesIO()
    composer.save(stream)
    return stream.getvalue()


def best(make: Callable[[], Made], rounds: int) -> float:
    """The shortest of `rounds` times that `make` takes, in seconds."""
    times = []
    for _round in range(rounds):
        begun = time.process_time()
        make()
        times.append(time.process_time() - begun)
    return min(times)


def main(papers: int = 40, sections: int = 6) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = books(Path(folder), papers, sections)
        results = [pipeline.run(part.path) for part in found(book)[0] if part.path]
        files = [Document(result).to_bytes() for result in results]
        ours = best(lambda: join(book, files, results), ROUNDS)
        theirs = best(lambda: compose(files), 2)
        print(f"{papers} papers of {sections} sections, {sum(map(len, files)) // papers} bytes each")
        print(f"docxcompose  {theirs * 1000:8.1f} ms")
        print(f"docgen       {ours * 1000:8.1f} ms   1/{theirs / ours:.0f}")
        print(f"  from plans {best(lambda: whole(book), 2) * 1000:8.1f} ms")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
