"""The paper around the blocks: title, addressees, signature, annotation, attachments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docgen import dates
from docgen.document import Attachment, Block, Numbering, Paper, Signature
from docgen.i18n import _
from docgen.plan.desk import Desk
from docgen.plan.pictures import beside
from docgen.problems import DocgenError, Problem, error, warning
from docgen.source.values import Day, Record, as_list, place_of
from docgen.structure import Builder

NOT_YET = {"版头": "版头", "版记": "版记", "印发": "印发的正文"}
FOREIGN_SUFFIX = ".docx"

BuildBody = Callable[[Builder, Record], None]
"""Adds the blocks of an attachment that is written in the plan."""
RenderOther = Callable[[str, Any], tuple[Block, ...]]
"""The blocks another template makes of the same plan; its name and the value that named it."""


def paper(
    desk: Desk, title: tuple[str, ...], blocks: tuple[Block, ...], attachments: tuple[Attachment, ...]
) -> Paper:
    """The whole paper of the desk's plan."""
    plan = desk.plan
    return Paper(
        title=title,
        blocks=blocks,
        subtitle=str(plan.get("副标题", "")),
        draft=str(plan.get("稿", "")),
        note=str(plan.get("题注", "")),
        addressees=texts(plan.get("主送")),
        attachments=attachments,
        signature=_signature(desk),
        annotation=str(plan.get("附注", "")),
        organ=str(plan.get("单位", "")),
        numbering=numbering(plan.get("编号")),
    )


def numbering(data: Any) -> Numbering:
    """编号: how the numbers are made and which layers run on through the paper."""
    if not isinstance(data, Record):
        return Numbering()
    layers = as_list(data.get("连续"))
    return Numbering(
        data.get("方式") != "文本",
        tuple(map(int, layers)),
    )


def not_yet(plan: Record) -> list[Problem]:
    """What a plan may ask for and this version cannot set."""
    return [
        error(
            "TRE-009",
            _("本版本还不能排{what}").format(what=_(what)),
            plan.keys_at.get(key),
            excerpt=key,
            hint=_("先删去“{key}”，生成后在Word里补上").format(key=key),
        )
        for key, what in NOT_YET.items()
        if key in plan
    ]


def attachments(desk: Desk, build: BuildBody, render: RenderOther) -> tuple[Attachment, ...]:
    """附件: each with its text: written in the plan, made by another template, or a foreign .docx."""
    made = (_attachment(desk, row, build, render) for row in as_list(desk.plan.get("附件")))
    return tuple(attachment for attachment in made if attachment)


def texts(value: Any) -> tuple[str, ...]:
    """A text or a list of texts as a tuple."""
    return tuple(map(str, as_list(value)))


def printed_date(value: Any) -> str:
    """A date as 公文 print it: full year, no zeros (GB/T 9704 7.3.5.4)."""
    return dates.full(value) if isinstance(value, Day) else str(value or "")


def _signature(desk: Desk) -> Signature | None:
    data = desk.plan.get("落款")
    if not isinstance(data, Record):
        return None
    organs = texts(data.get("署名")) or texts(desk.plan.get("单位"))
    if "印章" in data:
        desk.problems.append(
            warning(
                "TRE-010",
                _("本版本还不印印章图，只按盖章留出位置"),
                data.keys_at.get("印章"),
                excerpt=str(data["印章"]),
                hint=_("打印后加盖，或在Word里放上印章图"),
            )
        )
    sealed = data.get("盖章") is True or "印章" in data
    return Signature(organs, printed_date(data.get("日期")), sealed, place=data.place)


def _attachment(desk: Desk, row: Any, build: BuildBody, render: RenderOther) -> Attachment | None:
    if not isinstance(row, Record):
        return Attachment(str(row), place=place_of(row))
    name = str(row.get("名称", ""))
    if "文件" in row:
        return _foreign(desk, name, row)
    if "模板" in row:
        return Attachment(name, render(str(row["模板"]), row["模板"]), place=row.place)
    builder = Builder()
    build(builder, row)
    desk.problems.extend(builder.problems)
    return Attachment(name, tuple(builder.blocks), place=row.place)


def _foreign(desk: Desk, name: str, row: Record) -> Attachment | None:
    place = place_of(row["文件"])
    try:
        path = beside(desk.folder, str(row["文件"]), place)
    except DocgenError as fault:
        desk.problems.extend(fault.problems)
        return None
    if path.suffix.lower() != FOREIGN_SUFFIX:
        sentence, hint = _("附件的文件只能是.docx"), _("在Word或WPS里另存为.docx")
        desk.problems.append(error("FIL-003", sentence, place, excerpt=str(row["文件"]), hint=hint))
        return None
    return Attachment(name, foreign=path.read_bytes(), place=row.place)
