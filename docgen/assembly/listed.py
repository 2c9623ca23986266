"""What a book lists → the files it is made of: folders unfolded, what is missing or listed twice told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from docgen.assembly.book import Book, Listed
from docgen.i18n import _
from docgen.plan_file import DEFAULTS
from docgen.problems import Place, Problem, error, warning
from docgen.reader.read import CONVERTED

PLANS = (".yaml", ".yml", ".xlsx")
WORD = (".docx", *CONVERTED)
"""Word files, and those that LibreOffice makes Word files of."""

PASSED_OVER = (".pdf", ".txt", ".md", ".docm", ".html", ".ofd")
"""Papers that a person may think to be part of a folder; pictures and tables belong to the plans there."""

YAML = (".yaml", ".yml")
INHERITS, TEMPLATE = (re.compile(rf"^\ufeff?{key}\s*[:：]", re.MULTILINE) for key in ("继承", "模板"))
NUMBERS = re.compile(r"(\d+)")


class Found(NamedTuple):
    """A part: its file (None for a divider that stands alone), the title and the divider that the book
    gives it, the place where it is listed."""

    path: Path | None
    title: str = ""
    divider: str = ""
    place: Place | None = None


def found(book: Book, output: Path | None = None) -> tuple[list[Found], list[Problem]]:
    """The parts of `book` in their order, and what is wrong with them (ASM-002 to ASM-008). A folder
    gives its plans and Word files by name, but for the book itself and the file `output` it is
    written to."""
    problems: list[Problem] = []
    own = {book.path.resolve(), *([output.resolve()] if output else [])}
    parts = [part for row in book.listed for part in _parts(book, row, own, problems)]
    problems += _twice(parts)
    if not any(part.path for part in parts) and not problems:
        problems.append(error("ASM-004", _("没有一份文件可以收进来"), Place(str(book.path))))
    return parts, problems


def _parts(book: Book, row: Listed, own: set[Path], problems: list[Problem]) -> list[Found]:
    if not (row.file or row.folder):
        return [Found(None, divider=row.divider, place=row.place)]
    path, fault = _inside(book.folder, row)
    if path is None:
        problems += fault
        return []
    if row.file:
        problems += _file_faults(path, row, own)
        return [Found(path, row.title, row.divider, row.place)]
    if row.title:
        hint = _("给一份Word文件写“文件”和“标题”，单独作为一项")
        problems.append(warning("ASM-012", _("文件夹没有“标题”"), row.place, excerpt=row.title, hint=hint))
    inside, told = _in_folder(path, row, own)
    problems += told
    return [Found(one, "", "" if at else row.divider, row.place) for at, one in enumerate(inside)]


def _inside(folder: Path, row: Listed) -> tuple[Path | None, list[Problem]]:
    """The file or folder that `row` names, in or below `folder`."""
    name = row.file or row.folder
    path = Path(name.replace("\\", "/"))
    there = folder / path
    if path.is_absolute() or ":" in name or ".." in path.parts or not _is_below(there, folder):
        return None, [_outside(name, row.place)]
    if there.is_file() if row.file else there.is_dir():
        return there, []
    sentence = _("找不到文件“{name}”") if row.file else _("找不到文件夹“{name}”")
    return None, [
        error("ASM-002", sentence.format(name=name), row.place, excerpt=name, hint=_near(there, row))
    ]


def _is_below(path: Path, folder: Path) -> bool:
    """Whether `path`, whatever it is linked to, lies in or below `folder`, or is not there at all."""
    return not path.exists() or path.resolve().is_relative_to(folder.resolve())


def _outside(name: str, place: Place | None) -> Problem:
    hint = _("把文件放到汇编文件旁边或者它下面的文件夹里")
    return error("ASM-003", _("文件不在汇编文件的文件夹里"), place, excerpt=name, hint=hint)


def _near(missing: Path, row: Listed) -> str:
    if row.file and missing.is_dir():
        return _("这是一个文件夹，写成“文件夹: {name}”").format(name=row.file)
    if not missing.parent.is_dir():
        return _("没有“{folder}”这个文件夹").format(folder=missing.parent)
    names = [one.name for one in missing.parent.iterdir()]
    alike = get_close_matches(missing.name, names, 1, 0.5)
    return _("是不是“{name}”？").format(name=alike[0]) if alike else _("检查文件名和扩展名")


def _file_faults(path: Path, row: Listed, own: set[Path]) -> Iterator[Problem]:
    if path.resolve() in own:
        sentence = _("“{name}”是汇编文件或者要写出的文件，不能收进来").format(name=row.file)
        yield error("ASM-007", sentence, row.place, excerpt=row.file, hint=_("从“组成”里删去这一项"))
    elif path.suffix.lower() not in (*PLANS, *WORD):
        sentence = _("“{name}”不是计划，也不是Word文件").format(name=row.file)
        hint = _("可以收计划（.yaml、.xlsx）和Word文件（.docx、.doc、.wps）；别的文件用Word或WPS另存为 .docx")
        yield error("ASM-005", sentence, row.place, excerpt=row.file, hint=hint)


def _in_folder(folder: Path, row: Listed, own: set[Path]) -> tuple[list[Path], list[Problem]]:
    """The plans and Word files in `folder` by name; where a plan has a Word file of its name beside it,
    that was made of it."""
    files = [path for path in folder.iterdir() if _is_part(path) and path.resolve() not in own]
    plans = {path.stem for path in files if path.suffix.lower() in PLANS}
    made = [path for path in files if path.suffix.lower() in WORD and path.stem in plans]
    kept = sorted((path for path in files if path not in made), key=lambda path: in_order(path.name))
    told = [_outside(path.name, row.place) for path in kept if not _is_below(path, folder)]
    told += [
        warning(
            "ASM-008",
            _("“{name}”旁边有同名的计划，只收了计划").format(name=path.name),
            row.place,
            hint=_("要收Word文件，就在“组成”里单独写这个文件"),
        )
        for path in sorted(made)
    ]
    told += _passed_over(folder, row)
    if not kept:
        hint = _("里面要有计划（.yaml、.xlsx）或者 .docx 文件")
        sentence = _("文件夹“{name}”里没有可以收的文件").format(name=row.folder)
        return [], [error("ASM-004", sentence, row.place, excerpt=row.folder, hint=hint)]
    return kept, told


def _passed_over(folder: Path, row: Listed) -> Iterator[Problem]:
    """A warning that names the papers in `folder` that cannot be parts."""
    names = sorted(path.name for path in folder.iterdir() if path.suffix.lower() in PASSED_OVER)
    if names:
        sentence = _("文件夹“{name}”里有{count}个文件没有收").format(name=row.folder, count=len(names))
        hint = _("要收就用Word或WPS另存为 .docx")
        yield warning("ASM-019", sentence, row.place, excerpt="、".join(names), hint=hint)


def _is_part(path: Path) -> bool:
    is_hidden = path.name.startswith((".", "~$")) or path.name == DEFAULTS
    if is_hidden or not path.is_file() or path.suffix.lower() not in (*PLANS, *WORD):
        return False
    return path.suffix.lower() not in YAML or not _is_format(path)


def _is_format(path: Path) -> bool:
    """Whether a YAML file is a page format that lies beside the plans."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return bool(INHERITS.search(text)) and not TEMPLATE.search(text)


