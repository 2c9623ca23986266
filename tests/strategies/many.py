"""How many examples: few in every run, many where `DOCGEN_TIMES` asks for them."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

TIMES = float(os.environ.get("DOCGEN_TIMES", "1"))


def many(ordinary: int, *, shrink: bool = True) -> settings:
    """Settings for `ordinary` examples, or as many times that as the environment variable says. Without
    `shrink` for what takes long: a failure is told as it was found."""
    return settings(
        max_examples=max(1, round(ordinary * TIMES)),
        deadline=None,
        phases=list(Phase) if shrink else [Phase.explicit, Phase.reuse, Phase.generate],
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
