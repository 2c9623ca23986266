"""How a seed of Word's XML is changed so that it stays XML: most changes of bytes would end in the parser."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any

from lxml import etree

from tests.fuzz.targets import BETWEEN

VALUES = (
    "",
    "0",
    "1",
    "-1",
    "9",
    "999999999999",
    "x",
    "一",
    "decimal",
    "chineseCounting",
    "1.5",
    "true",
    "rId1",
)
TEXTS = (
    "",
    "一、",
    "（一）",
    "1.",
    "①",
    "附件",
    "组长：",
    "2026年9月1日",
    "\t",
    "　　",
    "﻿",
    "第一章　总则",
    "甲" * 300,
)

Change = Callable[[Any, random.Random], None]


def mutated(data: bytes, seed: int) -> bytes | None:
    """`data` with one to four of its elements changed; None where no part of it is XML."""
    chance = random.Random(seed)
    parts = data.split(BETWEEN)
    at = chance.randrange(len(parts)) if chance.random() < 0.3 else 0
    try:
        root = etree.fromstring(parts[at], etree.XMLParser(resolve_entities=False))
        for _ in range(chance.randint(1, 4)):
            chance.choice(CHANGES)(root, chance)
    except (etree.XMLSyntaxError, ValueError):  # no XML, or names that lxml reads and does not write
        return None
    parts[at] = etree.tostring(root)
    return BETWEEN.join(parts)


def _any(root: Any, chance: random.Random) -> Any:
    found = [element for element in root.iter() if isinstance(element.tag, str)]
    return chance.choice(found)


def _remove(root: Any, chance: random.Random) -> None:
    element = _any(root, chance)
    if element is not root:
        element.getparent().remove(element)


def _repeat(root: Any, chance: random.Random) -> None:
    element = _any(root, chance)
    if element is not root:
        element.addnext(copy.deepcopy(element))


def _move(root: Any, chance: random.Random) -> None:
    element, target = _any(root, chance), _any(root, chance)
    if element is not root:
        target.insert(chance.randint(0, len(target)), copy.deepcopy(element))


def _wrap(root: Any, chance: random.Random) -> None:
    element, other = _any(root, chance), _any(root, chance)
    if element is not root:
        wrapper = etree.SubElement(element.getparent(), other.tag)
        element.getparent().replace(element, wrapper)
        wrapper.append(element)


def _rename(root: Any, chance: random.Random) -> None:
    _any(root, chance).tag = _any(root, chance).tag


def _set(root: Any, chance: random.Random) -> None:
    element = _any(root, chance)
    for name in element.attrib:
        element.set(name, chance.choice(VALUES))


def _unset(root: Any, chance: random.Random) -> None:
    _any(root, chance).attrib.clear()


def _write(root: Any, chance: random.Random) -> None:
    element = _any(root, chance)
    element.text = chance.choice(TEXTS) + (element.text or "")


CHANGES: tuple[Change, ...] = (_remove, _repeat, _move, _wrap, _rename, _set, _unset, _write, _write)
