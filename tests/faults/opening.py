"""Files that are opened by a function of the test's instead, wherever Python opens them."""

from __future__ import annotations

import io
import pathlib
import sys
from collections.abc import Callable
from typing import Any

import pytest


def open_by(opening: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts `opening` in the place of `io.open`."""
    monkeypatch.setattr(io, "open", opening)
    if sys.version_info < (3, 11):  # pathlib has kept the function it found when it was loaded
        monkeypatch.setattr(pathlib._NormalAccessor, "open", staticmethod(opening))
