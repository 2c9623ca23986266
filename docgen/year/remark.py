"""What a person has to look at in a plan that was carried on."""

from __future__ import annotations

from typing import NamedTuple

from docgen.plan_text.nodes import Node


class Remark(NamedTuple):
    """A warning on `node` of the old text, not yet placed in the new one."""

    id: str
    words: str
    node: Node
    hint: str
