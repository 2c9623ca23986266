"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Writes `content` to a file beside `path`, which then takes its place; folders are made as
    needed. Raises `OSError` where that cannot be done, and leaves nothing behind."""
    beside = path.with_name(f".docgen-{os.urandom(4).hex()}.tmp")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
