"""What a form has: which values, lists and texts of a template go to which sheet, filled with its example.

The sample plan of a template lies in its form as it lies in its starter, so that a form builds as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from docgen.schema.shape import Shape
from docgen.sheets import flat, groups, outline
from docgen.sheets.fill import is_group, is_prose, takes_rows
from docgen.sheets.flat import Line, Unfit
from docgen.sheets.outline_rows import Matrix, Writer
from docgen.source.values import Record, as_list

TEMPLATE = "模板"
NOT_ASKED = ("版式", "格式", "印发", "放假安排", "编号")
"""Single values that a form does not offer: they are for those who know what they want."""

NAMES_A_SHEET = re.compile(r"[^\[\]:*?/\\#.]{1,27}")
"""What a spreadsheet takes for the name of a sheet, with room for a number behind it."""


class Field(NamedTuple):
    """A value to fill in: what it is called, what stands there, and what may."""

    name: str
    value: str
    hint: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    kind: str = ""


class Grid(NamedTuple):
    """A sheet of rows: its columns (each a `Field` without a value) and its rows."""

    name: str
    columns: tuple[Field, ...]
    rows: tuple[Line, ...]


class Form(NamedTuple):
    """A form: single values, those that need not be filled in, lists, the outline, its tables."""

    fields: tuple[Field, ...]
    further: tuple[Field, ...]
    grids: tuple[Grid, ...]
    tables: Mapping[str, Matrix]


def form(shape: Shape, plan: Record, required: tuple[str, ...]) -> Form:
    """The form for plans of `shape`, filled with the values of `plan`; `required` are the keys of the
    top that a plan cannot do without."""
    writer = Writer()
    fields: list[Field] = []
    grids: list[Grid] = []
    texts: list[Line] = []
    for key, value in plan.items():
        wanted = shape.keys.get(key)
        if wanted is None:
            fields += _paths(key, value)
            continue
        try:
            if is_prose(wanted) or _is_sections(wanted):
                texts += [{outline.PART: key, **line} for line in writer.rows(value)]
            elif (
                NAMES_A_SHEET.fullmatch(key)
                and takes_rows(wanted)
                and (isinstance(value, list) or is_group(wanted))
            ):
                grids += _grids(key, value, wanted, writer)
            else:
                fields += _fields(key, value, wanted, key in required)
        except Unfit:
            fields += _paths(key, value)
    if texts:
        grids.insert(0, _grid("正文", outline_fields(), texts))
    return Form(tuple(fields), tuple(_further(shape, plan)), tuple(grids), writer.tables)


def field(name: str, shape: Shape, required: bool, value: str = "") -> Field:
    """The field of a key: its hint, its choices, what kind of value it takes."""
    choices = tuple(str(one) for node in shape.nodes for one in node.get("enum", ()))
    kind = "day" if shape.wants == {"day"} else "day or text" if "day or text" in shape.wants else ""
    if "boolean" in shape.wants and "text" not in shape.wants:
        choices = ("是", "否")
    elif shape.wants and shape.wants <= {"number", "integer"}:
        kind = "number"
    return Field(name, value, _hint(shape), required, choices, kind)


def _is_sections(shape: Shape) -> bool:
    return "小节" in shape.items.keys


def _hint(shape: Shape) -> str:
    said = next((node["description"] for node in shape.nodes if "description" in node), "")
    shown = (one for node in shape.nodes for one in node.get("examples", ()))
    example = next((str(one) for one in shown if isinstance(one, (str, int, float))), "")
    return said + f"例如：{example}" if example and example not in said else str(said)


def _fields(key: str, value: Any, shape: Shape, required: bool) -> Iterator[Field]:
    """A single value; of a mapping (落款) a field each, also of those it does not have."""
    if not isinstance(value, Record):
        yield field(key, shape, required, flat.one_or_more(value))
        return
    for inner, below in value.items():
        if inner not in shape.keys:
            raise Unfit
        if not _is_single(shape.keys[inner], below):
            yield from _paths(f"{key}.{inner}", below)
    for inner, wanted in shape.keys.items():
        if _is_single(wanted, value.get(inner, "")) and (inner in value or _is_plain(wanted)):
            text = flat.one_or_more(value[inner]) if inner in value else ""
            yield field(f"{key}.{inner}", wanted, False, text)


def _is_single(_shape: Shape, value: Any) -> bool:
    try:
        flat.one_or_more(value)
    except Unfit:
        return False
    return True


def _is_plain(shape: Shape) -> bool:
    return not shape.keys and not shape.items.keys


def _paths(key: str, value: Any) -> list[Field]:
    return [Field(name, text) for name, text in flat.paths(key, value)]


def _further(shape: Shape, plan: Record) -> Iterator[Field]:
    """The single values that the sample does not have."""
    for key, wanted in shape.keys.items():
        if key not in plan and key not in NOT_ASKED and _is_plain(wanted) and wanted.takes_scalars():
            yield field(key, wanted, False)


def _grids(key: str, value: Any, shape: Shape, writer: Writer) -> Iterator[Grid]:
    if is_group(shape):
        lines = flat.people(value)
        names = (groups.GROUP, groups.ROLE, groups.NAME, groups.POST)
        yield _grid(key, [Field(name, "", required=name == groups.ROLE) for name in names], lines)
        return
    entries = as_list(value)
    texts: list[Grid] = []
    lines = []
    for number, entry in enumerate(entries, 1):
        lines += flat.rows([_with_text_apart(entry, shape, f"{key}{number}", writer, texts)], _first(shape))
    columns = [field(name, wanted, name in _required(shape.items)) for name, wanted in _columns(shape.items)]
    yield _grid(key, columns, lines)
    yield from texts


def _with_text_apart(entry: Any, shape: Shape, name: str, writer: Writer, texts: list[Grid]) -> Any:
    """An entry (附件) whose prose went to a sheet of its own, which it names."""
    if not isinstance(entry, Record):
        return entry
    own = Record()
    for key, value in entry.items():
        wanted = shape.items.keys.get(key)
        if wanted is not None and is_prose(wanted):
            texts.append(_grid(name, outline_fields()[1:], writer.rows(value)))
            own[key] = f"#{name}"
        else:
            own[key] = value
    return own


def _columns(shape: Shape) -> Iterator[tuple[str, Shape]]:
    """The keys of an entry that lie in a column; those within a mapping come by need."""
    for key, wanted in shape.keys.items():
        if wanted.takes_scalars() or is_prose(wanted):
            yield key, wanted


def _first(shape: Shape) -> str:
    return next((key for key in _required(shape.items)), next(iter(shape.items.keys)))


def _required(shape: Shape) -> list[str]:
    return [key for node in shape.nodes for key in node.get("required", ())]


def outline_fields() -> list[Field]:
    """The columns of an outline that are always there."""
    depths = tuple(str(number) for number in range(1, 6))
    return [
        Field(outline.PART, "", "属于计划的哪一部分；空着就和上一行相同。", True),
        Field(outline.KIND, "", "这一行是什么；标题不写序号。", True, outline.KINDS),
        Field(outline.DEPTH, "", "第几层，最外面是1；空着就接在上一个标题下面。", False, depths),
        Field(outline.WORDS, "", "标题、段落或者条目的文字；表格写表题。", True),
        Field(outline.DUTY, "", "责任单位，一行一个；分牵头和配合时，写在“责任.牵头”“责任.配合”两列。"),
        Field("时限", "", "完成的时限，如 2026年10月、长期。"),
        Field("代号", "", "供文中用《见:代号》引用的名字。"),
    ]


def _grid(name: str, columns: list[Field], lines: list[Line]) -> Grid:
    """A sheet with the columns given and those that its rows have beside them; a column that only
    holds keys within it (目标.2026) is left out."""
    used = list(dict.fromkeys(key for line in lines for key in line))
    kept = [
        one for one in columns if one.name in used or not any(key.startswith(f"{one.name}.") for key in used)
    ]
    out: list[Field] = []
    for one in columns:
        out += [one] if one in kept else []
        out += [one._replace(name=key) for key in used if key.startswith(f"{one.name}.")]
    named = {one.name for one in out}
    return Grid(name, (*out, *(Field(key, "") for key in used if key not in named)), tuple(lines))
