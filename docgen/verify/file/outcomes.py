"""Outcomes made from a value in the file and the one that is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.i18n import _
from docgen.problems import Severity
from docgen.verify.file.paper import File
from docgen.verify.measure import Outcome, Spot, figure

TWIPS_PER_MM = 1440 / 25.4


def mm(twips: float) -> str:
    return _("{number}毫米").format(number=figure(twips / TWIPS_PER_MM))


def pt(twips: float) -> str:
    return _("{number}磅").format(number=figure(twips / 20))


def told(
    what: str,
    required: str,
    measured: str,
    right: bool,
    places: Sequence[Spot] = (),
    *,
    hint: str = "",
    weight: Severity = Severity.ERROR,
) -> Outcome:
    """What was measured, and whether it is right; the places are those of a fault."""
    return Outcome(
        what,
        required,
        measured or _("无"),
        ok=right,
        places=() if right else tuple(places),
        weight=weight,
        hint=hint,
    )


def advice(file: File) -> Severity:
    """What weighs as a fault in a paper of docgen, and as advice in another's, which may reach the same
    by other settings."""
    return Severity.ERROR if file.own else Severity.WARNING


def gathered(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """The faults among `outcomes`, each once with all its places; where there is none, the first."""
    found = list(outcomes)
    faults: dict[tuple[str, str, str], list[Outcome]] = {}
    for outcome in found:
        if outcome.ok is False:
            faults.setdefault((outcome.what, outcome.required, outcome.measured), []).append(outcome)
    if not faults:
        return found[:1]
    return [_merged(same) for same in faults.values()]


def _merged(same: Sequence[Outcome]) -> Outcome:
    first = same[0]
    places = tuple(dict.fromkeys(place for one in same for place in one.places))
    return Outcome(
        first.what,
        first.required,
        first.measured,
        False,
        (),
        (),
        places,
        first.weight,
        first.clause,
        first.hint,
    )
