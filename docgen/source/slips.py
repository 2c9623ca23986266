"""The slips of one line: what was typed, what was meant, and the sentence about the difference."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from docgen.i18n import _


@dataclass(frozen=True, slots=True)
class Slip:
    """Something typed wrong at `column` (from 0) of a line; `advice` precedes the repaired line."""

    id: str
    message: str
    column: int
    advice: str = ""


@dataclass(slots=True)
class Repair:
    """A line while it is mended: `done` is the mended text so far."""

    done: str = ""
    slips: list[Slip] = field(default_factory=list)

    def slip(self, id: str, message: str, column: int, advice: str = "") -> None:
        self.slips.append(Slip(id, message, column, advice))

    def indent_to(self, indent: int) -> None:
        """Lets the slips found so far say how far the line is to be indented."""
        advice = _("行首空{width}格：").format(width=indent) if indent else _("行首不空格：")
        self.slips = [replace(slip, advice=advice) for slip in self.slips]


def odd_space(repair: Repair, spaces: str, column: int) -> None:
    """Notes the first tab or full-width space in `spaces`, which begin at `column`."""
    for offset, character in enumerate(spaces):
        if character == "\t":
            repair.slip("YML-016", _("这里用了制表符（Tab），要用空格"), column + offset)
            return
        if character == "\u3000":
            repair.slip("YML-011", _("这里用了全角空格，要用半角空格"), column + offset)
            return
        if character != " ":
            code = f"U+{ord(character):04X}"
            message = _("这里用了特殊空格{code}，要用普通的半角空格").format(code=code)
            repair.slip("YML-011", message, column + offset)
            return


def plain_spaces(spaces: str) -> str:
    """`spaces` in half-width spaces: a full-width one and a tab are as wide as two."""
    return "".join("  " if character in "\u3000\t" else " " for character in spaces)
