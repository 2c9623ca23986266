"""A file of our own without text, in a page format: its headers, footers, styles and settings."""

from __future__ import annotations

from functools import lru_cache

from docgen.document import Column, Paper, Table
from docgen.formats import PageFormat
from docgen.numbering import NumberedPaper

TURNED = Table((Column(),), (("",),), landscape=True)
"""What makes the writer tell upright and landscape pages apart."""


@lru_cache(maxsize=4)
def shell(format: PageFormat) -> bytes:
    """The .docx; its sections are those of `docgen.word.sections.section` with `turning`."""
    from docgen import word

    return word.write(NumberedPaper(Paper(("",), (TURNED,)), (None,), (), {}), format)
