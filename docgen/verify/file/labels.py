"""The numbers that paragraphs print: none missing, none typed behind an automatic one (clause 7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from docgen.i18n import _
from docgen.problems import Severity
from docgen.verify.file import roles as role
from docgen.verify.file.levels import is_layered
from docgen.verify.file.looks import spot
from docgen.verify.file.outcomes import gathered, told
from docgen.verify.file.paper import File, Level, Paragraph
from docgen.verify.measure import Outcome, Survey

PART = "word/numbering.xml"
FORMATS = {
    "chinese": ("chineseCountingThousand", "chineseCounting", "japaneseCounting"),
    "arabic": ("decimal",),
    "circled": ("decimalEnclosedCircle", "decimalEnclosedCircleChinese"),
}
FACE_KEYS = ("rFonts@eastAsia", "rFonts@ascii", "rFonts@hAnsi", "rFonts@cs")
NUMERALS = re.compile("[一二三四五六七八九十0-9]")
NEAR = 4  # twips
LAYERS = 5
Judge = Callable[[File, str, int, Level], Iterator[Outcome]]

NUMERALS = re.compile("[一二三四五六七八九十0-9]")


def gaps(file: File) -> list[Outcome]:
    """Numbers that follow each other: each is the first of its layer or one more than one before."""
    return gathered(_gaps(file))


def _gaps(file: File) -> Iterator[Outcome]:
    last: dict[int, int] = {}
    for paragraph in file.everything():
        label = paragraph.label
        if role.role_of(file, paragraph) == role.ATTACHMENT_MARK:
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


SURVEYS: tuple[Survey[File], ...] = (
    Survey("file.number.gaps", "SET-579", "7.3.3", gaps),
    Survey("file.number.dropped", "SET-584", "7.3.3", lambda file: gathered(dropped(file))),
    Survey("file.number.mixed", "SET-580", "7.3.3", mixed),
)
