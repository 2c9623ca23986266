"""Reading a plan: YAML → Record, every value text as typed, with its place.

`load` takes a file, `loads` its text, `from_mapping` values made in Python.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from docgen.i18n import _
from docgen.problems import Place, Problem, error
from docgen.source import plain
from docgen.source.characters import check_characters
from docgen.source.decode import decode, read_bytes, with_plain_line_ends
from docgen.source.mapping import from_mapping
from docgen.source.sheet import Sheet
from docgen.source.values import Record

__all__ = ["from_mapping", "load", "loads"]

LONGEST_LINE = 1_000_000
MOST_PROBLEMS = 200
MOST_LOOKED_AT = 50_000
"""Lines of a text in which slips are looked for: more are no plan, and would take half a minute."""


def load(path: Path | str) -> tuple[Record, list[Problem]]:
    """The mapping in the YAML file at `path`, and what is wrong with it, by line.

    Raises `CannotRead` where there is no readable UTF-8 text. With errors among the problems the
    record holds what could be read.
    """
    file = str(path)
    text, problems = decode(read_bytes(Path(path), file), file)
    record, found = loads(text, file)
    return record, problems + found


def loads(text: str, file_name: str) -> tuple[Record, list[Problem]]:
    """As `load`, for the text of a file that problems shall call `file_name`."""
    sheet = Sheet(file_name, with_plain_line_ends(text.removeprefix("\ufeff")))
    longest = _too_long(sheet)
    if longest:
        return Record(), [longest]
    clean, problems = check_characters(sheet)
    if not clean.strip() or clean.isspace():
        return Record(), [*problems, _empty(file_name)]
    sheet = Sheet(file_name, clean)
    if not problems and type(quick := plain.read(sheet)) is Record:
        return quick, []
    record, found = _read(sheet)
    return record, _in_order(problems + found)


def _read(sheet: Sheet) -> tuple[Record, list[Problem]]:
    """The record of a clean text; slips of the keyboard are mended in memory first, so that the rest
    of the file is read, and each is told."""
    from docgen.source.build import Builder
    from docgen.source.layout import check_comments, check_tabs

    built = Builder(sheet).run()
    slips: list[Problem] = []
    amiss = built.failure or built.suspect or type(built.record) is not Record
    if amiss and len(sheet.lines) <= MOST_LOOKED_AT:
        from docgen.source.keyboard import repair

        whole = built.failure or type(built.record) is not Record
        mended, slips = repair(sheet, None if whole else built.suspect)
        if slips:
            built = Builder(Sheet(sheet.file, mended)).run()
    problems = built.problems + check_comments(built) + check_tabs(built)
    if built.failure:
        from docgen.source.parser_errors import parser_problem

        problems += parser_problem(built, slips)
    if type(built.record) is Record:
        return built.record, slips + _as_typed(sheet, problems, slips)
    if built.failure is None:
        problems.append(_not_a_mapping(sheet, built.record))
    return Record(), slips + _as_typed(sheet, problems, slips)


def _as_typed(sheet: Sheet, problems: list[Problem], slips: list[Problem]) -> list[Problem]:
    """`problems` with the lines of `sheet` as excerpts, without what a slip on the line tells already."""
    told = {(slip.place.line, slip.id) for slip in slips if slip.place}
    kept = [problem for problem in problems if problem.place and (problem.place.line, problem.id) not in told]
    return [replace(problem, excerpt=_excerpt(sheet, problem)) for problem in kept]


def _excerpt(sheet: Sheet, problem: Problem) -> str:
    place = problem.place
    return sheet.excerpt(place.line - 1, place.column - 1) if place else ""


def _not_a_mapping(sheet: Sheet, value: object) -> Problem:
    number = next((n for n, line in enumerate(sheet.lines) if line.strip() and line.lstrip()[0] != "#"), None)
    if number is None or value is None:
        return _empty(sheet.file)
    hint = _("每行写“键: 值”，如：标题: 工作计划")
    if isinstance(value, list):
        message = _("整个文件是一个列表，应为“键: 值”")
        return sheet.error("YML-005", message, number, 0, hint)
    hint = _("每行写“键: 值”，如：标题: 工作计划；现成的文稿用 docgen import 变成数据文件")
    return sheet.error("YML-005", _("整个文件是一段文字，应为“键: 值”"), number, 0, hint)


def _empty(file: str) -> Problem:
    hint = _("每行写“键: 值”，如：模板: 工作计划")
    return error("YML-004", _("文件是空的"), Place(file, 1, 1), hint=hint)


def _too_long(sheet: Sheet) -> Problem | None:
    """The problem of a line so long that it is no plan's."""
    text = sheet.text
    if len(text) < LONGEST_LINE:
        return None
    for number, line in enumerate(sheet.lines):
        if len(line) >= LONGEST_LINE:
            message = _("第{line}行长达{length}字，不会是一份计划").format(line=number + 1, length=len(line))
            hint = _("查看换行是否丢失，或是否选错了文件")
            return error("YML-003", message, Place(sheet.file, number + 1, 1), hint=hint)
    return None


def _line(problem: Problem) -> int:
    return problem.place.line if problem.place else 0


def _in_order(problems: list[Problem]) -> list[Problem]:
    """`problems` by line and column, at most `MOST_PROBLEMS` of them, the rest as a number."""
    ordered = sorted(problems, key=lambda it: (_line(it), it.place.column if it.place else 0))
    if len(ordered) <= MOST_PROBLEMS:
        return ordered
    message = _("问题太多，只列出前{most}处").format(most=MOST_PROBLEMS)
    hint = _("先改正上面各处，再检查一次")
    return [*ordered[:MOST_PROBLEMS], error("YML-009", message, ordered[MOST_PROBLEMS].place, hint=hint)]
