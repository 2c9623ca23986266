"""The word lists and tables of lint (`data/lint/`), read when a rule asks for them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from docgen import data_files
from docgen.patterns import pattern
from docgen.resources import folder


@lru_cache(maxsize=64)
def table(name: str) -> Any:
    """The value in `data/lint/{name}.yaml`."""
    return data_files.load(folder("data") / "lint" / f"{name}.yaml")


@lru_cache(maxsize=64)
def listed(name: str) -> re.Pattern[str]:
    """The words `name` of `data/lint/lists.yaml` as one pattern, the longest first; words may be regular
    expressions."""
    words = sorted(map(str, table("lists")[name]), key=len, reverse=True)
    return pattern("|".join(words))
