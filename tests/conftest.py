"""What rendered tests share: a document laid out and measured, a document validated."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from docgen.formats import PageFormat
from docgen.libreoffice import to_pdf
from docgen.problems import NotInstalled
from docgen.verify import Report, verify
from docgen.verify.pages.page import Page
from docgen.verify.pages.read import read

ROOT = Path(__file__).parent.parent
SETUP = "tests/setup/install_renderer.sh"

settings.register_profile("everywhere", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "everywhere")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document as LibreOffice lays it out."""

    pdf: Path
    pages: tuple[Page, ...]

    def report(self, *require: str, format: PageFormat | None = None) -> Report:
        """What verify measures; the checks named in `require` fail where they have no subject."""
        return verify(self.pdf, format, require=require)

    def failed(self, *require: str) -> set[str]:
        """The names of the checks that fail."""
        return {finding.check for finding in self.report(*require).failed}

    def text(self) -> str:
        """All lines of all pages, page numbers left out."""
        return "\n".join(line.text for page in self.pages for line in page.lines)


Render = Callable[[bytes], Rendered]
Validate = Callable[[bytes], None]


@pytest.fixture(scope="session")
def render(tmp_path_factory: pytest.TempPathFactory) -> Render:
    """Lays a .docx (bytes) out; the same bytes once a session."""
    folder = tmp_path_factory.mktemp("rendered")
    done: dict[str, Rendered] = {}

    def render(docx: bytes) -> Rendered:
        name = hashlib.sha256(docx).hexdigest()
        if name not in done:
            done[name] = _rendered(docx, folder / f"{name}.pdf")
        return done[name]

    return render


def _rendered(docx: bytes, pdf: Path) -> Rendered:
    try:
        pdf.write_bytes(to_pdf(docx))
        return Rendered(pdf, read(pdf))
    except NotInstalled as reason:
        return pytest.fail(f"rendered tests need LibreOffice and pdfplumber, run {SETUP}: {reason}")


@pytest.fixture(scope="session")
def validate(tmp_path_factory: pytest.TempPathFactory) -> Validate:
    """Fails the test unless a .docx (bytes) is valid by the Open XML SDK."""
    path = tmp_path_factory.mktemp("validated") / "document.docx"

    def validate(docx: bytes) -> None:
        path.write_bytes(docx)
        done = subprocess.run(
            [_validator(), str(path), "Office2016"], capture_output=True, timeout=120, check=False
        )
        errors = json.loads(done.stdout.decode("utf-8-sig"))["errors"]
        assert not errors, "\n".join(map(_schema_error, errors))

    return validate


def _validator() -> str:
    packages = ROOT / ".tools" / "ooxml-validator" / "node_modules" / "@xarsh"
    programs = sorted(packages.glob("ooxml-validator-*/ooxml-validator*"))
    return str(programs[0]) if programs else pytest.fail(f"the schema validator is missing, run {SETUP}")


def _schema_error(row: dict[str, str]) -> str:
    return f"{row.get('path')} {row.get('xPath')}: {row['description']}"
