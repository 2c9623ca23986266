"""What LibreOffice writes against the schema, put right: properties of runs said twice, levels of lists in
another order. Word reads it all the same; a book should be valid whatever its parts are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docgen.word.child_order import RUN, W, arrange

LEVEL = (
    "start", "numFmt", "lvlRestart", "pStyle", "isLgl",
    "suff", "lvlText", "lvlPicBulletId", "legacy", "lvlJc", "pPr", "rPr",
)  # fmt: skip
RUN_PROPERTIES = frozenset(f"{W}{name}" for name in RUN)


def tidy(roots: Sequence[Any]) -> None:
    """Changes the trees `roots` (text, styles, lists) in place. Properties that hold something else, as
    tracked changes do, are left as they are."""
    for root in roots:
        for properties in root.iter(f"{W}rPr"):
            if all(child.tag in RUN_PROPERTIES for child in properties):
                _once(properties)
                arrange(properties, RUN)
        for level in root.iter(f"{W}lvl"):
            arrange(level, LEVEL)


def _once(properties: Any) -> None:
    """Leaves of what is said twice what is said last, by which programs go."""
    last = {child.tag: child for child in properties}
    if len(last) < len(properties):
        properties[:] = list(last.values())
