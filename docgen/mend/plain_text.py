"""Edits in a text file: its encoding and its line ends stay."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.mend.edits import Edit, applied, by_line
from docgen.patterns import pattern
from docgen.reader.text import encoding_of

LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n|$)")


def mended(data: bytes, wanted: Sequence[Edit]) -> tuple[bytes, list[Edit]]:
    """The file `data` with the edits made, and those that could not be: none. Raises `CannotRead`."""
    encoding = encoding_of(data, "")
    rows = by_line(wanted)
    lines = LINE.findall(data.decode(encoding))
    for number, edits in rows.items():
        line = lines[number - 1]
        bare = line.rstrip("\r\n")
        lines[number - 1] = applied(bare, edits) + line[len(bare) :]
    return "".join(lines).encode(encoding), []
