"""What tests of opened Word files share."""

from __future__ import annotations

import pytest

from tests.ooxml.files import Pack, pack


@pytest.fixture
def packed() -> Pack:
    return pack
