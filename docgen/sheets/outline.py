"""A sheet that is the outline of a text (正文) → the sections, paragraphs, items and tables of a plan.

A row is one of them: which part of the plan it belongs to (部分; empty: as above), what it is (类别), how
deep it stands (层, from 1; empty: a 标题 1, all else below the last 标题), its words (内容), and in further
columns what the plan's own keys say of it (责任, 时限, 代号 …).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from docgen.i18n import _
from docgen.problems import Problem, error
from docgen.schema.shape import of
from docgen.sheets.cells import Sheet
from docgen.sheets.rows import read as read_rows
from docgen.source.values import Record, Row, Text

PART, KIND, DEPTH, WORDS = "部分", "类别", "层", "内容"
HEADING, STAGE, ENDING = "标题", "阶段", "结语"
PARAGRAPH, ITEM, TABLE, TAKEN, PICTURE = "段落", "条目", "表格", "取自", "图片"
KINDS = (HEADING, PARAGRAPH, ITEM, TABLE, TAKEN, PICTURE, STAGE, ENDING)
HEADED = (HEADING, STAGE)
MAIN_KEYS = {HEADING: "标题", STAGE: "阶段", ITEM: "内容", TABLE: "标题", TAKEN: "取自", PICTURE: "文件"}
"""The key of the plan that the words of a row of each kind stand for."""

LISTED = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
ATTRIBUTES = (
    *("时限", "完成", "代号", "编号", "层次", "小节层次", "接排", "重新编号"),
    *("起", "止", "行", "横排", "表头行", "标题", "月份", "组", "宽"),
)
LISTS = ("做法", "成效", "列", "合计")
DUTY = "责任"
WANTED = {
    "properties": {
        PART: {"type": "string", "又名": ["章", "章节"]},
        KIND: {"type": "string", "又名": ["类型", "种类"]},
        DEPTH: {"type": "string", "又名": ["级别", "层级", "级"]},
        WORDS: {"type": "string", "又名": ["文字"]},
        DUTY: {
            "anyOf": [*LISTED["anyOf"], {"type": "object", "properties": {"牵头": LISTED, "配合": LISTED}}],
            "又名": ["责任单位", "责任部门", "责任人"],
        },
        **{key: {"type": "string"} for key in ATTRIBUTES},
        **dict.fromkeys(LISTS, LISTED),
    }
}


class Node(NamedTuple):
    """A row of an outline with those below it."""

    kind: str
    depth: int
    words: Text
    row: Record
    below: list[Node]


def parts(sheet: Sheet) -> tuple[list[tuple[Text, Row]], list[Problem]]:
    """The parts of a plan in `sheet`, each with its key, and what is wrong with its rows (SHT-022)."""
    rows, problems = read_rows(sheet, of({"items": WANTED}).items)
    found: list[tuple[Text, Row]] = []
    for key, group in groupby(_with_parts(rows), lambda pair: pair[0]):
        if key:
            found.append((key, _value([row for _key, row in group], problems)))
        else:
            problems.append(_no_part(next(group)[1]))
    return found, problems


def read(sheet: Sheet) -> tuple[Row, list[Problem]]:
    """The text in a sheet that is one part by itself."""
    rows, problems = read_rows(sheet, of({"items": WANTED}).items)
    return _value(rows, problems), problems


def _with_parts(rows: Sequence[Record]) -> Iterator[tuple[Text, Record]]:
    key = Text("")
    for row in rows:
        key = row.get(PART, key)
        yield key, row


def _value(rows: Sequence[Record], problems: list[Problem]) -> Row:
    """The ordered list (texts, items, tables, sections) that the rows of one part stand for."""
    root = Node(HEADING, 0, Text(""), Record(), [])
    open_nodes = [root]
    for row in rows:
        node = _node(row, open_nodes, problems)
        while open_nodes[-1].depth >= node.depth:
            open_nodes.pop()
        open_nodes[-1].below.append(node)
        if node.kind in (*HEADED, ITEM):
            open_nodes.append(node)
    place = rows[0].place if rows else None
    return Row(_blocks(root.below), place)


def _node(row: Record, open_nodes: Sequence[Node], problems: list[Problem]) -> Node:
    kind = row.get(KIND, Text(PARAGRAPH))
    if kind not in KINDS:
        problems.append(_no_kind(kind))
        kind = Text(PARAGRAPH)
    heading = next(node for node in reversed(open_nodes) if node.kind in HEADED)
    depth = 1 if kind in HEADED else heading.depth + (kind != ENDING or heading.depth == 0)
    typed = row.get(DEPTH)
    if typed is not None:
        if typed.isdecimal() and 0 < int(typed) < 10:
            depth = int(typed)
        else:
            problems.append(_no_depth(typed))
    if kind == ENDING and typed is None and heading.depth:
        depth = heading.depth + 1
    return Node(str(kind), depth, row.get(WORDS, Text("", row.place)), row, [])


def _blocks(nodes: Sequence[Node]) -> Iterator[Any]:
    for kind, group in groupby(nodes, lambda node: node.kind):
        if kind == ITEM:
            run = list(group)
            yield _record(run[0], {ITEM: Row(map(_item, run), run[0].row.place)})
            continue
        for node in group:
            yield _block(node)


def _block(node: Node) -> Any:
    if node.kind in HEADED:
        return _section(node)
    if node.kind == TABLE:
        return _record(node, {TABLE: _attributed(node)})
    if node.kind == PICTURE:
        return _record(node, {PICTURE: _attributed(node)})
    return _attributed(node) if node.kind == TAKEN else node.words


def _section(node: Node) -> Record:
    """A section, in the keys a person would have written it in."""
    section = _attributed(node)
    first = next((at for at, one in enumerate(node.below) if one.kind in (*HEADED, ENDING)), len(node.below))
    body, rest = node.below[:first], node.below[first:]
    section.update(_body(body))
    children = [_section(one) for one in rest if one.kind in HEADED]
    endings = [one.words for one in rest if one.kind not in HEADED]
    if children:
        section["小节"] = Row(children, children[0].place)
    if endings:
        section[ENDING] = Text("\n".join(endings), endings[0].place)
    return section


def _body(nodes: Sequence[Node]) -> dict[str, Any]:
    """正文, 条目 and 表格 where they follow each other in this order, else an ordered 正文."""
    order = [kind for kind, _group in groupby(node.kind for node in nodes)]
    if not all(kind in (PARAGRAPH, ITEM, TABLE) for kind in order) or order != sorted(order, key=KINDS.index):
        return {"正文": Row(_blocks(nodes), nodes[0].row.place)}
    texts = [node.words for node in nodes if node.kind == PARAGRAPH]
    items = [_item(node) for node in nodes if node.kind == ITEM]
    tables = [_attributed(node) for node in nodes if node.kind == TABLE]
    found: dict[str, Any] = {}
    if texts:
        found["正文"] = texts[0] if len(texts) == 1 else Row(texts, texts[0].place)
    if items:
        found[ITEM] = Row(items, nodes[0].row.place)
    if tables:
        found[TABLE] = tables[0] if len(tables) == 1 else Row(tables, nodes[0].row.place)
    return found


def _item(node: Node) -> Any:
    item = _attributed(node)
    item.update(_body(node.below) if node.below else {})
    return node.words if len(item) == 1 and node.words else item


def _attributed(node: Node) -> Record:
    """The record of a row: its words under the key of its kind, and what its other columns say."""
    record = _record(node, {})
    if node.words:
        key = MAIN_KEYS[node.kind]
        record[key] = node.words
        record.keys_at[key] = node.words.place or node.row.keys_at[WORDS]
    for key, value in node.row.items():
        if key not in (PART, KIND, DEPTH, WORDS):
            record[key] = value
            record.keys_at[key] = node.row.keys_at[key]
    return record


def _record(node: Node, values: dict[str, Any]) -> Record:
    record = Record(node.row.place)
    record.update(values)
    record.keys_at.update(dict.fromkeys(values, node.row.place) if node.row.place else {})
    return record


def _no_part(row: Record) -> Problem:
    hint = _("在“部分”一列写是哪一部分，如：重点工作")
    return error("SHT-022", _("没有写这一行属于哪一部分"), row.keys_at.get(PART) or row.place, hint=hint)


def _no_kind(kind: Text) -> Problem:
    sentence = _("不认识“{kind}”这种类别").format(kind=kind)
    hint = _("可以写：{kinds}").format(kinds="、".join(KINDS))
    return error("SHT-022", sentence, kind.place, excerpt=kind, hint=hint)


def _no_depth(depth: Text) -> Problem:
    sentence, hint = _("“{depth}”不是层数").format(depth=depth), _("写1、2、3等；不写就接在上一个标题下面")
    return error("SHT-022", sentence, depth.place, excerpt=depth, hint=hint)
