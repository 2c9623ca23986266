"""Reading page formats: inheritance, and data → named tuples with every fault told.

A field made with `key` says the Chinese key it stands under and how its value is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from docgen.files import is_file, within
from docgen.i18n import _
from docgen.problems import CannotRead, DocgenError, Place, Problem, error
from docgen.resources import folder
from docgen.source.values import Record, place_of

STANDARD = "gbt9704"
PARENT = "继承"
SIZES = {
    "初号": 42, "小初": 36, "1号": 26, "小一": 24, "2号": 22, "小二": 18, "3号": 16, "小三": 15,
    "4号": 14, "小四": 12, "5号": 10.5, "小五": 9, "6号": 7.5, "小六": 6.5,
    "一号": 26, "二号": 22, "三号": 16, "四号": 14, "五号": 10.5, "六号": 7.5,
}  # fmt: skip
SAME_AS_CHINESE = "同中文"
YES, NO = ("是", "true", "yes"), ("否", "false", "no")
LIKE = 0.4  # of 1: how near a key has to be to be what was meant
PLACES = ("外侧", "居中", "右侧")

Made = TypeVar("Made")


class Key(NamedTuple):
    """Where the value of a field stands, and how it is read: see `key`."""

    name: str
    read: Any


def key(name: str, read: Any) -> Any:
    """A field that stands under the key `name`; `read` is a named tuple of such fields or a function
    from the value, which raises `ValueError` with what it expects."""
    return Key(name, read)


def text(value: object) -> str:
    """A text on one line."""
    if not isinstance(value, (str, int, float)) or "\n" in str(value).strip():
        raise ValueError(_("一行文字"))
    return str(value).strip()


def face(value: object) -> str:
    """The name of a face."""
    name = text(value)
    if not name or any(mark in name for mark in '<>&";,'):
        raise ValueError(_("字体的名称，如 仿宋_GB2312"))
    return name


def latin(value: object) -> str:
    """The name of a face, or 同中文 (empty)."""
    name = face(value)
    return "" if name == SAME_AS_CHINESE else name


def length(value: object) -> float:
    """A number that is not negative."""
    try:
        number = float(text(value))
    except ValueError:
        number = -1.0
    if not 0 <= number < 1000:
        raise ValueError(_("不小于0的数，不写单位，如 28 或 28.5"))
    return number


def count(value: object) -> int:
    """A whole number, 0 or more."""
    number = text(value) if isinstance(value, (str, int)) else ""
    if not (number.isascii() and number.isdigit() and int(number) < 1000):
        raise ValueError(_("不小于0的整数，如 22"))
    return int(number)


def some(value: object) -> int:
    """A whole number, 1 or more."""
    try:
        number = count(value)
    except ValueError:
        number = 0
    if not number:
        raise ValueError(_("不小于1的整数，如 22"))
    return number


def size(value: object) -> float:
    """The size of a type in pt, from its Chinese name or a number; Word knows half points."""
    name = text(value)
    try:
        points = float(SIZES.get(name, 0) or name.removesuffix("磅"))
    except ValueError:
        points = 0.0
    if not 5 <= points <= 200 or points * 2 != int(points * 2):
        raise ValueError(_("字号，如 3号、小四，或磅数，如 16、10.5"))
    return points


def color(value: object) -> str:
    """A colour as six hexadecimal digits."""
    digits = text(value).upper()
    if len(digits) != 6 or digits.strip("0123456789ABCDEF"):
        raise ValueError(_("六位十六进制的颜色，如 FF0000"))
    return digits


def switch(value: object) -> bool:
    """是 or 否."""
    word = str(value).strip().lower()
    if word not in YES + NO:
        raise ValueError(_("是 或者 否"))
    return word in YES


def place(value: object) -> str:
    """Where page numbers stand."""
    word = text(value)
    if word not in PLACES:
        raise ValueError(_(" 或者 ").join(PLACES))
    return word


def pattern(value: object) -> str:
    """A text with one {} in it."""
    form = text(value)
    if form.count("{}") != 1 or form.count("{") != 1:
        raise ValueError(_("带一个 {mark} 的文字，如 — {mark} —").format(mark="{}"))
    return form


def faces(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each face the names of those that may stand in for it."""
    if not isinstance(value, Mapping) or not all(isinstance(row, list) for row in value.values()):
        raise ValueError(_("每个字体一行，如 仿宋_GB2312: [仿宋, 华文仿宋]"))
    return tuple((face(name), tuple(map(face, row))) for name, row in value.items())


@lru_cache(maxsize=1)
def built_in() -> tuple[str, ...]:
    """The names of the built-in formats."""
    return tuple(sorted(path.stem for path in (folder("data") / "formats").glob("*.yaml")))


