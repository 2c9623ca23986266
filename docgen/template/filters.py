"""The filters of templates: Chinese names for the functions that write dates, terms, figures and lists.

    {{ 落款.日期 | 日期 }}   {{ 步.起 | 起止(步.止) }}   {{ 成效 | 一是 }}   {{ 经费.金额 | 金额 }}

A filter gives text that stands where its value stands; a deliberate blank (待填) passes unchanged;
what a filter cannot write raises `ValueFault`, to which the engine adds the template's place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from docgen import amounts, dates, numerals, sentences, terms
from docgen.i18n import _
from docgen.source.values import Text, place_of
from docgen.template.faults import ValueFault


def _in_template(name: str, write: Callable[..., str]) -> Callable[..., str]:
    @wraps(write)
    def filter_(value: Any, *more: Any, **named: Any) -> str:
        given = (value, *more, *named.values())
        for each in given:
            str(each)  # a value that is missing raises the engine's own error about it
        if given == (terms.BLANK,):
            return terms.BLANK
        try:
            return Text(write(value, *more, **named), place_of(value))
        except TypeError:
            raise ValueFault(
                _("过滤器“{name}”的参数不对").format(name=name), _("去掉多余的参数，补上缺少的参数")
            ) from None
        except ValueError as fault:
            if terms.BLANK in given:
                return terms.BLANK
            raise ValueFault(*fault.args) from None

    return filter_


def _range(low: Any, high: Any = None, unit: str = "") -> str:
    """Numbers with ～, times and dates with —: from two values, or one as typed (10-15%)."""
    if high is None:
        return amounts.range_of(str(low))
    if terms.BLANK in (low, high):
        return f"{low}{amounts.WAVE}{high}{unit}"
    if dates.CLOCK.fullmatch(str(low)):
        return dates.clock_span(str(low), str(high))
    if dates.parse(str(low)):
        return dates.span(low, high)
    return amounts.between(low, high, unit)


def _chinese(value: Any) -> str:
    number = amounts.decimal(value)
    if number != int(number) or not 0 <= number <= numerals.LARGEST:
        raise ValueError(_("“{value}”不能写成汉字数字").format(value=value), _("写0到9999的整数"))
    return numerals.chinese(int(number))


WRITERS: Mapping[str, Callable[..., str]] = {
    "日期": dates.full,
    "汉字日期": dates.in_characters,
    "月日": dates.month_day,
    "旬": dates.third_of_month,
    "星期": dates.weekday,
    "时限": dates.printed,
    "起止": dates.span,
    "月日起止": dates.span_without_year,
    "学年": terms.school_year,
    "学期": terms.term,
    "年度": terms.calendar_year,
    "一是": sentences.firstly,
    "顿号": sentences.listed,
    "首句": sentences.lead,
    "百分比": amounts.percent,
    "百分点": amounts.points,
    "金额": amounts.money,
    "万元": amounts.in_ten_thousands,
    "大写金额": amounts.in_capitals,
    "汉字数字": _chinese,
    "区间": _range,
    "计量": amounts.measured,
}

FILTERS: Mapping[str, Callable[..., str]] = {
    name: _in_template(name, write) for name, write in WRITERS.items()
}
"""By the name a template uses."""
