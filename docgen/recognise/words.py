"""The word lists of recognition (data/recognise/), read once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from docgen.resources import folder


@lru_cache(maxsize=8)
def table(name: str) -> Any:
    """The value in data/recognise/`name`.yaml."""
    from docgen import data_files

    return data_files.load(folder("data") / "recognise" / f"{name}.yaml")


@lru_cache(maxsize=64)
def words(name: str) -> frozenset[str]:
    """The list `name` of data/recognise/words.yaml."""
    return frozenset(table("words")[name])


@lru_cache(maxsize=64)
def one_of(name: str) -> str:
    """A pattern for any of the words in the list `name`, the longest first."""
    import re

    return "(?:" + "|".join(map(re.escape, sorted(table("words")[name], key=len, reverse=True))) + ")"
