"""印发 → the papers that this one carries, on the pages behind its text (GB/T 9704 7.3.7; a paper that is
issued or passed on is no attachment)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from docgen.document import Attachment, Paper
from docgen.files import beside
from docgen.i18n import _
from docgen.plan.desk import Desk
from docgen.plan.own_keys import apart, keys
from docgen.problems import DocgenError, error, warning
from docgen.source.values import Record, Text, as_list, place_of

PLANS, FOREIGN = (".yaml", ".yml"), ".docx"
LEFT_OUT = ("主送", "附注", "出席", "请假", "列席")
"""What a carried plan says to its own readers and the carrying paper does not print."""

Make = Callable[[Path], "tuple[Paper, Record]"]
"""The paper of the plan in a file, and the plan; raises `DocgenError` where there is none."""


def with_carried(paper: Paper, desk: Desk, carriers: tuple[Path, ...], make: Make) -> Paper:
    """`paper` with the papers that the desk's 印发 names, each followed by its own attachments, before
    those of the paper itself. What is wrong is a problem on the desk, with the place in the carried
    plan's own file. `carriers` are the plan's own file and those it is itself carried by: none of them
    can be carried again."""
    taken = keys(paper)
    carried: list[Attachment] = []
    for row in as_list(desk.plan.get("印发")):
        carried += _carried(desk, row, carriers, lambda path: _apart(make, path, taken))
    return replace(paper, attachments=(*carried, *paper.attachments))


def _apart(make: Make, path: Path, taken: set[str]) -> tuple[Paper, Record]:
    paper, plan = make(path)
    return apart(paper, taken, path.name), plan


def _carried(desk: Desk, row: Any, carriers: tuple[Path, ...], make: Make) -> list[Attachment]:
    try:
        return list(_found(desk, row, carriers, make))
    except DocgenError as fault:
        desk.problems.extend(fault.problems)
        return []


def _found(desk: Desk, row: Any, carriers: tuple[Path, ...], make: Make) -> Iterator[Attachment]:
    data = row if isinstance(row, Record) else Record()
    file = data["文件"] if data else row
    path = beside(desk.folder, str(file), place_of(file))
    marked, name = data.get("附件标记") is True, str(data.get("名称", ""))
    suffix = path.suffix.lower()
    if suffix == FOREIGN:
        name = name or (path.stem if marked else "")
        yield Attachment(name, foreign=path.read_bytes(), marked=marked, place=place_of(file))
    elif suffix in PLANS:
        _refuse_circle(path, carriers, file)
        paper, plan = make(path)
        _tell_left_out(desk, plan)
        yield _as_attachment(paper, name, marked, file)
        yield from paper.attachments
    else:
        sentence, hint = _("印发的只能是计划（.yaml）或Word文档（.docx）"), _("在Word或WPS里另存为.docx")
        raise DocgenError(error("FIL-005", sentence, place_of(file), excerpt=str(file), hint=hint))


def _refuse_circle(path: Path, carriers: tuple[Path, ...], file: Text) -> None:
    if path.resolve() in [carrier.resolve() for carrier in carriers]:
        sentence, hint = _("印发绕了一圈，又回到“{name}”"), _("印发的文件里不能再印发这份计划")
        raise DocgenError(
            error("TRE-042", sentence.format(name=path.name), place_of(file), excerpt=str(file), hint=hint)
        )


def _as_attachment(paper: Paper, name: str, marked: bool, file: Text) -> Attachment:
    notes = (paper.subtitle, _bracketed(paper.draft), paper.note)
    return Attachment(
        name or "".join(paper.title),
        paper.blocks,
        title=paper.title,
        continuous=paper.numbering.continuous,
        note="\n".join(filter(None, notes)),
        marked=marked,
        place=place_of(file),
    )


def _tell_left_out(desk: Desk, plan: Record) -> None:
    for key in LEFT_OUT:
        if plan.get(key):
            sentence = _("印发的计划里的“{key}”没有印出来").format(key=key)
            hint = _("要印的话，写到它的正文里")
            desk.problems.append(warning("TRE-041", sentence, plan.keys_at.get(key), excerpt=key, hint=hint))


def _bracketed(text: str) -> str:
    return text if not text or text.startswith("（") else f"（{text}）"
