"""What stands around a text → the slots of the paper: 版头, 主送, 落款, 附注, 版记."""

from __future__ import annotations

import re

from docgen import dates
from docgen.document import Colophon, Letterhead, Person, Role, Signature, Signer
from docgen.intake.segments import Segment, notes, texts
from docgen.patterns import pattern

SUFFIXES = ("文件", "令", "纪要", "公报", "公告", "通告")
ORDERS = "令"
SIGNER = pattern(r"(\S{2,12})[\s\u3000]+(\S[\s\S]*)")
BRACKETS = "（）()"
SIGNERS = pattern(r"签发人?[:：]\s*(.*)")
COPIED = pattern(r"^(?:抄送|抄报|分送)\s*[:：]\s*")
PRINTED = pattern(r"^(.*?)[\s\u3000]*((?:\d{4}|[〇○Oo零一二三四五六七八九]{4})年\S*?日)\s*(?:印发?)?\s*$")
BETWEEN = pattern(r"[，,、；;]")


def addressees(segment: Segment) -> tuple[str, ...]:
    """主送 as one text each line, its colon taken off."""
    return tuple(text.rstrip(":：") for text in texts(segment, "addressee"))


def signature(segment: Segment) -> Signature | None:
    """落款: the organs and the date as it is printed, under an order who signs it by post and name; None
    where there is neither."""
    organs = texts(segment, "signature")
    days = texts(segment, "date")
    if not organs and not days:
        return None
    place = next(notes(segment, "signature", "date")).place
    printed = day(days[0]) if days else ""
    head = letterhead(segment)
    signers = [SIGNER.fullmatch(organ) for organ in organs] if head and head.suffix == ORDERS else []
    if signers and all(signers):
        named = (Signer(found[1], "".join(found[2].split())) for found in signers if found)
        return Signature((), printed, signers=tuple(named), place=place)
    return Signature(organs, printed, place=place)


def day(text: str) -> str:
    """A date in figures as it is printed; one in Chinese numerals is put in figures, any other stays."""
    figures = dates.in_figures(text)
    return dates.printed(figures) if dates.parse(figures) else figures


def letterhead(segment: Segment) -> Letterhead | None:
    """版头: None where the paper has no mark and no number."""
    marks = texts(segment, "organ_mark")
    number = "".join(texts(segment, "document_number"))
    if not marks and not number:
        return None
    organs, suffix = _mark(marks)
    signers = tuple(
        name
        for text in texts(segment, "signers")
        for name in (SIGNERS.sub(r"\1", text)).replace("\u3000", " ").split()
    )
    first = next(notes(segment, "organ_mark", "document_number"))
    return Letterhead(
        organs,
        suffix,
        "".join(number.split()),
        "".join(texts(segment, "copy_number")),
        "".join(texts(segment, "secrecy")),
        "".join(texts(segment, "urgency")),
        signers,
        place=first.place,
    )


def _mark(marks: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The organs of a mark and what stands behind them."""
    lines = ["".join(text.split()) for text in marks]
    for suffix in SUFFIXES:
        if lines and lines[-1].endswith(suffix):
            lines[-1] = lines[-1].removesuffix(suffix)
            return tuple(line for line in lines if line), suffix
    return tuple(lines), ""


def colophon(segment: Segment) -> Colophon | None:
    """版记: to whom it is copied, who printed it and when; None without."""
    copies = [COPIED.sub("", text).rstrip("。.") for text in texts(segment, "copies")]
    printed = " ".join(texts(segment, "printer"))
    if not copies and not printed:
        return None
    names = tuple(name.strip() for text in copies for name in BETWEEN.split(text) if name.strip())
    found = PRINTED.match(printed)
    place = next(notes(segment, "copies", "printer")).place
    if not found:
        return Colophon((), names, printed.removesuffix("印发").strip(), "", place=place)
    return Colophon((), names, found[1].strip(), day(found[2]), place=place)


def annotation(segment: Segment) -> str:
    """附注 without its brackets."""
    return "".join(_bare(text) for text in texts(segment, "annotation"))


def note(segment: Segment) -> str:
    """题注 as it stands."""
    return "".join(texts(segment, "title_note"))


def attendance(segment: Segment) -> tuple[Role, ...]:
    """出席, 请假, 列席 with all who are named."""
    roles = []
    for text in texts(segment, "attendance"):
        name, _colon, who = re.sub(r"[:：]", "：", text, count=1).partition("：")
        roles.append(Role("".join(name.split()), (Person(who.strip()),) if who.strip() else ()))
    return tuple(roles)


def draft(segment: Segment) -> str:
    return "".join(_bare(text) for text in texts(segment, "draft"))


def _bare(text: str) -> str:
    return text.strip().strip(BRACKETS)
