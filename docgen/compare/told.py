"""Differences as lines for people and as data for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from docgen.compare.compare import ADDED, CHANGED, MOVED, REMOVED, Difference
from docgen.compare.parts import Piece, called
from docgen.i18n import _
from docgen.mend.difference import stretches

WIDTH = 40


def lines(found: Sequence[Difference]) -> Iterator[str]:
    """The differences under the sections of the new version, the words that changed marked in their text."""
    for section, rows in groupby(found, lambda one: one.section):
        yield section or _("（各章之前）")
        yield from (f"  {_line(one)}" for one in rows)


def _line(one: Difference) -> str:
    old, new = one.old, one.new
    if one.what == CHANGED and old and new:
        return _("改动 {what}：{text}").format(what=called(new.kind), text=marked(old.words, new.words))
    piece = new or old
    if piece is None:
        return ""
    sentence = {
        ADDED: _("增加 {what}：{text}"),
        REMOVED: _("删去 {what}：{text}"),
        MOVED: _("移动 {what}：{text}"),
    }
    told = sentence[one.what].format(what=called(piece.kind), text=_short(piece.words))
    if one.what == MOVED and old and old.section != piece.section:
        told += _("（原在“{section}”）").format(section=old.section)
    return told


def marked(old: str, new: str) -> str:
    """The old words and the new ones in one text: [-旧-]{+新+}."""
    text, at = "", 0
    for one in stretches(old, new):
        text += old[at : one.start]
        text += f"[-{old[one.start : one.end]}-]" if one.end > one.start else ""
        text += f"{{+{one.words}+}}" if one.words else ""
        at = one.end
    return text + old[at:]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= WIDTH else line[: WIDTH - 1] + "…"


def as_data(found: Sequence[Difference]) -> list[dict[str, Any]]:
    """The differences as JSON data, with the stretches of changed words as offsets in the old text."""
    return [
        {
            "what": one.what,
            "section": one.section,
            "old": _piece(one.old),
            "new": _piece(one.new),
            "changes": [list(part) for part in _changes(one)],
        }
        for one in found
    ]


def _changes(one: Difference) -> list[Any]:
    return (
        list(stretches(one.old.words, one.new.words)) if one.what == CHANGED and one.old and one.new else []
    )


def _piece(piece: Piece | None) -> dict[str, Any] | None:
    if piece is None:
        return None
    place = piece.place
    return {
        "type": piece.kind,
        "text": piece.words,
        "label": piece.label,
        "level": piece.layer or None,
        "file": place.file if place else "",
        "line": place.line if place else 0,
    }
