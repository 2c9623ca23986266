"""Paragraphs and runs against what the format wants of their role, one property after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple

from docgen.i18n import _
from docgen.ooxml.values import number
from docgen.problems import Severity
from docgen.verify.file import roles as role
from docgen.verify.file.free import is_free, is_free_run
from docgen.verify.file.paper import File, Paragraph, Run
from docgen.verify.file.properties import PROPERTIES, Property, same_face
from docgen.verify.file.wanted import DEFAULTS, title_of, wanted
from docgen.verify.measure import Outcome, Spot, Survey

SPACER = 20
"""Twips: a blank line no higher than this only parts things, it is not a line of the page."""


class Reading(NamedTuple):
    """A value that was met where another was wanted, or the one that was."""

    paragraph: Paragraph
    role: str
    key: str
    required: str
    measured: str
    right: bool


def judge(property: Property, file: File) -> Iterator[Outcome]:
    """The outcomes of one property over the whole file: a fault for each wrong value."""
    readings = list(_readings(property, file))
    wrong: dict[tuple[str, str], list[Reading]] = {}
    for reading in readings:
        if not reading.right:
            wrong.setdefault((reading.required, reading.measured), []).append(reading)
    for (required, measured), found in wrong.items():
        yield _fault(property, file, required, measured, found)
    if readings and not wrong:
        words = sorted(map(property.say, {reading.required for reading in readings}))
        what = property.what(readings[0].required)
        yield Outcome(what, _("、").join(words), _("{count}处相符").format(count=len(readings)), ok=True)


def _fault(property: Property, file: File, required: str, measured: str, found: list[Reading]) -> Outcome:
    clause = property.clause or next((title_of(one.role)[1] for one in found), "")
    return Outcome(
        property.what(required),
        property.say(required),
        property.say(measured),
        ok=False,
        places=spots((one.paragraph for one in found), file),
        weight=Severity.ERROR if file.own else property.weight,
        clause=clause or "5.2.2",
        hint=property.hint(required),
    )


def spots(paragraphs: Iterable[Paragraph], file: File) -> tuple[Spot, ...]:
    """The places of `paragraphs`, each once."""
    return tuple(dict.fromkeys(spot(paragraph, role.role_of(file, paragraph)) for paragraph in paragraphs))


def spot(paragraph: Paragraph, of: str) -> Spot:
    name = title_of(of)[0]
    if paragraph.is_style:
        return Spot(paragraph.part, 0, name, _("样式“{name}”").format(name=paragraph.style))
    text = " ".join(paragraph.text.split())
    return Spot(paragraph.part, paragraph.place, name, text[:24] + "…" if len(text) > 24 else text)


def _readings(property: Property, file: File) -> Iterator[Reading]:
    own = file.standing if file.own else ()
    for paragraph in chain(file.everything(), own):
        of = role.role_of(file, paragraph)
        if not of or (not file.own and of not in property.others):
            continue
        if property.of == "run":
            yield from _of_runs(property, file, paragraph, of)
        else:
            yield from _of_paragraph(property, file, paragraph, of)
    if file.own and property.of == "run":
        for paragraph, run in role.standing_runs(file):
            yield from _of_run(property, file, paragraph, role.BODY, run)


def _of_paragraph(property: Property, file: File, paragraph: Paragraph, of: str) -> Iterator[Reading]:
    look = wanted(of, file.format)
    if look is None or (of == role.BLANK and _is_spacer(paragraph)):
        return
    for key in property.keys:
        if key not in look.paragraph:
            continue
        required, measured = look.paragraph[key], _measured(key, paragraph)
        right = measured == required or _alike(key, required, measured, property.near[0 if file.own else 1])
        if right or not is_free(key, paragraph, of, file):
            yield Reading(paragraph, of, key, required, measured, right)


def _measured(key: str, paragraph: Paragraph) -> str:
    if key.startswith("ind@"):
        return str(paragraph.twips(key[4:]))
    return paragraph.look.get(key, DEFAULTS.get(key, ""))


def _alike(key: str, required: str, measured: str, near: int) -> bool:
    if key.startswith("rFonts"):
        return same_face(required, measured)
    if key == "color@val" and required == "auto":
        return measured.lower() in ("auto", "000000", "")
    if measured.lstrip("-").isdigit() and required.lstrip("-").isdigit():
        return abs(number(required) - number(measured)) <= near
    return _word(measured) == _word(required)


def _word(text: str) -> str:
    same = {"nil": "none", "clear": "auto", "start": "left", "end": "right", "lr": "lrTb", "ffffff": "auto"}
    return same.get(text.lower(), text) or "none"


def _is_spacer(paragraph: Paragraph) -> bool:
    return number(paragraph.own.get("spacing@line", "240")) <= SPACER


def _of_runs(property: Property, file: File, paragraph: Paragraph, of: str) -> Iterator[Reading]:
    for run in _judged_runs(paragraph, of, file):
        yield from _of_run(property, file, paragraph, of, run)


def _of_run(property: Property, file: File, paragraph: Paragraph, of: str, run: Run) -> Iterator[Reading]:
    kind = _kind(run, of, file)
    look = wanted(kind, file.format)
    for key in property.keys if look else ():
        if look and key in look.run:
            required, measured = look.run[key], _measured_run(key, run, file)
            right = measured == required or _alike(key, required, measured, property.near[0])
            if right or not is_free_run(key, run, paragraph, kind, file):
                yield Reading(paragraph, kind, key, required, measured, right)


def _judged_runs(paragraph: Paragraph, of: str, file: File) -> list[Run]:
    """The runs whose type is judged: of a heading in another's file the first, as it may run in."""
    if paragraph.is_style:
        return [Run("", paragraph.mark, {})] if of != role.BLANK else []
    runs = [run for run in paragraph.runs if run.text.strip()]
    if file.own:
        return runs
    chinese = [run for run in runs if any("\u4e00" <= character <= "\u9fff" for character in run.text)]
    return chinese[:1] if of in role.HEADINGS else chinese


def _kind(run: Run, of: str, file: File) -> str:
    """The role of a run: in a paragraph of text that of the heading that runs in, or of its number."""
    if run.style:
        name = file.styles.name(run.style).removesuffix(" char")
        return role.BY_STYLE.get(name, role.BY_STYLE.get(run.style.removesuffix("Char").casefold(), of))
    if of == role.BODY and "rFonts@eastAsia" in run.own:
        labels = zip(role.HEADINGS, role.LABELS, strict=True)
        return next((heading for heading, label in labels if label.fullmatch(run.text.strip())), of)
    return of


def _measured_run(key: str, run: Run, file: File) -> str:
    if key.startswith("rFonts@"):
        return file.styles.face(run.look, key[7:])
    return run.look.get(key, DEFAULTS.get(key, ""))


SURVEYS = (
    *(
        Survey(f"file.{property.id}", property.problem, property.clause, partial(judge, property))
        for property in PROPERTIES
    ),
)
