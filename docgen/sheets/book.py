"""A workbook or .csv file → its sheets."""

from __future__ import annotations

from pathlib import Path

from docgen.files import why
from docgen.sheets import faults
from docgen.sheets.cells import Book

MOST_BYTES = 50_000_000
CSV = ".csv"
OLD = (".xls", ".et", ".ods", ".numbers")


def read(path: Path, file: str) -> Book:
    """The sheets of the file at `path`, which problems shall call `file`. Raises `CannotRead` where it
    cannot be read (SHT-001 to SHT-004, SHT-012, SHT-019), `NotInstalled` for a workbook without openpyxl."""
    suffix = path.suffix.lower()
    if suffix in OLD:
        raise faults.is_old(file)
    data = _bytes(path, file)
    if suffix == CSV:
        from docgen.sheets import csv_file

        return csv_file.read(data, file)
    from docgen.sheets import guard, workbook

    guard.check(data, file)
    return workbook.read(data, file)


def _bytes(path: Path, file: str) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise faults.too_large(file)
        return path.read_bytes()
    except OSError as fault:
        raise faults.not_a_workbook(file, why(fault)) from fault
