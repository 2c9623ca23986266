"""A manuscript with every part told: what is title, heading, item, table, signature, and why.

Between recognition, which makes it, and all that uses it: the outline, the plan, the lint, the
comparison. Parts stand in the order of the source and hold all of its characters.
"""

from __future__ import annotations

from dataclasses import dataclass

from docgen.manuscript import Grid, Line, Manuscript, Picture
from docgen.problems import Place, Problem

HEADING, ITEM, PARAGRAPH, TABLE, PEOPLE, NOTE, PICTURE = (
    "heading", "item", "paragraph", "table", "people", "note", "picture",
)  # fmt: skip

NOTES = (
    "embedded_title",  # the title of the paper that a cover notice carries
    "subtitle", "draft", "title_note",  # 副标题, 稿, 题注
    "addressee",  # 主送
    "signature", "date",  # 落款
    "annotation",  # 附注
    "attachment",  # 附件说明
    "attachment_mark", "attachment_title",  # 附件1 over an attachment's page, its title
    "caption",  # of a table or picture
    "remark",  # 注：…… 备注：……
    "unit",  # 单位：万元
    "copy_number", "secrecy", "urgency", "organ_mark", "document_number", "signers",  # 版头
    "copies", "printer",  # 版记
    "attendance",  # 出席 请假 列席
    "contents",  # 目录 and its entries
    "debris",  # what a web page left behind
    "group",  # the name above a list of people
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A role of a list of people and who has it; `value` is as typed, blanks inside names too.
    `inherited`: the line named no role and goes on with the one above."""

    role: str
    value: str
    line: Line
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a text.

    `text` is without its number: of a run-in heading `head` + `end` + `body`. `label` is the number as it
    was typed, or the automatic one (`typed` tells which); `numeral` its value (0 none) and `layer` 1 to 5
    what it comes to (0: no layer, as 一是). `start` is where `text` begins in the first of `lines`.
    `correct` is the number as docgen prints it. `note` is one of NOTES. `rows` are the cells of a table
    row by row, a merged cell's text in its first place only, `grid` the real table they came from.
    `role` says of a paragraph what it is there for (preamble, responsibility, closing), "" for text.
    `reason` is a Chinese sentence that says why the part was taken for what it is.
    `faults` are mistakes that recognition itself sees, by the names of data/mistakes.yaml.
    """

    type: str
    text: str = ""
    layer: int = 0
    label: str = ""
    typed: bool = True
    numeral: int = 0
    correct: str = ""
    head: str = ""
    end: str = ""
    body: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    head_rows: int = 0
    grid: Grid | None = None
    entries: tuple[Entry, ...] = ()
    picture: Picture | None = None
    note: str = ""
    role: str = ""
    lines: tuple[Line, ...] = ()
    start: int = 0
    restart: bool = False
    reason: str = ""
    faults: tuple[str, ...] = ()

    @property
    def place(self) -> Place | None:
        if self.lines:
            return self.lines[0].place
        other = self.grid or self.picture
        return other.place if other else None


@dataclass(frozen=True, slots=True)
class Recognised:
    """A recognised manuscript: the lines of its title ("" joined they are the title), its parts, the
    kind of paper it seems to be (工作计划, 通知, …; "" unknown), the layers whose numbers run on through
    it (`continuous`), and what was repaired or needs a person's eye. The title's own lines are not
    among the parts."""

    manuscript: Manuscript
    title: tuple[str, ...]
    title_lines: tuple[Line, ...]
    parts: tuple[Part, ...]
    kind: str = ""
    continuous: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
