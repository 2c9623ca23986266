"""What a person should know of the reading of a .docx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docgen.i18n import _
from docgen.ooxml.values import W, local
from docgen.problems import Place, Problem, warning

CHANGES = ("ins", "del", "moveFrom", "moveTo")
DRAWN = ("chart", "relIds")
"""Charts and SmartArt, whose words stand in parts of their own."""
LONGEST_EXCERPT = 100


def told(document: Any, hidden: Iterable[tuple[Place, str]], file: str) -> Iterator[Problem]:
    """The problems of reading `document`, whose `hidden` texts were left out (RDR-010 to RDR-014)."""
    place = Place(file)
    if changes := _count(document, *CHANGES):
        sentence = _("文件里有{count}处修订，都按接受处理了").format(count=changes)
        yield warning("RDR-010", sentence, place, hint=_("不想接受的，在Word里先拒绝，再读一次"))
    if remarks := _count(document, "commentReference"):
        sentence = _("文件里有{count}条批注，没有读进来").format(count=remarks)
        yield warning("RDR-011", sentence, place, hint=_("批注里有要用的话，先写到正文里"))
    yield from _hidden(hidden)
    if _count(document, "altChunk"):
        sentence = _("文件里嵌着另一个文件，没有读进来")
        yield warning("RDR-013", sentence, place, hint=_("在Word里打开，另存为一个新的.docx文件"))
    if drawn := sum(1 for one in document.iter("{*}chart", "{*}relIds") if local(one) in DRAWN):
        sentence = _("文件里有{count}个图表或智能图形，里面的文字没有读进来").format(count=drawn)
        yield warning("RDR-014", sentence, place, hint=_("里面有要用的话，先写到正文里"))


def _hidden(hidden: Iterable[tuple[Place, str]]) -> Iterator[Problem]:
    for place, text in hidden:
        sentence = _("这一段有隐藏的文字，没有读进来")
        yield warning("RDR-012", sentence, place, excerpt=text[:LONGEST_EXCERPT], hint=_("要用就取消隐藏"))


def _count(document: Any, *names: str) -> int:
    return sum(1 for _one in document.iter(*(W + name for name in names)))
