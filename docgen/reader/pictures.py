"""The pictures of a .docx: where they stand, their bytes and sizes."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from docgen.damage import DAMAGE
from docgen.manuscript import Picture
from docgen.ooxml.read import part
from docgen.ooxml.values import WP, A, R, W, number
from docgen.patterns import pattern
from docgen.problems import Place
from docgen.reader.spans import gone

EMU = 36000
"""In a millimetre."""
POINT = 25.4 / 72
VML = "{urn:schemas-microsoft-com:vml}"
SIZE = pattern(r"(width|height):\s*(\d{1,5}(?:\.\d{1,5})?)(pt|in|cm|mm)")
UNITS = {"pt": POINT, "in": 25.4, "cm": 10.0, "mm": 1.0}
MOST_BYTES = 30_000_000
"""Of one picture."""
MOST_BYTES_ALTOGETHER = 80_000_000
"""Of all pictures of a file; the bytes of those beyond are left out."""


class Pictures:
    """The pictures of one file, opened when the first is met; `main` is the part they stand in."""

    def __init__(self, data: bytes, main: str) -> None:
        self._data = data
        self._main = main
        self._kept: dict[str, bytes] = {}
        self._room = MOST_BYTES_ALTOGETHER

    def of(self, paragraph: Any, place: Place) -> Iterator[Picture]:
        """The pictures that stand in a paragraph, not those of text boxes in it."""
        for element in paragraph.iter(A + "blip", VML + "imagedata"):
            if next(element.iterancestors(W + "p"), None) is paragraph and not gone(element):
                yield self._picture(element, place)

    def _picture(self, element: Any, place: Place) -> Picture:
        id = element.get(R + "embed") or element.get(R + "id") or ""
        name = self._names.get(id, "")
        width, height, words = _size(element)
        suffix = posixpath.splitext(name)[1].lstrip(".").lower()
        if name not in self._kept:
            self._kept[name] = self._bytes(name)
        return Picture(self._kept[name], suffix, width, height, words, place)

    @cached_property
    def _names(self) -> dict[str, str]:
        """The parts inside the file by the ids of their relationships."""
        folder, name = posixpath.split(self._main)
        rows = part(self._data, posixpath.join(folder, "_rels", f"{name}.rels"))
        inside = (row for row in (() if rows is None else rows) if row.get("TargetMode") != "External")
        return {
            row.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, row.get("Target", "")))[1:]
            for row in inside
        }

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(self._data))

    def _bytes(self, name: str) -> bytes:
        try:
            info = self._archive.getinfo(name)
            if info.file_size > min(MOST_BYTES, self._room):
                return b""
            self._room -= info.file_size
            return self._archive.read(info)
        except (KeyError, *DAMAGE):
            return b""


def _size(element: Any) -> tuple[float, float, str]:
    """Width and height in mm, and the words that describe the picture."""
    for up in element.iterancestors():
        if up.tag in (WP + "inline", WP + "anchor"):
            extent, about = up.find(WP + "extent"), up.find(WP + "docPr")
            sides = [
                number(extent.get(side, "")) / EMU if extent is not None else 0.0 for side in ("cx", "cy")
            ]
            return sides[0], sides[1], about.get("descr", "") if about is not None else ""
        if up.tag == VML + "shape":
            by_name = {
                side: float(length) * UNITS[unit] for side, length, unit in SIZE.findall(up.get("style", ""))
            }
            return by_name.get("width", 0.0), by_name.get("height", 0.0), up.get("alt", "")
    return 0.0, 0.0, ""
