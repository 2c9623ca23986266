"""版记 → the colophon (GB/T 9704 7.4)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen import dates
from docgen.document import LETTER, Colophon
from docgen.i18n import _
from docgen.plan.desk import Desk
from docgen.problems import Problem, error, warning
from docgen.source.values import Day, Record, as_list

PRINTING = ("印发机关", "印发日期")


def colophon(desk: Desk) -> Colophon | None:
    """The colophon that the plan's 版记 asks for; what cannot be printed is a problem on the desk."""
    data = desk.plan["版记"]
    if not isinstance(data, Record):
        return None
    desk.problems.extend(_misfits(desk, data))
    day, even = data.get("印发日期"), data.get("双页")
    letter = desk.form == LETTER
    return Colophon(
        _names(data, "主送"),
        _names(data, "抄送"),
        "" if letter else str(data.get("印发机关", "")),
        "" if letter else dates.full(day) if isinstance(day, Day) else str(day or ""),
        even if isinstance(even, bool) else None,
        data.place,
    )


def _names(data: Record, key: str) -> tuple[str, ...]:
    """The names of a list, without the full stop that is printed behind the last."""
    return tuple(str(name).strip().rstrip("。；;") for name in as_list(data.get(key)))


def _misfits(desk: Desk, data: Record) -> Iterator[Problem]:
    given = [key for key in PRINTING if data.get(key)]
    if desk.form == LETTER and given:
        sentence = _("信函格式的版记不排印发机关和印发日期，这里写的没有印出来")
        hint = _("从“版记”里删去“{keys}”").format(keys="”“".join(given))
        yield warning(
            "TRE-035", sentence, data.keys_at.get(given[0]), excerpt=given[0], hint=hint, clause="10.1"
        )
    elif len(given) == 1:
        absent = next(key for key in PRINTING if key not in given)
        sentence = _("版记里有“{given}”，没有“{absent}”").format(given=given[0], absent=absent)
        hint = _("两样排在一行，补上“{absent}: ……”").format(absent=absent)
        yield error(
            "TRE-036", sentence, data.keys_at.get(given[0]), excerpt=given[0], hint=hint, clause="7.4.3"
        )
    if data.get("主送") and desk.plan.get("主送"):
        sentence, hint = _("主送机关写了两处，正文前面和版记里"), _("留一处；首页排不下正文时才移到版记")
        yield error("TRE-037", sentence, data.keys_at.get("主送"), excerpt="主送", hint=hint, clause="7.4.2")
    yield from _printed_too_early(desk, data)


def _printed_too_early(desk: Desk, data: Record) -> Iterator[Problem]:
    signature, printed = desk.plan.get("落款"), data.get("印发日期")
    dated = signature.get("日期") if isinstance(signature, Record) else None
    if isinstance(printed, Day) and isinstance(dated, Day) and printed.date < dated.date:
        sentence = _("印发日期早于成文日期")
        hint = _("成文日期是{day}，印发在这一天或以后").format(day=dates.full(dated))
        yield warning("TRE-038", sentence, printed.place, excerpt=str(printed), hint=hint, clause="7.4.3")
