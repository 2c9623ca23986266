"""Differences as lines for people and as data for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from docgen.compare.compare import ADDED, CHANGED, MOVED, REMOVED, Difference
from docgen.compare.parts import Piece, called
from docgen.compare.words import words_changed
from docgen.i18n import _

WIDTH = 40


def lines(found: Sequence[Difference]) -> Iterator[str]:
    """The differences under the sections of the new version, the words that changed marked in their text."""
    for section, rows in groupby(found, lambda one: one.section):
        yield section or _("（各章之前）")
        yield from (f"  {_line(one)}" for one in rows)


def _line(one: Difference) -> str:
    old, new = one.old, one.new
    if one.what == CHANGED and old and new:
        if old.counts != new.counts:
            return _("改动 {what}：{text}").format(what=called(new.kind), text=marked(old.words, new.words))
        other = _("改成了{new}（原是{old}）：{text}")
        return other.format(new=_rank(new), old=_rank(old), text=_short(new.words))
    piece = new or old
    if piece is None:
        return ""
    sentence = {
        ADDED: _("增加 {what}：{text}"),
        REMOVED: _("删去 {what}：{text}"),
        MOVED: _("移动 {what}：{text}"),
    }
    changed = old is not None and new is not None and old.counts != new.counts
    text = marked(old.words, new.words) if changed and old and new else _short(piece.words)
    told = sentence[one.what].format(what=called(piece.kind), text=text)
    if one.what == MOVED and old and old.section != piece.section:
        told += _("（原在“{section}”）").format(section=old.section)
    return told


def _rank(piece: Piece) -> str:
    """What a part is called, with its layer."""
    name = called(piece.kind)
    return _("第{layer}层{name}").format(layer=piece.layer, name=name) if piece.layer else name


def marked(old: str, new: str) -> str:
    """The old words and the new ones in one text: [-旧-]{+新+}."""
    text, at = "", 0
    for one in words_changed(old, new):
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
    return list(words_changed(one.old.words, one.new.words)) if one.old and one.new else []


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
