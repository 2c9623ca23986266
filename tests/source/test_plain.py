"""The quick reader of plans in good order gives what the parser gives, or leaves the text to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.resources import folder
from docgen.source import plain
from docgen.source.build import Builder
from docgen.source.characters import check_characters
from docgen.source.layout import check_comments, check_tabs
from docgen.source.sheet import Sheet
from docgen.source.values import Record, Row, Text

PLANS = sorted(folder("templates").glob("*/example.yaml"))

LINES = """\
a: 1
- a
- b: c
  d: e
甲:
  - x
- - y
    - z
乙: |
  正文
    更深

␣␣
# 注
# 注 # 二
丙: [1, 2]
丁: {a: 1}
a:
-␣
-
  a: 'x'
  b: "y"
戊: &i
  - 1
己: *i
- {a: b}
    k: v
\u3000
- |
a : b
    b:
      - c
a: b: c
a: b:
...
a: ~
- &i
庚: [*i]
c: 'x''y'
"k": v
e: [a, [b, {c: d}], '']
f: [8:30, 1，2]
g: [1，2]
h: {a: 1, a: 2}
i: x #y
j: x#y
k: - z
l: ［甲］
m: 全角：号
- 标题：甲
- 标题: 乙
n: &x 文
o: !t 文
p: >
q: "\\n"
r:␣
s: x␣␣
  续行
---
a: 2
f: g  # h
f:  # h
- {a: 1}
i: [ ]
- >-
t: [a,
u: {a: }
v: [1, ]
w: .5
x: null
y: "x" # z
1: 2"""


def shown(value: Any) -> Any:
    """`value` with its types and places."""
    if isinstance(value, Record):
        return value.place, [(key, value.keys_at[key], shown(inner)) for key, inner in value.items()]
    if isinstance(value, Row):
        return value.place, [shown(inner) for inner in value]
    assert type(value) is Text
    return str(value), value.place, value.lines_follow


def assert_like_the_parser(text: str) -> bool:
    """Whether the quick reader reads `text`; where it does, the parser reads the same and finds no fault."""
    sheet = Sheet("计划.yaml", text)
    record = plain.read(sheet)
    if record is None:
        return False
    built = Builder(sheet).run()
    assert built.failure is None
    assert not built.suspect
    assert not [*built.problems, *check_comments(built), *check_tabs(built)]
    assert shown(record) == shown(built.record)
    return True


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.parent.name)
def test_every_built_in_example_is_read_quickly_and_alike(path: Path) -> None:
    assert assert_like_the_parser(path.read_text(encoding="utf-8"))


@given(st.lists(st.sampled_from(LINES.replace("␣", " ").split("\n")), min_size=1, max_size=8), st.booleans())
def test_what_is_read_quickly_is_read_as_the_parser_reads_it(lines: list[str], ended: bool) -> None:
    assert_like_the_parser("\n".join(lines) + "\n" * ended)


@given(st.data())
def test_a_changed_character_is_read_as_the_parser_reads_it(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(PLANS)).read_text(encoding="utf-8").split("\n")
    first = data.draw(st.integers(0, len(lines) - 1))
    text = "\n".join(lines[:1] + lines[first : first + 12])
    at = data.draw(st.integers(0, len(text)))
    text = text[:at] + data.draw(st.sampled_from(" \n:：,，[]{}#&*!|>'\"%@`~-?.0a文　")) + text[at:]
    if not check_characters(Sheet("计划.yaml", text))[1]:
        assert_like_the_parser(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb:\n  - x\n  - {c: 'd', e: [f, 8:30]}\n",
        "a:\n- 甲\n- - 1\n  - 2\n- b: c\n  d: |\n    一\n\n      二\n  e: 三\n",
        "a: &id001\n- 1\n- 2\nb: *id001\n",
        "- a\n- [b, {}, []]\n- - c\n",
        "a:  # 注\n  b: c  # 注 # 二\n  d: [e]  # 注\n  $ref: >-\n    甲: 乙\n\n",
        "# 说明\na: x#y:z\n\n  # 另一条\nb: 'it''s'\n",
    ],
)
def test_plans_in_good_order_are_read_quickly(text: str) -> None:
    assert assert_like_the_parser(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# 只有注释\n",
        "a\n",
        "a:\n",
        "a: ~\n",
        "a: b: c\n",
        "a: b #c\n",
        "a: b # c\n",
        "a: b  #c\n",
        "a: b\u3000  # c\n",
        "a: [b] # c\n",
        "a: |  # c\n  b\n",
        "- {a: b}\n- a:c\n",
        "a:\tb\n",
        "a: 1\na: 2\n",
        "a：b\n",
        "a: ［b］\n",
        "a: 'b\n  c'\n",
        "a: >\n  b\n",
        "a: &b c\n",
        "a: &b\n- c\n",
        "a: *b\n",
        "a: !t b\n",
        "a: b\n  c\n",
        "a:\n  b\n",
        "a: [b, ]\n",
        "a: [b，c]\n",
        "a: {b}\n",
        "a: [b: c]\n",
        'a: "\\n"\n',
        "a: |\nb: c\n",
        "a: -1\n",
        "a:\n- 标题: 甲\n- 标题：乙\n",
        "a: 1\n---\nb: 2\n",
        "<<: a\n",
        "? a\n",
        "a: 1\n b: 2\n",
        "# 注 # 二\na: 1\n",
    ],
)
def test_whatever_is_odd_is_left_to_the_parser(text: str) -> None:
    assert not assert_like_the_parser(text)


def test_a_text_too_large_for_a_plan_is_left_to_the_parser() -> None:
    assert plain.read(Sheet("计划.yaml", "a: [" + "1, " * 200_000 + "1]\n")) is None
    assert plain.read(Sheet("计划.yaml", "a: &b\n- 1\nc:\n" + "- *b\n" * 30_000)) is None
    assert plain.read(Sheet("计划.yaml", "\n".join(" " * n + "a:" for n in range(30)) + " b\n")) is None
