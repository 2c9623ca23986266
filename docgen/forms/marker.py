"""The mark by which a .docx is known as a form: the template's id and version among its properties."""

from __future__ import annotations

import zipfile
from typing import NamedTuple

from docgen.word import names
from docgen.word.runs import attribute

PART = "docProps/custom.xml"
ID, VERSION = "docgen-template", "docgen-version"
FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
TYPE = (
    f'<Override PartName="/{PART}" '
    'ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
)
RELATION = f'<Relationship Id="rIdForm" Type="{names.OFFICE}/custom-properties" Target="{PART}"/>'


class Mark(NamedTuple):
    """Which template a form was made of."""

    id: str
    version: str


def xml(mark: Mark) -> str:
    rows = enumerate(((ID, mark.id), (VERSION, mark.version)), 2)
    inside = "".join(
        f'<property fmtid="{FORMAT}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{attribute(value)}</vt:lpwstr></property>"
        for number, (name, value) in rows
    )
    return f'{names.HEAD}<Properties xmlns="{SPACE}" xmlns:vt="{VALUES}">{inside}</Properties>'


def found(archive: zipfile.ZipFile) -> Mark | None:
    """The mark of a file; None where it is no form. Raises what lxml and zipfile raise of damage."""
    from lxml import etree

    if PART not in archive.namelist():
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(archive.read(PART), parser)
    values = {one.get("name"): "".join(map(str, one.itertext())).strip() for one in root}
    return Mark(values[ID], values.get(VERSION, "")) if ID in values else None
