"""The text of a .docx as its pages should show it, paragraph by paragraph."""

from __future__ import annotations

import unicodedata
from typing import Any

from docgen.ooxml.values import W, find, get, local
from docgen.reader.spans import FIXED, fields_of, gone, spans
from docgen.verify.pages.layout import Said

NO_INK = ("Cf", "Co", "Cc", "Zs")
"""Kinds of characters that print nothing, or what only the face knows."""


def said(document: Any) -> tuple[Said, ...]:
    """The paragraphs of the tree `document` in their order, those in tables too; text boxes, which stand
    anywhere, and what is deleted, hidden or in a merged cell's covered part are left out."""
    fields = fields_of(document)
    found: list[Said] = []
    for paragraph in document.iter(W + "p"):
        pieces = spans(paragraph, fields)
        if gone(paragraph) or _elsewhere(paragraph):
            continue
        text = _ink("".join(piece.text for piece in pieces))
        typed = _ink("".join(piece.text for piece in pieces if piece.kind != FIXED))
        if text:
            found.append(Said(text, typed))
    return tuple(found)


def _ink(text: str) -> str:
    """Its characters that leave ink."""
    return "".join(char for char in text if unicodedata.category(char) not in NO_INK)


def _elsewhere(paragraph: Any) -> bool:
    """Whether a paragraph stands in a text box, or in a cell that another one covers."""
    return any(
        local(up) == "txbxContent" or (local(up) == "tc" and _is_covered(up))
        for up in paragraph.iterancestors()
    )


def _is_covered(cell: Any) -> bool:
    merge = find(cell, "tcPr/vMerge")
    return merge is not None and get(merge, "val", "continue") == "continue"
