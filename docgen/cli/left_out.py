"""What an output cannot hold, told so that nothing vanishes silently."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docgen.document import Block, Image, Paper
from docgen.i18n import _
from docgen.problems import Problem, warning

if TYPE_CHECKING:
    from docgen.made import Document

PLAIN = ("md", "txt")


def from_outputs(document: Document, kinds: Sequence[str]) -> list[Problem]:
    """A warning for all that the outputs in `kinds` leave out of `document`."""
    problems = from_plain_outputs(document.paper, kinds)
    if "ics" in kinds:
        from docgen.writers import ics

        problems += ics.left_out(document.plan, document.folder)
    return problems


def from_plain_outputs(paper: Paper, kinds: Sequence[str]) -> list[Problem]:
    """A warning for each picture, each .docx attachment and the seals that the outputs in `kinds` leave
    out."""
    plain = [kind for kind in kinds if kind in PLAIN]
    if not plain:
        return []
    names = _("、").join(plain)
    pictures = [block for block in _all_blocks(paper) if isinstance(block, Image)]
    foreign = [attachment for attachment in paper.attachments if attachment.foreign is not None]
    return [
        *(
            warning("CLI-007", _("{kinds}里放不进图片，只写了图片的标题").format(kinds=names), at.place)
            for at in pictures
        ),
        *(
            warning("CLI-007", _("{kinds}里放不进Word附件，只写了附件的名称").format(kinds=names), at.place)
            for at in foreign
        ),
        *(
            warning("CLI-007", _("{kinds}里放不进印章图，只写了署名和日期").format(kinds=names), at.place)
            for at in _seals(paper)[:1]
        ),
    ]


def _seals(paper: Paper) -> list[Image]:
    if paper.signature is None:
        return []
    stamps = [signer.stamp for signer in paper.signature.signers if signer.stamp]
    return [*paper.signature.seals, *stamps]


def _all_blocks(paper: Paper) -> Iterable[Block]:
    yield from paper.blocks
    for attachment in paper.attachments:
        yield from attachment.blocks
