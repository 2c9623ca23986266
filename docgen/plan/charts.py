"""图表 → a chart of the tree: its kind, categories, numbers and size, and what is wrong with them.

{标题: 巩固率, 类型: 柱形, 类别: [小学, 初中], 系列: [{名称: 目标, 数据: [99.3, 98.0]}], 单位: "%"}
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from docgen.document import BAR, COLUMN, Chart, Series
from docgen.i18n import _
from docgen.images import CAPTION_ROOM, TEXT_AREA
from docgen.plan.desk import Desk
from docgen.plan.totals import BLANKS, amount
from docgen.problems import Place, Problem, error, shorten
from docgen.source.values import Record, as_list, place_of
from docgen.widths import measure

MOST_CATEGORIES = 24
MOST_SERIES = 6
MOST_DIGITS = 15
"""What programs keep of a number."""

SMALLEST = 40.0
"""The least width and height in mm at which a chart can be read."""

WIDTH, HEIGHT = 150.0, 80.0
"""The size in mm of a chart whose plan names none."""

CHARACTER, PLOT = 3.8, 0.85
"""A character of a category's name in mm, and how much of the width columns have. Names that need more
would stand upright below columns; beside lying bars they can be read."""

AROUND, BAR_HEIGHT, BAR_GAP = 26.0, 5.0, 3.0
"""Of a chart of lying bars, in mm: unit, axis and legend; a bar; between the groups of bars."""


def written(desk: Desk, data: Record) -> Chart | None:
    """The chart that a plan writes out; None, with problems on the desk (TRE-061 to TRE-066), where its
    numbers cannot be drawn."""
    categories = tuple(_line(text) for text in as_list(data["类别"]))
    unit = _line(data.get("单位", ""))
    rows = as_list(data["系列"])
    series = tuple(Series(_line(row["名称"]), _numbers(row, unit)) for row in rows)
    problems = [*_faults(data, categories, rows, unit)]
    chart = sized(data, categories, series, unit, _line(data.get("标题", "")), data.place)
    problems += _size_faults(chart, data)
    desk.problems.extend(problems)
    return None if problems else chart


def sized(
    data: Record,
    categories: tuple[str, ...],
    series: tuple[Series, ...],
    unit: str,
    caption: str,
    place: Place | None,
) -> Chart:
    """A chart of the 类型, 宽 and 高 that `data` names, else of those that suit it."""
    width = float(data.get("宽", WIDTH))
    upright = _need_more(categories, width)
    kind = str(data.get("类型", BAR if upright else COLUMN))
    names = max(map(measure, categories), default=0) * CHARACTER if upright else 0.0
    height = float(data["高"]) if "高" in data else _height(kind, len(categories), len(series), names)
    return Chart(kind, categories, series, width, height, caption, unit, place)


def _need_more(categories: Sequence[str], width: float) -> bool:
    """Whether the names need more than the width to stand beside each other."""
    longest = max(map(measure, categories), default=0)
    return longest * CHARACTER * len(categories) > PLOT * width


def _height(kind: str, categories: int, series: int, names: float) -> float:
    """The height that suits a chart whose names, where they stand upright, are `names` mm long."""
    wanted = HEIGHT + names
    if kind == BAR:
        wanted = AROUND + categories * (series * BAR_HEIGHT + BAR_GAP)
    return min(max(wanted, SMALLEST), TEXT_AREA[1] - CAPTION_ROOM)


def _numbers(row: Record, unit: str) -> tuple[Decimal | None, ...]:
    return tuple(_number(text, unit) for text in as_list(row["数据"]))


def _number(text: str, unit: str) -> Decimal | None:
    """The number that `text` is, the unit of the chart behind it or not; None for none (—)."""
    found = amount(_bare(text, unit))
    return found.value if found else None


def _bare(text: str, unit: str) -> str:
    return text.strip().removesuffix(unit) if unit else text


def _faults(data: Record, categories: Sequence[str], rows: Sequence[Record], unit: str) -> list[Problem]:
    problems = [fault for row in rows for fault in _row_faults(row, len(categories), unit)]
    if len(categories) > MOST_CATEGORIES:
        problems.append(_too_many(_("类别"), len(categories), MOST_CATEGORIES, data.keys_at.get("类别")))
    if len(rows) > MOST_SERIES:
        problems.append(_too_many(_("系列"), len(rows), MOST_SERIES, data.keys_at.get("系列")))
    if not problems and not any(number is not None for row in rows for number in _numbers(row, unit)):
        problems.append(
            error(
                "TRE-063",
                _("图表里一个数也没有"),
                data.keys_at.get("系列") or data.place,
                hint=_("在“数据”里按类别的先后写数；还没有数时先不放图表"),
            )
        )
    return problems


def _row_faults(row: Record, count: int, unit: str) -> list[Problem]:
    texts = as_list(row["数据"])
    problems = [
        error(
            "TRE-062",
            _("系列“{name}”的“{text}”不是数").format(name=row["名称"], text=text),
            place_of(text) or row.keys_at.get("数据"),
            excerpt=str(text),
            hint=_("只写数字，单位写在图表的“单位”里；没有数的写“—”"),
        )
        for text in texts
        if text.strip() not in BLANKS and _number(text, unit) is None
    ]
    problems += [_too_long(row, text) for text in texts if _digits(text, unit) > MOST_DIGITS]
    if len(texts) != count:
        sentence = _("系列“{name}”有{found}个数，类别有{count}个")
        problems.append(
            error(
                "TRE-061",
                sentence.format(name=row["名称"], found=len(texts), count=count),
                row.keys_at.get("数据") or row.place,
                excerpt="、".join(texts),
                hint=_("每个类别写一个数，先后相同；没有数的写“—”"),
            )
        )
    return problems


def _digits(text: str, unit: str) -> int:
    number = _number(text, unit)
    return len(number.as_tuple().digits) if number is not None else 0


def _too_long(row: Record, text: str) -> Problem:
    sentence = _("系列“{name}”的数“{text}”太长，图表的数最多{most}位")
    return error(
        "TRE-065",
        sentence.format(name=row["名称"], text=shorten(text, 24), most=MOST_DIGITS),
        place_of(text) or row.keys_at.get("数据"),
        excerpt=str(text),
        hint=_("换大一些的单位，如万元、万人"),
    )


def _too_many(what: str, count: int, most: int, place: Place | None) -> Problem:
    return error(
        "TRE-064",
        _("图表有{count}个{what}，最多{most}个").format(count=count, what=what, most=most),
        place,
        hint=_("分成几张图表，或者改用表格"),
    )


def _size_faults(chart: Chart, data: Record) -> list[Problem]:
    room = {"宽": TEXT_AREA[0], "高": TEXT_AREA[1] - CAPTION_ROOM}
    return [
        error(
            "TRE-066",
            _("图表的“{key}”是{found:g}毫米，只能从{least:g}到{most:g}").format(
                key=key, found=found, least=SMALLEST, most=room[key]
            ),
            data.keys_at.get(key) or data.place,
            hint=_("改成这个范围里的数，或者不写“{key}”").format(key=key),
        )
        for key, found in (("宽", chart.width), ("高", chart.height))
        if not SMALLEST <= found <= room[key]
    ]


def _line(text: Any) -> str:
    """`text` on one line."""
    return " ".join(map(str.strip, str(text).splitlines()))
