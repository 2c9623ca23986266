"""The language of messages: the sentences in the code are Chinese, a catalogue makes them English.

The language is the environment variable `DOCGEN_LANG` unless `speaking` says otherwise; it belongs
to the running context (thread or task), never to the process.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("zh", "en")

_language: ContextVar[str] = ContextVar("docgen_language")


def language() -> str:
    """The language in force: `zh`, or `en`."""
    chosen = _language.get("") or os.environ.get("DOCGEN_LANG", "zh")
    return "en" if chosen.lower().startswith("en") else "zh"


@contextmanager
def speaking(chosen: str) -> Iterator[None]:
    """Messages made inside the block are in `chosen` (`zh` or `en`)."""
    token = _language.set(chosen)
    try:
        yield
    finally:
        _language.reset(token)


def _(sentence: str) -> str:
    """`sentence` (Chinese, with its `{}` fields unfilled) in the language in force."""
    return sentence if language() == "zh" else _catalogue().get(sentence, sentence)


@lru_cache(maxsize=1)
def _catalogue() -> dict[str, str]:
    import gettext

    path = Path(__file__).parent / "locale" / "en" / "LC_MESSAGES" / "docgen.mo"
    with path.open("rb") as file:
        return dict(gettext.GNUTranslations(file)._catalog)  # type: ignore[attr-defined]  # gettext names no other way to all of them
