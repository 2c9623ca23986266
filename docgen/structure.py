"""Structure: blocks as they are met → the tree's blocks, with layers settled and headings run in.

The markup parser, the plan's own sections and readers of foreign files all build through `Builder`,
so that one place decides what a list under a heading counts as and which heading takes its first
paragraph onto its own line.
"""

from __future__ import annotations

from dataclasses import replace

from docgen.document import LAYERS, Block, Content, Heading, Item, Paragraph, plain
from docgen.i18n import _
from docgen.problems import Place, Problem, error

ITEM_LAYER = 3
RUN_IN_MARKS = ("。", "：", ".", ":")


class Builder:
    """Collects the blocks of one text, in order; `blocks` and `problems` are the result.

    `skip_layers` says whether items under 一、 take 1. (the custom) or （一）.
    """

    def __init__(self, skip_layers: bool = True) -> None:
        self.blocks: list[Block] = []
        self.problems: list[Problem] = []
        self.layer = 0
        self._skip_layers = skip_layers
        self._open_heading = False

    def heading(self, heading: Heading, *, run_in: bool = True) -> None:
        """Adds a heading; `run_in` False keeps the paragraph after it on a line of its own."""
        if self._too_deep(heading.layer, heading.content, heading.place):
            return
        self.layer = heading.layer
        self.blocks.append(heading)
        self._open_heading = run_in and closes_a_sentence(heading.content)

    def close(self) -> None:
        """Ends a section: what comes behind it is not run in, though the section had no text."""
        self._open_heading = False

    def item(self, item: Item) -> None:
        """Adds an item of a settled layer."""
        if self._too_deep(item.layer, item.content, item.place):
            return
        self.add(item)

    def item_layer(self, depth: int = 0) -> int:
        """The layer of an item that stands `depth` lists deep under the heading last added."""
        first = self.layer + 1
        return (max(ITEM_LAYER, first) if self._skip_layers else first) + depth

    def paragraph(self, content: Content, place: Place | None = None) -> None:
        """Adds a paragraph, behind the heading before it if that one is open for it."""
        last = self.blocks[-1] if self.blocks else None
        if self._open_heading and isinstance(last, Heading):
            self.blocks[-1] = replace(last, body=content)
            self._open_heading = False
        else:
            self.add(Paragraph(content, place))

    def add(self, block: Block) -> None:
        """Adds any other block as it is."""
        self.blocks.append(block)
        self._open_heading = False

    def _too_deep(self, layer: int, content: Content, place: Place | None) -> bool:
        if layer <= LAYERS:
            return False
        self.problems.append(
            error(
                "TRE-001",
                _("第{layer}层太深，公文最多五层：一、（一）1.（1）①").format(layer=layer),
                place,
                excerpt=plain(content),
                hint=_("把这一层并到上一层，或改写成正文"),
            )
        )
        return True


def closes_a_sentence(content: Content) -> bool:
    """Whether `content` ends as a run-in heading does, in 。 or ：."""
    last = content[-1] if content else ""
    return isinstance(last, str) and last.endswith(RUN_IN_MARKS)
