"""The size of a picture, read from the head of its bytes: PNG and JPEG, all that the documents take."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
USUAL_DPI = 96
"""Where a picture does not say: what screens and drawing programs take."""

FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
ALONE = {0x01, *range(0xD0, 0xD8)}
METRE, CENTIMETRE = 0.0254, 2.54


class Size(NamedTuple):
    """What a picture's bytes say: its format (png, jpeg), its pixels, its pixels an inch."""

    suffix: str
    width: int
    height: int
    dpi: float


def measure(data: bytes) -> Size:
    """The size of a PNG or JPEG picture; raises `ValueError` for anything else."""
    if not data.startswith((PNG, JPEG)):
        raise ValueError("neither PNG nor JPEG")
    try:
        size = _png(data) if data.startswith(PNG) else _jpeg(data)
    except (struct.error, IndexError) as fault:
        raise ValueError("cut off") from fault
    if size.width < 1 or size.height < 1:
        raise ValueError("no pixels")
    return size


def _png(data: bytes) -> Size:
    if data[12:16] != b"IHDR":
        raise ValueError("no IHDR")
    width, height = struct.unpack_from(">II", data, 16)
    density = data.find(b"pHYs", 0, max(data.find(b"IDAT"), 0))
    per_metre, unit = struct.unpack_from(">I4xB", data, density + 4) if density > 0 else (0, 0)
    return Size("png", width, height, per_metre * METRE if unit == 1 and per_metre else USUAL_DPI)


def _jpeg(data: bytes) -> Size:
    dpi = 0.0
    for marker, at in _segments(data):
        if marker == 0xE0 and data[at : at + 4] == b"JFIF":
            unit, density = struct.unpack_from(">BH", data, at + 7)
            dpi = density * {1: 1, 2: CENTIMETRE}.get(unit, 0)
        elif marker in FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 1)
            return Size("jpeg", width, height, dpi or USUAL_DPI)
    raise ValueError("no frame")


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """The segments before the picture itself: each marker, and where its content begins."""
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xDA:
            return
        if marker == 0xFF:
            at += 1
        elif marker in ALONE:
            at += 2
        else:
            yield marker, at + 4
            at += 2 + max(struct.unpack_from(">H", data, at + 2)[0], 2)
