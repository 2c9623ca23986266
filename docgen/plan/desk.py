"""The desk: what turning one plan into blocks needs at hand, and the problems found on the way."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.document import FORMS, ORDINARY
from docgen.i18n import _
from docgen.problems import Problem, error, warning
from docgen.source.values import Record, place_of

if TYPE_CHECKING:
    from docgen.calendar.read import Calendar
    from docgen.formats import PageFormat


LISTS = ("机构", "指标", "活动", "经费")
MADE_OF = {
    "行事历": "活动",
    "月度安排": "活动",
    "周工作安排": "活动",
    "活动安排": "活动",
    "指标表": "指标",
    "领导小组名单": "机构",
    "经费预算表": "经费",
}
"""What is taken (取自) and prints all of a list under another name."""


class Desk:
    """The plan, the words of its template for 责任 and the like, the folder its files are looked up
    in; its form (版式) and, where it is known, the page format. `placed` collects which of the plan's
    lists (活动, 指标 …) have been printed; `calendar` is kept once it has been read. `whole` is the plan
    with all that it says, where `plan` is what one of its lists takes of it."""

    __slots__ = ("calendar", "folder", "form", "format", "placed", "plan", "problems", "whole", "words")

    def __init__(
        self,
        plan: Record,
        words: Mapping[str, str],
        folder: Path,
        form: str = ORDINARY,
        format: PageFormat | None = None,
    ) -> None:
        self.plan = self.whole = plan
        self.calendar: Calendar | None = None
        self.words = words
        self.folder = folder
        own = str(plan.get("版式", form))
        self.form = own if own in FORMS else form
        self.format = format
        self.problems: list[Problem] = []
        self.placed: set[str] = set()

    def is_unplaced(self, name: str) -> bool:
        """Whether the plan has the list `name` and nothing has printed it yet."""
        return bool(self.plan.get(name)) and name not in self.placed

    def unplaced(self, home_of: Callable[[str], str]) -> list[Problem]:
        """A warning for each of the plan's lists that nothing has printed; `home_of` a list is the chapter
        that would print it, empty where the template has none."""
        return [self._unplaced(name, home_of(name)) for name in LISTS if self.is_unplaced(name)]

    def _unplaced(self, name: str, home: str) -> Problem:
        sentence = _("“{name}”没有印出来：这个模板没有放它的地方").format(name=name)
        hint = _("在要放它的章节的“正文”里写“- 取自: {name}”").format(name=name)
        if home:
            sentence = _("“{name}”没有印出来：没有“{title}”一章").format(name=name, title=home)
            hint = _(
                "在计划里补上“{key}:”，它排在这一章的最后；或者在别的章的“正文”里写“- 取自: {name}”"
            ).format(key=home, name=name)
        return warning("TRE-006", sentence, self.plan.keys_at.get(name), excerpt=name, hint=hint)

    def wrong_dates(self, fault: ValueError, value: object, excerpt: object) -> None:
        """Tells what `dates` said (sentence, hint) of the date `value`."""
        sentence, *hint = map(str, fault.args)
        self.problems.append(
            error("TRE-023", sentence, place_of(value), excerpt=str(excerpt), hint="".join(hint))
        )

    def with_words(self, words: Mapping[str, str]) -> Desk:
        """The same desk for another template of the same plan."""
        desk = Desk(self.plan, words, self.folder, self.form, self.format)
        desk.problems, desk.placed = self.problems, self.placed
        desk.whole, desk.calendar = self.whole, self.calendar
        return desk

    def taking(self, keys: Collection[str]) -> Desk:
        """This desk with a plan that has no other than `keys`, for a list made from it."""
        plan = Record(self.whole.place)
        plan.update({key: value for key, value in self.whole.items() if key in keys})
        plan.keys_at.update(self.whole.keys_at)
        self.plan = plan
        return self
