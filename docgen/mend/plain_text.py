"""Edits in a text file: its encoding, its byte order mark and its line ends stay."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.mend.edits import Edit, applied, by_line
from docgen.patterns import pattern
from docgen.reader.text import encoding_of

LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n|$)")
BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def mended(data: bytes, wanted: Sequence[Edit]) -> tuple[bytes, list[Edit]]:
    """The file `data` with the edits made, and those that could not be: their words are not where they
    were read, or the file's encoding lacks a character. Raises `CannotRead`."""
    bom, encoding = next(((bom, name) for bom, name in BOMS if data.startswith(bom)), (b"", ""))
    encoding = encoding or encoding_of(data, "")
    lines = LINE.findall(data[len(bom) :].decode(encoding))
    left: list[Edit] = []
    for number, edits in by_line(wanted).items():
        line = lines[number - 1] if number <= len(lines) else ""
        bare = line.rstrip("\r\n")
        fit = [edit for edit in edits if edit.fits(bare) and _is_writable(edit.words, encoding)]
        left += [edit for edit in edits if edit not in fit]
        if fit:
            lines[number - 1] = applied(bare, fit) + line[len(bare) :]
    return bom + "".join(lines).encode(encoding), left


def _is_writable(words: str, encoding: str) -> bool:
    try:
        words.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
