"""BOOK.yaml → the book: what it is called, what stands before its parts, which parts it has."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from docgen import dates, formats
from docgen.i18n import _
from docgen.problems import DocgenError, Place, Problem, error, has_errors, stop_on_errors, warning
from docgen.source.load import load
from docgen.source.values import Day, Record, as_list, place_of

if TYPE_CHECKING:
    from docgen.formats import PageFormat
    from docgen.schema.schema import Schema

MERGED = "合编"
FROM_CONTENTS = "目录"
LEVELS = 2
OF_BOOKS, OF_MERGED = ("标题", "单位", "日期", "格式", "封面", "目录", "页码", "单页起"), ("总稿",)
"""The keys that only one kind of book takes note of: 汇编, 合编."""


class Listed(NamedTuple):
    """What 组成 lists: a `file` or a `folder` (names as typed, one of them empty, both for a divider
    alone), the title it is to have in the table of contents, what its divider says; empty where it says
    nothing."""

    file: str = ""
    folder: str = ""
    title: str = ""
    divider: str = ""
    place: Place | None = None


class Book(NamedTuple):
    """A BOOK.yaml. `merged` is the plan into which the chapters of the parts go (合编), empty for a book
    of whole papers (汇编). `levels` of the table of contents are counted from the titles of the papers
    (1 to 3), 0 for no table; `numbered_from_contents`: its first page is page 1; `on_odd_pages`: every
    part begins on the front of a sheet."""

    path: Path
    title: tuple[str, ...]
    organs: tuple[str, ...]
    date: str
    format: PageFormat
    cover: bool
    levels: int
    numbered_from_contents: bool
    on_odd_pages: bool
    merged: str
    listed: tuple[Listed, ...]
    problems: tuple[Problem, ...]

    @property
    def folder(self) -> Path:
        return self.path.parent


@lru_cache(maxsize=1)
def schema() -> Schema:
    """What a BOOK.yaml may hold."""
    from docgen import data_files
    from docgen.resources import folder
    from docgen.schema.combine import combine
    from docgen.schema.schema import Schema

    return Schema(combine({}, data_files.load(folder("data") / "assembly" / "schema.yaml")))


def read(path: Path) -> Book:
    """The book in the file at `path`. Raises `CannotRead` where there is no such file, `DocgenError` with
    all that is wrong with it."""
    from docgen.schema.check import check

    data, problems = load(path)
    if has_errors(problems):
        raise DocgenError(problems)
    data, found = check(data, schema())
    problems += found
    merged = data.get("方式") == MERGED
    problems += [*_lacking(data, merged), *_both(data), *_unused(data, merged)]
    stop_on_errors(problems)
    return _book(path, data, tuple(problems), merged)


def _book(path: Path, data: Record, problems: tuple[Problem, ...], merged: bool) -> Book:
    return Book(
        path=path,
        title=_texts(data.get("标题")),
        organs=_texts(data.get("单位")),
        date=_date(data.get("日期")),
        format=formats.load(data.get("格式"), path.parent),
        cover=data.get("封面") is not False,
        levels=_levels(data.get("目录")),
        numbered_from_contents=data.get("页码") == FROM_CONTENTS,
        on_odd_pages=data.get("单页起") is True,
        merged=str(data.get("总稿", "")) if merged else "",
        listed=tuple(map(_listed, as_list(data.get("组成")))),
        problems=problems,
    )


def _lacking(data: Record, merged: bool) -> list[Problem]:
    place = data.keys_at.get("方式") or data.place
    if merged and "总稿" not in data:
        hint = _("写“总稿: 总稿.yaml”，里面写模板、标题、引言和落款")
        return [error("ASM-001", _("合编没有写总稿"), place, hint=hint)]
    if not merged and "标题" not in data and data.get("封面") is not False:
        hint = _("补上“标题: ……汇编”；不要封面就写“封面: 否”")
        return [error("ASM-001", _("汇编没有写标题"), data.place, hint=hint)]
    return []


def _both(data: Record) -> Iterator[Problem]:
    for row in as_list(data.get("组成")):
        if isinstance(row, Record) and {"文件", "文件夹"} <= row.keys():
            hint = _("分成两项写")
            yield error("ASM-018", _("文件和文件夹只能写一个"), row.keys_at.get("文件夹"), hint=hint)


def _unused(data: Record, merged: bool) -> Iterator[Problem]:
    """What the other kind of book would take note of."""
    sentence, hint = _("汇编不用“{key}”"), _("要合成一份计划，就写“方式: 合编”")
    if merged:
        sentence, hint = _("合编不用“{key}”"), _("标题、单位、日期、格式都写在总稿里")
    for key in OF_BOOKS if merged else OF_MERGED:
        if key in data:
            yield warning("ASM-017", sentence.format(key=key), data.keys_at.get(key), hint=hint)


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(map(str, as_list(value)))


def _date(value: Any) -> str:
    return dates.full(value) if isinstance(value, Day) else str(value or "")


def _levels(value: Any) -> int:
    if value is False:
        return 0
    return int(value.get("层次", LEVELS)) if isinstance(value, Record) else LEVELS


def _listed(row: Any) -> Listed:
    if not isinstance(row, Record):
        return Listed(file=str(row), place=place_of(row))
    named = row.get("文件") or row.get("文件夹") or row.get("分隔页")
    file, folder, title, divider = (str(row.get(key, "")) for key in ("文件", "文件夹", "标题", "分隔页"))
    return Listed(file, folder, title, divider, place_of(named) or row.place)
