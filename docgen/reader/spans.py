"""The text of a `w:p`, piece by piece with the element each came from.

`Line.text` is the joined text of these pieces, so an offset in it leads back to an element of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from docgen.ooxml.values import W, find, get, local, switch

WRAPPERS = frozenset(
    {"hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "ins", "moveTo", "fldSimple", "dir", "bdo"}
    | {"ruby", "rubyBase", "oMath", "oMathPara", "Choice", "AlternateContent"}
)
"""What stands around runs and is gone through; what was deleted or moved away is not."""
GONE = frozenset({"del", "moveFrom", "Fallback"})
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
TEXT, MARK, FIXED = "text", "mark", "fixed"
SYMBOL_PAGE = 0xF000
SYMBOLS = {"Wingdings": {0xFC: "√", 0xFE: "☑", 0xA8: "□", 0x6F: "□", 0x6C: "●", 0x6E: "■", 0xD8: "➢"}}
UNKNOWN_SYMBOL = "□"


class Span(NamedTuple):
    """A piece of text, the element it came from (`w:t`, `w:tab`, `w:br` …), the run around it, and its kind:
    TEXT may be changed, MARK is one character that stands for an element, FIXED comes from a field, a
    formula or a symbol. `notes` are the ids of footnotes that stand behind it."""

    text: str
    element: Any
    run: Any
    kind: str = TEXT


class Fields:
    """The complex fields that are open, across paragraphs: an instruction is no text, a result is.
    `endless` are the beginnings of those that never end, which hide nothing."""

    __slots__ = ("_endless", "_open")

    def __init__(self, endless: frozenset[Any] = frozenset()) -> None:
        self._endless = endless
        self._open: list[bool] = []

    def meet(self, element: Any) -> None:
        """Takes notice of a `w:fldChar`."""
        kind = get(element, "fldCharType")
        if kind == "begin" and element in self._endless:
            return
        if kind == "begin":
            self._open.append(False)
        elif kind == "separate" and self._open:
            self._open[-1] = True
        elif kind == "end" and self._open:
            self._open.pop()

    @property
    def shows(self) -> bool:
        """Whether what stands here is seen."""
        return all(self._open)

    @property
    def inside(self) -> bool:
        return bool(self._open)


def fields_of(document: Any) -> Fields:
    """The fields of a document, before its first paragraph."""
    begun: list[Any] = []
    for element in document.iter(W + "fldChar"):
        kind = get(element, "fldCharType")
        if kind == "begin" and not gone(element):
            begun.append(element)
        elif kind == "end" and begun and not gone(element):
            begun.pop()
    return Fields(frozenset(begun))


def gone(element: Any) -> bool:
    """Whether `element` was deleted or moved away, or is the lesser form of something shown before it."""
    return any(local(up) in GONE for up in element.iterancestors())


def spans(paragraph: Any, fields: Fields | None = None) -> list[Span]:
    """The pieces of the text of `paragraph`; `fields` are those still open from paragraphs before."""
    open_fields = fields or Fields()
    found: list[Span] = []
    for run in runs(paragraph):
        if local(run) == "t":  # of a formula
            found.append(Span(run.text or "", run, run, FIXED))
        elif not switch(run, "rPr/vanish"):
            found.extend(_of_run(run, open_fields))
        else:
            for element in run.iter(W + "fldChar"):
                open_fields.meet(element)
    return [span for span in found if span.text]


def hidden(paragraph: Any) -> str:
    """The text of `paragraph` that its runs hide."""
    unseen = (run for run in runs(paragraph) if switch(run, "rPr/vanish"))
    return "".join(element.text or "" for run in unseen for element in run.findall(W + "t"))


def runs(parent: Any) -> Iterator[Any]:
    """The runs of a paragraph in their order, and the `m:t` of its formulas; deleted ones are left out."""
    for child in parent.iterchildren("*"):
        name = local(child)
        if child.tag == W + "r" or (name == "t" and child.tag.startswith(MATH)):
            yield child
        elif name == "AlternateContent":
            yield from runs(next(child.iterchildren("*"), ()))
        elif name in WRAPPERS or child.tag.startswith(MATH):
            yield from runs(child)


def _of_run(run: Any, fields: Fields) -> Iterator[Span]:
    simple = any(local(up) == "fldSimple" for up in run.iterancestors(W + "fldSimple"))
    for child in run:
        name = local(child)
        if name == "fldChar":
            fields.meet(child)
        elif name == "ruby":
            base = find(child, "rubyBase")
            for inner in base if base is not None else ():
                yield from _of_run(inner, fields)
        elif fields.shows:
            kind = FIXED if simple or fields.inside else TEXT
            yield from _of_element(child, name, run, kind)


def _of_element(child: Any, name: str, run: Any, kind: str) -> Iterator[Span]:
    if name == "t":
        yield Span(child.text or "", child, run, kind)
    elif name in ("tab", "ptab"):
        yield Span("\t", child, run, MARK)
    elif (name == "br" and get(child, "type") in ("", "textWrapping")) or name == "cr":
        yield Span("\n", child, run, MARK)
    elif name == "noBreakHyphen":
        yield Span("-", child, run, MARK)
    elif name == "sym":
        yield Span(symbol(child), child, run, FIXED)


def symbol(element: Any) -> str:
    """The character of a `w:sym`; those of symbol fonts have no Unicode of their own."""
    try:
        code = int(get(element, "char"), 16)
    except ValueError:
        return ""
    if not 0 <= code < SYMBOL_PAGE:
        return SYMBOLS.get(get(element, "font"), {}).get(code - SYMBOL_PAGE, UNKNOWN_SYMBOL)
    return chr(code) if chr(code).isprintable() else UNKNOWN_SYMBOL
