"""Laying out: what is asked of a document before, and what is told when it cannot be done."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest

from docgen import libreoffice as rendering
from docgen.libreoffice import find_soffice, to_pdf
from docgen.problems import CannotRead, DocgenError, NotInstalled


def package(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return file.getvalue()


WORD = package(word__document="x")


def program(folder: Path, monkeypatch: pytest.MonkeyPatch, lines: str) -> None:
    """A stand-in for soffice that runs `lines` of shell."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv(rendering.SOFFICE, str(path))


posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


@pytest.mark.parametrize(
    "content",
    [b"", b"plain text", WORD[:40], package(xl__workbook="x")],
    ids=["empty", "text", "cut short", "a spreadsheet"],
)
def test_what_is_no_word_document_is_refused_before_libreoffice_sees_it(content):
    with pytest.raises(CannotRead, match=r"年\.docx: 错误 PAG-003 这不是 Word 文档"):
        to_pdf(content, name="年.docx")


def test_a_zip_bomb_is_refused(monkeypatch):
    monkeypatch.setattr(rendering, "MOST_BYTES", 1000)
    with pytest.raises(CannotRead, match="解开后过大"):
        to_pdf(package(word__document="0" * 2000))


def test_libreoffice_that_is_not_there_is_told_with_the_way_out(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv(rendering.SOFFICE, raising=False)
    monkeypatch.setattr(rendering, "_USUAL_PLACES", ())
    with pytest.raises(NotInstalled) as told:
        find_soffice()
    (problem,) = told.value.problems
    assert problem.message == "没有找到 LibreOffice，不能排出版面"
    assert problem.hint == "安装 LibreOffice，或用环境变量 DOCGEN_SOFFICE 指明 soffice 的位置"


def test_libreoffice_is_found_in_the_program_folder_of_windows(monkeypatch, tmp_path):
    usual = tmp_path / "LibreOffice" / "program" / "soffice.com"
    usual.parent.mkdir(parents=True)
    usual.touch()
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv(rendering.SOFFICE, raising=False)
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    assert find_soffice() == str(usual)


@posix
def test_a_layout_that_takes_too_long_is_stopped_with_all_it_started(monkeypatch, tmp_path):
    alive = tmp_path / "alive"
    program(tmp_path, monkeypatch, f"(sleep 2; touch '{alive}') & wait")
    with pytest.raises(DocgenError, match=r"PAG-005 LibreOffice 排版超过0\.2秒，已停止"):
        to_pdf(WORD, timeout=0.2)
    assert not alive.exists()


@posix
def test_a_layout_without_a_pdf_tells_what_libreoffice_said(monkeypatch, tmp_path):
    program(tmp_path, monkeypatch, "echo source file could not be loaded")
    with pytest.raises(DocgenError, match="PAG-004 LibreOffice 没有排出这份文档") as told:
        to_pdf(WORD)
    assert told.value.problems[0].excerpt == "source file could not be loaded"


@posix
def test_each_layout_has_a_folder_and_a_profile_of_its_own(monkeypatch, tmp_path):
    program(tmp_path, monkeypatch, f'echo "$PWD" "$1" "$TMPDIR" >>"{tmp_path}/calls"; printf pdf >in.pdf')
    assert [to_pdf(WORD), to_pdf(WORD)] == [b"pdf", b"pdf"]
    first, second = (tmp_path / "calls").read_text(encoding="utf-8").splitlines()
    folder, profile, scratch = first.split()
    assert profile == f"-env:UserInstallation=file://{folder}/profile"
    assert scratch == folder
    assert not Path(folder).exists()
    assert first != second
