"""The year that a new paper is asked to be of (--year), for a plan it starts from that names none."""

from __future__ import annotations

from docgen import terms
from docgen.i18n import _
from docgen.problems import DocgenError, Place, Problem, error
from docgen.source.values import Record

NEXT = 1
"""Years from a plan to that of the year after."""

Years = tuple[int, ...]


def years_of(text: str) -> Years:
    """The years of 2027, 2027年, 2026-2027 or 2026—2027学年. Raises `ValueError(sentence)`, Chinese."""
    for written in (terms.calendar_year, terms.school_year):
        try:
            found = [int(year) for year in terms.YEAR.findall(written(text))]
        except ValueError:
            continue
        if found:
            return tuple(range(found[0], found[-1] + 1))
    raise ValueError(_("“{text}”不是年份，写成2027，学年写成2026-2027").format(text=text))


def before(wanted: Years, known: Years, place: Place | None) -> Years:
    """The years of the plan of the year before `wanted`. Raises `DocgenError` (YER-017) where it is known to
    be about others."""
    return _checked(tuple(year - NEXT for year in wanted), known, wanted, place)


def of_that_year(plan: Record, wanted: Years) -> Record:
    """`plan` with the years `wanted` where it names none. Raises `DocgenError` (YER-017) where it names
    others."""
    known = terms.years(plan)
    if not _checked(wanted, known, wanted, plan.place) or known:
        return plan
    dated = Record(plan.place)
    dated.keys_at = plan.keys_at
    dated.update(plan, **{"学年" if len(wanted) > 1 else "年度": _span(wanted)})
    return dated


def _checked(years: Years, known: Years, wanted: Years, place: Place | None) -> Years:
    if years and known and not {*years} & {*known}:
        raise DocgenError(_not_of(known, wanted, place))
    return years


def _not_of(known: Years, wanted: Years, place: Place | None) -> Problem:
    sentence = _("这份是{known}年的，不能从它开始写{wanted}年的").format(
        known=_span(known), wanted=_span(wanted)
    )
    hint = _("去掉 --year；隔了几年的，一年一年往下写")
    return error("YER-017", sentence, place, hint=hint)


def _span(years: Years) -> str:
    return f"{years[0]}—{years[-1]}" if len(years) > 1 else str(years[0])
