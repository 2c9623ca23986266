"""Headings: their end, their length, what stands below them (GB/T 9704 7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.reading import (
    ANNOTATION,
    ATTACHMENT_NOTE,
    BODY,
    CAPTION,
    CELL,
    COLOPHON,
    HEADING,
    SIGNATURE,
    TITLE,
    Hit,
    Passage,
    Reading,
)  # fmt: skip
from docgen.lint.siblings import siblings
from docgen.patterns import pattern
from docgen.recognise.words import table

END_MARK = pattern(r"(?<![。；，：、;,:.])[。；，：、;,:.]\s*$")
SENTENCE_MARK = pattern(r"[。；！？].")
ONE_LINE, TWO_LINES = 26, 56
"""Full-width characters: those of one line behind the indent, and of two lines."""
SHORT = 20
LEAD = 18
"""Characters from which on a line that ends in a colon is a sentence that leads to a list."""
INNER_MARK = pattern("[，。；：！？]")
CLOSING_MARK = "。：:？！?!"
NO_CONTENT = (TITLE, SIGNATURE, ANNOTATION, ATTACHMENT_NOTE, COLOPHON, CAPTION)


def words_of(one: Passage) -> str:
    """The words of a heading, of a run-in one its head, without number, blanks and end mark."""
    return "".join(one.text[one.start : one.head_end or None].split()).rstrip("。：:；;，,、.")


def alone(one: Passage) -> bool:
    """Whether a passage is a heading on a line of its own."""
    return one.zone == HEADING and not one.head_end


def ends_in_mark(reading: Reading) -> Iterator[Hit]:
    """HDG-001: a heading alone on its line that ends in a mark; a question keeps its own. Where its
    siblings are run in with their text, or nothing stands below it, it is a sentence like them. In a plan
    。 and ： say that the heading is to be run in, if anything follows that can be."""
    sentences = set(_sentences(reading))
    for at, one in enumerate(reading.passages):
        if not alone(one) or SENTENCE_MARK.search(one.text.strip()):
            continue
        found = END_MARK.search(one.text)
        colon = found is not None and found[0] in "：:"
        if found and (len(one.text.strip()) > LEAD if colon else at in sentences):
            continue
        meant = found is not None and reading.source == "plan" and found[0] in "。：:"
        if found and not meant and not _has_nothing_below(reading, at) and not _goes_on(reading, at):
            yield Hit(at, found.start(), found.start() + 1, {}, "")


def _sentences(reading: Reading) -> Iterator[int]:
    """The headings that stand among run-in ones, or among sentences with nothing below."""
    for group in siblings(reading):
        run_in = any(one.one.head_end for one in group.members)
        bare = any(_is_bare_sentence(reading, one.at) for one in group.members)
        if run_in or bare:
            yield from (one.at for one in group.members)


def _is_bare_sentence(reading: Reading, at: int) -> bool:
    return reading.passages[at].text.rstrip().endswith("。") and _has_nothing_below(reading, at)


def _goes_on(reading: Reading, at: int) -> bool:
    return at + 1 < len(reading.passages) and reading.passages[at + 1].joined


def unnumbered(reading: Reading) -> Iterator[Hit]:
    """HDG-002: 指导思想： among 二、 三、 Among numbers that a word processor counts it goes without one on
    purpose."""
    names = set(table("words")["标题名"])
    layers = {one.layer for one in reading.passages if one.zone == HEADING and one.typed}
    for at, one in enumerate(reading.passages):
        text = one.text.strip()
        stock = one.zone == BODY and text.endswith(("：", ":")) and text[:-1].strip() in names
        peer = one.zone == HEADING and not one.label and not one.joined and one.layer in layers
        if (peer and not one.head_end) or (stock and layers):
            start = len(one.text) - len(one.text.lstrip())
            yield Hit(at, start, start + len(text))


def long(reading: Reading) -> Iterator[Hit]:
    """HDG-003: a heading of layer 1 longer than a line, of layer 2 longer than two; one that ends with
    a full stop is a sentence with a number, as decisions are."""
    for at, one in enumerate(reading.passages):
        words = one.text[one.start :].strip()
        if alone(one) and one.layer in (1, 2) and not one.joined and not words.endswith("。"):
            length = len(words) + len(one.label)
            if length > (ONE_LINE if one.layer == 1 else TWO_LINES):
                yield Hit(at, one.start, one.start + len(words), {"length": str(length)})


def not_closed(reading: Reading) -> Iterator[Hit]:
    """HDG-004: a heading set apart from the text that follows it, with no mark between them, where another
    of its layer has one; without one the faces are but mixed."""
    heads = [(at, one, head) for at, one in enumerate(reading.passages) if (head := _set_apart(reading, one))]
    closed = {one.layer for _at, one, head in heads if head[-1] in CLOSING_MARK}
    for at, one, head in heads:
        inside = INNER_MARK.search(head) or one.text[len(head) : len(head) + 1] in "。：:，、；;"
        if one.layer in closed and head[-1] not in CLOSING_MARK and not inside:
            yield Hit(at, one.start, len(head), {}, head[one.start :] + "。", sure=False)


def _set_apart(reading: Reading, one: Passage) -> str:
    """The words at the beginning of a numbered passage that look otherwise than its text, "" for none."""
    if reading.recognised is None or one.part < 0 or one.joined or one.offset or not one.label:
        return ""
    lines = reading.recognised.parts[one.part].lines
    lead = lines[0].lead if lines else 0
    head = one.text[:lead].rstrip()
    short = one.start + 2 <= len(head) <= ONE_LINE + one.start
    return head if short and len(one.text) - lead > ONE_LINE / 2 else ""


def empty(reading: Reading) -> Iterator[Hit]:
    """HDG-006: a heading with nothing below it, while its siblings have content."""
    for group in siblings(reading):
        heads = [one for one in group.members if one.one.zone == HEADING]
        bare = [one for one in heads if _has_nothing_below(reading, one.at)]
        if group.layer > 2 or len(bare) * 2 > len(heads) or len(heads) < len(group.members):
            continue
        for one in bare:
            words = one.one.text.strip()
            if len(words) <= SHORT and not END_MARK.search(words):
                start = len(one.one.text) - len(one.one.text.lstrip())
                yield Hit(one.at, start, start + len(words))


def _has_nothing_below(reading: Reading, at: int) -> bool:
    """Whether the heading at `at` is followed by one of its own layer or above, or by the paper's end."""
    one = reading.passages[at]
    if one.head_end:
        return False
    if at + 1 == len(reading.passages):
        return True
    following = reading.passages[at + 1]
    if following.joined:
        return False
    other = following.attachment != one.attachment or following.zone in NO_CONTENT
    # A caption with its table behind it is content.
    if following.zone == CAPTION and following.attachment == one.attachment:
        return not (at + 2 < len(reading.passages) and reading.passages[at + 2].zone == CELL)
    return other or (following.zone == HEADING and following.layer <= one.layer)


def repeated(reading: Reading) -> Iterator[Hit]:
    """HDG-007: two headings of the same words in one paper."""
    seen: set[tuple[int, int, str]] = set()
    for at, one in enumerate(reading.passages):
        words = words_of(one)
        if one.zone != HEADING or one.layer not in (1, 2) or len(words) < 4 or one.joined:
            continue
        key = (one.attachment, one.layer, words)
        if key in seen:
            yield Hit(at, one.start, len(one.text.rstrip()), {"words": words})
        seen.add(key)


RULES = {
    "HDG-001": ends_in_mark,
    "HDG-002": unnumbered,
    "HDG-003": long,
    "HDG-004": not_closed,
    "HDG-006": empty,
    "HDG-007": repeated,
}
