"""A folder of forms that came back, .docx and .xlsx → a row a school; one bad file stops nobody."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from docgen.files import visible
from docgen.forms import answer, hostile
from docgen.forms.answer import Answer
from docgen.forms.unread import unread
from docgen.i18n import _
from docgen.problems import CannotRead, DocgenError, Place, Problem, error, warning
from docgen.source.values import Day, Number, Record
from docgen.template.package import Package
from docgen.template.versions import same, wanted

WORD, SHEETS = (".docx", ".docm"), (".xlsx", ".xlsm")
SUFFIXES = (*WORD, *SHEETS)

Progress = Callable[[int, int], None]


Value = str | int | float
Values = dict[str, Value]


class Returned(NamedTuple):
    """A form: its file, its values by dotted key (of a list the number of its entries), the entries of its
    lists in the same way, the problems."""

    file: str
    values: Values
    lists: dict[str, list[Values]]
    problems: tuple[Problem, ...]

    @property
    def organ(self) -> str:
        """Whose form it is, empty where it does not say."""
        return str(self.values.get("单位", ""))


def collect(folder: Path, package: Package, progress: Progress) -> list[Returned]:
    """The forms in `folder`, by name, then the files that are none (FRM-013). Raises `CannotRead` where there
    are no forms (FRM-008)."""
    paths = visible(folder, SUFFIXES)
    others = [Returned(name, {}, {}, (told,)) for name, told in unread(folder, paths)]
    if not (paths or others):
        hint = _("把收回的 .docx、.xlsx 填报表放进一个文件夹")
        raise CannotRead(error("FRM-008", _("这个文件夹里没有填报表"), Place(str(folder)), hint=hint))
    out = []
    for done, path in enumerate(paths, 1):
        out.append(_one(path, package))
        progress(done, len(paths))
    return [*_with_twins(out), *others]


def _with_twins(forms: Sequence[Returned]) -> Iterator[Returned]:
    """The forms; those of one school are told (FRM-012)."""
    for one in forms:
        same = [other for other in forms if one.organ and other.organ == one.organ]
        yield one._replace(problems=(*one.problems, _twins(one, same))) if len(same) > 1 else one


def _twins(one: Returned, same: Sequence[Returned]) -> Problem:
    files = "、".join(other.file for other in same)
    if all((other.values, other.lists) == (one.values, one.lists) for other in same):
        sentence = _("“{name}”交了{count}份一样的填报表：{files}")
        tell, hint = warning, _("只留一份")
    else:
        sentence = _("“{name}”交了{count}份内容不同的填报表：{files}")
        tell, hint = error, _("问清以哪一份为准，把别的移出文件夹")
    return tell("FRM-012", sentence.format(name=one.organ, count=len(same), files=files), hint=hint)


def _one(path: Path, package: Package) -> Returned:
    try:
        found = in_form(path, package)
    except DocgenError as stopped:
        return Returned(path.name, {}, {}, tuple(stopped.problems))
    except Exception as failure:  # whatever a damaged file makes a reader raise
        sentence = _("这份填报表读不出来（{kind}）").format(kind=type(failure).__name__)
        told = error(
            "FRM-009", sentence, Place(str(path)), excerpt=str(failure), hint=_("用原来发的空表重新填")
        )
        return Returned(path.name, {}, {}, (told,))
    given = {key: value for key, value in found.typed.items() if key in found.plan}
    lists = {
        key: [dict(_flat(entry, "")) for entry in value if isinstance(entry, Record)]
        for key, value in given.items()
        if isinstance(value, list) and any(isinstance(entry, Record) for entry in value)
    }
    return Returned(path.name, dict(_flat(given, "")), lists, found.problems)


def in_form(path: Path, package: Package | None, near: Path | None = None) -> Answer:
    """The plan in a form, .docx or workbook; `package` is the template it must answer, where one is asked
    for, else its own, looked for near `near`. Raises `DocgenError` where it is no form, hostile, or of
    another template (FRM-005), and whatever a damaged file makes a reader raise."""
    if path.suffix.lower() in WORD:
        return answer.read(path, package, near)
    from docgen.pipeline import package_of
    from docgen.plan_file import read
    from docgen.schema.check import check
    from docgen.sheets.fill import filled
    from docgen.source.layered import layered

    plan, folder, problems = read(path)  # which refuses what would unpack to too much
    with zipfile.ZipFile(path) as archive:
        hostile.refuse(archive, str(path))
    own = package or package_of(plan, near or folder, None)
    _hold_to(own, plan, path)
    plan, more = filled(plan, own.schema.shape, folder)
    typed, wrong = check(layered(plan, own.defaults), own.schema)
    return Answer(plan, own, (*problems, *more, *wrong), typed)


def _hold_to(package: Package, plan: Record, path: Path) -> None:
    """Raises `CannotRead` (FRM-005) for a workbook of another template or another version of it; one that
    names none will do."""
    said = str(plan.get("模板") or "")
    name, version = wanted(said)
    if not name or "/" in name:
        return
    if name in (package.id, package.name) and (not version or same(version, package.version)):
        return
    sentence = _("填报表是按“{own}”做的，不是“{wanted}”").format(
        own=said, wanted=f"{package.name}@{package.version}"
    )
    hint = _("--template 写填报表自己的模板和版本；或者让填报的人用新表重填")
    raise CannotRead(error("FRM-005", sentence, Place(str(path)), hint=hint))


def _flat(data: Mapping[str, Any], above: str) -> Iterator[tuple[str, Value]]:
    for key, value in data.items():
        yield from _value(f"{above}{key}", value)


def _value(key: str, value: Any) -> Iterator[tuple[str, Value]]:
    if isinstance(value, Record):
        yield from _flat(value, f"{key}.")
    elif not isinstance(value, list):
        yield key, _single(value)
    elif all(isinstance(entry, str) for entry in value):
        yield key, "\n".join(value)
    else:
        yield key, len(value)


def _single(value: Any) -> Value:
    """A value as it stands in a cell: numbers to reckon with, days all alike."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Number):
        amount = value.amount
        return int(amount) if amount == int(amount) else float(amount)
    return value.date.isoformat() if isinstance(value, Day) else str(value)
