"""A plan that cannot be read for slips of the keyboard or its encoding → the same plan typed right.

Only what the source names the right line of is put in; the text of the plan stays as it is.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from docgen.problems import CannotRead, Problem, has_errors
from docgen.source.build import Builder
from docgen.source.characters import check_characters
from docgen.source.decode import UTF16_BOMS, decode, is_gbk, read_bytes, with_plain_line_ends
from docgen.source.keyboard import repair
from docgen.source.load import loads
from docgen.source.sheet import Sheet
from docgen.source.values import Record

NUL = b"\0"
"""In archives and programs, never in a text."""


class Retyped(NamedTuple):
    """The new bytes, UTF-8; the slips that were mended, and what is still wrong, at its place in them."""

    content: bytes
    done: list[Problem]
    left: list[Problem]


def retyped(path: Path) -> Retyped | None:
    """The plan at `path` typed right; None where it can be read, or nothing is known to mend. Raises
    `CannotRead` for what is no text."""
    file = str(path)
    typed, done = _text(read_bytes(path, file), file)
    text = with_plain_line_ends(typed)
    if not done and not has_errors(loads(text, file)[1]):
        return None
    mended, slips = _mended(Sheet(file, text))
    if not done and not slips:
        return None
    _plan, left = loads(mended, file)
    ends = mended.replace("\n", "\r\n") if "\r\n" in typed else mended
    return Retyped(ends.encode("utf-8"), [*done, *slips], left)


def _text(raw: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text of the file, and that its encoding was another one."""
    try:
        decode(raw, file)
    except CannotRead as other:
        known = "utf-16" if raw.startswith(UTF16_BOMS) else "gbk" if is_gbk(raw) and NUL not in raw else ""
        if not known:
            raise
        try:
            return raw.decode(known), list(other.problems)
        except UnicodeDecodeError:
            raise other from None
    return raw.decode("utf-8-sig"), []


def _mended(sheet: Sheet) -> tuple[str, list[Problem]]:
    """The text with its slips mended in the lines that the reader stumbles over, and these."""
    if has_errors(check_characters(sheet)[1]):
        return sheet.text, []
    built = Builder(sheet).run()
    whole = built.failure or type(built.record) is not Record
    return repair(sheet, None if whole else built.suspect)
