from __future__ import annotations

import copy
import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from docgen.forms.answer import read
from docgen.forms.opened import is_form
from docgen.plan_text.yaml_text import write as as_text
from docgen.problems import CannotRead
from docgen.source.load import loads
from docgen.template.package import Package
from tests.forms import libreoffice
from tests.forms.answers import LISTS, PLAN, TEXTS
from tests.forms.filling import BODY, W, changed, control, filled, packed, put, tag_of

LOCKED = "锁定:规范办学"


@pytest.fixture
def returned(empty: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "填报.docx"
    path.write_bytes(filled(empty, TEXTS, LISTS))
    return path


def alter(path: Path, change: Any) -> None:
    path.write_bytes(changed(path.read_bytes(), change))


def add_part(path: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    path.write_bytes(packed({**parts, name: content}))


def test_a_form_that_was_filled_in_gives_the_same_data(returned: Path, package: Package) -> None:
    answer = read(returned, package)
    assert not answer.problems
    assert loads(as_text(answer.plan), "plan")[0] == PLAN


def test_hints_count_as_empty_and_what_must_be_filled_in_is_told(
    empty: bytes, package: Package, tmp_path: Path
) -> None:
    path = tmp_path / "填报.docx"
    path.write_bytes(empty)
    answer = read(path, package)
    assert set(answer.plan) == {"模板"}
    assert {one.id for one in answer.problems} == {"FRM-010"}
    told = [one.message.partition("”")[0] for one in answer.problems]
    assert told == ["“单位", "“负责人", "“指导思想", "“工作目标", "“重点工作", "“保障措施"]


def test_a_changed_locked_sentence_is_shown_with_both_texts(returned: Path, package: Package) -> None:
    alter(returned, lambda body: put(control(body, LOCKED), "学校可以组织补课。"))
    (found,) = read(returned, package).problems
    assert found.id == "FRM-006"
    assert "不组织违规补课" in found.message
    assert "学校可以组织补课。" in found.message
    assert found.place
    assert found.place.line


def delete(tag: str) -> Any:
    def change(body: Any) -> None:
        gone = control(body, tag)
        gone.getparent().remove(gone)

    return change


@pytest.mark.parametrize(("tag", "id"), [(LOCKED, "FRM-006"), ("乡村教育", "FRM-007"), ("引言", "FRM-007")])
def test_a_control_that_was_deleted_is_told(returned: Path, package: Package, tag: str, id: str) -> None:
    alter(returned, delete(tag))
    assert [one.id for one in read(returned, package).problems] == [id]


def test_a_row_copied_and_typed_over_without_controls_counts(returned: Path, package: Package) -> None:
    def copied(body: Any) -> None:
        row = next(control(body, "重点工作[].标题").iterancestors(f"{W}tr"))
        new = copy.deepcopy(row)
        for cell in new.iter(f"{W}tc"):
            for one in list(cell.iter(f"{W}sdt")):
                run = one.find(f"{W}sdtContent/{W}r")
                one.getparent().replace(one, run)
        row.addnext(new)

    alter(returned, copied)
    plan = read(returned, package).plan
    assert [entry["标题"] for entry in plan["重点工作"]] == [
        "抓实课堂教学。",
        "抓实课堂教学。",
        "守牢校园安全。",
    ]


def test_a_value_the_schema_refuses_is_told_with_its_field_and_paragraph(
    returned: Path, package: Package
) -> None:
    alter(returned, lambda body: put(control(body, "落款.日期"), "年底"))
    found = read(returned, package).problems[0]
    assert found.message == "“落款”的“日期”应该是日期，这里写的是“年底”"
    assert found.place
    assert found.place.line


@pytest.mark.parametrize(
    "typed", ["2026.12.30", "20261230", "2026年12月30号", "２０２６年12月30日", "二〇二六年十二月三十日"]
)
def test_a_day_counts_however_it_is_typed(returned: Path, package: Package, typed: str) -> None:
    alter(returned, lambda body: put(control(body, "落款.日期"), typed))
    answer = read(returned, package)
    assert (answer.problems, answer.plan["落款"]["日期"]) == ((), "2026-12-30")


@pytest.mark.parametrize(("typed", "meant"), [("√", "是"), ("×", "否"), ("是", "是")])
def test_a_tick_is_an_answer(returned: Path, package: Package, typed: str, meant: str) -> None:
    alter(returned, lambda body: put(control(body, "落款.盖章"), typed))
    answer = read(returned, package)
    assert (answer.problems, answer.plan["落款"]["盖章"]) == ((), meant)


RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
    'Target="http://example.invalid/x" TargetMode="External"/></Relationships>'
)
HEADER = (
    '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r>'
    "<w:instrText>{text}</w:instrText></w:r></w:p></w:hdr>"
)


@pytest.mark.parametrize(
    ("name", "content", "id"),
    [
        ("word/vbaProject.bin", "x", "FRM-001"),
        ("word/embeddings/a.bin", "x", "FRM-001"),
        ("word/_rels/settings.xml.rels", RELATIONS.format(kind="attachedTemplate"), "FRM-002"),
        ("word/_rels/header9.xml.rels", RELATIONS.format(kind="image"), "FRM-002"),
        ("word/_rels/header9.xml.RELS", RELATIONS.format(kind="image"), "FRM-002"),
        ("word/_rels/a.xml.rels", RELATIONS.format(kind="oleObject").replace("Ex", "ex"), "FRM-002"),
        (
            "word/_rels/b.xml.rels",
            RELATIONS.format(kind="aFChunk").replace(' TargetMode="External"', ""),
            "FRM-002",
        ),
        ("word/header9.xml", HEADER.format(text="INCLUDEPICTURE x"), "FRM-002"),
        ("xl/externalLinks/externalLink1.xml", "<ddeLink/>", "FRM-002"),
        ("../outside.txt", "x", "FRM-011"),
        ("C:\\outside.txt", "x", "FRM-011"),
    ],
)
def test_a_form_with_a_program_or_a_link_to_elsewhere_is_refused(
    returned: Path, package: Package, name: str, content: str, id: str
) -> None:
    add_part(returned, name, content.encode())
    with pytest.raises(CannotRead) as refused:
        read(returned, package)
    assert refused.value.problems[0].id == id


@pytest.mark.parametrize(
    ("part", "old", "new", "id"),
    [
        ("[Content_Types].xml", "document.main+xml", "vnd.ms-word.document.macroEnabled.main+xml", "FRM-001"),
        (
            "[Content_Types].xml",
            "</Types>",
            '<Default Extension="x" ContentType="a/oleObject"/></Types>',
            "FRM-001",
        ),
        (
            "word/document.xml",
            "</w:body>",
            "<w:p><w:r><w:instrText>DDEAUTO x</w:instrText></w:r></w:p></w:body>",
            "FRM-002",
        ),
        ("word/document.xml", "<w:document", '<!DOCTYPE w [<!ENTITY x "y">]><w:document', "RDR-002"),
    ],
    ids=["macro type", "object type", "field", "entity"],
)
def test_what_hides_in_a_part_is_found(
    returned: Path, package: Package, part: str, old: str, new: str, id: str
) -> None:
    with zipfile.ZipFile(returned) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in parts[part]
    returned.write_bytes(packed({**parts, part: parts[part].replace(old.encode(), new.encode(), 1)}))

    with pytest.raises(CannotRead) as refused:
        read(returned, package)
    assert refused.value.problems[0].id == id


def test_a_form_saved_with_macros_is_refused_as_a_form(returned: Path, package: Package) -> None:
    path = returned.rename(returned.with_suffix(".docm"))
    assert is_form(path)
    with pytest.raises(CannotRead) as refused:
        read(path, package)
    assert refused.value.problems[0].id == "FRM-001"


def test_a_form_of_a_template_that_is_not_installed_is_told(returned: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotRead) as refused:
        read(returned, None, tmp_path)
    assert refused.value.problems[0].id == "FRM-004"
    assert "qinghe-county-plan@1.0" in refused.value.problems[0].message


def test_a_form_of_another_version_is_told(returned: Path, package: Package) -> None:
    with pytest.raises(CannotRead) as refused:
        read(returned, package._replace(version="2.0"))
    assert refused.value.problems[0].id == "FRM-005"


def test_a_text_that_is_called_docx_is_no_form(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"no archive")
    assert not is_form(path)


@pytest.mark.rendered
def test_a_form_that_libreoffice_saved_again_gives_the_same_data(
    returned: Path, package: Package, empty: bytes, tmp_path: Path
) -> None:
    (tmp_path / "空表.docx").write_bytes(empty)
    changed_form = tmp_path / "改.docx"
    shutil.copy(returned, changed_form)
    alter(changed_form, lambda body: put(control(body, LOCKED), "学校可以组织补课。"))
    out = tmp_path / "out"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(out), *files],
        check=True,
        capture_output=True,
        timeout=180,
    )
    answer = read(out / returned.name, package)
    assert not answer.problems
    assert answer.plan == PLAN
    assert set(read(out / "空表.docx", package).plan) == {"模板"}
    assert [one.id for one in read(out / "改.docx", package).problems] == ["FRM-006"]


@pytest.mark.rendered
def test_a_form_that_was_filled_in_inside_libreoffice_gives_the_same_data(
    empty: bytes, package: Package, tmp_path: Path
) -> None:
    typed = {**TEXTS, **{f"重点工作[].{key}": text for key, text in LISTS["重点工作"][0].items()}}
    with zipfile.ZipFile(io.BytesIO(empty)) as archive:
        controls = list(etree.fromstring(archive.read(BODY)).iter(f"{W}sdt"))
    hints = {
        "".join(one.find(f"{W}sdtContent").itertext()): typed[tag_of(one)]
        for one in controls
        if tag_of(one) in typed
    }
    form, target = tmp_path / "空表.docx", tmp_path / "填报.docx"
    form.write_bytes(empty)
    libreoffice.fill(form, target, hints, tmp_path)

    answer = read(target, package)
    assert answer.problems == ()
    assert answer.plan == {**PLAN, "重点工作": LISTS["重点工作"][:1]}
