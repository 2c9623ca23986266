"""Fingerprints: whether a document that was made would be made the same today.

Of a row's whole plan, what it is made with (template, page formats, this version) and the files that
it names.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import lru_cache
from pathlib import Path

from docgen.batch.base import Base
from docgen.batch.rows import Row
from docgen.batch.work import Order
from docgen.patterns import pattern
from docgen.resources import folder as resource_folder

NAMED = pattern(r'"[^"]*\.(?:docx|png|jpe?g|ya?ml|xlsx|csv)(?:#[^"]*)?"', re.IGNORECASE)
"""The name of a file, and a sheet of it, in a plan as JSON. Quotation marks in a name are not seen: most
systems forbid them."""


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
    plan = json.dumps(row.plan, ensure_ascii=False, default=str)
    found = hashlib.sha256(making.encode())
    found.update(plan.encode("utf-8", "surrogatepass"))
    for name in NAMED.findall(plan):
        found.update(_file(row.folder / json.loads(name).partition("#")[0]).encode())
    return found.hexdigest()


def _file(path: Path) -> str:
    try:
        stamp = path.stat()
        return _content(path, stamp.st_mtime_ns, stamp.st_size)
    except OSError:
        return ""


@lru_cache(maxsize=1024)
def _content(path: Path, _stamp: int, _size: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
