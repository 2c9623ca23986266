"""Pages drawn as pictures."""

from __future__ import annotations

import subprocess

import pytest

from docgen.problems import DocgenError, NotInstalled
from docgen.verify import png


@pytest.fixture
def pdftoppm(monkeypatch):
    """A pdftoppm that draws twelve pages, numbered as the real one numbers them."""

    def run(command, **_options):
        for number in range(1, 13):
            (png.Path(f"{command[-1]}-{number:02}.png")).touch()
        return subprocess.CompletedProcess(command, 0, b"", b"")

    monkeypatch.setattr(png.shutil, "which", lambda name: name)
    monkeypatch.setattr(subprocess, "run", run)


def test_pictures_are_named_by_their_page_and_come_in_order(pdftoppm, tmp_path):
    folder = tmp_path / "新建" / "图"
    drawn = png.draw(tmp_path / "a.pdf", folder)
    assert [path.name for path in drawn] == [f"page-{number}.png" for number in range(1, 13)]
    assert set(drawn) == set(folder.iterdir())


def test_a_machine_without_poppler_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(png.shutil, "which", lambda name: None)
    with pytest.raises(NotInstalled, match="PAG-007 没有找到 pdftoppm"):
        png.draw(tmp_path / "a.pdf", tmp_path)


def test_what_pdftoppm_complains_of_is_told(pdftoppm, monkeypatch, tmp_path):
    failed = subprocess.CompletedProcess("pdftoppm", 1, b"", b"Couldn't open file")
    monkeypatch.setattr(subprocess, "run", lambda *_command, **_options: failed)
    with pytest.raises(DocgenError, match="PAG-008 pdftoppm 没有画出页面图片") as told:
        png.draw(tmp_path / "a.pdf", tmp_path)
    assert told.value.problems[0].excerpt == "Couldn't open file"


def test_drawing_without_end_is_stopped(pdftoppm, monkeypatch, tmp_path):
    def run(command, timeout, **_options):
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(DocgenError, match="PAG-008"):
        png.draw(tmp_path / "a.pdf", tmp_path)
