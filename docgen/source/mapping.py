"""Values made in Python → the values of the source stage, without places."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from numbers import Integral, Number, Rational, Real
from operator import ne
from typing import Any

from docgen.i18n import _
from docgen.problems import DocgenError, Place, Problem, error, stop_on_errors
from docgen.source.characters import forbidden_in, sentence_about, without_forbidden
from docgen.source.limits import MOST_DEPTH
from docgen.source.sheet import Sheet
from docgen.source.values import Record, Row, Text

Path = tuple[str, ...]
"""The keys and numbers of entries that lead to a value."""

MIDNIGHT = time()
"""The time of a day that a program keeps as a datetime."""


def from_mapping(mapping: Mapping[Any, Any]) -> Record:
    """`mapping` as a Record: numbers as text, dates in ISO form, bool and None as they are. The place of each
    value is the way to it (重点工作.1.标题), under the name of a file.

    Raises `DocgenError` with all keys and values that are no plan's (YML-024, YML-025, YML-008), characters
    that no document may hold (YML-050, YML-051), or for nesting that is too deep (YML-003).
    """
    problems: list[Problem] = []
    record = _record(mapping, (), problems)
    stop_on_errors(problems)
    return record


def _record(mapping: Mapping[Any, Any], path: Path, problems: list[Problem]) -> Record:
    _check_depth(path)
    record = Record(_place(path))
    for key, value in mapping.items():
        name = _key(key, path, problems)
        if name in record:
            message = _("“{path}”里的键“{key}”写了两次").format(path=_spoken(path), key=name)
            problems.append(error("YML-024", message, _place(path)))
        record[name] = _value(value, (*path, name), problems)
        record.keys_at[name] = Place(_spoken((*path, name)))
    return record


def _value(value: Any, path: Path, problems: list[Problem]) -> Any:
    if value is None or isinstance(value, bool | Record | Row | Text):
        return value
    if isinstance(value, Mapping):
        return _record(value, path, problems)
    if isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray):
        _check_depth(path)
        entries = (_value(entry, (*path, str(number)), problems) for number, entry in enumerate(value, 1))
        return Row(entries, _place(path))
    text = _as_text(value)
    if text is None:
        problems.append(_refused(value, path))
        return None
    return _checked(Text(text, _place(path)), path, problems)


def _as_text(value: Any) -> str | None:
    """The text of a single value; None for one that a plan cannot hold."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")  # as forms on web pages send lines
    if isinstance(value, Number):
        return _in_figures(value)
    if isinstance(value, date | time):
        return _in_iso(value)
    return os.fspath(value) if isinstance(value, os.PathLike) else None


def _in_iso(value: date | time) -> str | None:
    """A day or an hour as it is written; None for what stands for one that is missing (NaT of pandas), which
    alone is not equal to itself."""
    if ne(value, value):
        return None
    if isinstance(value, datetime) and value.time() == MIDNIGHT:
        return value.date().isoformat()
    return value.isoformat()


def _in_figures(number: Any) -> str | None:
    """A number of Python or numpy as it is written; None for a fraction and for what is no number (NaN)."""
    if isinstance(number, Integral):
        return str(int(number))
    exact = isinstance(number, Decimal)
    if isinstance(number, Rational) or not (exact or isinstance(number, Real)) or not isfinite(number):
        return None
    if exact or number != int(number):
        return format(number if exact else Decimal(str(number)), "f")
    return str(int(number))


def _refused(value: Any, path: Path) -> Problem:
    own = type(value)
    kind = own.__name__ if own.__module__ == "builtins" else f"{own.__module__}.{own.__name__}"
    hint = _("可用文字、数字、日期、True或False、列表和字典")
    if isinstance(value, float | Decimal | date):
        kind, hint = str(value), _("没有数的不写这个键，要留待以后填的写“待填”")
    message = _("“{path}”的值是{type}，计划里不能用").format(path=_spoken(path), type=kind)
    return error("YML-008", message, _place(path), hint=hint)


def _key(key: Any, path: Path, problems: list[Problem]) -> str:
    if isinstance(key, str | int) and not isinstance(key, bool):
        return str(_checked(Text(str(key)), path, problems))
    message = _("“{path}”里的键{key!r}不是文字").format(path=_spoken(path), key=key)
    problems.append(error("YML-025", message, _place(path), hint=_("键要用文字")))
    return str(key)


def _checked(text: Text, path: Path, problems: list[Problem]) -> Text:
    if character := forbidden_in(text):
        id, message = sentence_about(character)
        place = Sheet(_spoken(path), text).place(*Sheet("", text).position(text.index(character)))
        excerpt = without_forbidden(text)
        problems.append(error(id, message, place, excerpt=excerpt, hint=_("删去或换掉这个字符")))
    return text


def _check_depth(path: Path) -> None:
    if len(path) > MOST_DEPTH:
        message = _("数据嵌套超过{most}层").format(most=MOST_DEPTH)
        raise DocgenError(error("YML-003", message, hint=_("查看是否有列表或字典包含了自己")))


def _place(path: Path) -> Place | None:
    return Place(_spoken(path)) if path else None


def _spoken(path: Path) -> str:
    return ".".join(path) if path else _("数据")
