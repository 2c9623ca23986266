"""Many findings of one sort told as one: a text typed with half-width commas has the same to say a hundred
times, and what else is wrong would be lost among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from docgen.i18n import _
from docgen.problems import Place, Problem, describe

MOST, SHOWN = 10, 3
"""How many findings of one sort are told one by one; how many of more than these."""
LINES = 20
AUTO = "auto"

Sort = tuple[str, str, str]


def told(problems: Sequence[Problem]) -> Iterator[str]:
    """The problems as they are printed, in their order; where there are many of one sort, behind the first
    of them how many more there are, and where."""
    same: dict[Sort, list[Problem]] = {}
    for problem in problems:
        same.setdefault(_sort(problem), []).append(problem)
    seen: Counter[Sort] = Counter()
    for problem in problems:
        sort = _sort(problem)
        seen[sort] += 1
        many = len(same[sort]) > MOST
        if not many or seen[sort] <= SHOWN:
            yield describe(problem)
        if many and seen[sort] == SHOWN:
            yield _rest(same[sort][SHOWN:])


def _sort(problem: Problem) -> Sort:
    """What makes findings alike: the rule, where --fix mends them; else what is said too."""
    words = "" if problem.fix == AUTO else problem.message
    return problem.id, words, problem.place.file if problem.place else ""


def _rest(group: Sequence[Problem]) -> str:
    first = group[0]
    words = _("同样的问题另有{count}处").format(count=len(group))
    hint = "\n    " + _("改法: {hint}").format(hint=_("用 --fix 一起改")) if first.fix == AUTO else ""
    return f"    {first.id} {words}{_where([one.place for one in group])}{hint}"


def _where(places: Sequence[Place | None]) -> str:
    """（第3、7行）, of a Word file （第3、7段）."""
    lines = list(dict.fromkeys(str(place.line) for place in places if place and place.line))
    if not lines:
        return ""
    shown = "、".join(lines[:LINES]) + ("……" if len(lines) > LINES else "")
    is_word = any(place and place.file.endswith(".docx") for place in places)
    return (_("（第{lines}段）") if is_word else _("（第{lines}行）")).format(lines=shown)
