"""Fields of a Word file by what they do: those that fetch something from elsewhere, or run it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.patterns import pattern

FETCHING = pattern(r"(?i)^\s*(?:DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|DATABASE|RD|LINK)\b")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGN, WORDS, TEXT = f"{W}fldChar", f"{W}instrText", f"{W}t"


def fetching(root: Any) -> str:
    """The instruction of the first field below `root` that fetches something when it is updated; empty where
    none does."""
    return next((said.strip() for said in instructions(root) if FETCHING.search(said)), "")


def instructions(root: Any) -> Iterator[str]:
    """What the fields below `root` are told to do, however many runs and paragraphs that is spread over; what
    a field within an instruction has printed is a part of it."""
    yield from (str(one.get(f"{W}instr") or "") for one in root.iter(f"{W}fldSimple"))
    unfinished: list[list[str]] = []
    within: list[bool] = []  # of each field that is open, whether its instruction is not finished
    for one in root.iter(SIGN, WORDS, TEXT):
        kind = one.get(f"{W}fldCharType")
        if kind == "begin":
            unfinished.append([])
            within.append(True)
        elif one.tag != SIGN:
            if unfinished:
                unfinished[-1].append(one.text or "")
            elif one.tag == WORDS:
                yield one.text or ""
        elif within:
            if within[-1]:
                yield "".join(unfinished.pop())
            within[-1] = False
            if kind == "end":
                within.pop()
    yield from map("".join, unfinished)
