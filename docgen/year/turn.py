"""Next year's plan from this year's: the same text with its years, terms and dates moved on, its results
cleared, and a comment wherever a person has to look.

Nothing is rewritten that is not about time alone: a sentence that names the old year keeps its words
and gets a comment above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import yaml

from docgen import numerals, terms
from docgen.calendar.terms import terms_of
from docgen.calendar.times import times_of
from docgen.dates import in_figures
from docgen.i18n import _
from docgen.plan_text.edits import Edits
from docgen.plan_text.nodes import Field, Node, Spot, compose, fields, spots
from docgen.problems import DocgenError, Place, Problem, Severity, error, warning
from docgen.sheets.asked import names_a_file
from docgen.source.values import Record, place_of
from docgen.year import indicators
from docgen.year.asked import before
from docgen.year.moves import Moves, is_time, moved, weeks_on
from docgen.year.remark import Remark

RESULTS = ("完成", "实际")
SPANS = ("学年", "年度")
DATED = ("日期", "至", "起", "止", "时限", "开学", "结束", "下学期开学", "印发日期")
FIGURES = ("单价", "数量", "金额", "基期", "宽", "层次", "小节层次")
"""Keys whose values are numbers, whatever year they look like."""
MADE_UP = "补课"
ADOPTED = "题注"


class Turned(NamedTuple):
    """Next year's plan as text, and what a person has to look at in it."""

    text: str
    problems: list[Problem]


def turn(text: str, plan: Record, file: str, wanted: tuple[int, ...] = ()) -> Turned:
    """Next year's plan from the `text` of this year's and its values `plan` (typed), with warnings whose
    places are in the new text, called `file`. Raises `DocgenError` where the plan names no year and none
    is `wanted` for the new one (YER-010), or where the plan is not of the year before that (YER-017)."""
    root, edits = compose(text), Edits(text)
    if root is None:
        return Turned(text, [])
    moves = moves_of(plan, root, wanted)
    remarks = [
        *_cleared(root, edits),
        *_terms(root, plan, edits),
        *indicators.turn(root, plan, moves, edits),
        *_moved(root, moves, edits),
    ]
    done = edits.done()
    problems = [_told(remark, edits, done, file) for remark in remarks]
    problems.sort(key=lambda problem: (problem.place or Place(file)).line)
    return Turned(done, [*problems, *_old_comments(done, moves, file)])


def moves_of(plan: Record, root: Node, wanted: tuple[int, ...] = ()) -> Moves:
    """How the days of `plan` move on: it is about the years it names, else those before the years `wanted`,
    else those of the dates below `root`. Raises `DocgenError` where there is none, or where they are at
    odds."""
    named = terms.years(plan)
    known = named or _years_of_dates(root)
    asked = before(wanted, known, plan.place)
    about = named or asked or known
    if not about:
        raise DocgenError(
            error(
                "YER-010",
                _("不知道这是哪一年的计划，排不出下一年"),
                plan.place,
                hint=_("在计划里写“学年: 2026—2027”或“年度: 2026”；或者说新的一份是哪一年的：--year 2027"),
            )
        )
    found, _problems = terms_of(plan)
    return Moves(about, times_of(plan, found), weeks_on(found))


def _years_of_dates(root: Node) -> tuple[int, ...]:
    """The years from the first to the last date that a plan gives as one (日期, 起, 止, 时限), else those of
    its 题注, which says when a 决议 or a 公报 was adopted."""
    values = [(spot.keys[-1], in_figures(str(spot.node.value))) for spot in spots(root) if spot.keys]
    dated = [text for key, text in values if key in DATED and terms.YEAR.search(text)]
    texts = dated or [text for key, text in values if key == ADOPTED]
    found = [int(year) for text in texts for year in terms.YEAR.findall(text)]
    return tuple(range(min(found), max(found) + 1)) if found else ()


def mentioned(text: str, years: tuple[int, ...]) -> list[int]:
    """Those of `years` that `text` names, in figures or in characters (二〇二六)."""
    spoken = text.replace("零", "〇")
    named = {int(year) for year in terms.YEAR.findall(text)}
    return [year for year in years if year in named or numerals.coded(str(year)) in spoken]


def _cleared(root: Node, edits: Edits) -> Iterator[Remark]:
    """Takes out the results of the year, and lessons made up for holidays of the year."""
    for field in fields(root):
        if field.key.value in RESULTS:
            edits.remove(field)
        elif field.key.value == MADE_UP and not field.keys:
            edits.remove(field)
            words = _("补课的日子要等新的放假安排公布以后再写")
            yield Remark("YER-014", words, field.key, _above(field, edits))


def _above(field: Field, edits: Edits) -> str:
    edits.comment(field.line, "核对：补课的日子要等新的放假安排公布以后再写")
    return _("国务院办公厅公布新一年的放假安排以后，按教育局的通知补写“补课:”")


