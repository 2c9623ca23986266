"""What a file is before it is opened as a workbook: a workbook, something else, or hostile.

Nothing is unpacked to disk; sizes are read from the archive's directory, beyond which `zipfile`
inflates nothing.
"""

from __future__ import annotations

import io
import re
import zipfile

from docgen.damage import DAMAGE
from docgen.sheets import faults

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MAIN = "xl/workbook.xml"
MOST_PARTS = 4000
MOST_BYTES = 100_000_000
MOST_RATIO = 200
SMALL = 10_000_000
"""An archive that unpacks to less is harmless whatever its ratio."""
DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*[\"']([^\"']*)")
CORNERS = re.compile(rb"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?", re.IGNORECASE)
BEFORE = b"\xef\xbb\xbf\xff\xfe \t\r\n"
"""What may stand before XML."""
MOST_MERGED = 300_000
"""Cells of all that is merged: openpyxl makes one of each of them."""
DAMAGED = (*DAMAGE, KeyError)


def check(data: bytes, file: str) -> None:
    """Raises `CannotRead` where `data` is no workbook (SHT-001), locked (SHT-002), of the old format
    (SHT-003) or too large (SHT-004)."""
    if data.startswith(OLE):
        raise faults.is_locked(file) if ENCRYPTED in data else faults.is_old(file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_archive(archive, file)
    except DAMAGED as fault:
        raise faults.not_a_workbook(file) from fault


def _check_archive(archive: zipfile.ZipFile, file: str) -> None:
    entries = archive.infolist()
    whole = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if len(entries) > MOST_PARTS or whole > MOST_BYTES or (whole > SMALL and whole / packed > MOST_RATIO):
        raise faults.too_large(file)
    if any(entry.flag_bits & 1 for entry in entries):
        raise faults.is_locked(file)
    names = {entry.filename for entry in entries}
    if MAIN not in names:
        raise faults.is_old(file) if "content.xml" in names else faults.not_a_workbook(file)
    for name in names:
        # Without the zeros UTF-16 reads like ASCII, as far as markup goes.
        text = archive.read(name).replace(b"\0", b"")
        if not text.lstrip(BEFORE).startswith(b"<"):
            continue
        if DOCTYPE.search(text):
            raise faults.not_a_workbook(file, name)
        if _merged(text) > MOST_MERGED:
            raise faults.too_large(file)


def _merged(sheet: bytes) -> int:
    """How many cells are merged in the text of a sheet; more than any has where that cannot be told."""
    whole = 0
    for span in MERGED.findall(sheet):
        corners = CORNERS.fullmatch(span.strip())
        if corners is None:
            return MOST_MERGED + 1
        left, top, right, bottom = corners.groups()
        columns = _column(right or left) - _column(left) + 1
        whole += columns * (int(bottom or top) - int(top) + 1)
    return whole


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
