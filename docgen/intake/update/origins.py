"""Where the characters of a printed cell come from: spot by spot from the dyed ones, then over the marks
and digits between, then from what is printed otherwise than it is written (dates, bare numbers)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from docgen import dates
from docgen.intake.update.dye import CONTROL, Palette
from docgen.intake.update.nodes import Nodes, Path
from docgen.intake.update.units import Unit
from docgen.plan import months
from docgen.schema.steps import value_at
from docgen.source.values import Day


class Origin(NamedTuple):
    """Of one printed character: the text it comes from and which of its characters it is; -1 where the
    text is printed as a whole in another form."""

    path: Path
    at: int


Origins = list["Origin | None"]
DATED = ("日期", "至", "起", "止", "时限")
SILENT = CONTROL - {*DATED, "学年", "年度", "属性"}
"""Keys whose values are never printed as they are."""


def origins(cell: str, dyed: str, palette: Palette, nodes: Nodes) -> Origins:
    """The origins of the characters of `cell`, whose dyed twin is `dyed`; blanks may differ."""
    found: Origins = [None] * len(cell)
    colours = [char for char in dyed if not char.isspace()]
    places = [at for at, char in enumerate(cell) if not char.isspace()]
    for at, colour in zip(places, colours, strict=False):
        if spot := palette.spots.get(colour):
            found[at] = Origin(*spot)
    for at in places:
        _grow(found, cell, at, 1, nodes)
    for at in reversed(places):
        _grow(found, cell, at, -1, nodes)
    return found


def _grow(found: Origins, cell: str, at: int, step: int, nodes: Nodes) -> None:
    """Draws the origin at `at` on to its neighbour, where the text goes on with the same character."""
    own, to = found[at], at + step
    if own is None or not 0 <= to < len(cell) or found[to] is not None:
        return
    text, spot = nodes.value(own.path), own.at + step
    if 0 <= spot < len(text) and text[spot] == cell[to]:
        found[to] = Origin(own.path, spot)


def filled(units: list[Unit], rows: list[list[Origins]], nodes: Nodes, plan: Any) -> list[list[Origins]]:
    """`rows` (of each unit the origins of its cells) with what is printed in another form found in the
    entry that the unit comes from, or, of a unit that no text was found for, anywhere."""
    known = {origin.path for cells in rows for cell in cells for origin in cell if origin}
    texts = [path for path in nodes.at if path and path[-1] not in SILENT and nodes.scalar(path) is not None]
    for number, (unit, cells) in enumerate(zip(units, rows, strict=True)):
        home = entry_of(cells) or (_next_row(units, rows, number) if unit.table else None)
        if home is not None:
            near = [path for path in texts if path[: len(home)] == home and path not in known]
            known |= _fill(unit, cells, near, nodes, plan)
    for unit, cells in zip(units, rows, strict=True):
        if not unit.table and not any(map(any, cells)):
            left = [path for path in texts if path not in known]
            known |= _fill(unit, cells, _alone(unit, left, nodes, plan), nodes, plan)
    return rows


def entry_of(cells: Sequence[Origins]) -> Path | None:
    """The innermost entry or mapping that all known characters of a unit come from."""
    paths = list(dict.fromkeys(origin.path for cell in cells for origin in cell if origin))
    if not paths:
        return None
    common = paths[0][:-1] if not isinstance(paths[0][-1], int) or len(cells) > 1 else paths[0]
    for path in paths[1:]:
        while path[: len(common)] != common:
            common = common[:-1]
    return common


def _next_row(units: list[Unit], rows: list[list[Origins]], number: int) -> Path | None:
    """The entry of a row that says nothing of itself, by that of a row before it in the same table."""
    for before in range(number - 1, -1, -1):
        if units[before].table != units[number].table:
            return None
        home = entry_of(rows[before])
        if home and isinstance(home[-1], int):
            return (*home[:-1], home[-1] + number - before)
    return None


def _alone(unit: Unit, paths: list[Path], nodes: Nodes, plan: Any) -> list[Path]:
    """The text that is printed as the whole unit, if there is but one."""
    fit = [path for path in paths if unit.text in _forms(path, nodes, plan)]
    return fit if len(fit) == 1 else []


def _fill(unit: Unit, cells: list[Origins], paths: list[Path], nodes: Nodes, plan: Any) -> set[Path]:
    """Draws the origins of those of `paths` whose text the unit prints in some form; gives these."""
    filled = set()
    for path in paths:
        for form in _forms(path, nodes, plan):
            places = [
                (cell, at)
                for cell, text in enumerate(unit.cells)
                for at in _found(text, form)
                if not any(cells[cell][at : at + len(form)])
            ]
            whole = [place for place in places if unit.cells[place[0]] == form]
            best = _chosen(whole or places, path, len(cells))
            if best:
                cell, at = best
                same = form == nodes.value(path)
                cells[cell][at : at + len(form)] = [
                    Origin(path, number if same else -1) for number in range(len(form))
                ]
                filled.add(path)
                break
    return filled


def _chosen(places: list[tuple[int, int]], path: Path, columns: int) -> tuple[int, int] | None:
    """The only place there is, or that of the column a row's entry stands in."""
    if len(places) == 1:
        return places[0]
    own = [place for place in places if isinstance(path[-1], int) and place[0] == path[-1]]
    return own[0] if len(own) == 1 and columns > 1 else None


def _found(text: str, form: str) -> Iterator[int]:
    at = text.find(form)
    while form and at >= 0:
        yield at
        at = text.find(form, at + 1)


def _forms(path: Path, nodes: Nodes, plan: Any) -> list[str]:
    """How a text may be printed."""
    value = nodes.value(path)
    typed = value_at(plan, path)
    if not (isinstance(typed, Day) or path[-1] in DATED):
        return [value]
    full = [dates.full(value)] if dates.parse(value) else []
    return list(dict.fromkeys([*full, dates.printed(value), months.short(value), value]))
