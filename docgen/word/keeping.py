"""What stays on one page: nothing that belongs to what follows ends a page (GB/T 9704 7.3.5.5)."""

from __future__ import annotations

from docgen.word.runs import keep_next
from docgen.word.tables import keep_rows


def held(xml: str) -> str:
    """A piece of text, kept on the page of what follows: its last paragraph, or its last rows."""
    return keep_rows(xml) if xml.endswith("</w:tbl>") else keep_next(xml)
