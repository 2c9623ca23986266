"""How cover, dividers and table of contents look: the figures of `data/assembly/look.yaml`."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from docgen import data_files
from docgen.resources import folder


class Cover(NamedTuple):
    """Type sizes and pitches in points, blank lines in lines of the text area, width in characters."""

    size: float
    pitch: float
    width: int
    above: int
    foot_size: float
    foot_pitch: float
    below: int


class Divider(NamedTuple):
    """As of the cover."""

    size: float
    pitch: float
    width: int
    above: int


class Contents(NamedTuple):
    """Its title, that title's size in points, blank lines below; indent of each level and further
    indent of broken lines in characters."""

    title: str
    size: float
    below: int
    indent: float
    hanging: float


class Look(NamedTuple):
    """`deepest` is the deepest level that the table of contents lists; `divided`: dividers are its first."""

    cover: Cover
    divider: Divider
    contents: Contents
    deepest: int = 0
    divided: bool = False


@lru_cache(maxsize=1)
def look() -> Look:
    data = data_files.load(folder("data") / "assembly" / "look.yaml")
    cover, divider, contents = (data[name] for name in ("封面", "分隔页", "目录"))
    return Look(
        Cover(
            *_numbers(
                cover, "标题字号 标题行距 标题每行最多字数 标题前空行 单位字号 单位行距 末行距版心下边缘"
            )
        ),
        Divider(*_numbers(divider, "字号 行距 每行最多字数 前空行")),
        Contents(contents["标题"], *_numbers(contents, "标题字号 标题后空行 缩进 悬挂")),
    )


def _numbers(data: dict[str, Any], names: str) -> list[Any]:
    return [data[name] for name in names.split()]
