"""The numbers that paragraphs print: none missing, none typed behind an automatic one (clause 7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.i18n import _
from docgen.problems import Severity
from docgen.verify.file import roles as role
from docgen.verify.file.levels import is_layered
from docgen.verify.file.looks import spot
from docgen.verify.file.outcomes import gathered, told
from docgen.verify.file.paper import File, Paragraph
from docgen.verify.measure import Outcome, Survey

NUMERALS = re.compile("[一二三四五六七八九十0-9]")
FACED = (0, 1)
"""Levels of a face of their own: a whole paragraph of text is not set in it."""
SKIPPING = 2
"""The level that may stand under any above it: 1."""
BEGINNINGS = (role.TITLE, role.ATTACHMENT_MARK, role.ATTACHMENT_TITLE)
"""Where the layers begin anew."""


def gaps(file: File) -> list[Outcome]:
    """Numbers that follow each other: each is the first of its layer or one more than one before."""
    return gathered(_gaps(file))


def _gaps(file: File) -> Iterator[Outcome]:
    last: dict[int, int] = {}
    for paragraph in file.everything():
        label = paragraph.label
        if file.role(paragraph) in BEGINNINGS:
            last = {}
        if label is None or not is_layered(paragraph):
            continue
        layer = next(at for at, form in enumerate(role.LABELS) if form.fullmatch(label.text))
        before = last.get(layer, 0)
        last[layer] = label.ordinal
        yield told(
            _("序数"),
            _("顺次编号"),
            label.text,
            label.ordinal in (1, before + 1),
            (spot(paragraph, role.role_of(file, paragraph)),),
            hint=_("在序数上点右键，选“继续编号”或“重新开始于一”"),
            weight=_weight(file),
        )


def _weight(file: File) -> Severity:
    return Severity.ERROR if file.own else Severity.WARNING


def dropped(file: File) -> Iterator[Outcome]:
    """Body text that was taken out of a list by hand."""
    for paragraph in file.having(role.BODY) if file.own else ():
        out = paragraph.own.get("numPr/numId@val") == "0"
        words = {True: _("已取消"), False: _("保留")}
        yield told(
            _("段落的编号"),
            words[False],
            words[out],
            not out,
            (spot(paragraph, role.BODY),),
            hint=_("重新选这一级的编号"),
        )


def mixed(file: File) -> list[Outcome]:
    """A number that is typed behind an automatic one."""

    def measure(paragraph: Paragraph) -> Outcome:
        typed = _typed(paragraph.text)
        both = (paragraph.label.text if paragraph.label else "") + typed
        hint = _("删去手工输入的序数，只用自动编号")
        place = (spot(paragraph, role.role_of(file, paragraph)),)
        return told(
            _("自动编号的段落"), _("不再输入序数"), both if typed else _("没有"), not typed, place, hint=hint
        )

    return gathered(measure(one) for one in file.everything() if one.label and is_layered(one))


def _typed(text: str) -> str:
    """The number that `text` begins with; 一、二年级 is none."""
    found = next((found for label in role.LABELS if (found := label.match(text))), None)
    return found[0] if found and not NUMERALS.match(text, found.end()) else ""


def run_in(file: File) -> Iterator[Outcome]:
    """A heading that runs in is of the layer of its number; in the first two layers only an item that is one
    stretch of text has none."""
    for paragraph in file.having(role.BODY) if file.own else ():
        layer = _run_in_layer(file, paragraph)
        level = _level(paragraph)
        if layer < 0 and (level not in FACED or len(paragraph.runs) == 1):
            continue
        yield told(
            _("接排标题的层次"),
            _layer_name(level),
            _layer_name(layer),
            layer == level,
            (spot(paragraph, role.BODY),),
            hint=_("接排的标题用和编号同一层的字符样式，编号用自动编号"),
        )


def _level(paragraph: Paragraph) -> int:
    """The layer from 0 of its number, automatic or typed; -1 where it has none."""
    if paragraph.label:
        return paragraph.label.level if is_layered(paragraph) else -1
    return next((at for at, form in enumerate(role.LABELS) if form.match(paragraph.text)), -1)


def _run_in_layer(file: File, paragraph: Paragraph) -> int:
    """The layer from 0 of the character style that a paragraph begins with, -1 where it has none."""
    style = paragraph.runs[0].style if paragraph.runs else ""
    of = role.BY_STYLE.get(file.styles.name(style).removesuffix(" char"), "")
    return role.HEADINGS.index(of) if of in role.HEADINGS else -1


def _layer_name(layer: int) -> str:
    return _("第{layer}层").format(layer=layer + 1) if layer >= 0 else _("没有")


def skipped(file: File) -> Iterator[Outcome]:
    """No layer is left out but the second: 一、 may be followed by 1. (7.3.3); a paper may begin with any
    of the first three."""
    above = -1
    for paragraph in file.everything() if file.own else ():
        if file.role(paragraph) in BEGINNINGS:
            above = -1
        if paragraph.label is None or paragraph.cell or not is_layered(paragraph):
            continue
        level = paragraph.label.level
        yield told(
            _("层次"),
            _("逐层往下"),
            _("第{above}层之下是第{layer}层").format(above=above + 1, layer=level + 1),
            level <= above + 1 or level == SKIPPING or (above < 0 and level < SKIPPING),
            (spot(paragraph, file.role(paragraph)),),
            hint=_("编号降一级或升一级，层次依次用一、（一）1.（1）"),
        )
        above = level


SURVEYS: tuple[Survey[File], ...] = (
    Survey("file.number.gaps", "SET-579", "7.3.3", gaps),
    Survey("file.number.dropped", "SET-584", "7.3.3", lambda file: gathered(dropped(file))),
    Survey("file.number.mixed", "SET-580", "7.3.3", mixed),
    Survey("file.number.run-in", "SET-585", "7.3.3", lambda file: gathered(run_in(file))),
    Survey("file.number.skipped", "SET-586", "7.3.3", lambda file: gathered(skipped(file))),
)
