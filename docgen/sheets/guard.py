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
HEAD = 4096
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
        if name.endswith((".xml", ".rels")):
            with archive.open(name) as part:
                if DOCTYPE.search(part.read(HEAD)):
                    raise faults.not_a_workbook(file, name)
