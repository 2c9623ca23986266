"""Dates of events that say nothing of when: 明天下午, 46275, 见通知."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.calendar.events import place_in
from docgen.calendar.read import Calendar
from docgen.dates import of_serial
from docgen.i18n import _
from docgen.patterns import pattern
from docgen.problems import Problem, warning

TIMELY = pattern(r".*[年月周旬季期时每日天常随待定另春夏秋冬初末底中前后假节]")
"""Words that name a time, if not a day: 长期, 学期末, 国庆前后, 每天, 待定."""
SPOKEN = pattern(r".*(?:[今明后昨前][天日]|[上下这]周|下个?月|上个?月)")
"""Days counted from that of speaking, which a reader does not know."""


def check(calendar: Calendar) -> Iterator[Problem]:
    """CAL-028 for each event whose 日期 is words or a number from which no time can be told."""
    for row in calendar.undated:
        words = str(row.get("日期") or "")
        if words and (SPOKEN.match(words) or not TIMELY.match(words)):
            sentence = _("“{name}”的日期“{words}”看不出是什么时候").format(
                name=row.get("事项", ""), words=words
            )
            hint = _("日期写成“2026-10-15”的样子，时段写“10月上旬”“第5周”，还没定的写“待定”")
            if counted := of_serial(words):
                hint = _("这是表格里日期的序号，写成“{day}”；单元格的格式先改成文本").format(day=counted)
            yield warning("CAL-028", sentence, place_in(row, "日期"), excerpt=words, hint=hint)