def _terms(root: Node, plan: Record, edits: Edits) -> Iterator[Remark]:
    """Tells that the days of terms and of the signature were moved, which nobody has decided yet."""
    for field in fields(root):
        if not field.keys and field.key.value == "学期" and "开学" in _keys_below(field.value):
            edits.comment(field.line, "核对：学期的日期是按周推算的")
            words = _("学期的日期是按周推算的，星期不变，还没有核对")
            yield Remark("YER-013", words, field.key, _("对照教育局公布的校历改正"))
        elif field.keys == ("落款",) and field.key.value == "日期":
            edits.comment(field.line, "核对：成文日期是按周推算的")
            words = _("成文日期是按周推算的，还没有核对")
            yield Remark("YER-013", words, field.key, _("改成计划定稿的日期"))
    if not any(key in _keys_below(root) for key in SPANS):
        yield from _from_elsewhere(root, plan)


def _from_elsewhere(root: Node, plan: Record) -> Iterator[Remark]:
    """The year of a plan that stands in the school's defaults (docgen.yaml)."""
    for key in SPANS:
        place = place_of(plan.get(key))
        if place:
            words = _("“{key}”写在{file}里，那里还是{year}").format(key=key, file=place.file, year=plan[key])
            yield Remark("YER-015", words, root, _("把那个文件里的“{key}”改成新的一年").format(key=key))


def _keys_below(node: Node) -> set[str]:
    return {field.key.value for field in fields(node)}


def _moved(root: Node, moves: Moves, edits: Edits) -> Iterator[Remark]:
    """Moves what is about time, and tells of every other text that names the old year."""
    for spot in spots(root):
        if _is_cleared(spot):
            continue
        value = spot.node.value
        later = _later(spot, moves)
        if spot.keys and names_a_file(value):
            yield _elsewhere(spot, edits)
        elif later != value:
            edits.retype(spot.node, later)
        elif years := _named(spot, moves):
            yield _mention(spot, years, edits)


def _elsewhere(spot: Spot, edits: Edits) -> Remark:
    """A list of the plan that stands in a spreadsheet, which nothing changes."""
    edits.comment(spot.line, "核对：表里的日期和结果没有改动")
    words = _("“{key}”写在{file}里，表里的日期和结果没有改动").format(key=spot.keys[-1], file=spot.node.value)
    return Remark("YER-015", words, spot.node, _("把表格另存一份，改成新一年的，再改这里的文件名"))


def _is_cleared(spot: Spot) -> bool:
    return any(key in RESULTS for key in spot.keys) or spot.keys[:1] == (MADE_UP,)


def _later(spot: Spot, moves: Moves) -> str:
    """The text a year later; the same where it is not about time alone."""
    value, key = str(spot.node.value), spot.keys[-1] if spot.keys else ""
    if "\n" in value or key in FIGURES or spot.node.style in ("|", ">"):
        return value
    if key in SPANS and len(spot.keys) == 1:
        return terms.YEAR.sub(lambda found: str(int(found[0]) + 1), value)
    if key in DATED or "放假" in spot.keys:
        return moved(in_figures(value), moves)
    return moved(value, moves) if is_time(value) else value


def _named(spot: Spot, moves: Moves) -> list[int]:
    key = spot.keys[-1] if spot.keys else ""
    return [] if key in FIGURES else mentioned(spot.node.value, moves.years)


def _mention(spot: Spot, years: list[int], edits: Edits) -> Remark:
    names = _("、").join(_("{year}年").format(year=year) for year in years)
    edits.comment(spot.line, f"核对：提到{'、'.join(f'{year}年' for year in years)}")
    words = _("这里提到{years}，没有改动").format(years=names)
    hint = _("看看要不要改成新的一年，改好后删去上面的“核对”")
    return Remark("YER-011", words, spot.node, hint)


def _old_comments(done: str, moves: Moves, file: str) -> Iterator[Problem]:
    """One information on all comments of the user's that name the old year."""
    lines = [
        number
        for number, line in enumerate(done.split("\n"), 1)
        if (words := line.strip()).startswith("#")
        and not words.startswith("# 核对：")
        and mentioned(words, moves.years)
    ]
    if lines:
        numbers = _("、").join(map(str, lines))
        sentence = _("注释里也提到上一年：第{lines}行").format(lines=numbers)
        hint = _("注释不会印出来，看看要不要改")
        yield Problem("YER-016", Severity.INFO, sentence, Place(file, lines[0]), hint=hint)


def _told(remark: Remark, edits: Edits, done: str, file: str) -> Problem:
    node = remark.node
    excerpt = node.value if isinstance(node, yaml.ScalarNode) else ""
    place = Place(file, *edits.position(node, done))
    return warning(remark.id, remark.words, place, excerpt=excerpt, hint=remark.hint)
