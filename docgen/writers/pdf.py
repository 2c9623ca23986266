"""A .docx as PDF, laid out by LibreOffice."""

from __future__ import annotations


def convert(docx: bytes) -> bytes:
    """The PDF of `docx`. Raises `NotInstalled` where there is no LibreOffice, `DocgenError` where it
    fails or takes too long."""
    from docgen.libreoffice import to_pdf

    return to_pdf(docx)
