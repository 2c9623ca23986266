"""The blocks of a paper → the chapters of a plan: flat headings become sections within sections.

What a plan has a simple key for is written so (正文, 条目, 表格); where texts, items and tables alternate
the 正文 is a list in their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from docgen.document import Block, Cell, Heading, Image, Item, Paragraph, People, Role, Table
from docgen.intake.blocks import NO_PICTURE
from docgen.intake.remarks import Remarks
from docgen.intake.wording import plainly, responsible, words
from docgen.plan_text.yaml_text import Noted
from docgen.structure import ITEM_LAYER, closes_a_sentence
from docgen.writers.words import person

Entry = Any
"""A text, or a mapping of a plan, perhaps with comments (`Noted`)."""


class Pen(NamedTuple):
    """What writing needs at hand: the template's words for 责任 and the like, the comments, and the names
    of the files that pictures were put into, by the identity of their image."""

    called: Mapping[str, str]
    remarks: Remarks
    pictures: Mapping[int, str]


class Section(NamedTuple):
    """A heading with what stands below it, up to its first sub-heading, and its sub-sections."""

    heading: Heading
    content: list[Block]
    below: list[Section]


def arranged(blocks: Sequence[Block]) -> tuple[list[Block], list[Section]]:
    """What stands before the first heading, and the sections of the highest layer."""
    before: list[Block] = []
    found: list[Section] = []
    way: list[Section] = []
    for block in blocks:
        if not isinstance(block, Heading):
            (way[-1].content if way else before).append(block)
            continue
        section = Section(block, [], [])
        while way and way[-1].heading.layer >= block.layer:
            way.pop()
        (way[-1].below if way else found).append(section)
        way.append(section)
    return before, found


def chapter(section: Section, expected: int, pen: Pen) -> Entry:
    """The section as an entry of 章节 or 小节; `expected` is the layer it would have by itself."""
    heading = section.heading
    data: dict[str, Any] = {"标题": words(heading.content)}
    if heading.layer != expected:
        data["层次"] = str(heading.layer)
    if not heading.numbered:
        data["编号"] = "无"
    if heading.restart:
        data["重新编号"] = "是"
    data |= _text(section, pen)
    if section.below:
        layers = {one.heading.layer for one in section.below}
        below = layers.pop() if len(layers) == 1 else heading.layer + 1
        if below != heading.layer + 1:
            data["小节层次"] = str(below)
        data["小节"] = [chapter(one, below, pen) for one in section.below]
    return pen.remarks.on(heading.place, data)


def _text(section: Section, pen: Pen) -> dict[str, Any]:
    heading = section.heading
    if heading.body:
        text, duty = responsible(words(heading.body), pen.called) if not section.content else ("", {})
        first = text or words(heading.body)
        return keyed([first, *entries(section.content, heading.layer, pen)]) | duty
    found = keyed(entries(section.content, heading.layer, pen))
    apart = closes_a_sentence(heading.content) and isinstance(next(iter(section.content), None), Paragraph)
    return ({"接排": "否"} if apart else {}) | found


def keyed(found: list[Entry]) -> dict[str, Any]:
    """Entries of a text under the keys of a section: texts as 正文, a list of items behind them as 条目, a
    table behind these as 表格; mixed otherwise, all as a list under 正文."""
    if not found:
        return {}
    texts, rest = _split(found)
    rest = [_commented_inside(entry) for entry in rest]
    simple = {"条目": (), "表格": ()}
    order = [key for entry in rest for key in entry if key in simple] if all(map(_is_simple, rest)) else []
    fits = (
        len(order) == len(rest)
        and len(set(order)) == len(order)
        and order == sorted(order, key=list(simple).index)
    )
    if not fits:
        return {"正文": found}
    data: dict[str, Any] = {"正文": "\n".join(texts)} if texts else {}
    for entry in rest:
        data |= entry
    return data


def _split(found: list[Entry]) -> tuple[list[str], list[Entry]]:
    number = next((at for at, entry in enumerate(found) if not isinstance(entry, str)), len(found))
    return [str(text) for text in found[:number]], found[number:]


def _commented_inside(entry: Entry) -> Entry:
    """An entry of one key with its comments at the value."""
    if isinstance(entry, Noted) and _is_simple(entry.value):
        return {key: Noted(value, entry.comments) for key, value in entry.value.items()}
    return entry


def _is_simple(entry: Entry) -> bool:
    return isinstance(entry, Mapping) and len(entry) == 1


def entries(blocks: Sequence[Block], layer: int, pen: Pen) -> list[Entry]:
    """The blocks below a heading of `layer` (0: none) as the entries of an ordered text."""
    found: list[Entry] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if isinstance(block, Item):
            stop = next(
                (n for n in range(index, len(blocks)) if not isinstance(blocks[n], Item)), len(blocks)
            )
            found += _lists([one for one in blocks[index:stop] if isinstance(one, Item)], layer, pen)
            index = stop
        else:
            found.append(pen.remarks.on(block.place, _entry(block, pen)))
            index += 1
    return found


def _lists(items: Sequence[Item], layer: int, pen: Pen) -> Iterator[Entry]:
    """Items that follow each other, as lists: a deeper one hangs on the one above it."""
    index = 0
    while index < len(items):
        first = items[index]
        stop = index + 1
        while stop < len(items) and _goes_on(first, items[stop]):
            stop += 1
        data: dict[str, Any] = {"条目": _nested(items[index:stop], first.layer, pen)}
        if first.layer != max(ITEM_LAYER, layer + 1):
            data["层次"] = str(first.layer)
        if first.restart:
            data["重新编号"] = "是"
        if not first.numbered:
            data["编号"] = "无"
        yield data
        index = stop


def _goes_on(first: Item, item: Item) -> bool:
    if item.layer < first.layer:
        return False
    return item.layer > first.layer or (item.numbered == first.numbered and not item.restart)


def _nested(items: Sequence[Item], layer: int, pen: Pen) -> list[Entry]:
    found: list[Entry] = []
    index = 0
    while index < len(items):
        stop = index + 1
        while stop < len(items) and items[stop].layer > layer:
            stop += 1
        found.append(_item(items[index], items[index + 1 : stop], layer, pen))
        index = stop
    return found


def _item(item: Item, below: Sequence[Item], layer: int, pen: Pen) -> Entry:
    text = words(item.content)
    data: dict[str, Any] = {}
    if not below:
        text, data = responsible(text, pen.called)
    if below:
        data = {"条目": _deeper(below, layer + 1, pen)}
    if item.layer != layer:
        data["层次"] = str(item.layer)
    return pen.remarks.on(item.place, {"内容": text} | data if data else text)


def _deeper(items: Sequence[Item], layer: int, pen: Pen) -> list[Entry]:
    """Items below another; what begins deeper than it should says its layer itself."""
    found: list[Entry] = []
    index = 0
    while index < len(items):
        stop = index + 1
        while stop < len(items) and items[stop].layer > items[index].layer:
            stop += 1
        entry = _item(items[index], items[index + 1 : stop], items[index].layer, pen)
        if items[index].layer != layer or items[index].restart or not items[index].numbered:
            entry = _with_marks(entry, items[index], layer)
        found.append(entry)
        index = stop
    return found


def _with_marks(entry: Entry, item: Item, layer: int) -> Entry:
    bare = entry.value if isinstance(entry, Noted) else entry
    data = dict(bare) if isinstance(bare, Mapping) else {"内容": bare}
    if item.layer != layer:
        data["层次"] = str(item.layer)
    if item.restart:
        data["重新编号"] = "是"
    if not item.numbered:
        data["编号"] = "无"
    return Noted(data, entry.comments) if isinstance(entry, Noted) else data


def _entry(block: Block, pen: Pen) -> Entry:
    match block:
        case Paragraph():
            return words(block.content)
        case Table():
            return {"表格": table(block)}
        case People():
            return {"机构": group(block)}
        case Image() if id(block) in pen.pictures:
            caption = {"标题": block.caption} if block.caption else {}
            return {"图片": {"文件": pen.pictures[id(block)], "宽": f"{block.width:.0f}"} | caption}
    return f"{NO_PICTURE}{getattr(block, 'caption', '')}"


def table(block: Table) -> dict[str, Any]:
    """表格: its 列, its 行, its 标题."""
    data: dict[str, Any] = {"标题": plainly(block.caption)} if block.caption else {}
    names = tuple(plainly(column.name) for column in block.columns)
    named = any(names) and block.head > 0
    rows = block.rows[1:] if named else block.rows
    data["列"] = names if any(names) else tuple("" for _name in names)
    if block.head != (1 if named else 0):
        data["表头行"] = str(block.head)
    if rows:
        data["行"] = [tuple(map(_cell, row)) for row in rows]
    return data


def _cell(cell: str | Cell) -> Any:
    if isinstance(cell, str):
        return plainly(cell)
    spans = {"跨列": cell.across, "跨行": cell.down}
    more = {key: str(number) for key, number in spans.items() if number > 1}
    return {"内容": words(cell.content)} | more if more else words(cell.content)


def group(block: People) -> dict[str, Any]:
    """机构: its name, then its roles; an empty role stays one."""
    data: dict[str, Any] = {"名称": block.name} if block.name else {}
    return data | {role.name: _people(role) for role in block.roles}


def _people(role: Role) -> Any:
    names = tuple(plainly(person(one)) for one in role.people)
    return names if len(names) > 1 else "".join(names)
