"""Dyed texts: every character of a plan's texts in a colour of its own, so that the built document shows
where in the plan each of its characters comes from.

A colour is a character of Unicode's private planes. Marks, digits and letters are not dyed, for the
stages between look at them (a heading that ends in 。, a date, a percentage); origins are drawn on over them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from docgen.inline import SIGN
from docgen.intake.update.nodes import Path
from docgen.patterns import pattern
from docgen.schema.steps import value_at
from docgen.source.values import Day, Number, Record, Row, Text, place_of

COLOURS = (range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))
DYED = pattern("[\u3400-\u4db5\u4e00-\u9fff]")
TIME = pattern("[年月日]")
CONTROL = frozenset(
    {"模板", "编号", "方式", "层次", "小节层次", "接排", "重新编号", "取自", "代号", "合计", "月份",
     "对齐", "宽", "表头行", "横排", "跨列", "跨行", "图片", "图表", "文件", "格式", "盖章", "印章", "密级",
     "印发", "检查", "属性", "学年", "年度", "学期", "补课", "放假", "重复", "日期", "至", "起", "止"}
)  # fmt: skip
"""Keys whose values say how, not what; what is missing here is found out by building."""

Group = tuple[object, ...]
Spot = tuple[Path, int]
"""A character of the plan: the path to its text, and which of its characters it is."""


class Palette(NamedTuple):
    """A dyed plan, and the character that every colour stands for, with its spot."""

    plan: Record
    spots: dict[str, Spot]
    undyed: dict[int, str]

    def plain(self, text: str) -> str:
        return text.translate(self.undyed)


def groups(plan: Record, typed: Record) -> list[Group]:
    """Texts of one sort: paths without the numbers in them, of texts the schema took for no number or
    date."""
    found = (group_of(path) for path, text in texts(plan) if _may_be_dyed(path, text, typed))
    return list(dict.fromkeys(found))


def group_of(path: Path) -> Group:
    return tuple(step if isinstance(step, str) else "*" for step in path)


def dyed(plan: Record, wanted: set[Group]) -> Palette:
    """`plan` with the texts of the groups `wanted` dyed."""
    colours = (chr(code) for code in chain(*COLOURS))
    palette = Palette(Record(), {}, {})

    def dye(path: Path, text: Text) -> Text:
        if group_of(path) not in wanted:
            return text
        return Text(_dyed(text, path, palette, colours), place_of(text), text.lines_follow)

    return palette._replace(plan=_copy(plan, (), dye))


def texts(data: Any, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """All texts below `data` with their paths."""
    if isinstance(data, Record):
        for key, value in data.items():
            yield from texts(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from texts(value, (*path, number))
    elif isinstance(data, Text):
        yield path, data


def _may_be_dyed(path: Path, text: Text, typed: Any) -> bool:
    value = value_at(typed, path)
    if isinstance(value, (Number, Day)) or not isinstance(value, str):
        return False
    return not CONTROL.intersection(path) and bool(DYED.search(text))


def _dyed(text: str, path: Path, palette: Palette, colours: Iterator[str]) -> str:
    signs = [range(*found.span()) for found in SIGN.finditer(text)] if "《" in text else []
    made = []
    for number, char in enumerate(text):
        if not DYED.match(char) or any(number in sign for sign in signs) or _tells_time(text, number):
            made.append(char)
            continue
        colour = next(colours, "")
        made.append(colour or char)
        if colour:
            palette.spots[colour] = (path, number)
            palette.undyed[ord(colour)] = char
    return "".join(made)


def _tells_time(text: str, at: int) -> bool:
    return bool(TIME.match(text[at])) and at > 0 and text[at - 1].isdigit()


def _copy(data: Any, path: Path, dye: Callable[[Path, Text], Text]) -> Any:
    if isinstance(data, Record):
        copy = Record(data.place)
        copy.keys_at.update(data.keys_at)
        copy.update({key: _copy(value, (*path, key), dye) for key, value in data.items()})
        return copy
    if isinstance(data, Row):
        return Row((_copy(value, (*path, number), dye) for number, value in enumerate(data)), data.place)
    return dye(path, data) if isinstance(data, Text) else data