def inherited(
    choice: str | Mapping[str, Any], base: Path | None, problems: list[Problem], seen: tuple[Path, ...] = ()
) -> Record:
    """The data of `choice` laid over that of the formats it inherits, the standard at the bottom."""
    if isinstance(choice, Mapping):
        data, here = choice, base
    else:
        path = _find(choice, base)
        if path in seen:
            raise DocgenError(_circle(choice))
        data, here, seen = _load(path, problems), path.parent, (*seen, path)
    standard = folder("data") / "formats" / f"{STANDARD}.yaml"
    if seen and seen[-1] == standard:
        return _laid_over(Record(), data)
    return _laid_over(inherited(str(data.get(PARENT, STANDARD)), here, problems, seen), data)


def _find(choice: str, base: Path | None) -> Path:
    if choice in built_in():
        return folder("data") / "formats" / f"{choice}.yaml"
    path = within(base or Path(), choice, place_of(choice))
    if is_file(path):
        return path.resolve()
    raise CannotRead(
        error(
            "PGF-003",
            _("找不到格式“{name}”").format(name=choice),
            place_of(choice),
            excerpt=str(choice),
            hint=_("写内置格式的名称（{names}），或者旁边的格式文件").format(names=_("、").join(built_in())),
        )
    )


def _load(path: Path, problems: list[Problem]) -> Mapping[str, Any]:
    from docgen.source.load import load

    data, found = load(path)
    problems += found
    return data


def _circle(choice: str) -> Problem:
    return error(
        "PGF-004",
        _("格式“{name}”绕一圈继承了它自己").format(name=choice),
        place_of(choice),
        hint=_("检查各个格式文件的“继承”，最上面的一个应当继承 {name}").format(name=STANDARD),
    )


def _laid_over(parent: Mapping[str, Any], child: Mapping[str, Any]) -> Record:
    """A new record: the values of `child` in place of those of `parent`, mappings merged key by key."""
    made = Record(place_of(child) or place_of(parent))
    for source in (parent, child):
        made.keys_at.update(getattr(source, "keys_at", {}))
    for name in {**parent, **child}:
        below, above = parent.get(name), child.get(name, parent.get(name))
        both = isinstance(below, Mapping) and isinstance(above, Mapping) and name in child
        made[name] = _laid_over(below or {}, above) if both else above
    made.pop(PARENT, None)
    return made


def instance(
    shape: type[Made], data: Mapping[str, Any], problems: list[Problem], at: str = ""
) -> Made | None:
    """A `shape` from `data`, or None; what is wrong is added to `problems`. `at` is the key `data` is
    under."""
    known = {key.name: (field, key.read) for field, key in _fields(shape).items()}
    before = len(problems)
    problems += [_unknown(name, known, data, at) for name in data if name not in known]
    values = {field: _value(read, name, data, problems, at) for name, (field, read) in known.items()}
    return shape(**values) if len(problems) == before else None


def _fields(shape: Any) -> Mapping[str, Key]:
    """The fields of a named tuple whose defaults are made with `key`."""
    fields: Mapping[str, Key] = shape._field_defaults
    return fields


def _value(read: Any, name: str, data: Mapping[str, Any], problems: list[Problem], at: str) -> Any:
    path = f"{at}.{name}" if at else name
    value = data.get(name)
    try:
        if isinstance(read, type):
            if not isinstance(value, Mapping):
                raise ValueError(_("若干项，如 {example}").format(example=_example(read)))
            return instance(read, value, problems, path)
        if value is None:
            raise ValueError(_("一个值，不能空着"))
        return read(value)
    except ValueError as fault:
        problems.append(_wrong(path, value, fault, place_of(value) or _key_place(data, name)))
        return None


def _example(shape: Any) -> str:
    first = next(iter(_fields(shape).values())).name
    return f"{{{first}: …}}"


def _wrong(path: str, value: object, fault: ValueError, at: Place | None) -> Problem:
    return error(
        "PGF-002",
        _("格式的“{key}”写得不对").format(key=path),
        at,
        excerpt="" if value is None else str(value),
        hint=_("这里要写{expected}").format(expected=fault),
    )


def _unknown(name: str, known: Mapping[str, Any], data: Mapping[str, Any], at: str) -> Problem:
    near = _near(str(name), known)
    hint = (
        _("是不是{near}？").format(near=_("或者").join(_("“{key}”").format(key=key) for key in near))
        if near
        else _("可以写的有：{keys}").format(keys=_("、").join(known))
    )
    where = _("格式的“{at}”里").format(at=at) if at else _("格式里")
    return error(
        "PGF-001",
        _("{where}没有“{key}”这一项").format(where=where, key=name),
        _key_place(data, name),
        excerpt=str(name),
        hint=hint,
    )


def _near(name: str, known: Iterable[str]) -> list[str]:
    """The keys most like `name`, all that are equally near, in their order; none where none is like it."""
    from difflib import SequenceMatcher

    nearness = {key: SequenceMatcher(None, name, key).ratio() for key in known}
    best = max(nearness.values(), default=0.0)
    return [key for key, ratio in nearness.items() if ratio == best] if best >= LIKE else []


def _key_place(data: Mapping[str, Any], name: str) -> Place | None:
    places: Mapping[str, Place] = getattr(data, "keys_at", {})
    return places.get(name) or place_of(data)
