"""Regular expressions of strangers: those whose time can grow without bounds, (a+)+ and the like."""

from __future__ import annotations

import warnings
from typing import Any

UNBOUNDED = 50
"""Repetitions from which on a repeat counts as one without an end."""


def may_run_away(expression: str) -> bool:
    """Whether an unbounded repeat stands within an unbounded repeat in `expression`, which must compile."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            from re import _parser as parser  # type: ignore[attr-defined]  # has no stubs
        except ImportError:  # Python 3.10
            import sre_parse as parser
    return _nested(parser.parse(expression), inside=False)


def _nested(parsed: Any, *, inside: bool) -> bool:
    for operation, argument in parsed:
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            _least, most, body = argument
            unbounded = most >= UNBOUNDED
            if (unbounded and inside) or _nested(body, inside=inside or unbounded):
                return True
        elif any(_nested(part, inside=inside) for part in _parts(name, argument)):
            return True
    return False


def _parts(name: str, argument: Any) -> list[Any]:
    """The expressions within one operation."""
    if name == "SUBPATTERN":
        return [argument[-1]]
    if name == "BRANCH":
        return list(argument[1])
    if name in ("ASSERT", "ASSERT_NOT"):
        return [argument[1]]
    if name == "GROUPREF_EXISTS":
        return [part for part in argument[1:] if part is not None]
    return [argument] if name == "ATOMIC_GROUP" else []
