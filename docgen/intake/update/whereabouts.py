"""Which units each part of a plan is printed in, and which entry a unit begins."""

from __future__ import annotations

from typing import NamedTuple

from docgen.intake.update.built import Built
from docgen.intake.update.nodes import Path
from docgen.intake.update.units import squashed


class Whereabouts(NamedTuple):
    """`printed`: the units a part of the plan is printed in, of every part. `chapters`: the units that are
    the headings of keys."""

    built: Built
    printed: dict[Path, set[int]]
    chapters: dict[int, str]

    def begins(self, unit: int) -> Path | None:
        """The innermost entry of a list that the unit is the first of."""
        first, paths = self.first(unit), self.paths(unit)
        for end in range(len(first), 0, -1):
            entry = first[:end]
            if isinstance(entry[-1], int) and all(path[:end] == entry for path in paths):
                return entry if min(self.printed[entry]) == unit else None
        return None

    def first(self, unit: int) -> Path:
        """The text that the unit's first known character comes from; empty where none is known."""
        cells = self.built.printed.origins[unit]
        return next((origin.path for cell in cells for origin in cell if origin), ())

    def paths(self, unit: int) -> list[Path]:
        cells = self.built.printed.origins[unit]
        return list(dict.fromkeys(origin.path for cell in cells for origin in cell if origin))


def whereabouts(built: Built) -> Whereabouts:
    """Where everything in a plan is printed."""
    found = Whereabouts(built, {}, {})
    for unit in range(len(built.printed.units)):
        for path in found.paths(unit):
            for end in range(1, len(path) + 1):
                found.printed.setdefault(path[:end], set()).add(unit)
    _add_chapters(found)
    return found


def _add_chapters(found: Whereabouts) -> None:
    units = found.built.printed.units
    for section in found.built.package.sections:
        if (section.key,) not in found.built.nodes.at:
            continue
        title = squashed(section.title).rstrip("。")
        for number, unit in enumerate(units):
            own = not found.paths(number) and not unit.table and number not in found.chapters
            if own and squashed(unit.text).rstrip("。") == title:
                found.chapters[number] = section.key
                found.printed.setdefault((section.key,), set()).add(number)
                break
