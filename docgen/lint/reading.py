"""What the rules of lint read: the passages of a text with their zones, whatever file it came from.

A passage is one paragraph, heading, cell or line of the paper around the text. Rules look at passages
only; where a passage came from (a plan, a .txt, a .docx) is behind it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docgen.lint.mask import masked
from docgen.problems import Place
from docgen.recognised import Recognised

TITLE, ADDRESSEE, HEADING, BODY, ITEM, CELL, CAPTION, PEOPLE, SIGNATURE, ANNOTATION, ATTACHMENT_NOTE = (
    "title", "addressee", "heading", "body", "item", "cell", "caption", "people", "signature",
    "annotation", "attachment_note",
)  # fmt: skip
LETTERHEAD, COLOPHON, REMARK = "letterhead", "colophon", "remark"
ZONES = (
    TITLE, ADDRESSEE, HEADING, BODY, ITEM, CELL, CAPTION, PEOPLE, SIGNATURE, ANNOTATION,
    ATTACHMENT_NOTE, LETTERHEAD, COLOPHON, REMARK,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage. `text` is as in the source, a typed number and leading blanks included (`start` is where
    the words behind them begin); offsets of hits count in it. `label` is the number, typed or automatic
    (`typed`), `numeral` its value and `layer` its layer (0: none); `head_end` is where the head of a
    run-in heading ends, 0 without. `part` is the index of the part in `Recognised.parts` (-1: the
    title; of a plan, the index of the block, attachments counted on). A cell says its `row` and
    `column` (-1 elsewhere) in the table that its `part` is; `head_row` that it is a column's name.
    `attachment` counts the attachment (or carried paper) it stands in, 0 for the paper itself. `role` is
    the part's role, of a note its name in `recognised.NOTES`. `offset` is where in the line at `place`
    the text begins: a cell of a table that is a line, a line of a paragraph with manual breaks. `joined`:
    it goes on with the passage before, one paragraph or title that the source cuts over several lines, or
    one cell."""

    zone: str
    text: str
    place: Place | None
    part: int
    start: int = 0
    label: str = ""
    typed: bool = False
    numeral: int = 0
    layer: int = 0
    head_end: int = 0
    row: int = -1
    column: int = -1
    head_row: bool = False
    attachment: int = 0
    role: str = ""
    offset: int = 0
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A text to be judged. `source` is plan, txt, md or docx; `kind` the kind of paper (工作计划, 通知, …),
    "" unknown; `recognised` is there for files, `plan` (a `Record`, typed by its schema) for plans,
    `docx` are the bytes of a Word file, for rules over its settings. `masked` are the texts of the
    passages as rules match in them: as long, what no rule of wording must judge replaced by MASK. `kept`
    is what several rules need and one of them has found (`siblings`)."""

    passages: tuple[Passage, ...]
    source: str
    kind: str = ""
    recognised: Recognised | None = None
    plan: Any = None
    docx: bytes = field(default=b"", repr=False)
    masked: tuple[str, ...] = field(init=False, repr=False, compare=False)
    kept: dict[str, Any] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "masked", tuple(masked(one.text) for one in self.passages))


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule found something: characters `start` to `end` of passage number `passage` (-1: the text
    as a whole). `values` fill the fields of the rule's sentence and suggestion. `replacement` is what
    should stand there instead, None where a rule has no proposal; one that may be put in unasked only
    counts as such where the rule's fix is `auto` and `sure` is true."""

    passage: int
    start: int = 0
    end: int = 0
    values: dict[str, str] = field(default_factory=dict)
    replacement: str | None = None
    sure: bool = True
