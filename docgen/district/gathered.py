"""A folder of plans (.yaml) and forms that came back (.docx, .xlsx) → the plans that can be put together,
and what was left out and why. One bad file stops nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from docgen import terms
from docgen.files import visible
from docgen.forms.collected import SUFFIXES as FORMS
from docgen.forms.collected import Progress, in_form
from docgen.forms.unread import unread
from docgen.i18n import _
from docgen.plan_file import DEFAULTS
from docgen.problems import CannotRead, DocgenError, Place, Problem, error, has_errors, warning
from docgen.source.values import Record
from docgen.template.package import Package

PLANS = (".yaml", ".yml")


class School(NamedTuple):
    """A plan that counts: whose it is (单位), the file it came from, the plan as its schema typed it, its
    folder, and the span of time it is about (2027年; empty where it names none)."""

    name: str
    file: str
    plan: Record
    folder: Path
    period: str


class LeftOut(NamedTuple):
    """A file that does not count, whose it is where that is known, and the reason."""

    file: str
    name: str
    reason: str


class Gathered(NamedTuple):
    """The plans that count, in the order of their files; the files left out; all problems."""

    schools: tuple[School, ...]
    left_out: tuple[LeftOut, ...]
    problems: tuple[Problem, ...]

    @property
    def period(self) -> str:
        """The span of time all plans are about."""
        return self.schools[0].period if self.schools else ""


def gather(folder: Path, package: Package | None, near: Path, progress: Progress) -> Gathered:
    """The plans in `folder`; `package` is the template they all have to follow, where one is asked for,
    else each names its own, looked for beside it and `near`. Raises `CannotRead` where there is no plan
    (DST-001)."""
    paths = _files(folder)
    read: list[School] = []
    left: list[LeftOut] = []
    problems: list[Problem] = []
    for done, path in enumerate(paths, 1):
        found, told = _one(path, package, near)
        problems += told
        if isinstance(found, School):
            read.append(found)
        else:
            left.append(found)
        progress(done, len(paths))
    for name, one in unread(folder, paths):
        left.append(LeftOut(name, "", one.message))
        problems.append(one)
    for part in (_without_twins, _of_one_period):
        read, found_left, told = part(read)
        left += found_left
        problems += told
    return Gathered(tuple(read), tuple(left), tuple(problems))


def _files(folder: Path) -> list[Path]:
    found = [path for path in visible(folder, (*PLANS, *FORMS)) if path.name != DEFAULTS]
    if not found:
        hint = _("把各单位的计划（.yaml）或收回的填报表（.docx、.xlsx）放进一个文件夹")
        raise CannotRead(error("DST-001", _("这个文件夹里没有计划"), Place(str(folder)), hint=hint))
    return found


def _one(path: Path, package: Package | None, near: Path) -> tuple[School | LeftOut, list[Problem]]:
    try:
        plan, problems = _read(path, package, near)
    except DocgenError as stopped:
        return LeftOut(path.name, "", stopped.problems[0].message), stopped.problems
    except Exception as failure:  # whatever a damaged file makes a reader raise
        sentence = _("这份文件读不出来（{kind}）").format(kind=type(failure).__name__)
        told = error("DST-002", sentence, Place(str(path)), excerpt=str(failure))
        return LeftOut(path.name, "", sentence), [told]
    name = " ".join(str(plan.get("单位") or "").split())
    if not name or name == terms.BLANK:
        sentence, hint = _("没有写单位，不知道是谁的计划"), _("补上“单位”")
        return LeftOut(path.name, "", sentence), [
            *problems,
            error("DST-003", sentence, Place(str(path)), hint=hint),
        ]
    return School(name, path.name, plan, path.parent, _period(plan)), problems


def _read(path: Path, package: Package | None, near: Path) -> tuple[Record, list[Problem]]:
    """The plan in a file, as its schema types it, and what is wrong with it."""
    from docgen.schema.check import check
    from docgen.source.layered import layered

    if path.suffix.lower() not in PLANS:
        form = in_form(path, package, near)
        package, plan, problems = form.package, form.plan, list(form.problems)
        return check(layered(plan, package.defaults), package.schema)[0], problems
    return _of_plan(path, package, near)


def _of_plan(path: Path, package: Package | None, near: Path) -> tuple[Record, list[Problem]]:
    from docgen.plan_file import read
    from docgen.schema.check import check
    from docgen.sheets.asked import asks
    from docgen.source.layered import layered

    plan, folder, problems = read(path)
    if has_errors(problems):
        raise DocgenError(problems)
    own = _template_of(plan, folder, near)
    if package is not None and own.id != package.id:
        sentence = _("这份计划用的模板是“{own}”，不是“{wanted}”").format(own=own.name, wanted=package.name)
        raise DocgenError(error("DST-004", sentence, plan.keys_at.get("模板") or Place(str(path))))
    if asks(plan):
        from docgen.sheets.fill import filled

        plan, more = filled(plan, own.schema.shape, folder)
        problems += more
    typed, wrong = check(layered(plan, own.defaults), own.schema)
    return typed, [*problems, *wrong]


def _template_of(plan: Record, folder: Path, near: Path) -> Package:
    from docgen.pipeline import package_of

    try:
        return package_of(plan, folder, None)
    except DocgenError:
        if folder.resolve() == near.resolve():
            raise
        return package_of(plan, near, None)


def _period(plan: Record) -> str:
    try:
        return terms.period(plan)
    except DocgenError:  # told by the schema already
        return ""


Parted = tuple[list[School], list[LeftOut], list[Problem]]


def _without_twins(schools: Sequence[School]) -> Parted:
    """Plans of one school: counted once where they say the same, not at all where they differ, for nobody
    but the school knows which one counts."""
    counts = Counter(school.name for school in schools)
    kept: list[School] = []
    left: list[LeftOut] = []
    problems: list[Problem] = []
    for name in counts:
        same = [school for school in schools if school.name == name]
        if len(same) == 1 or all(one.plan == same[0].plan for one in same):
            kept.append(same[0])
            left += [
                LeftOut(one.file, name, _("与“{file}”相同").format(file=same[0].file)) for one in same[1:]
            ]
            continue
        files = "、".join(one.file for one in same)
        left += [LeftOut(one.file, name, _("同一单位报了几份，内容不同")) for one in same]
        sentence = _("“{name}”报了{count}份内容不同的计划，都没有列入：{files}")
        hint = _("问清以哪一份为准，把别的移出文件夹，再汇总一次")
        text = sentence.format(name=name, count=len(same), files=files)
        problems.append(error("DST-005", text, Place(same[0].file), hint=hint))
    return kept, left, problems


def _of_one_period(schools: Sequence[School]) -> Parted:
    """The plans of the span of time that most are about; the others are not put together with them."""
    counts = Counter(school.period for school in schools)
    if len(counts) < 2:
        return list(schools), [], []
    common = max(counts, key=lambda period: (counts[period], period))
    others = [school for school in schools if school.period != common]
    left = [LeftOut(one.file, one.name, _about(one, common)) for one in others]
    hint = _("改正计划的年度、学年或学期，或者分开汇总")
    problems = [
        warning(
            "DST-006", _about(one, common), one.plan.place or Place(one.file), excerpt=one.name, hint=hint
        )
        for one in others
    ]
    return [school for school in schools if school.period == common], left, problems


def _about(school: School, common: str) -> str:
    if not school.period:
        return _("计划没有写年度、学年或学期，多数是{common}的").format(common=common)
    return _("计划是{own}的，多数是{common}的").format(own=school.period, common=common or _("没有写时间"))
