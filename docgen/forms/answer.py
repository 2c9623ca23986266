"""A form that came back → its plan, typed by the template's schema, and what is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from docgen.forms.asked import Asked, Chapter, asked
from docgen.forms.found import Found, Words, found
from docgen.forms.labels import by_labels
from docgen.forms.marker import Mark
from docgen.forms.opened import open_form
from docgen.forms.typed import text_of
from docgen.forms.write_form import LOCKED
from docgen.i18n import _
from docgen.problems import CannotRead, DocgenError, Place, Problem, error
from docgen.schema.check import check
from docgen.schema.schema import Schema
from docgen.schema.shape import Shape
from docgen.sheets import groups
from docgen.sheets.cells import Cell, Sheet
from docgen.sheets.fill import is_group
from docgen.sheets.form import put
from docgen.sheets.layout import TEMPLATE, Field
from docgen.sheets.rows import lines
from docgen.source.layered import layered
from docgen.source.values import Record, Row, Text
from docgen.template import shelf
from docgen.template.package import Package


class Answer(NamedTuple):
    """The plan in a form, the template it answers, what is wrong with it, and the plan as the template's
    schema types it, with what the template says under it."""

    plan: Record
    package: Package
    problems: tuple[Problem, ...]
    typed: Record


def read(path: Path, wanted: Package | None = None, near: Path | None = None) -> Answer:
    """The plan in the form at `path`; `wanted` is the template it must answer, `near` a folder beside which
    templates are looked for. Raises `CannotRead` for what is no form (FRM-003), hostile (FRM-001, FRM-002),
    or one of a template that is not installed (FRM-004) or another one (FRM-005)."""
    opened = open_form(path)
    if opened.mark is None:
        hint = _("用“docgen template form 模板 -o 填报.docx”做填报表；现成的公文用“docgen import”导入")
        raise CannotRead(error("FRM-003", _("这不是填报表：没有模板的标记"), Place(str(path)), hint=hint))
    package = _package(opened.mark, path, wanted, near)
    form = asked(package)
    filled = found(opened.body)
    if not (filled.texts or filled.lists):
        filled = by_labels(opened.body, form)
    plan, problems = _plan(form, filled, package, str(path))
    typed, wrong = check(layered(plan, package.defaults), _schema(package, form))
    names = _names(filled)
    told = (_with_field(one, names) for one in (*problems, *wrong))
    return Answer(plan, package, (*_altered(form, filled, str(path)), *told), typed)


def _schema(package: Package, form: Asked) -> Schema:
    """The schema of `package` without the keys that a form tells of itself where they are empty."""
    if "of forms" not in package.kept:
        told = {one.name for one in form.fields} | {one.key for one in (*form.chapters, *form.lists)}
        whole = package.schema.mapping
        required = [key for key in whole.get("required", ()) if key not in told]
        package.kept["of forms"] = Schema({**whole, "required": required})
    kept: Schema = package.kept["of forms"]
    return kept


def _names(filled: Found) -> dict[int, str]:
    """The fields by the paragraphs they stand in."""
    names = {words.paragraph: tag for tag, words in filled.texts.items()}
    for listed, rows in filled.lists.items():
        for number, row in enumerate(rows, 1):
            names |= {words.paragraph: f"{listed}{number}.{name}" for name, words in row.items()}
    return names


def _with_field(problem: Problem, names: dict[int, str]) -> Problem:
    """`problem` with the field it is about, by which a person finds it in Word; one that names it already
    as it is."""
    line = problem.place.line if problem.place and problem.place.sheet is None else 0
    if line not in names or f"“{names[line].rpartition('.')[2]}”" in problem.message:
        return problem
    return replace(
        problem, message=_("“{field}”：{message}").format(field=names[line], message=problem.message)
    )


def _package(mark: Mark, path: Path, wanted: Package | None, near: Path | None) -> Package:
    if wanted and (wanted.id, wanted.version) == mark:
        return wanted
    name = f"{mark.id}@{mark.version}" if mark.version else mark.id
    if wanted:
        sentence = _("填报表是按“{own}”做的，不是“{wanted}”").format(
            own=name.replace(f"{wanted.id}@", f"{wanted.name}@", 1), wanted=f"{wanted.name}@{wanted.version}"
        )
        hint = _("--template 写填报表自己的模板和版本；或者让填报的人用新表重填")
        raise CannotRead(error("FRM-005", sentence, Place(str(path)), hint=hint))
    try:
        return shelf.of_plan(Text(name, Place(str(path))), near)
    except DocgenError as absent:
        sentence = _("填报表用的模板“{name}”没有安装").format(name=name)
        hint = _("先安装这一版模板：docgen template install 模板.docgen")
        raise CannotRead(error("FRM-004", sentence, Place(str(path)), excerpt=name, hint=hint)) from absent


def _altered(form: Asked, filled: Found, file: str) -> list[Problem]:
    """Locked texts that differ, what must not be empty, controls that are gone."""
    problems = []
    for chapter in form.chapters:
        words = filled.texts.get(LOCKED + chapter.key)
        if chapter.locked and (words is None or _bare(words.text) != _bare(chapter.locked)):
            problems.append(_not_as_locked(chapter, words, file))
    asked_for = [(one.name, one.name, one.required, False) for one in form.fields]
    open_ones = [one for one in (*form.chapters, *form.lists) if not one.locked]
    asked_for += [(one.key, one.title, one.required, bool(one.columns)) for one in open_ones]
    for name, title, required, is_list in asked_for:
        given: Words | list[dict[str, Words]] | None = (filled.lists if is_list else filled.texts).get(name)
        if given is None:
            problems.append(_gone(title, file))
        elif required and not (given.text if isinstance(given, Words) else given):
            problems.append(_empty(title, Place(file, given.paragraph if isinstance(given, Words) else 0)))
    return problems


def _gone(title: str, file: str) -> Problem:
    sentence = _("填报表里“{name}”的填写框被删去了").format(name=title)
    return error("FRM-007", sentence, Place(file), hint=_("用原来发的空表重新填"))


def _empty(title: str, place: Place) -> Problem:
    sentence = _("“{name}”必须填，现在空着").format(name=title)
    return error("FRM-010", sentence, place, hint=_("在填报表里补上；一时定不下来就写“待填”"))


def _not_as_locked(chapter: Chapter, words: Words | None, file: str) -> Problem:
    if words is None:
        sentence = _("“{name}”锁定的文字被删去了；原文：{text}").format(
            name=chapter.title, text=chapter.locked
        )
        return error("FRM-006", sentence, Place(file), hint=_("用原来发的空表重新填"))
    sentence = _("“{name}”锁定的文字被改了；原文：{text}；现在：{now}").format(
        name=chapter.title, text=chapter.locked, now=words.text
    )
    place = Place(file, words.paragraph)
    return error("FRM-006", sentence, place, excerpt=words.text, hint=_("照原文改回去"))


def _bare(text: str) -> str:
    return "".join(text.split())


def _plan(form: Asked, filled: Found, package: Package, file: str) -> tuple[Record, list[Problem]]:
    plan, problems, shape = Record(Place(file)), list[Problem](), package.schema.shape
    put(plan, Text(TEMPLATE, Place(file)), Text(f"{package.name}@{package.version}", Place(file)), problems)
    for one in form.fields:
        words = filled.texts.get(one.name)
        if words and words.text:
            place = Place(file, words.paragraph)
            put(plan, Text(one.name, place), _value(one, words, _within(shape, one.name), place), problems)
    for chapter in (*form.chapters, *form.lists):
        words, rows = filled.texts.get(chapter.key), filled.lists.get(chapter.key)
        wanted = shape.keys.get(chapter.key)
        place = Place(file, words.paragraph if words else 0)
        key = Text(chapter.key, place)
        if chapter.columns and rows:
            value, found_wrong = _list(chapter, rows, wanted, file)
            problems += found_wrong
            put(plan, key, value, problems)
        elif not (chapter.columns or chapter.locked) and words and words.text:
            put(plan, key, Text(words.text, place), problems)
    return plan, problems


def _within(shape: Shape, name: str) -> Shape | None:
    node: Shape | None = shape
    for step in name.split("."):
        node = node.keys[step] if node and step in node.keys else None
    return node


def _value(field: Field, words: Words, shape: Shape | None, place: Place) -> Any:
    text = Text(text_of(field, words.text), place)
    return lines(text, shape) if shape else text


def _list(
    chapter: Chapter, rows: list[dict[str, Words]], shape: Shape | None, file: str
) -> tuple[Any, list[Problem]]:
    if shape is not None and is_group(shape):
        return groups.read(_sheet(chapter, rows, file), shape)
    problems: list[Problem] = []
    entries = []
    for row in rows:
        first = next(iter(row.values()))
        entry = Record(Place(file, first.paragraph))
        for column in chapter.columns:
            if column.name in row:
                place = Place(file, row[column.name].paragraph)
                inner = _within(shape.items, column.name) if shape else None
                value = _value(column, row[column.name], inner, place)
                put(entry, Text(column.name, place), value, problems)
        entries.append(entry)
    return Row(entries, entries[0].place), problems


def _sheet(chapter: Chapter, rows: list[dict[str, Words]], file: str) -> Sheet:
    names = [column.name for column in chapter.columns]
    cells = {1: {at: Cell(1, at, name, name) for at, name in enumerate(names, 1)}}
    for number, row in enumerate(rows, 2):
        cells[number] = {
            at: Cell(number, at, row[name].text, row[name].text)
            for at, name in enumerate(names, 1)
            if name in row
        }
    return Sheet(file, chapter.key, cells)
