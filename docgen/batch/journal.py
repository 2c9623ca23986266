"""The journal of a batch: a line for each document as soon as it lies in its place.

After a kill the last line may be torn; it counts as not written. `--resume` reads the journal and does
again only what is missing or would be another document today.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import IO, NamedTuple

from docgen.batch.work import digest

NAME = ".docgen-batch.jsonl"


class Entry(NamedTuple):
    """A row that was done: its fingerprint, the digests of its files by their names, the seconds it took,
    and its problems as plain data."""

    fingerprint: str
    files: dict[str, str]
    seconds: float
    problems: list[dict[str, object]]


def read(folder: Path) -> dict[str, Entry]:
    """The last entry of each fingerprint in `folder`; none where there is no journal."""
    path = folder / NAME
    if not path.is_file():
        return {}
    entries = {}
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            entry = Entry(**json.loads(line))
        except (ValueError, TypeError):  # torn by a kill
            continue
        entries[entry.fingerprint] = entry
    return entries


def open_for(folder: Path, kept: Mapping[str, Entry]) -> IO[str]:
    """A new journal in `folder` that begins with the entries that are `kept`."""
    from docgen.files import write_whole

    text = "".join(line(entry) for entry in kept.values())
    write_whole(folder / NAME, text.encode("utf-8"))
    return (folder / NAME).open("a", encoding="utf-8", newline="\n")


def line(entry: Entry) -> str:
    return json.dumps(entry._asdict(), ensure_ascii=False) + "\n"


def still_there(entry: Entry, folder: Path, names: set[str]) -> bool:
    """Whether all files of `entry` lie in `folder` as they were written, under the `names` wanted."""
    if set(entry.files) != names:
        return False
    try:
        return all(digest((folder / name).read_bytes()) == found for name, found in entry.files.items())
    except OSError:
        return False
