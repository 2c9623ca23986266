"""The words and hints of the sentences: kinds of values, what was meant, how to write it."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from docgen.dates import in_figures, of_serial
from docgen.i18n import _
from docgen.problems import shorten
from docgen.schema import suggest
from docgen.schema.shape import Shape
from docgen.schema.suggest import Levels

EXCERPT = 20
MONTH_DAY = re.compile(r"\d{1,2}月\d{1,2}日")
MONTH = re.compile(r"\d{4}年\d{1,2}月")

KINDS: dict[str, Callable[[], str]] = {
    "text": lambda: _("文字"),
    "day or text": lambda: _("文字"),
    "number": lambda: _("数字"),
    "integer": lambda: _("整数"),
    "boolean": lambda: _("“是”或“否”"),
    "day": lambda: _("日期"),
    "list": lambda: _("列表"),
    "mapping": lambda: _("对照表"),
}
"""What a value may be, in the order in which it is said."""

NEEDLESS = frozenset({"number", "integer", "boolean", "day", "day or text"})

HOW_TO: dict[str, Callable[[], str]] = {
    "list": lambda: _("换行，每项一行，以“- ”开头"),
    "mapping": lambda: _("换行缩进，每行写“键: 内容”"),
    "day": lambda: _("写成 2026-09-01 或 2026年9月1日"),
    "number": lambda: _("只写数字，不带单位，如 1200 或 99.5"),
    "integer": lambda: _("只写整数，如 3"),
    "boolean": lambda: _("写“是”或“否”"),
    "text": lambda: _("写成一段文字"),
}
"""How each kind is written, in the order in which it is advised."""


def kinds(shape: Shape) -> str:
    """文字或列表: all that a value may be; where a text may stand, a number may too, unsaid."""
    wants = shape.wants - NEEDLESS if "text" in shape.wants else shape.wants
    names = [KINDS[want]() for want in KINDS if want in wants]
    return _("或").join(dict.fromkeys(names)) or _("别的内容")


def kind_of(value: Any) -> str:
    """What a value is."""
    if isinstance(value, bool):
        return KINDS["boolean"]()
    if isinstance(value, (int, float)):
        return KINDS["number"]()
    if isinstance(value, Mapping):
        return KINDS["mapping"]()
    return KINDS["list"]() if isinstance(value, (list, tuple)) else KINDS["text"]()


def said(value: Any) -> str:
    """A value in a sentence, short."""
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, (Mapping, list, tuple)):
        return kind_of(value)
    return shorten(str(value), EXCERPT)


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    near = suggest.nearest(word, choices)
    return _("您是不是要写“{near}”？").format(near=near) if near else ""


def unknown_key(key: str, here: Shape, levels: Levels, record: Any) -> str:
    """A slip of a key, its other name, its right level, or else all keys there are."""
    near = suggest.meant_key(key, here, levels, record)
    if near:
        return _("您是不是要写“{near}”？").format(near=near)
    if key in levels:
        return _other_level(key, levels[key])
    free = [known for known in here.keys if known not in record]
    return _("这里可以写：{keys}").format(keys=suggest.listing(free)) if free else ""


def missing(key: str, wanted: Shape) -> str:
    """How the missing key is written, with the schema's example where it has one."""
    return _("补上一行“{key}: {value}”").format(key=key, value=next(_examples(wanted), "……"))


def example(wanted: Shape) -> str:
    """例如：第一学期; empty without an example that fits on a line."""
    shown = next(_examples(wanted), "")
    return _("例如：{value}").format(value=shown) if shown else ""


def mended(value: Any, node: Mapping[str, Any]) -> str:
    """写成“某教发〔2026〕3号”: what a text was meant to be that a pattern refuses; empty where the
    schema names nobody who can tell (改正)."""
    if "改正" not in node:
        return ""
    from jsonschema_rs import is_valid

    from docgen.schema.mend import MENDERS

    # Not by Python's own expressions: those of a stranger's template could take for ever.
    text = MENDERS[node["改正"]](str(value))
    fits = text and is_valid({"pattern": node["pattern"]}, text)
    return _("写成“{text}”").format(text=text) if fits else ""


