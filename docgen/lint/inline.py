"""Numbers inside a paragraph or cell: 一是……二是……四、……, and where their chain breaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen import numerals
from docgen.patterns import pattern

INLINE = pattern(
    r"(?:^|(?<=[。；;：:，,\s]))(?:(?P<chinese>[一二三四五六七八九十])(?P<mark>是|、)|(?P<figure>[0-9]{1,2})(?P<dot>[、.．])(?![0-9]))"
    r"(?![一二三四五六七八九十0-9])"
)


class Odd(NamedTuple):
    """A number that does not fit into its chain: it is characters `start` to `end`; `wanted` would fit.
    `form_differs`: it is written in another form; else it is another number. `narrative`: of 一是."""

    start: int
    end: int
    wanted: str
    form_differs: bool
    narrative: bool


class _Link(NamedTuple):
    number: int
    form: str
    start: int
    end: int


def broken_chains(text: str) -> Iterator[Odd]:
    """The numbers that break a chain of three and more in `text`."""
    chain: list[_Link] = []
    for link in _links(text):
        if chain and link.number in (chain[-1].number + 1, chain[-1].number + 2) and link.number > 1:
            chain.append(link)
            continue
        yield from _odd(chain)
        chain = [link]
    yield from _odd(chain)


def _links(text: str) -> Iterator[_Link]:
    for found in INLINE.finditer(text):
        if found["chinese"]:
            yield _Link(numerals.value(found["chinese"]), found["mark"], found.start(), found.end())
        else:
            yield _Link(int(found["figure"]), "1", found.start(), found.end())


def _odd(chain: list[_Link]) -> Iterator[Odd]:
    if len(chain) < 3 or chain[0].number != 1:
        return
    forms = [link.form for link in chain]
    usual = max(forms, key=forms.count)
    if forms.count(usual) < 2:
        return
    narrative = usual == "是"
    for before, link in zip([None, *chain], chain, strict=False):
        wanted = numerals.chinese((before.number if before else 0) + 1) + usual
        if link.form != usual:
            yield Odd(link.start, link.end, wanted, True, narrative)
        elif before and link.number != before.number + 1:
            yield Odd(link.start, link.end, wanted, False, narrative)
