"""汇编: whole papers, each as it is alone, in one file behind a cover and a table of contents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from docgen.assembly import binding, foreign_part, front, lead, look, opc, own_part, sections, toc, volume
from docgen.assembly.book import Book
from docgen.assembly.entries import Entry, Levels, around, bookmark
from docgen.assembly.listed import WORD, Found
from docgen.assembly.part import Part
from docgen.assembly.shell import shell
from docgen.formats import PageFormat
from docgen.i18n import _
from docgen.problems import (
    DocgenError,
    Place,
    Problem,
    Severity,
    error,
    stop_on_errors,
    warning,
)
from docgen.word.furniture import is_two_sided

START = bookmark(0, 1)
"""The bookmark on page 1."""

FROM_ONE = '<w:pgNumType w:start="1"/>'
ROMAN_FROM_ONE = '<w:pgNumType w:fmt="upperRoman" w:start="1"/>'
MOST_ROUNDS = 6
PLACEHOLDER = "000"
"""What stands for numbers while the pages of the table of contents itself are counted."""

Measure = Callable[[bytes], "dict[str, int]"]


class Bindable(NamedTuple):
    """A book whose parts are ready: the cover (None without), its papers and dividers, how deep its
    table of contents goes."""

    book: Book
    cover: Part | None
    body: tuple[Part, ...]
    levels: Levels
    look: look.Look

    @property
    def entries(self) -> list[Entry]:
        return [entry for part in self.body for entry in part.entries]


def ready(book: Book, parts: Sequence[Found]) -> tuple[Bindable, list[Problem]]:
    """All `parts` of `book`, built or joined, and what was told of them. Raises `DocgenError` with
    everything that is wrong with any of them."""
    first = 1 + any(part.divider for part in parts)
    levels = Levels(first, first - 1 + book.levels if book.levels else 0)
    figures = look.look()._replace(deepest=levels.deepest, divided=first > 1)
    body: list[Part] = []
    problems: list[Problem] = []
    for part in parts:
        if part.divider:
            divided = front.divider(part.divider, len(body) + 1, book.format, figures)
            body.append(divided if levels.deepest else divided._replace(entries=()))
        if part.path:
            try:
                made, told = _made(part, len(body) + 1, levels, book.format)
                body.append(made)
            except DocgenError as fault:
                told = fault.problems
            problems += [_placed(one, part) for one in told]
    stop_on_errors(problems)
    cover = front.cover(book.title, book.organs, book.date, book.format, figures) if book.cover else None
    return Bindable(book, cover, tuple(body), levels, figures), problems


def _made(part: Found, number: int, levels: Levels, format: PageFormat) -> tuple[Part, list[Problem]]:
    path = part.path
    assert path is not None
    if path.suffix.lower() in WORD:
        return foreign_part.joined(path, part.title, number, levels, format)
    made, told = own_part.built(path, number, levels, format)
    if part.title:
        hint = _("标题在计划里改")
        told = [
            *told,
            warning("ASM-012", _("“标题”只用在Word文件上，计划用它自己的标题"), part.place, hint=hint),
        ]
    return made, told


def _placed(problem: Problem, part: Found) -> Problem:
    return problem if problem.place else replace(problem, place=Place(str(part.path)))


def bound(bindable: Bindable, measure: Measure | None) -> tuple[bytes, list[Problem]]:
    """The .docx, its page numbers by `measure`: laid out and written again until they stay the same.
    Without `measure` they are left to the program that opens the file, which is told (ASM-020)."""
    if not bindable.levels.deepest:
        return _written(bindable, None, False), []
    if measure is None:
        return _written(bindable, None, True), []
    numbers = {entry.bookmark: PLACEHOLDER for entry in bindable.entries}
    for _round in range(MOST_ROUNDS):
        docx = _written(bindable, numbers, False)
        found = _numbers(bindable.entries, measure(docx))
        if found == numbers:
            return docx, []
        numbers = found
    sentence = _("目录的页码排了{count}次还没有稳定下来").format(count=MOST_ROUNDS)
    hint = _("在Word里打开，按 Ctrl+A、F9 更新目录")
    return _written(bindable, None, True), [
        warning("ASM-021", sentence, Place(str(bindable.book.path)), hint=hint)
    ]


def _numbers(entries: Sequence[Entry], pages: dict[str, int]) -> dict[str, str]:
    missing = [entry.text for entry in entries if entry.bookmark not in pages]
    if missing or START not in pages:
        hint = _("LibreOffice要7.4以上的版本")
        sentence = _("排出的版面里找不到目录的条目")
        raise DocgenError(error("ASM-022", sentence, excerpt="、".join(missing[:1]), hint=hint))
    return {entry.bookmark: str(pages[entry.bookmark] - pages[START] + 1) for entry in entries}


def unmeasured(reason: DocgenError) -> list[Problem]:
    """What is told where pages cannot be measured."""
    hint = _("打开文件时Word问是否更新域，选“是”；或者按 Ctrl+A、F9。{hint}")
    return [
        Problem(
            "ASM-020",
            Severity.WARNING,
            _("目录的页码要在打开文件时更新：{reason}").format(reason=one.message),
            hint=hint.format(hint=one.hint),
        )
        for one in reason.problems
    ]


def _written(bindable: Bindable, numbers: toc.Numbers | None, anew: bool) -> bytes:
    book = bindable.book
    parts = [*_front(bindable, numbers), *_body(bindable)]
    tied = binding.bind(parts, opc.read(shell(book.format)))
    title, organ = "".join(book.title), "、".join(book.organs)
    return volume.written(tied, title, organ, book.format, bindable.levels, bindable.look, anew)


def _front(bindable: Bindable, numbers: toc.Numbers | None) -> Iterator[Part]:
    """The cover and the table of contents, which begins on the front of a sheet."""
    book = bindable.book
    if bindable.cover:
        yield bindable.cover
    if bindable.levels.deepest:
        contents = toc.contents(bindable.entries, numbers, book.format, bindable.look)
        turns = is_two_sided(book.format) and bindable.cover is not None
        if book.numbered_from_contents:
            yield _begun(contents, FROM_ONE, turns, START)
        else:
            yield _begun(contents, ROMAN_FROM_ONE, turns, "")


def _body(bindable: Bindable) -> list[Part]:
    """The papers and dividers; the first begins on the front of a sheet, all where the book says so, and
    those whose colophon is to stand on an even page."""
    book, first = bindable.book, bindable.body[0]
    rest = [_begun(part, "", book.on_odd_pages or part.on_front, "") for part in bindable.body[1:]]
    if book.numbered_from_contents and bindable.levels.deepest:
        return [_begun(first, "", book.on_odd_pages or first.on_front, ""), *rest]
    turns = is_two_sided(book.format) and (bindable.cover is not None or bool(bindable.levels.deepest))
    return [_begun(first, FROM_ONE, turns, START), *rest]


def _begun(part: Part, count: str, on_odd_page: bool, name: str) -> Part:
    """`part` whose pages are counted as `count` says, with a bookmark called `name` at its beginning."""
    body = sections.counting(part.body, count, on_odd_page)
    return part._replace(body=lead.begun(body, "".join(around(name))) if name else body)
