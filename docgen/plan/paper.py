"""The paper around the blocks: title, addressees, signature, annotation, attachments.

What few papers have (letterhead, colophon, seals) stands in modules of its own, loaded when a plan
asks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docgen import dates
from docgen.document import Attachment, Block, Colophon, Letterhead, Numbering, Paper, Role, Signature
from docgen.files import beside
from docgen.i18n import _
from docgen.patterns import pattern
from docgen.plan.desk import Desk
from docgen.problems import DocgenError, Problem, Severity, error, warning
from docgen.source.values import Day, Record, as_list, place_of
from docgen.structure import Builder

ATTENDANCE = ("出席", "请假", "列席")
FOREIGN_SUFFIX = ".docx"
SPREADSHEETS = (".xlsx", ".csv")
TOGETHER = pattern(r"[、，,；;\s]+")
SHORTEST_ORGAN = 4
"""Characters of an organ's name: 某县教育局, but 钟 离 is a person's."""
BESIDE_NAME = frozenset({"文件", "模板", "正文", "另装", "另附"})
"""Keys that say what becomes of an attachment."""

BuildBody = Callable[[Builder, Record], None]
"""Adds the blocks of an attachment that is written in the plan."""
RenderOther = Callable[[str], tuple[Block, ...]]
"""The blocks that the template of this name makes of the same plan."""


def paper(
    desk: Desk, title: tuple[str, ...], blocks: tuple[Block, ...], attachments: tuple[Attachment, ...]
) -> Paper:
    """The whole paper of the desk's plan."""
    plan = desk.plan
    letterhead = _letterhead(desk)
    _check_separate(desk, letterhead, attachments)
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
        form=desk.form,
        letterhead=letterhead,
        attendance=_attendance(plan),
        colophon=_colophon(desk),
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


def _letterhead(desk: Desk) -> Letterhead | None:
    if "版头" not in desk.plan:
        return None
    from docgen.plan.letterhead import letterhead

    return letterhead(desk)


def _colophon(desk: Desk) -> Colophon | None:
    if "版记" not in desk.plan:
        return None
    from docgen.plan.colophon import colophon

    return colophon(desk)


def _attendance(plan: Record) -> tuple[Role, ...]:
    """出席, 请假, 列席 of 纪要, in the order of the standard (GB/T 9704 10.3)."""
    given = [name for name in ATTENDANCE if plan.get(name)]
    if not given:
        return ()
    from docgen.plan.people import persons

    return tuple(Role(name, tuple(persons(plan[name]))) for name in given)


def _signature(desk: Desk) -> Signature | None:
    """落款: who signs by stamp is no organ that seals, and names the organ in the post (7.3.5.3)."""
    data = desk.plan.get("落款")
    if not isinstance(data, Record):
        return None
    date = printed_date(data.get("日期"))
    if "签名章" in data:
        from docgen.plan.seals import signers

        return Signature(texts(data.get("署名")), date, signers=signers(desk, data), place=data.place)
    organs = texts(data.get("署名")) or texts(desk.plan.get("单位"))
    desk.problems.extend(in_one(organ) for organ in as_list(data.get("署名")) if len(organs_in(organ)) > 1)
    if "印章" not in data or data.get("盖章") is False:
        return Signature(organs, date, data.get("盖章") is True, place=data.place)
    from docgen.plan.seals import seals

    return Signature(organs, date, True, seals(desk, data, organs), place=data.place)


def organs_in(name: str) -> list[str]:
    """The names that stand in one, where each is long enough to be an organ's."""
    parts = TOGETHER.split(str(name).strip())
    return parts if min(map(len, parts)) >= SHORTEST_ORGAN else [str(name)]


def in_one(organ: str) -> Problem:
    """A warning that several organs sign as one; each has a line of its own (GB/T 9704 7.3.5.2)."""
    return warning(
        "TRE-046",
        _("署名“{name}”像是几个单位写在一起，排在一行上").format(name=organ),
        place_of(organ),
        excerpt=organ,
        hint=_("几个单位写成列表，各占一行：署名: [{names}]").format(names=", ".join(organs_in(organ))),
        clause="7.3.5.2",
    )


def _check_separate(desk: Desk, letterhead: Letterhead | None, attachments: tuple[Attachment, ...]) -> None:
    """An attachment that is bound by itself says the number of its paper (GB/T 9704 7.3.7)."""
    for attachment in attachments:
        if attachment.separate and not (letterhead and letterhead.document_number):
            sentence = _("另装的附件要标发文字号，版头里没有写")
            hint = _("在“版头”里补上“发文字号: ……”，或删去“另装”")
            desk.problems.append(
                error(
                    "TRE-039", sentence, attachment.place, excerpt=attachment.name, hint=hint, clause="7.3.7"
                )
            )


def _attachment(desk: Desk, row: Any, build: BuildBody, render: RenderOther) -> Attachment | None:
    if not isinstance(row, Record) or BESIDE_NAME.isdisjoint(row):
        return _named(desk, row)
    name, separate = str(row.get("名称", "")), row.get("另装") is True
    if row.get("另附") is True:
        return Attachment(name, elsewhere=True, place=row.place)
    if "文件" in row:
        data = _foreign(desk, row)
        return Attachment(name, foreign=data, separate=separate, place=row.place) if data else None
    if "模板" in row:
        blocks = render(row["模板"])
    else:
        builder = Builder()
        build(builder, row)
        desk.problems.extend(builder.problems)
        blocks = tuple(builder.blocks)
    return Attachment(name, blocks, separate=separate, place=row.place)


def _named(desk: Desk, row: Any) -> Attachment:
    """An attachment that says no more than its name: an entry of the 附件说明, for a page without text is of
    no use, and an information that tells so."""
    name, place = str(row.get("名称", "") if isinstance(row, Record) else row), place_of(row)
    sentence = _("附件“{name}”只写了名称，只排进附件说明，后面没有它的页").format(name=name)
    hint = _(
        "它是另外的文件，就写“{{名称: {name}, 另附: 是}}”；要排在后面，把“另附: 是”换成“正文”或“文件”"
    ).format(name=name)
    desk.problems.append(Problem("TRE-045", Severity.INFO, sentence, place, excerpt=name, hint=hint))
    return Attachment(name, elsewhere=True, place=place)


def _foreign(desk: Desk, row: Record) -> bytes | None:
    """The bytes of a .docx, None with a problem on the desk where there is none."""
    place = place_of(row["文件"])
    try:
        path = beside(desk.folder, str(row["文件"]), place)
    except DocgenError as fault:
        desk.problems.extend(fault.problems)
        return None
    if path.suffix.lower() != FOREIGN_SUFFIX:
        sentence, hint = _("附件的文件只能是.docx"), _("在Word或WPS里另存为.docx")
        if path.suffix.lower() in SPREADSHEETS:
            hint = _("排成表格：把“文件”这一项换成“正文: [{{表格: {name}}}]”").format(name=row["文件"])
        elif path.suffix.lower() == ".pdf":
            hint = _("它是另外的文件，就把“文件”这一项换成“另附: 是”")
        desk.problems.append(error("FIL-003", sentence, place, excerpt=str(row["文件"]), hint=hint))
        return None
    return path.read_bytes()