def advice(wanted: Shape) -> str:
    """An example, or else what the schema says about the value."""
    described = (node["description"] for node in wanted.nodes if "description" in node)
    return example(wanted) or next(described, "")


def _examples(wanted: Shape) -> Iterator[str]:
    values = (value for node in wanted.nodes for value in node.get("examples", ()))
    return (str(value) for value in values if isinstance(value, (str, int, float)))


def one_of(choices: list[str]) -> str:
    """“甲”或“乙”; “甲”“乙”“丙”之一."""
    quoted = [f"“{choice}”" for choice in choices]
    return _("或").join(quoted) if len(quoted) < 3 else _("{choices}之一").format(choices="".join(quoted))


def wrong_type(value: Any, wanted: Shape) -> str:
    """A text where keys are asked for may hide its colon; else how the wanted kind is written."""
    hidden = _hidden_key(value, wanted)
    if hidden:
        return _("“{key}”后面要用半角冒号加一个空格，写成“{key}: ”").format(key=hidden)
    if "mapping" in wanted.wants and wanted.keys and "list" not in wanted.wants:
        return _("换行缩进，每行写“键: 内容”，可以写：{keys}").format(keys=suggest.listing(wanted.keys))
    wants = wanted.wants - NEEDLESS if "text" in wanted.wants else wanted.wants
    return next((way() for want, way in HOW_TO.items() if want in wants), "") or advice(wanted)


def unreadable(value: str, kind: str) -> str:
    """How a text that is not of the `kind` asked for is written: with its own number where it holds one, a
    day that lacks a part as a whole one."""
    if kind == "day":
        return _whole_day("".join(value.split()).replace("号", "日")) or HOW_TO[kind]()
    number = _number_in(value) if kind in ("number", "integer") else ""
    return _("只写数字：{number}").format(number=number) if number else HOW_TO[kind]()


def _number_in(value: str) -> str:
    """The number that a text holds beside other words (318人 → 318); empty where there is not just one, or a
    word makes another one of it (3百多)."""
    text = unicodedata.normalize("NFKC", value)
    found = re.findall(r"\d[\d,]*(?:\.\d+)?", text)
    return found[0].strip(",") if len(found) == 1 and not re.search("[十百千万亿点几多-]", text) else ""


def _whole_day(written: str) -> str:
    """What a day lacks, with an example; empty where it is no day at all."""
    if MONTH_DAY.fullmatch(written):
        return _("补上年份，如 {day}").format(day=f"2026年{written}")
    if MONTH.fullmatch(written):
        return _("补上是哪一天，如 {day}").format(day=f"{written}1日")
    if counted := of_serial(written):
        return _("这是表格里日期的序号，写成“{day}”；单元格的格式先改成文本").format(day=counted)
    return ""


def no_such_day(value: str) -> str:
    """What is wrong with a day that the calendar does not have."""
    year, month, *_rest = (int(part) for part in re.findall(r"\d+", in_figures(value)))
    if not 1 <= month <= 12:
        return _("月份是1到12")
    if year < 1:
        return _("年份要写四位数字，如 2026")
    last = monthrange(year, month)[1]
    return _("{year}年{month}月是1日到{last}日").format(year=year, month=month, last=last)


def _hidden_key(value: Any, wanted: Shape) -> str:
    if not isinstance(value, str):
        return ""
    known = {**wanted.keys, **wanted.items.keys}
    head = re.split("[：:]", value, maxsplit=1)[0].strip()
    return head if head != value.strip() and head in known else ""


def _other_level(key: str, above: Sequence[tuple[str, ...]]) -> str:
    if () in above:
        return _("“{key}”要写在最外层，顶格写").format(key=key)
    parents = [_("的").join(_("“{key}”").format(key=parent) for parent in path) for path in above]
    shown = "".join(parents[:3]) + (_("等") if len(parents) > 3 else "")
    return _("“{key}”要写在{parents}里面，检查这一行的缩进").format(key=key, parents=shown)
