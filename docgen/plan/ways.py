"""做法, 成效: several things in one paragraph, 一是……；二是……。, by themselves or behind a text."""

from __future__ import annotations

from typing import Any

from docgen.plan.desk import Desk
from docgen.problems import error
from docgen.sentences import ended, firstly
from docgen.source.values import Text, lines_of, place_of


def joined(desk: Desk, value: Any) -> Text:
    """A list as 一是……；二是……。, a text as it is; empty, with a problem on the desk, where an entry is
    no sentence."""
    if not isinstance(value, list):
        return Text(str(value), place_of(value))
    try:
        return Text(firstly(value), place_of(value))
    except ValueError as fault:
        sentence, hint = map(str, fault.args)
        wrong = next((entry for entry in value if len(list(lines_of(entry))) != 1), value)
        desk.problems.append(error("TRE-024", sentence, place_of(wrong), hint=hint))
        return Text("", place_of(value))


def behind(text: Any, ways: Text) -> Any:
    """The 正文 `text` with `ways` in its last paragraph, or as a paragraph of their own behind what is
    no text."""
    if not text:
        return ways
    if isinstance(text, list):
        last = text[-1]
        return [*text[:-1], behind(last, ways)] if isinstance(last, str) else [*text, ways]
    if not isinstance(text, str):
        return [text, ways]
    follow = isinstance(text, Text) and text.lines_follow
    return Text(ended(text.rstrip(), "。") + ways, place_of(text), follow)
