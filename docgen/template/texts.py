"""The text of a template's files: UTF-8, without the characters that stand for values and lines."""

from __future__ import annotations

from pathlib import Path

from docgen.problems import stop_on_errors
from docgen.source.characters import check_characters
from docgen.source.decode import decode
from docgen.source.sheet import Sheet


def read(path: Path) -> str:
    """The text in `path`, lines ending in \\n. Raises `CannotRead` (YML-002) for bytes that are no UTF-8,
    `DocgenError` (YML-050, YML-051) for characters that no text may hold."""
    text, _bom = decode(path.read_bytes(), str(path))
    _clean, problems = check_characters(Sheet(str(path), text))
    stop_on_errors(problems)
    return text
