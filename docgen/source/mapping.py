"""Values made in Python → the values of the source stage, without places."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from docgen.i18n import _
from docgen.problems import DocgenError, error
from docgen.source.characters import forbidden_in, sentence_about
from docgen.source.limits import MOST_DEPTH
from docgen.source.sheet import Sheet
from docgen.source.values import Record, Row, Text


def from_mapping(mapping: Mapping[Any, Any]) -> Record:
    """`mapping` as a Record: numbers as text, dates in ISO form, bool and None as they are.

    Raises `DocgenError` for keys or values that are no plan's (YML-025, YML-008), characters that no
    document may hold (YML-050, YML-051) and nesting that is too deep (YML-003).
    """
    return _record(mapping, ())


def _record(mapping: Mapping[Any, Any], path: tuple[str, ...]) -> Record:
    _check_depth(path)
    record = Record()
    for key, value in mapping.items():
        name = _key(key, path)
        if name in record:
            message = _("“{path}”里的键“{key}”写了两次").format(path=_spoken(path), key=name)
            raise DocgenError(error("YML-024", message))
        record[name] = _value(value, (*path, name))
    return record


def _value(value: Any, path: tuple[str, ...]) -> Any:
    if value is None or isinstance(value, bool | Record | Row | Text):
        return value
    if isinstance(value, Mapping):
        return _record(value, path)
    if isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray):
        _check_depth(path)
        return Row(_value(entry, (*path, str(number))) for number, entry in enumerate(value, 1))
    return _checked(_as_text(value, path), path)


def _as_text(value: Any, path: tuple[str, ...]) -> Text:
    if isinstance(value, str):
        return Text(value)
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal):
        return Text(format(value, "f"))
    if isinstance(value, int):
        return Text(str(value))
    if isinstance(value, date | datetime | time):
        return Text(value.isoformat())
    if isinstance(value, os.PathLike):
        return Text(os.fspath(value))
    message = _("“{path}”的值是{type}，计划里不能用").format(path=_spoken(path), type=type(value).__name__)
    hint = _("可用文字、数字、日期、True或False、列表和字典")
    raise DocgenError(error("YML-008", message, hint=hint))


def _key(key: Any, path: tuple[str, ...]) -> str:
    if isinstance(key, str | int) and not isinstance(key, bool):
        return str(_checked(Text(str(key)), path))
    message = _("“{path}”里的键{key!r}不是文字").format(path=_spoken(path), key=key)
    raise DocgenError(error("YML-025", message, hint=_("键要用文字")))


def _checked(text: Text, path: tuple[str, ...]) -> Text:
    character = forbidden_in(text)
    if not character:
        return text
    id, message = sentence_about(character)
    place = Sheet(_spoken(path), text).place(*Sheet("", text).position(text.index(character)))
    raise DocgenError(error(id, message, place, excerpt=text, hint=_("删去或换掉这个字符")))


def _check_depth(path: tuple[str, ...]) -> None:
    if len(path) > MOST_DEPTH:
        message = _("数据嵌套超过{most}层").format(most=MOST_DEPTH)
        raise DocgenError(error("YML-003", message, hint=_("查看是否有列表或字典包含了自己")))


def _spoken(path: tuple[str, ...]) -> str:
    return ".".join(path) if path else _("数据")
