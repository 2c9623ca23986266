"""A .docx is read warily: it may come from anyone."""

from __future__ import annotations

import io
import zipfile

import pytest

from docgen.ooxml.read import read
from docgen.problems import CannotRead


def without(docx: bytes, name: str, content: bytes | None = None) -> bytes:
    """`docx` with the part `name` taken out, or with other content."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        if content is not None:
            new.writestr(name, content)
    return file.getvalue()


def test_the_parts_are_found_by_their_relationships(packed):
    parts = read(packed("<w:p/>", styles="", footer1=""))

    assert parts.beside["styles"].tag.endswith("}styles")
    assert {name for name, _root in parts.around.values()} == {"word/footer1.xml"}


def test_a_document_without_styles_is_read(packed):
    assert read(packed("<w:p/>")).beside == {}


@pytest.mark.parametrize(
    "content",
    [b"<w:document", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', b"", b"\xff\xfe\x00"],
    ids=["broken", "entities", "empty", "binary"],
)
def test_a_main_part_that_is_broken_or_hostile_is_refused(packed, content):
    with pytest.raises(CannotRead) as caught:
        read(without(packed("<w:p/>"), "word/document.xml", content), "计划.docx")

    (problem,) = caught.value.problems
    assert (problem.id, problem.message) == ("PAG-009", "读不了这份 .docx 里的内容")
    assert problem.place is not None
    assert problem.place.file == "计划.docx"


def test_a_package_without_its_main_part_is_refused(packed):
    with pytest.raises(CannotRead, match="PAG-009"):
        read(without(packed("<w:p/>"), "word/document.xml"))


def test_a_part_of_a_bomb_s_size_is_refused(packed, monkeypatch):
    monkeypatch.setattr("docgen.ooxml.read.MOST_BYTES", 100)

    with pytest.raises(CannotRead, match="过大"):
        read(packed("<w:p/>" * 100))


def test_a_link_that_leads_out_of_the_package_is_not_followed(packed):
    target = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    target += b'<Relationship Id="a" Type="x/styles" Target="../../../../etc/passwd.xml"/>'
    target += b'<Relationship Id="b" Type="x/theme" TargetMode="External" Target="http://x/y.xml"/>'
    parts = read(without(packed("<w:p/>"), "word/_rels/document.xml.rels", target + b"</Relationships>"))

    assert parts.beside.get("styles") is None
    assert "theme" not in parts.beside
