"""Indicators of next year's plan: what was reached becomes what is started from (基期)."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from docgen import dates
from docgen.i18n import _
from docgen.plan.compared import compare
from docgen.plan_text.edits import Edits
from docgen.plan_text.nodes import Field, Node, end_of, pairs, start_of
from docgen.plan_text.yaml_text import scalar
from docgen.source.values import Record, as_list
from docgen.terms import BLANK, YEAR
from docgen.year.moves import Moves
from docgen.year.remark import Remark


def turn(root: Node, plan: Record, moves: Moves, edits: Edits) -> Iterator[Remark]:
    """Changes 基期 and 目标 of each indicator; 实际 is taken out elsewhere. A remark where the past year
    has no result, and where the goal is still the past year's."""
    _key, listed = pairs(root).get("指标", (None, None))
    if not isinstance(listed, yaml.SequenceNode):
        return
    seen: set[int] = set()
    for node, row in zip(listed.value, as_list(plan.get("指标")), strict=False):
        if isinstance(node, yaml.MappingNode) and id(node) not in seen:
            seen.add(id(node))
            yield from _turn(node, row, moves, edits, _line(listed, node))


def _year(name: str) -> int:
    """The year that a result is given for, 0 where it is given without."""
    found = YEAR.search(name)
    return int(found[0]) if found else 0


def _line(listed: yaml.SequenceNode, node: Node) -> int:
    """The line above which comments on an indicator stand."""
    return int((listed if listed.flow_style else node).start_mark.line)


def _turn(node: yaml.MappingNode, row: Record, moves: Moves, edits: Edits, line: int) -> Iterator[Remark]:
    one = compare(row, moves.years)
    goal = pairs(node).get("目标")
    about = dates.DASH.join(str(year) for year in dict.fromkeys((moves.years[0], moves.years[-1])))
    if one.actual.strip() in ("", BLANK) or _year(one.year) not in (0, *moves.years):
        if goal:
            words = _("{year}年没有填实际数，基期和目标还是原来的").format(year=about)
            yield _remark("YER-012", words, goal[0], edits, line, node)
        return
    _start_from(node, one.actual, edits)
    if goal is None:
        return
    if not isinstance(goal[1], yaml.MappingNode):
        words = _("目标还是{year}年的").format(year=one.year or about)
        yield _remark("YER-012", words, goal[0], edits, line, node)
    else:
        past = min(_year(one.year) or moves.years[-1], moves.years[-1])
        yield from _goals(node, goal[1], past, edits, line)


def _remark(
    id: str, words: str, at: yaml.ScalarNode, edits: Edits, line: int, node: yaml.MappingNode
) -> Remark:
    edits.comment(line if node.flow_style else at.start_mark.line, f"核对：{words}")
    return Remark(id, words, at, _("改成新一年的数，改好后删去上面的“核对”"))


def _start_from(node: yaml.MappingNode, actual: str, edits: Edits) -> None:
    """Makes `actual` the 基期, which is put before 目标 or 实际 where there was none."""
    known = pairs(node)
    if "基期" in known:
        value = known["基期"][1]
        edits.replace(start_of(value), end_of(value, edits.text), scalar(actual))
        return
    before = known.get("目标") or known["实际"]
    at = start_of(before[0])
    gap = ", " if node.flow_style else "\n" + " " * before[0].start_mark.column
    edits.replace(at, at, f"基期: {scalar(actual)}{gap}")


def _goals(
    node: yaml.MappingNode, goals: yaml.MappingNode, past: int, edits: Edits, line: int
) -> Iterator[Remark]:
    """Takes out the goals of past years; where none is left, the next year's is to be filled in."""
    old = [index for index, (key, _value) in enumerate(goals.value) if _year(key.value) <= past]
    if len(old) < len(goals.value):
        for index in old:
            key, value = goals.value[index]
            edits.remove(Field(key, value, goals, index, ("指标", "目标"), key.start_mark.line))
        return
    edits.replace(start_of(goals), end_of(goals, edits.text), f"{{{past + 1}: {BLANK}}}")
    goal = pairs(node)["目标"][0]
    words = _("补上{year}年的目标").format(year=past + 1)
    yield _remark("YER-012", words, goal, edits, line, node)
