"""A folder of forms that came back, .docx and .xlsx → a row a school; one bad file stops nobody."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from docgen.files import visible
from docgen.forms import answer, hostile
from docgen.forms.answer import Answer
from docgen.i18n import _
from docgen.problems import CannotRead, DocgenError, Place, Problem, error
from docgen.source.values import Record
from docgen.template.package import Package
from docgen.template.versions import wanted

WORD, SHEETS = (".docx", ".docm"), (".xlsx", ".xlsm")
SUFFIXES = (*WORD, *SHEETS)

Progress = Callable[[int, int], None]


class Returned(NamedTuple):
    """A form: its file, its values by dotted key (of a list the number of its entries), the problems."""

    file: str
    values: dict[str, str | int]
    problems: tuple[Problem, ...]


def collect(folder: Path, package: Package, progress: Progress) -> list[Returned]:
    """The forms in `folder`, by name. Raises `CannotRead` where there are none (FRM-008)."""
    paths = visible(folder, SUFFIXES)
    if not paths:
        hint = _("把收回的 .docx、.xlsx 填报表放进一个文件夹")
        raise CannotRead(error("FRM-008", _("这个文件夹里没有填报表"), Place(str(folder)), hint=hint))
    out = []
    for done, path in enumerate(paths, 1):
        out.append(_one(path, package))
        progress(done, len(paths))
    return out


def _one(path: Path, package: Package) -> Returned:
    try:
        found = in_form(path, package)
    except DocgenError as stopped:
        return Returned(path.name, {}, tuple(stopped.problems))
    except Exception as failure:  # whatever a damaged file makes a reader raise
        sentence = _("这份填报表读不出来（{kind}）").format(kind=type(failure).__name__)
        told = error(
            "FRM-009", sentence, Place(str(path)), excerpt=str(failure), hint=_("用原来发的空表重新填")
        )
        return Returned(path.name, {}, (told,))
    return Returned(path.name, dict(_flat(found.plan, "")), found.problems)


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
    _typed, wrong = check(layered(plan, own.defaults), own.schema)
    return Answer(plan, own, (*problems, *more, *wrong))


def _hold_to(package: Package, plan: Record, path: Path) -> None:
    """Raises `CannotRead` (FRM-005) for a workbook of another template; one that names none will do."""
    name = wanted(str(plan.get("模板") or ""))[0]
    if not name or "/" in name or name in (package.id, package.name):
        return
    sentence = _("填报表是按“{own}”做的，不是“{wanted}”").format(own=name, wanted=package.name)
    hint = _("--template 写填报表自己的模板和版本；或者让填报的人用新表重填")
    raise CannotRead(error("FRM-005", sentence, Place(str(path)), hint=hint))


def _flat(data: Record, above: str) -> Iterator[tuple[str, str | int]]:
    for key, value in data.items():
        yield from _value(f"{above}{key}", value)


def _value(key: str, value: Any) -> Iterator[tuple[str, str | int]]:
    if isinstance(value, Record):
        yield from _flat(value, f"{key}.")
    elif not isinstance(value, list):
        yield key, str(value)
    elif all(isinstance(entry, str) for entry in value):
        yield key, "\n".join(value)
    else:
        yield key, len(value)
