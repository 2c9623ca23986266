"""A workbook made by openpyxl → its bytes, the same for the same content."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

STAMP = (1980, 1, 1, 0, 0, 0)
MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no workbook can hold, and the name of a file can."""
STARTS_FORMULA = ("=", "+", "-", "@", "\t")


class _Undated(zipfile.ZipFile):
    """An archive that does not ask for the time: where a battery is empty it is 1970, and no archive may be
    older than 1980."""

    def writestr(self, zinfo_or_arcname: Any, *content: Any, **how: Any) -> None:
        super().writestr(zipfile.ZipInfo(zinfo_or_arcname, STAMP), *content, **how)


def saved(book: Any) -> bytes:
    """The workbook as a file that does not say when it was made."""
    from openpyxl.writer.excel import ExcelWriter

    made, out = io.BytesIO(), io.BytesIO()
    ExcelWriter(book, _Undated(made, "w", strict_timestamps=False)).save()
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in parts.namelist():
            content = parts.read(name)
            if name == "docProps/core.xml":
                content = MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            packed.writestr(zipfile.ZipInfo(name, STAMP), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def put_text(cell: Any, text: str) -> None:
    """Sets a text that stays one: no spreadsheet takes it for a formula, a number or a date."""
    cell.value = NO_XML.sub("\ufffd", text)
    cell.data_type = "s"
    cell.number_format = "@"
    if text.startswith(STARTS_FORMULA):
        cell.quotePrefix = True
