"""Arranging: which chapters a paper has, in which order, and which part of the template prints each.

A template's named sections are filled by a key of the plan or by an entry of 章节 with the same
heading. Named ones keep the template's order, all others stay where they stand in the plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docgen.i18n import _
from docgen.problems import Place, Problem, error, warning
from docgen.source.values import Record, place_of
from docgen.template.package import Layers, Section

CHAPTER_PART = "sections/chapter.md"


def chapters(
    plan: Record,
    sections: Sequence[Section],
    layers: Layers = Layers(),  # noqa: B008  a tuple, nobody can change it
) -> tuple[list[Record], list[Problem]]:
    """The chapters of `plan`, each a section's mapping with 标题, 部分 (the part that prints it) and
    the layers it takes in this template, and the problems: a section given twice, an expected one
    missing, or missing for a list that it holds. `layers` are those of chapters whose section names none."""
    order = {section.key: number for number, section in enumerate(sections)}
    found = list(_in_file_order(plan, sections))
    touched = [pair for pair in found if pair[0] and pair[0].locked]
    found = [pair for pair in found if pair not in touched] + _locked(sections)
    slots = [index for index, (section, _chapter) in enumerate(found) if section]
    named = sorted((found[index] for index in slots), key=lambda pair: order[pair[0].key if pair[0] else ""])
    for index, pair in zip(slots, named, strict=True):
        found[index] = pair
    problems = [
        *_given(touched),
        *_twice(named),
        *_missing(plan, sections, named),
        *_homeless(plan, sections, named),
    ]
    return [_with_part(section, chapter, layers) for section, chapter in found], problems


def _in_file_order(plan: Record, sections: Sequence[Section]) -> Iterator[tuple[Section | None, Record]]:
    by_key = {section.key: section for section in sections}
    by_title = {section.title: section for section in sections}
    for key, value in plan.items():
        if key == "章节":
            for chapter in value:
                yield by_title.get(str(chapter.get("标题", "")).strip()), chapter
        elif key in by_key:
            yield by_key[key], _as_chapter(by_key[key].title, value, plan.keys_at.get(key))


def _locked(sections: Sequence[Section]) -> list[tuple[Section | None, Record]]:
    """The chapters whose text is the template's."""
    return [
        (section, _as_chapter(section.title, section.locked, None)) for section in sections if section.locked
    ]


def _given(touched: Sequence[tuple[Section | None, Record]]) -> list[Problem]:
    return [
        error(
            "TPL-020",
            _("“{title}”由模板规定，计划里不能改写").format(title=chapter["标题"]),
            chapter.place,
            hint=_("把计划里的这一章删去，模板会印上规定的文字"),
        )
        for _section, chapter in touched
    ]


def _as_chapter(title: str, value: Any, place: Place | None) -> Record:
    """The value of a section's key, in whichever of its forms, as a chapter."""
    chapter = Record(place)
    chapter["标题"] = title
    if isinstance(value, Record):
        chapter.update(value)
        chapter.keys_at.update(value.keys_at)
    else:
        chapter["小节" if _all_titled(value) else "正文"] = value
        if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
            chapter["各条"] = value
    return chapter


def _all_titled(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(entry, Record) and "标题" in entry for entry in value)


def _with_part(section: Section | None, chapter: Record, layers: Layers) -> Record:
    own, below = section.layers.over(layers) if section else layers
    printed = Record(chapter.place)
    if own:
        printed["层次"] = own
    if below:
        printed["小节层次"] = below
    printed.update(chapter)
    printed.keys_at.update(chapter.keys_at)
    printed["部分"] = section.part if section else CHAPTER_PART
    return printed


def _twice(named: Sequence[tuple[Section | None, Record]]) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for section, chapter in named:
        key = section.key if section else ""
        if key in seen:
            problems.append(
                error(
                    "TRE-002",
                    _("“{key}”写了两处").format(key=key),
                    chapter.place,
                    hint=_("只留一处：或者写成“{key}:”，或者写在“章节”里").format(key=key),
                )
            )
        seen.add(key)
    return problems


def _missing(
    plan: Record, sections: Sequence[Section], named: Sequence[tuple[Section | None, Record]]
) -> list[Problem]:
    there = {section.key for section, _chapter in named if section}
    say = {"建议": warning, "必须": error}
    return [
        say[section.expected](
            "STR-001",
            _("没有“{title}”一章").format(title=section.title),
            place_of(plan.get("章节")) or plan.place,
            hint=_("在计划里补上“{key}:”；确实不需要时可以不理会").format(key=section.key),
        )
        for section in sections
        if section.expected and section.key not in there
    ]


def _homeless(
    plan: Record, sections: Sequence[Section], named: Sequence[tuple[Section | None, Record]]
) -> list[Problem]:
    """A warning for each list whose section, which would print it, is not there."""
    there = {section.key for section, _chapter in named if section}
    sentence = _("“{name}”没有印出来：没有“{title}”一章")
    hint = _("在计划里补上“{key}:”，它排在这一章的最后")
    return [
        warning(
            "TRE-006",
            sentence.format(name=section.holds, title=section.title),
            plan.keys_at.get(section.holds),
            excerpt=section.holds,
            hint=hint.format(key=section.key),
        )
        for section in sections
        if section.holds and plan.get(section.holds) and section.key not in there
    ]
