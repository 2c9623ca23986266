"""The same text in any dress has the same outline: as text, typed by hand in Word, with automatic numbers,
and each of the Word files saved again by LibreOffice."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest

from docgen import pipeline, word
from docgen.intake.imported import imported
from docgen.libreoffice import find_soffice
from docgen.plan_file import Given
from docgen.reader.read import read
from docgen.recognise.recognise import recognise
from docgen.source.load import loads
from tests.intake.papers import paper
from tests.intake.test_round_trip import outline

SEEDS = (1, 4, 9)


def messy(source: str) -> bytes:
    """The text as it is typed by hand: numbers typed, style Normal, indents of blanks, a table as a table."""
    made = docx.Document()
    rows: list[list[str]] = []
    for line in [*source.splitlines(), ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            table = made.add_table(rows=len(rows), cols=len(rows[0]))
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
            rows = []
        if line:
            made.add_paragraph("　　" + line)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def built(source: str, folder: Path) -> bytes:
    """The text as a plan builds it, with automatic numbers."""
    (folder / "a.txt").write_text(source, encoding="utf-8")
    plan, _problems = loads(imported(recognise(read(folder / "a.txt")), "p.yaml", folder).text, "p.yaml")
    result = pipeline.run(Given(plan, folder))
    return word.write(result.numbered, result.format)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each text in each dress, the Word files saved again by LibreOffice in one go."""
    place = tmp_path_factory.mktemp("dresses")
    for seed in SEEDS:
        (place / f"{seed}.txt").write_text(paper(seed), encoding="utf-8")
        (place / f"{seed}-typed.docx").write_bytes(messy(paper(seed)))
        (place / f"{seed}-counted.docx").write_bytes(built(paper(seed), place))
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    start, target = (
        [find_soffice(), profile, "--headless", "--convert-to"],
        ["--outdir", str(place / "saved")],
    )
    for kind, names in (("docx:MS Word 2007 XML", "*.docx"), ("odt", "1-typed.docx")):
        files = map(str, sorted(place.glob(names)))
        subprocess.run([*start, kind, *target, *files], check=True, capture_output=True, timeout=120)
    return place


def outline_of(path: Path) -> list[dict[str, Any]]:
    rows = outline(recognise(read(path)))
    for row in rows:
        for key, value in row.items():
            row[key] = "".join(value.split()) if isinstance(value, str) else value
    return rows


@pytest.mark.rendered
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "dress", ["{}-typed.docx", "{}-counted.docx", "saved/{}-typed.docx", "saved/{}-counted.docx"]
)
def test_the_outline_is_that_of_the_text(folder: Path, seed: int, dress: str) -> None:
    assert outline_of(folder / dress.format(seed)) == outline_of(folder / f"{seed}.txt")


@pytest.mark.rendered
def test_what_only_libreoffice_reads_is_read_through_it(folder: Path) -> None:
    assert outline_of(folder / "saved" / "1-typed.odt") == outline_of(folder / "1.txt")
