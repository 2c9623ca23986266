"""Sections of a plan → blocks.

The order inside a section is fixed, whatever the file's: 正文, 做法, 条目, 表格, 小节, 结语. 责任 and 时限
are printed once, behind the last words of the 正文 or of the item they belong to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from docgen import dates
from docgen.document import Heading, Item
from docgen.i18n import _
from docgen.inline import content_of
from docgen.plan import pictures, tables
from docgen.plan.desk import LISTS, Desk
from docgen.plan.people import add_groups
from docgen.plan.responsibility import note, with_note
from docgen.plan.ways import behind, joined
from docgen.problems import error
from docgen.source.values import Record, Text, as_list, lines_of, place_of
from docgen.structure import Builder

LIST_KEYS = {"条目", "层次", "编号", "重新编号"}
"""What a mapping in a 正文 holds that is a list of items and nothing more."""
ANNOUNCING = ("：", ":")
"""A text that ends so announces the items below it: its responsibility note stands behind them."""


class Marks(NamedTuple):
    """Whether headings or items have numbers (编号: 无), and whether these start anew (重新编号)."""

    numbered: bool = True
    restart: bool = False


def section(desk: Desk, builder: Builder, data: Record, layer: int) -> None:
    """Adds the section `data` (标题, 正文, 条目, 表格, 小节, 结语 …) with its heading at `layer`, unless
    `data` names another (层次)."""
    title = str(data["标题"])
    layer = _number(data.get("层次"), layer)
    place = place_of(data["标题"]) or data.place
    heading = Heading(
        layer,
        content_of(data["标题"]),
        (),
        *_marks(data),
        str(data.get("代号", "")),
        place,
    )
    builder.heading(heading, run_in=data.get("接排") is not False)
    body(desk, builder, data, layer, title)
    builder.close()


def body(desk: Desk, builder: Builder, data: Record, layer: int, title: str = "") -> None:
    """Adds all of a section but its heading, which stands at `layer`."""
    text, remark = _text(desk, data, title)
    if text:
        content(desk, builder, text, layer)
    if data.get("成效"):
        builder.paragraph(content_of(joined(desk, data["成效"])), place_of(data["成效"]))
    if "条目" in data:
        items(desk, builder, data["条目"])
    if remark:
        builder.paragraph((remark,), data.place)
    for name in ("表格", "机构", "图片", "图表", "取自"):
        if name in data:
            _element(desk, builder, name, data[name], data)
    for child in data.get("小节", ()):
        section(desk, builder, child, _number(data.get("小节层次"), layer + 1))
    if "结语" in data:
        content(desk, builder, data["结语"], layer)


def stage(desk: Desk, builder: Builder, data: Record, layer: int) -> None:
    """Adds a stage of a plan (阶段, 起, 止, then as a section) with its dates behind its name."""
    title = f"{data['阶段']}{_dates(desk, data)}"
    place = place_of(data["阶段"]) or data.place
    builder.heading(Heading(layer, content_of(title), key=str(data.get("代号", "")), place=place))
    body(desk, builder, data, layer, title)


def _dates(desk: Desk, data: Record) -> str:
    """（2026年9月1日—30日）, （2026年9月起）, or nothing."""
    first, last = data.get("起"), data.get("止")
    if not first:
        return f"（{dates.printed(last)}前）" if last else ""
    if not last:
        return f"（{dates.printed(first)}起）"
    try:
        return f"（{dates.span(first, last)}）"
    except ValueError as fault:
        desk.wrong_dates(fault, last, data["阶段"])
        return ""


def content(desk: Desk, builder: Builder, value: Any, layer: int) -> None:
    """Adds a text (a paragraph a line) or an ordered list mixing texts with 条目, 表格, 机构, 图片, 图表,
    取自 and sections, which stand below `layer`."""
    if isinstance(value, str):
        for line in lines_of(value):
            builder.paragraph(content_of(line), line.place)
    elif isinstance(value, Record):
        _entry(desk, builder, value, layer)
    else:
        for entry in value:
            content(desk, builder, entry, layer)


def items(
    desk: Desk,
    builder: Builder,
    data: Any,
    *,
    layer: int = 0,
    remark: str = "",
    marks: Marks = Marks(),  # noqa: B008  a tuple, nobody can change it
) -> None:
    """Adds the items of a list at `layer` (0: found), numbered as `marks` of the list say; `remark`
    stands behind the last words of all."""
    entries = as_list(data)
    for number, entry in enumerate(entries, 1):
        at = layer or builder.item_layer()
        behind = remark if number == len(entries) else ""
        if isinstance(entry, Record):
            _long_item(desk, builder, entry, at, behind, marks)
        else:
            _short_item(builder, with_note(entry, behind), at, marks)
        marks = marks._replace(restart=False)


def _short_item(builder: Builder, text: str, layer: int, marks: Marks) -> None:
    first, *rest = list(lines_of(text)) or [Text(text)]
    builder.item(Item(layer, content_of(first), *marks, place=first.place))
    for line in rest:
        builder.paragraph(content_of(line), line.place)


def _long_item(desk: Desk, builder: Builder, data: Record, layer: int, behind: str, marks: Marks) -> None:
    layer = _number(data.get("层次"), layer)
    own = _marks(data)
    text, remark = data.get("内容", ""), note(data, desk.words) + behind
    if not ("条目" in data and text.endswith(ANNOUNCING)):
        text, remark = with_note(text, remark), ""
    first, *rest = list(lines_of(text)) or [Text(text)]
    builder.item(
        Item(
            layer,
            content_of(first),
            marks.numbered and own.numbered,
            marks.restart or own.restart,
            str(data.get("代号", "")),
            place_of(data.get("内容")) or data.place,
        )
    )
    for line in rest:
        builder.paragraph(content_of(line), line.place)
    if "正文" in data:
        content(desk, builder, data["正文"], builder.layer)
    if "条目" in data:
        items(desk, builder, data["条目"], layer=layer + 1, remark=remark)
    if "表格" in data:
        _element(desk, builder, "表格", data["表格"], data)


def _entry(desk: Desk, builder: Builder, data: Record, layer: int) -> None:
    """Adds one mapping of an ordered 正文."""
    if "阶段" in data:
        stage(desk, builder, data, layer + 1)
    elif "内容" in data:
        items(desk, builder, data)
    elif "标题" in data and "取自" not in data:
        section(desk, builder, data, layer + 1)
    elif "条目" in data and data.keys() <= LIST_KEYS:
        items(desk, builder, data["条目"], layer=_number(data.get("层次"), 0), marks=_marks(data))
    else:
        body(desk, builder, data, layer)


def _element(desk: Desk, builder: Builder, name: str, value: Any, data: Record) -> None:
    if name == "表格":
        for table in as_list(value):
            builder.add(tables.written(desk, table))
    elif name == "机构":
        add_groups(builder, value)
    elif name == "图片":
        for entry in as_list(value):
            picture = pictures.picture(desk, entry)
            if picture:
                builder.add(picture)
    elif name == "图表":
        _charts(desk, builder, as_list(value))
    else:
        _taken(desk, builder, str(value), data)


def _charts(desk: Desk, builder: Builder, rows: Sequence[Record]) -> None:
    from docgen.plan import charts

    for data in rows:
        chart = charts.written(desk, data)
        if chart:
            builder.add(chart)


def _taken(desk: Desk, builder: Builder, name: str, data: Record) -> None:
    """{取自: 活动}: one of the plan's own lists, placed here."""
    from docgen.plan import lists

    desk.placed.add(name)
    value = desk.plan.get(name)
    if name == "任务":
        builder.add(lists.tasks(desk, data))
    elif name not in LISTS:
        placed(desk, builder, name, data)
    elif value is None:
        desk.problems.append(
            error(
                "TRE-003",
                _("计划里没有“{name}”，这里取不到").format(name=name),
                data.keys_at.get("取自") or data.place,
                hint=_("在计划最外层补上“{name}:”，或删去这一项").format(name=name),
            )
        )
    elif name == "机构":
        add_groups(builder, value)
    else:
        builder.add(lists.made(desk, name, value, data))


