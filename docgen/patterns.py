"""Regular expressions that are compiled when they are first used.

Compiling all patterns of the package, those over Chinese character ranges above all, would cost a
short run a tenth of its time, for patterns that mostly serve to explain mistakes.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Pattern:
    """Stands for a compiled pattern; takes over its methods one by one, as they are asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._compiled is None:
            self._compiled = re.compile(self._source, self._flags)
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern `source`, compiled at its first use."""
    return cast("re.Pattern[str]", _Pattern(source, flags))
