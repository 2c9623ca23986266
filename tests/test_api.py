"""The library's face: what a program gets from a plan, and that it always gets the same."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pytest

import docgen
from docgen.problems import DocgenError

PLAN = Path(__file__).parent.parent / "examples" / "plans" / "school-year-plan.yaml"


def test_the_public_names_are_few() -> None:
    assert len(docgen.__all__) <= 12
    assert all(hasattr(docgen, name) for name in docgen.__all__)


def test_importing_it_loads_nothing_heavy() -> None:
    heavy = "('jinja2', 'yaml', 'lxml', 'docx', 'babel', 'jsonschema_rs', 'docxcompose', 'pdfplumber')"
    code = f"import sys, docgen; sys.exit(sorted(set({heavy}) & set(sys.modules)) != [])"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("kind", "start"), [("docx", b"PK\x03\x04"), ("md", b"# "), ("txt", "青禾".encode())]
)
def test_a_document_is_written_as_its_kind(kind: str, start: bytes) -> None:
    assert docgen.render(PLAN).to_bytes(kind).startswith(start)


@pytest.mark.rendered
def test_a_document_is_written_as_pdf() -> None:
    assert docgen.render(PLAN).to_bytes("pdf").startswith(b"%PDF-")


def test_the_suffix_chooses_what_is_saved(tmp_path: Path) -> None:
    document = docgen.render(PLAN)
    for name in ("计划.docx", "计划.MD", "下级/计划.txt"):
        written = document.save(tmp_path / name)
        assert written.read_bytes() == document.to_bytes(name.rpartition(".")[2].lower())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["下级", "计划.MD", "计划.docx"]


def test_an_unknown_kind_is_refused_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="不会写“odt”"):
        docgen.render(PLAN).save(tmp_path / "计划.odt")
    assert list(tmp_path.iterdir()) == []


def test_python_docx_goes_on_with_it() -> None:
    document = docgen.render(PLAN).to_docx()
    assert isinstance(document, docx.document.Document)
    assert document.paragraphs[0].style.name == "Title"
    assert "heading 1" in {paragraph.style.name.lower() for paragraph in document.paragraphs}


def test_an_error_carries_every_problem() -> None:
    with pytest.raises(DocgenError) as caught:
        docgen.render({"标题": "甲", "章杰": [], "落款": {"日期": "2026-02-30"}}, template="通用")
    assert {problem.id for problem in caught.value.problems} == {"SCM-001", "SCM-010"}


def digest(**environment: str) -> str:
    """The digest of the built plan in a new process, on a day in 2031."""
    code = (
        "import time, datetime, hashlib, sys\n"
        "real = time.time\n"
        "time.time = lambda: real() + 5 * 365 * 86400\n"
        "import docgen\n"
        "print(hashlib.sha256(docgen.render(sys.argv[1]).to_bytes('docx')).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(PLAN)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_the_same_plan_gives_the_same_bytes_anywhere_and_any_day() -> None:
    here = hashlib.sha256(docgen.render(PLAN).to_bytes("docx")).hexdigest()
    assert digest(PYTHONHASHSEED="1", TZ="Asia/Shanghai", LANG="C", LC_ALL="C") == here
    assert digest(PYTHONHASHSEED="77", TZ="America/Lima", LANG="zh_CN.UTF-8", DOCGEN_LANG="en") == here


def test_threads_give_the_same_bytes() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _turn: docgen.render(PLAN).to_bytes("docx"), range(8)))
    assert len(set(made)) == 1