def placed(desk: Desk, builder: Builder, name: str, ask: Record) -> None:
    """Adds what the plan's data make by itself (校历, 行事历 …), as `ask` says."""
    from docgen.plan.placed import blocks

    for block in blocks(desk, name, ask):
        builder.add(block)


def _text(desk: Desk, data: Record, title: str) -> tuple[Any, str]:
    """The 正文 with 做法 and the remark on 责任 behind it, and what is left to print of the remark."""
    text, remark = data.get("正文", ""), note(data, desk.words)
    if data.get("做法"):
        text = behind(text, joined(desk, data["做法"]))
    return _noted(text, remark, title) if remark else (text, "")


def _noted(text: Any, remark: str, title: str) -> tuple[Any, str]:
    """`text` with the remark behind its last words, and what is left to print of the remark."""
    if isinstance(text, str) and text.strip():
        return with_note(text, remark), ""
    if isinstance(text, list) and text and isinstance(text[-1], str):
        return [*text[:-1], with_note(text[-1], remark)], ""
    if not text and title.endswith("。"):
        return remark, ""
    return text, remark


def _marks(data: Record) -> Marks:
    return Marks(data.get("编号") != "无", data.get("重新编号") is True)


def _number(value: Any, otherwise: int) -> int:
    return int(value) if value is not None else otherwise
