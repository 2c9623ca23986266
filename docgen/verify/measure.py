"""What a check is, and how a set of measured values becomes its outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from docgen.i18n import _
from docgen.problems import Severity

Subject = TypeVar("Subject")

Values = Sequence[tuple[float, int]]  # a figure, and the page on which it was measured
Faces = Sequence[tuple[str, int]]


class Box(NamedTuple):
    """A part of a page, in mm from its top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class Spot(NamedTuple):
    """A place in a .docx: the part, the paragraph in it counted from 1 (0: none), what it is, its text."""

    part: str
    paragraph: int = 0
    role: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found: `ok` is None where its subject is absent; `pages` are those that fail, `boxes`
    the parts of them that do, `places` what fails in the file. `weight` tells a fault from advice;
    `clause` and `hint` are given where they depend on what was found."""

    what: str
    required: str
    measured: str = ""
    ok: bool | None = None
    pages: tuple[int, ...] = ()
    boxes: tuple[Box, ...] = ()
    places: tuple[Spot, ...] = ()
    weight: Severity = Severity.ERROR
    clause: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Check(Generic[Subject]):
    """One check: its name, the id of its problem, the clause, and the function that measures."""

    id: str
    problem: str
    clause: str
    measure: Callable[[Subject], Outcome]


@dataclass(frozen=True, slots=True)
class Survey(Generic[Subject]):
    """One check that may find several faults: an outcome for each, one that is ok where there is none,
    nothing where its subject is absent."""

    id: str
    problem: str
    clause: str
    measure: Callable[[Subject], Iterable[Outcome]]


def within(what: str, values: Values, required: float, tolerance: float, unit: str) -> Outcome:
    """All `values` are `required`, give or take `tolerance`."""
    wrong = [page for value, page in values if abs(value - required) > tolerance + 1e-9]
    margin = f"±{tolerance:g}" if tolerance else ""
    wanted = f"{figure(required)}{margin} {unit}".strip()
    return judged(what, wanted, _range([value for value, _page in values], unit), wrong)


def same(what: str, faces: Faces, required: str) -> Outcome:
    """All `faces` are `required`."""
    wrong = [page for face, page in faces if face != required]
    return judged(what, required, "、".join(sorted({face for face, _page in faces})), wrong)


def judged(what: str, required: str, measured: str, wrong: Iterable[int]) -> Outcome:
    """Fails on the pages `wrong`; not applicable where nothing was `measured`."""
    pages = tuple(sorted(set(wrong)))
    return Outcome(what, required, measured or _("无"), not pages if measured else None, pages)


def figure(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _range(numbers: Sequence[float], unit: str) -> str:
    if not numbers:
        return ""
    least, greatest = figure(min(numbers)), figure(max(numbers))
    return f"{least} {unit}" if least == greatest else f"{least}～{greatest} {unit}"
