"""A minimal zip writer: the same parts give the same bytes, and parts once deflated stay deflated."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

SMALLEST, QUICK = 6, 3
"""Levels of deflating, as zlib has them. The quick one takes a third of the time, and a tenth (a few pages)
to the half (a book) more room."""

MEMORY = 7
"""zlib's measure of the memory it works in: to make its own default ready takes as long as a page."""

TINY = 512
"""Up to so many bytes deflating gains nothing worth its start."""

LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")
STORED = struct.Struct("<B2H")
LAST = 1  # the block is the last one, its kind 0: stored
VERSION, DEFLATED, UTF8 = 20, 8, 0x800
DATE, TIME = (1 << 5) | 1, 0  # 1980-01-01: the file says what is in it, not when it was made


class Part(NamedTuple):
    """A part of a package, deflated."""

    name: bytes
    crc: int
    size: int
    deflated: bytes


def part(name: str, data: bytes) -> Part:
    """`data` as the part `name`."""
    return _kept(name, data) if len(data) <= TINY else stream(name, (data,), SMALLEST)


def _kept(name: str, data: bytes) -> Part:
    """`data` as one block that deflating keeps as it is (RFC 1951, 3.2.4)."""
    block = STORED.pack(LAST, len(data), len(data) ^ 0xFFFF)
    return Part(name.encode(), zlib.crc32(data), len(data), block + data)


def stream(name: str, pieces: Iterable[bytes], level: int) -> Part:
    """The part `name` from its pieces, without holding them together; `level` is `SMALLEST` or `QUICK`."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS, MEMORY)
    crc = size = 0
    deflated = []
    for piece in pieces:
        crc = zlib.crc32(piece, crc)
        size += len(piece)
        deflated.append(packer.compress(piece))
    deflated.append(packer.flush())
    return Part(name.encode(), crc, size, b"".join(deflated))


def unpack(data: bytes) -> dict[str, Part]:
    """The parts of a zip file that `pack` made, by name; raises `ValueError` for another one."""
    mark, *_counts, total, length, start, comment = END.unpack(data[-END.size :])
    if mark != b"PK\5\6" or comment or len(data) != start + length + END.size:
        raise ValueError(mark)
    parts = {}
    at = start
    for _part in range(total):
        entry = CENTRAL.unpack_from(data, at)
        crc, packed, size, named, extra, note = entry[7:13]
        if entry[4] != DEFLATED or extra or note:
            raise ValueError(entry[4])
        name = data[at + CENTRAL.size : at + CENTRAL.size + named]
        begin = entry[-1] + LOCAL.size + named
        parts[name.decode()] = Part(name, crc, size, data[begin : begin + packed])
        at += CENTRAL.size + named
    return parts


def inflated(part: Part) -> bytes:
    """The data of a part."""
    return zlib.decompress(part.deflated, -zlib.MAX_WBITS, max(part.size, 1))


def pack(parts: Iterable[Part]) -> bytes:
    """The zip file of `parts`, in their order."""
    out: list[bytes] = []
    central: list[bytes] = []
    at = count = 0
    for name, crc, size, deflated in parts:
        flags = 0 if name.isascii() else UTF8
        fields = (VERSION, flags, DEFLATED, TIME, DATE, crc, len(deflated), size, len(name), 0)
        head = LOCAL.pack(b"PK\3\4", *fields)
        out += (head, name, deflated)
        central += (CENTRAL.pack(b"PK\1\2", VERSION, *fields, 0, 0, 0, 0, at), name)
        at += len(head) + len(name) + len(deflated)
        count += 1
    directory = b"".join(central)
    out += (directory, END.pack(b"PK\5\6", 0, 0, count, count, len(directory), at, 0))
    return b"".join(out)
