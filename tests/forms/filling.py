"""Fills in a form as a person does in Word: texts into the controls, further rows into its tables."""

from __future__ import annotations

import copy
import io
import itertools
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "word/document.xml"
Rows = Sequence[Mapping[str, str]]


def filled(form: bytes, texts: Mapping[str, str], lists: Mapping[str, Rows]) -> bytes:
    """The form with `texts` by tag and the rows of `lists` by column."""

    def fill(body: Any) -> None:
        for name, rows in lists.items():
            _add_rows(body, name, rows)
        for control in body.iter(f"{W}sdt"):
            tag = tag_of(control)
            if tag in texts:
                put(control, texts[tag])

    return changed(form, fill)


def changed(form: bytes, change: Callable[[Any], None]) -> bytes:
    """The form after `change` worked on its body."""
    with zipfile.ZipFile(io.BytesIO(form)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = etree.fromstring(parts[BODY])
    change(body)
    return packed({**parts, BODY: etree.tostring(body, xml_declaration=True, encoding="UTF-8")})


def packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def control(body: Any, tag: str) -> Any:
    return next(one for one in body.iter(f"{W}sdt") if tag_of(one) == tag)


def tag_of(element: Any) -> str:
    tag = element.find(f"{W}sdtPr/{W}tag")
    return "" if tag is None else str(tag.get(f"{W}val"))


def put(element: Any, text: str) -> None:
    properties = element.find(f"{W}sdtPr")
    for waiting in properties.findall(f"{W}showingPlcHdr"):
        properties.remove(waiting)
    run = element.find(f"{W}sdtContent/{W}r")
    for child in list(run):
        run.remove(child)
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(run, f"{W}br")
        etree.SubElement(run, f"{W}t").text = line


def _add_rows(body: Any, name: str, rows: Rows) -> None:
    """The rows of a list: the form's own, and copies of it behind."""
    first = next(
        row
        for row in body.iter(f"{W}tr")
        if any(tag_of(one).startswith(f"{name}[].") for one in row.iter(f"{W}sdt"))
    )
    copies = [first, *(copy.deepcopy(first) for _row in rows[1:])]
    for before, after in itertools.pairwise(copies):
        before.addnext(after)
    for row, values in zip(copies, rows, strict=True):
        for one in row.iter(f"{W}sdt"):
            column = tag_of(one).partition("[].")[2]
            if column in values:
                put(one, values[column])
