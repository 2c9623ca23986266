"""What a key that is not known, or a choice that is not offered, was meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from docgen.i18n import _
from docgen.schema.shape import Shape

LIST_LENGTH = 12
LONGEST_SLIP = 20

Levels = Mapping[str, Sequence[tuple[str, ...]]]
"""For a key the keys above it: () for the root, (章节,) for the entries of 章节."""


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice that `word` is a slip of, or an empty text."""
    among = list(choices)
    bare = "".join(word.split())
    close = get_close_matches(bare, among, n=1, cutoff=0.6)
    slips = close or [choice for choice in among if _is_slip_of_two(bare, choice)]
    return slips[0] if len(slips) == 1 else ""


def meant_key(word: str, here: Shape, levels: Levels, record: Iterable[str]) -> str:
    """The key of `here` that the unknown key `word` was meant to be: the one that lists it as 又名,
    or the nearest that `record` has not used yet. A key that is known elsewhere is no slip."""
    used = set(record)
    other_name = next((key for key, wanted in here.keys.items() if word in wanted.aliases()), "")
    if other_name or word in levels or len(word) > LONGEST_SLIP:
        return other_name
    return nearest(word, (key for key in here.keys if key not in used))


def levels_of(root: Shape) -> Levels:
    """For every key the nearest places that know it."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for path, shape in _all_mappings(root):
        for key in shape.keys:
            paths = found.setdefault(key, [path])
            if len(path) == len(paths[0]) and path not in paths:
                paths.append(path)
    return found


def listing(choices: Iterable[str]) -> str:
    """`甲、乙、丙等40个`: at most a dozen of them."""
    among = list(choices)
    shown = "、".join(among[:LIST_LENGTH])
    return (
        shown if len(among) <= LIST_LENGTH else _("{shown}等{count}个").format(shown=shown, count=len(among))
    )


def _is_slip_of_two(word: str, choice: str) -> bool:
    """Of short keys one wrong character in its place is as near as a slip can be."""
    if len(word) != len(choice) or len(word) != 2:
        return False
    return word[0] == choice[0] or word[1] == choice[1]


def _all_mappings(root: Shape) -> Iterator[tuple[tuple[str, ...], Shape]]:
    """Every shape below `root` once, breadth first, with the keys that lead to it."""
    todo: list[tuple[tuple[str, ...], Shape]] = [((), root)]
    seen: set[int] = set()
    while todo:
        path, shape = todo.pop(0)
        if id(shape) in seen:
            continue
        seen.add(id(shape))
        yield path, shape
        todo.insert(0, (path, shape.items))
        todo.extend(((*path, key), inner) for key, inner in shape.keys.items())