def in_order(name: str) -> list[tuple[int, str]]:
    """What file names are sorted by: numbers in them by their value, so that 2 stands before 10."""
    parts = NUMBERS.split(name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _twice(parts: Sequence[Found]) -> Iterator[Problem]:
    files = [part for part in parts if part.path]
    yield from _repeated(files, [str(part.path.resolve()) for part in files if part.path])


def _repeated(parts: Sequence[Found], marks: Iterable[str]) -> Iterator[Problem]:
    seen: dict[str, Found] = {}
    for part, mark in zip(parts, marks, strict=True):
        first = seen.setdefault(mark, part)
        if first is not part and part.path:
            sentence = _("“{name}”收了两次").format(name=part.path.name)
            where = _("前一次在{place}").format(place=first.place)
            yield error("ASM-006", sentence, part.place, excerpt=where, hint=_("从“组成”里删去一处"))


def alike(parts: Sequence[Found]) -> list[Problem]:
    """A warning for each file whose content is that of one before it (ASM-009)."""
    seen: dict[bytes, Path] = {}
    told = []
    for part in parts:
        if part.path is None:
            continue
        first = seen.setdefault(part.path.read_bytes(), part.path)
        if first != part.path:
            sentence = _("“{name}”和“{other}”的内容完全一样").format(name=part.path.name, other=first.name)
            told.append(warning("ASM-009", sentence, Place(str(part.path)), hint=_("看看是不是重复收了")))
    return told
