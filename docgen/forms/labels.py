"""A form whose controls lost their tags, as LibreOffice 7 saves it → what was filled in, by the words beside
and above: the left column of the first table, the headings of chapters, the heads of tables."""

from __future__ import annotations

from typing import Any

from docgen.forms.asked import Asked, Chapter
from docgen.forms.found import Found, W, Words, filled
from docgen.forms.write_form import LOCKED


def by_labels(body: Any, form: Asked) -> Found:
    """What the form holds; what cannot be told from its place is left out, and so told as missing."""
    numbers = {paragraph: number for number, paragraph in enumerate(body.iter(f"{W}p"), 1)}
    texts: dict[str, Words] = {}
    lists: dict[str, list[dict[str, Words]]] = {}
    chapters = {one.title: one for one in (*form.chapters, *form.lists)}
    chapter: Chapter | None = None
    for block in body.iter(f"{W}p", f"{W}tbl"):
        if next(block.iterancestors(f"{W}tbl"), None) is not None:
            continue
        if block.tag == f"{W}tbl":
            if chapter is None:
                texts |= _fields(block, {one.name for one in form.fields}, numbers)
            elif chapter.columns:
                lists.setdefault(chapter.key, []).extend(_rows(block, chapter, numbers))
            continue
        words = Words(filled(block), numbers[block])
        if _bare(words.text) in chapters:
            chapter = chapters[_bare(words.text)]
        elif chapter and not chapter.columns:
            _join(texts, (LOCKED if chapter.locked else "") + chapter.key, words)
    return Found(texts, lists)


def _join(texts: dict[str, Words], tag: str, words: Words) -> None:
    """Puts a paragraph of a chapter to those before it."""
    before = texts.get(tag)
    if before is None or not before.text:
        texts[tag] = words
    elif words.text:
        texts[tag] = before._replace(text=f"{before.text}\n{words.text}")


def _fields(table: Any, names: set[str], numbers: dict[Any, int]) -> dict[str, Words]:
    rows = (list(row.iter(f"{W}tc")) for row in table.iter(f"{W}tr"))
    return {
        _bare(filled(cells[0])): _words(cells[1], numbers)
        for cells in rows
        if len(cells) > 1 and _bare(filled(cells[0])) in names
    }


def _rows(table: Any, chapter: Chapter, numbers: dict[Any, int]) -> list[dict[str, Words]]:
    rows = [list(row.iter(f"{W}tc")) for row in table.iter(f"{W}tr")]
    names = [_bare(filled(cell)) for cell in rows[0]] if rows else []
    known = {column.name for column in chapter.columns}
    read = (
        {name: _words(cell, numbers) for name, cell in zip(names, cells, strict=False) if name in known}
        for cells in rows[1:]
    )
    kept = ({name: words for name, words in row.items() if words.text} for row in read)
    return [row for row in kept if row]


def _words(cell: Any, numbers: dict[Any, int]) -> Words:
    first = next(cell.iter(f"{W}p"), None)
    return Words(filled(cell), numbers.get(first, 0))


def _bare(label: str) -> str:
    return label.strip().removesuffix("*")
