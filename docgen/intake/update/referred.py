"""Numbers that a text refers to by 《见:代号》: counted anew whenever the plan is built, in Word only when
its fields are, so that a difference in them is hardly a person's."""

from __future__ import annotations

import re

from docgen.intake.update.nodes import Nodes
from docgen.intake.update.origins import Origins
from docgen.intake.update.units import squashed
from docgen.intake.update.words import slots
from docgen.patterns import pattern

SIGN = "《见"
NUMBER = pattern(r"[一二三四五六七八九十（）()、.0-9①-⑳]+")


def only_referred(was: str, now: str, origins: Origins, nodes: Nodes) -> bool:
    """Whether two cells differ in nothing but the numbers that they refer to."""
    if not any(SIGN in nodes.value(origin.path) for origin in origins if origin):
        return False
    form = ""
    for part in slots(was, origins):
        words = squashed(part if isinstance(part, str) else part[-1])
        is_number = isinstance(part, str) and NUMBER.fullmatch(words)
        form += NUMBER.pattern if is_number else re.escape(words)
    return re.fullmatch(form, squashed(now)) is not None
