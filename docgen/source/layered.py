"""One record over another: what the upper one does not say is taken from below."""

from __future__ import annotations

from docgen.problems import Place
from docgen.source.values import Record


def layered(plan: Record, below: Record) -> Record:
    """`plan` with what only `below` says; mappings are joined key by key. Every value keeps the
    place it came from."""
    joined = Record(plan.place)
    joined.update(plan)
    joined.keys_at.update(plan.keys_at)
    for key, value in below.items():
        if key not in plan:
            joined[key] = value
            joined.keys_at[key] = below.keys_at.get(key, Place(""))
        elif isinstance(value, Record) and isinstance(plan[key], Record):
            joined[key] = layered(plan[key], value)
    return joined
