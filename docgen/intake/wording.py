"""The words of the tree as a plan writes them, and notes on who does it and by when as 责任 and 时限."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.document import Content, Footnote, plain
from docgen.patterns import pattern
from docgen.plan.responsibility import note, with_note

SIGN = pattern(r"《([见注])(?=[:：])")
NOTE = pattern(r"（([^（）]{2,80})）$")
BETWEEN = "、"
ALONE, LEAD, HELP, DEADLINE = "责任", "牵头", "配合", "时限"


def words(content: Content) -> str:
    """`content` as the text of a plan: a footnote is 《注:…》, and what only looks like such a sign is kept
    from being one."""
    parts = []
    for part in content:
        if isinstance(part, Footnote):
            parts.append(f"《注:{part.text}》" if _balanced(part.text) else f"（注：{part.text}）")
        else:
            parts.append(plainly(part if isinstance(part, str) else plain((part,))))
    return "".join(parts)


def plainly(text: str) -> str:
    """`text` that no sign of a plan is read out of: 《见:…》 in a file is words."""
    return SIGN.sub(r"《\1 ", text)


def _balanced(text: str) -> bool:
    return text.count("《") == text.count("》")


def responsible(text: str, called: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    """`text` without the note at its end, and that note as 责任 and 时限; as it is where the note would not
    print the same again. `called` are the template's words for them."""
    found = NOTE.search(text)
    if not found or not text[: found.start()].strip():
        return text, {}
    data = _data(found[1], {word: key for key, word in called.items()})
    head = text[: found.start()]
    return (head, data) if data and with_note(head, note(_listed(data), called)) == text else (text, {})


def _data(inner: str, keys: Mapping[str, str]) -> dict[str, Any]:
    """责任单位：甲、乙；完成时限：10月 as 责任 and 时限; empty where a word is not the template's."""
    said: dict[str, Any] = {}
    for part in inner.split("；"):
        word, colon, value = part.partition("：")
        key = keys.get(word, "")
        if not colon or key not in (ALONE, LEAD, HELP, DEADLINE) or key in said:
            return {}
        said[key] = value if key == DEADLINE else _names(value)
    led = {key: said[key] for key in (LEAD, HELP) if key in said}
    rest = {key: said[key] for key in (ALONE, DEADLINE) if key in said}
    return ({"责任": led} if led else {}) | rest


def _listed(value: Any) -> Any:
    """`value` with lists for tuples, which are but how they are written: in a row."""
    if isinstance(value, dict):
        return {key: _listed(below) for key, below in value.items()}
    return list(value) if isinstance(value, tuple) else value


def _names(value: str) -> Any:
    names = tuple(value.split(BETWEEN))
    return names if len(names) > 1 else value
