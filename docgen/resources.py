"""Where templates and data stand: in a checkout, an editable install, a wheel or a frozen build."""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path


@lru_cache(maxsize=2)
def folder(name: str) -> Path:
    """The resource folder `name` (`templates` or `data`); raises `FileNotFoundError`."""
    candidates = [*_frozen(name), *_installed(name), Path(__file__).parent.parent / name]
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(name)


def _frozen(name: str) -> list[Path]:
    base = getattr(sys, "_MEIPASS", None)
    return [Path(base) / "docgen" / name] if base else []


def _installed(name: str) -> list[Path]:
    spec = find_spec(f"docgen.{name}")
    return [Path(place) for place in (spec.submodule_search_locations or [])] if spec else []
