"""Fingerprints: whether a document that was made would be made the same today.

Of a row's whole plan, what it is made with (template, page formats, this version) and the files that
it names.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from docgen.batch.base import Base
from docgen.batch.rows import Row
from docgen.batch.work import Order
from docgen.resources import folder as resource_folder

FILES = (".docx", ".png", ".jpg", ".jpeg", ".yaml", ".yml", ".xlsx", ".csv")


def of_making(base: Base, order: Order) -> str:
    """The fingerprint of all that rows have in common but their plan."""
    found = hashlib.sha256(repr((order.kinds, order.numbers)).encode())
    folders = (*base.package.folders, resource_folder("data"), Path(__file__).parents[1])
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in (".md", ".yaml", ".py"):
                found.update(path.read_bytes())
    return found.hexdigest()


def of_row(row: Row, making: str) -> str:
    """The fingerprint of a row's documents."""
    found = hashlib.sha256(making.encode())
    for word in _words(row.plan):
        found.update(word.encode("utf-8", "surrogatepass") + b"\0")
        if word.lower().endswith(FILES):
            found.update(_file(row.folder / word).encode())
    return found.hexdigest()


def _words(data: Any) -> Iterator[str]:
    """Every key and value of `data` in order, with marks of where a list or mapping begins and ends."""
    if isinstance(data, dict):
        yield "{"
        for key, value in data.items():
            yield str(key)
            yield from _words(value)
        yield "}"
    elif isinstance(data, (list, tuple)):
        yield "["
        for value in data:
            yield from _words(value)
        yield "]"
    else:
        yield str(data)


def _file(path: Path) -> str:
    try:
        stamp = path.stat()
        return _content(path, stamp.st_mtime_ns, stamp.st_size)
    except OSError:
        return ""


@lru_cache(maxsize=1024)
def _content(path: Path, _stamp: int, _size: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
