"""What templates write to place the plan's own parts: filters and functions that give pieces.

{{ 章 | 整章 }}   {{ 项 | 内容 }}   {{ 指标 | 指标表 }}   {{ 见("目标") }}   {% if 未放("指标") %}
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from docgen.document import Footnote, Reference
from docgen.i18n import _
from docgen.plan import pictures, sections, tables
from docgen.plan.desk import Desk
from docgen.plan.people import add_groups
from docgen.plan.responsibility import note
from docgen.sentences import ended
from docgen.source.layered import layered
from docgen.source.values import Record, Row, Text, as_list, place_of
from docgen.structure import Builder
from docgen.template.faults import ValueFault
from docgen.template.tokens import Piece

DESK = "the desk"
"""No identifier, so that no template can name it: the desk leads to files."""


def _desk(context: Context) -> Desk:
    desk: Desk = context[DESK]
    return desk


def _mapping(value: Any, name: str) -> Record:
    if not isinstance(value, Record):
        raise ValueFault(_("“{name}”要用在一张对照表上").format(name=name))
    return value


@pass_context
def chapter(context: Context, value: Any, layer: int = 1, below: int = 0) -> Piece:
    """整章: a section with its heading, at `layer`, its sub-sections at `below` where that is not 0;
    unless the section says otherwise."""
    desk, data = _desk(context), _mapping(value, "整章")
    if below:
        template = Record()
        template["小节层次"] = below
        data = layered(data, template)
    return Piece("整章", lambda builder: sections.section(desk, builder, data, layer))


@pass_context
def numbered(context: Context, value: Any) -> Piece:
    """条目: a list of texts, or of what else an item may be, as items."""
    desk = _desk(context)
    if not isinstance(value, list):
        raise ValueFault(_("“{name}”要用在一个列表上").format(name="条目"))
    return Piece("条目", lambda builder: sections.items(desk, builder, value))


def run_in(value: Any) -> Record:
    """接排: a section whose heading is closed by 。, so that its text stands behind it; one without a
    text, or that says 接排: 否, stays as it is."""
    data = _mapping(value, "接排")
    text, title = data.get("正文"), data.get("标题", "")
    first = text[0] if isinstance(text, list) and text else text
    if data.get("接排") is False or not (isinstance(first, str) or data.get("做法")):
        return data
    changed = Record()
    changed["标题"] = Text(ended(str(title), "。"), place_of(title))
    return layered(changed, data)


@pass_context
def inside(context: Context, value: Any) -> Piece:
    """内容: a section without its heading, or a text or list mixing texts with tables and items."""
    desk = _desk(context)
    if isinstance(value, Record):
        return Piece("内容", lambda builder: sections.body(desk, builder, value, builder.layer))
    return Piece("内容", lambda builder: sections.content(desk, builder, value, builder.layer))


@pass_context
def table(context: Context, value: Any) -> Piece:
    """表格: a table written out in the plan (列, 行)."""
    desk, data = _desk(context), _mapping(value, "表格")
    return Piece("表格", lambda builder: builder.add(tables.written(desk, data)))


@pass_context
def group(context: Context, value: Any) -> Piece:
    """名单: a leading group, or several."""
    _desk(context).placed.add("机构")
    groups = [_mapping(entry, "名单") for entry in as_list(value)]
    return Piece("名单", lambda builder: add_groups(builder, groups))


def _list_table(name: str) -> Callable[..., Piece]:
    @pass_context
    def filter_(context: Context, value: Any, **ask: Any) -> Piece:
        from docgen.plan import lists

        desk = _desk(context)
        if not isinstance(value, list):
            raise ValueFault(_("“{name}”要用在一个列表上").format(name=name))
        options = Record()
        options.update({key: Row(entry) if isinstance(entry, list) else entry for key, entry in ask.items()})
        kind = name.removesuffix("表")
        desk.placed.add(kind)
        return Piece(name, lambda builder: builder.add(lists.made(desk, kind, value, options)))

    return filter_


@pass_context
def indicator_charts(context: Context, value: Any, least: int = 0, **ask: Any) -> Piece:
    """指标图: charts of 目标 against 实际, unless the plan places them itself; 至少 says how many
    indicators of one unit make one."""
    desk, rows, options = _desk(context), _rows(value, "指标图"), Record()
    at_least = ask.pop("至少", least)
    options.update(ask)

    def build(builder: Builder) -> None:
        from docgen.plan import indicator_charts as made

        for chart in made.drawn(desk, rows, options, at_least or made.LEAST):
            builder.add(chart)

    taken = "指标图" in desk.placed
    return Piece("指标图", (lambda _builder: None) if taken else build)


@pass_context
def listed_table(context: Context, value: Any, **ask: Any) -> Piece:
    """成表: a table of any list of the plan, with the columns the template names."""
    from docgen.plan import listed

    desk, rows = _desk(context), _rows(value, "成表")
    if "列" not in ask:
        raise ValueFault(_("“成表”没有写要哪几列"), _("写成 成表(列=[…])"))
    return Piece("成表", lambda builder: builder.add(listed.table(desk, rows, ask)))


def summed(value: Any, key: str) -> str:
    """合计: the sum of `key` over a list."""
    from docgen.plan import listed

    return listed.summed(_rows(value, "合计"), key)


def shortfall(value: Any) -> list[Record]:
    """缺口: a list with what each entry lacks of its 标准."""
    from docgen.plan import listed

    return listed.with_shortfall(_rows(value, "缺口"))


@pass_context
def compared(context: Context, value: Any) -> list[Record]:
    """对照: indicators with 目标, 实际 and 达标 of the year that is compared."""
    from docgen.plan.compared import compared

    desk = _desk(context)
    desk.placed.add("指标")
    return compared(desk.plan, _rows(value, "对照"))


def _rows(value: Any, name: str) -> list[Record]:
    if not isinstance(value, list) or not all(isinstance(row, Record) for row in value):
        raise ValueFault(_("“{name}”要用在一个列表上").format(name=name))
    return value


@pass_context
def responsibility(context: Context, value: Any) -> str:
    """责任: （责任单位：…；完成时限：…）, or nothing where the task names neither."""
    return note(_mapping(value, "责任"), _desk(context).words)


def dialect(value: Any) -> Markup:
    """标记: lets a value be read as the dialect."""
    if not isinstance(value, str):
        raise ValueFault(_("“标记”要用在一段文字上"))
    return Markup(value)


@pass_context
def picture(context: Context, name: Any, width: Any = None, caption: str = "") -> Piece:
    """图片: a picture beside the plan."""
    desk = _desk(context)
    data = Record()
    data.update({"文件": name if isinstance(name, Text) else Text(str(name)), "标题": caption})
    if width is not None:
        data["宽"] = width

    def build(builder: Builder) -> None:
        made = pictures.picture(desk, data)
        if made:
            builder.add(made)

    return Piece("图片", build)


@pass_context
def placed(context: Context, name: str, **ask: Any) -> Piece:
    """取自: what the plan's data make by itself (校历, 行事历, 任务分解表 …)."""
    desk, options = _desk(context), Record()
    options.update(ask)
    return Piece(name, lambda builder: sections.placed(desk, builder, name, options))


@pass_context
def unplaced(context: Context, name: str) -> bool:
    """未放: whether the plan's list `name` has not been printed yet."""
    return _desk(context).is_unplaced(name)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "整章": chapter,
    "条目": numbered,
    "接排": run_in,
    "内容": inside,
    "表格": table,
    "名单": group,
    "指标表": _list_table("指标表"),
    "活动表": _list_table("活动表"),
    "经费表": _list_table("经费表"),
    "指标图": indicator_charts,
    "成表": listed_table,
    "合计": summed,
    "缺口": shortfall,
    "对照": compared,
    "责任": responsibility,
    "标记": dialect,
}
FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "见": lambda target: Reference(str(target)),
    "注": lambda text: Footnote(str(text)),
    "图片": picture,
    "取自": placed,
    "未放": unplaced,
}
