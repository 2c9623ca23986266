"""How many examples: few in every run, many where `DOCGEN_TIMES` asks for them."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

TIMES = float(os.environ.get("DOCGEN_TIMES", "1"))


def many(ordinary: int) -> settings:
    """Settings for `ordinary` examples, or as many times that as the environment variable says."""
    return settings(
        max_examples=max(1, round(ordinary * TIMES)),
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
