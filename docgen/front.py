"""What stands before the text of a paper, in words: title, what is under it, addressees."""

from __future__ import annotations

from docgen.document import ORDER, Paper


def titled(paper: Paper) -> tuple[str, ...]:
    """The title as it is printed: not in an order, whose mark stands for it (10.2)."""
    return () if paper.form == ORDER and paper.letterhead else paper.title


def under(paper: Paper) -> tuple[str, ...]:
    """What stands under the title, a line each."""
    return tuple(text for text in (paper.subtitle, _bracketed(paper.draft), paper.note) if text)


def addressed(addressees: tuple[str, ...]) -> str:
    """The addressees on one line: 、 between those of one kind, ， where an addressee has a 、 itself."""
    mark = "，" if any("、" in name for name in addressees) else "、"
    return mark.join(addressees).rstrip("：:") + "："


def _bracketed(text: str) -> str:
    return text if not text or text.startswith("（") else f"（{text}）"
