"""An edited document and the plan it was built of → the plan with the same edits."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from docgen.i18n import _
from docgen.intake.update import units as printed
from docgen.intake.update.aligned import aligned
from docgen.intake.update.built import Setting, built
from docgen.intake.update.change import Change, Left
from docgen.intake.update.dye import Group
from docgen.intake.update.rounds import Rounds, rounds
from docgen.intake.update.typed_numbers import labelled
from docgen.intake.update.units import Unit
from docgen.manuscript import Manuscript
from docgen.problems import DocgenError, Place, Problem, Severity, error, has_errors, warning
from docgen.schema.where import words
from docgen.sheets.asked import is_spreadsheet
from docgen.source.decode import decode, read_bytes
from docgen.source.load import loads

LEAST_KEPT = 0.3
"""How much of what a plan prints has to be in a document of it, whatever was edited."""


class Updated(NamedTuple):
    """The plan's new bytes, what was changed in it, and what is to be told; `same`: it makes the edited
    text again."""

    content: bytes
    changes: list[Change]
    problems: list[Problem]
    same: bool


def update(edited: Manuscript, plan: Path, template: str | None = None) -> Updated:
    """The plan at `plan` with the edits that `edited` has over the document it builds. Raises `CannotRead`
    for a plan that is none, `DocgenError` for one that cannot be built, or is a workbook (IMP-040),
    and for a document of something else (IMP-047)."""
    text, raw = _text(plan)
    setting = Setting(plan, template)
    left_out: set[Group] = set()
    old = built(text, setting, left_out)
    typed = not printed.has_numbers(edited) and any(unit.label for unit in old.printed.units)
    if typed:
        setting = setting._replace(typed=True)
        old = built(text, setting, left_out)
    new = printed.units(edited, typed)
    new = new if typed else labelled(new, old.printed.units)
    _refuse_another(old.printed.units, new, edited, plan)
    found = rounds(old, new, setting, left_out)
    told = [*edited.problems, *_told(found, edited, plan), *_footnotes(old.printed.notes, edited)]
    return Updated(_bytes(found.text, raw), found.changes, told, all(one.counted for one in found.left))


def _refuse_another(old: list[Unit], new: list[Unit], edited: Manuscript, plan: Path) -> None:
    """Raises `DocgenError` (IMP-047) for a document that hardly says anything of what the plan prints."""
    kept = {number for number in aligned(old, new).old_of if number is not None}
    if len(kept) < LEAST_KEPT * len(old):
        sentence = _("这个文档不像是由{plan}生成的").format(plan=plan.name)
        hint = _("看看是不是拿错了文件；要把它变成新的数据文件，不写 --update")
        raise DocgenError(error("IMP-047", sentence, Place(edited.file), hint=hint))


def _text(plan: Path) -> tuple[str, bytes]:
    if is_spreadsheet(plan):
        sentence, hint = _("填报表不能这样改"), _("把改动照着抄进填报表，再生成一次")
        raise DocgenError(error("IMP-040", sentence, Place(str(plan)), hint=hint))
    raw = read_bytes(plan, str(plan))
    text, problems = decode(raw, str(plan))
    text = text.removeprefix("\ufeff")
    problems = [*problems, *loads(text, str(plan))[1]]
    if has_errors(problems):
        raise DocgenError(problems)
    return text, raw


def _bytes(text: str, raw: bytes) -> bytes:
    """The text as the plan's bytes were: with its mark at the beginning, its line ends."""
    if b"\r\n" in raw and "\r\n" not in text:
        text = text.replace("\n", "\r\n")
    mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.encode("utf-8")


def _told(found: Rounds, edited: Manuscript, plan: Path) -> list[Problem]:
    left = [_unplaced(one, edited) for one in found.left]
    return [*left, *(_beside(path, value, plan) for path, value in found.beside)]


def _unplaced(left: Left, edited: Manuscript) -> Problem:
    place = left.place or Place(edited.file)
    if left.counted:
        sentence = _("文中引用的序号和数据文件算出的“{before}”不同").format(before=left.before)
        hint = _("序号由程序计算，在Word里按F9更新；要改成引用别处，改数据文件里的《见:代号》")
        return Problem("IMP-046", Severity.INFO, sentence, place, excerpt=left.after, hint=hint)
    hint = _("照文档里的样子自己改数据文件") + (_("（{why}）").format(why=left.why) if left.why else "")
    if not left.before:
        sentence = _("文档里加的这一段放不进数据文件")
        return warning("IMP-041", sentence, place, excerpt=left.after, hint=hint)
    if not left.after:
        sentence = _("文档里删去的这一段，数据文件还会印出来")
        return warning("IMP-042", sentence, place, excerpt=left.before, hint=hint)
    sentence = _("数据文件印的是“{before}”，文档里改成了这样").format(before=left.before)
    return warning("IMP-043", sentence, place, excerpt=left.after, hint=hint)


def _beside(path: tuple[str | int, ...], value: str, plan: Path) -> Problem:
    sentence = _("随着删去的一项，没有印出来的{what}也删去了").format(what=_what(path, value))
    return Problem("IMP-044", Severity.WARNING, sentence, Place(str(plan)), excerpt=value)


def _what(path: tuple[str | int, ...], value: str) -> str:
    return _("注释") if value.startswith("#") else words(path)


def _footnotes(old: list[str], edited: Manuscript) -> list[Problem]:
    """Footnotes that are said otherwise: they are the plan's 《注:…》 signs."""
    new = printed.notes(edited)
    sentence = _("文档里的脚注改了，没有改到数据文件里")
    hint = _("脚注在数据文件里写作《注:文字》，照样改过来")
    changed = [note for note in new if note not in old] or [note for note in old if note not in new]
    return [warning("IMP-045", sentence, Place(edited.file), excerpt=note, hint=hint) for note in changed]
