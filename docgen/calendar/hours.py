"""The hours of an event: 14:30—16:00, 下午2点半, 上午9:00."""

from __future__ import annotations

from datetime import time

from docgen.i18n import _
from docgen.patterns import pattern

_PART = r"(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)?"
_HOUR = r"([0-9]{1,2})(?:[:：]([0-9]{2})|[点时](?:([0-9]{1,2})分?|(半|整))?)"
CLOCK = pattern(_PART + _HOUR + r"(?:[—–－\-~～至到]+" + _PART + _HOUR + r"|起|开始)?")
LATE = ("下午", "傍晚", "晚上", "晚")

Hours = tuple[time | None, time | None]


def hours_of(text: str) -> Hours:
    """The hour an event begins and the hour it ends; None where the text does not say (下午). Raises
    `ValueError(sentence, hint)` for an hour that does not exist, or an end before the beginning."""
    found = CLOCK.fullmatch("".join(text.split()))
    if not found:
        return None, None
    hint = _("写成“14:30—16:00”的样子")
    part, end_part = found[1] or "", found[6] or found[1] or ""
    try:
        start = _time(part, *found.group(2, 3, 4, 5))
        end = _time(end_part, *found.group(7, 8, 9, 10)) if found[7] else None
    except ValueError:
        raise ValueError(_("没有“{text}”这个时刻").format(text=text), hint) from None
    if end and end <= start:
        raise ValueError(_("“{text}”结束的时刻不晚于开始的时刻").format(text=text), hint)
    return start, end


def _time(part: str, hour: str, minute: str | None, minutes: str | None, half: str | None) -> time:
    spoken = int(hour)
    late = part in LATE and spoken < 12
    return time(spoken + 12 if late else spoken, 30 if half == "半" else int(minute or minutes or 0))
