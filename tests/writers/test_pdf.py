"""PDF: LibreOffice lays the .docx out, or it is said what is missing."""

from __future__ import annotations

import pytest

from docgen import NotInstalled, libreoffice
from docgen.writers import pdf


def test_the_renderer_gets_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "to_pdf", lambda docx: b"%PDF of " + docx)

    assert pdf.convert(b"docx") == b"%PDF of docx"


def test_without_a_renderer_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "check_package", lambda docx, place: None)
    monkeypatch.setattr(libreoffice.shutil, "which", lambda name: None)
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", ())

    with pytest.raises(NotInstalled, match="LibreOffice"):
        pdf.convert(b"docx")
