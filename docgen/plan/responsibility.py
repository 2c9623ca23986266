"""（责任单位：教务处、德育处；完成时限：2026年10月）: who and by when, printed behind what is to be done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen import dates
from docgen.source.values import Text, as_list, place_of


def note(data: Mapping[str, Any], words: Mapping[str, str]) -> str:
    """The note for a task or section with 责任 and 时限, empty where it has neither. `words` are the
    template's for 责任, 牵头, 配合 and 时限."""
    parts = [f"{words[word]}：{names}" for word, names in bodies(data.get("责任"))]
    if data.get("时限"):
        parts.append(f"{words['时限']}：{dates.printed(data['时限'])}")
    return f"（{'；'.join(parts)}）" if parts else ""


def bodies(value: Any) -> list[tuple[str, str]]:
    """Who is responsible: (责任, 牵头 or 配合; the names joined by 、)."""
    if isinstance(value, Mapping):
        return [(word, _joined(value[word])) for word in ("牵头", "配合") if value.get(word)]
    return [("责任", _joined(value))] if value else []


def with_note(text: str, remark: str) -> str:
    """`text` with `remark` behind its last word; the 。 of the text stays before it, none follows."""
    if not remark:
        return text
    place = place_of(text)
    follow = isinstance(text, Text) and text.lines_follow
    return Text(text.rstrip() + remark, place, follow)


def _joined(names: Any) -> str:
    return "、".join(map(str, as_list(names)))


def who(data: Mapping[str, Any]) -> str:
    """All responsible bodies of a task in one cell."""
    return "、".join(names for _word, names in bodies(data.get("责任")))
