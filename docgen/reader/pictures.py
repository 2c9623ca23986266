"""The pictures of a .docx: where they stand, their bytes and sizes."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from docgen.manuscript import Picture
from docgen.patterns import pattern
from docgen.problems import Place
from docgen.verify.file.values import WP, A, R, W, local

EMU = 36000
"""In a millimetre."""
POINT = 25.4 / 72
VML = "{urn:schemas-microsoft-com:vml}"
SIZE = pattern(r"(width|height):\s*([\d.]+)(pt|in|cm|mm)")
UNITS = {"pt": POINT, "in": 25.4, "cm": 10.0, "mm": 1.0}
MOST_BYTES = 30_000_000
RELATIONS = "word/_rels/document.xml.rels"


class Pictures:
    """The pictures of one file, opened when the first is met."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._names: dict[str, str] | None = None

    def of(self, paragraph: Any, place: Place) -> Iterator[Picture]:
        """The pictures that stand in a paragraph, not those of text boxes in it."""
        for element in paragraph.iter(A + "blip", VML + "imagedata"):
            above = next(element.iterancestors(W + "p"), None)
            if above is paragraph and not any(local(up) == "Fallback" for up in element.iterancestors()):
                yield self._picture(element, place)

    def _picture(self, element: Any, place: Place) -> Picture:
        id = element.get(R + "embed") or element.get(R + "id") or ""
        name = self._relations().get(id, "")
        width, height, words = _size(element)
        suffix = posixpath.splitext(name)[1].lstrip(".").lower()
        return Picture(self._bytes(name), suffix, width, height, words, place)

    def _relations(self) -> dict[str, str]:
        if self._names is None:
            self._names = {}
            with suppress(KeyError, SyntaxError, zipfile.BadZipFile):
                self._names = self._read_relations()
        return self._names

    def _read_relations(self) -> dict[str, str]:
        from lxml import etree

        with zipfile.ZipFile(io.BytesIO(self._data)) as archive:
            text = archive.read(RELATIONS)
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        rows = etree.fromstring(text, parser)
        inside = (row for row in rows if row.get("TargetMode") != "External")
        return {
            row.get("Id", ""): posixpath.normpath(posixpath.join("word", row.get("Target", "")))
            for row in inside
        }

    def _bytes(self, name: str) -> bytes:
        with zipfile.ZipFile(io.BytesIO(self._data)) as archive:
            try:
                info = archive.getinfo(name.removeprefix("/"))
            except KeyError:
                return b""
            return archive.read(info) if info.file_size <= MOST_BYTES else b""


def _size(element: Any) -> tuple[float, float, str]:
    """Width and height in mm, and the words that describe the picture."""
    for up in element.iterancestors():
        if up.tag in (WP + "inline", WP + "anchor"):
            extent, about = up.find(WP + "extent"), up.find(WP + "docPr")
            size = [float(extent.get(side, 0)) / EMU if extent is not None else 0.0 for side in ("cx", "cy")]
            return size[0], size[1], about.get("descr", "") if about is not None else ""
        if up.tag == VML + "shape":
            sides = {
                side: float(length) * UNITS[unit] for side, length, unit in SIZE.findall(up.get("style", ""))
            }
            return sides.get("width", 0.0), sides.get("height", 0.0), up.get("alt", "")
    return 0.0, 0.0, ""
