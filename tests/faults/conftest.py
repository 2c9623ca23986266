"""Machines on which something is wrong: what the user sees, and what is on the disk afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import call, plan, program

__all__ = ["call", "plan", "program"]


@pytest.fixture
def left(plan: Path) -> Callable[[], list[str]]:
    """What is in the plan's folder besides the plan, hidden files too."""

    def left() -> list[str]:
        return sorted(path.name for path in plan.parent.iterdir() if path != plan)

    return left
