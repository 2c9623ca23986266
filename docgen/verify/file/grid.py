"""The grid of a section, and what 22 lines of 28 characters come to (clause 5.2.3)."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from docgen.i18n import _
from docgen.ooxml.values import number
from docgen.verify.file import roles as role
from docgen.verify.file.free import makes_way
from docgen.verify.file.outcomes import gathered, pt, told
from docgen.verify.file.page import each, place_of
from docgen.verify.file.paper import File, Paragraph, Section
from docgen.verify.measure import Outcome, Spot, Survey, figure

CHAR_SPACE = 40  # 1/4096 pt


def grid_type(file: File) -> list[Outcome]:
    words = {"lines": _("只指定行网格"), "linesAndChars": _("指定行和字符网格"), "default": _("无网格")}

    def measure(section: Section) -> Iterator[Outcome]:
        found = section.look.get("docGrid@type", "default")
        wanted = "lines" if section.landscape else "linesAndChars"
        yield told(
            _("文档网格"),
            words[wanted],
            words.get(found, found),
            found == wanted,
            place_of(section),
            hint=_("“布局—文档网格”选{value}").format(value=words[wanted]),
        )

    return each(file, measure) if file.own else []


def grid_lines(file: File) -> list[Outcome]:
    """The pitch that the page set-up dialog shows as so many lines a page."""

    def measure(section: Section) -> Iterator[Outcome]:
        found = section.twips("docGrid@linePitch")
        yield told(
            _("文档网格的行跨度"),
            pt(file.format.pitch),
            pt(found),
            abs(found - file.format.pitch) <= 1,
            place_of(section),
            hint=_("“布局—文档网格”的行数设为每页{lines}").format(lines=file.format.core.lines),
        )

    return each(file, measure) if file.own else []


def grid_characters(file: File) -> list[Outcome]:
    def measure(section: Section) -> Iterator[Outcome]:
        found = section.twips("docGrid@charSpace")
        wanted = file.format.char_space
        yield told(
            _("文档网格的字符跨度"),
            pt(file.format.char + wanted * 20 / 4096),
            pt(file.format.char + found * 20 / 4096),
            abs(found - wanted) <= CHAR_SPACE,
            place_of(section),
            hint=_("“布局—文档网格”的字符数设为每行{count}").format(count=file.format.core.characters),
        )

    return each(file, measure, landscape=False) if file.own else []


def lines(file: File) -> list[Outcome]:
    """How many lines of text the settings put on a page: an exact pitch, or a grid that lines keep to."""

    def measure(paragraph: Paragraph) -> Iterator[Outcome]:
        section = _section(file, paragraph)
        height = section.twips("pgSz@h") - section.twips("pgMar@top") - section.twips("pgMar@bottom")
        pitch = _pitch(paragraph, section)
        if pitch and not section.landscape:
            count = floor(height / pitch)
            yield told(
                _("每面行数"),
                str(file.format.core.lines),
                _("{count}（行距{pitch}）").format(count=count, pitch=pt(pitch)),
                count == file.format.core.lines,
                _spot(paragraph),
                hint=_("正文行距设为固定值{pitch}").format(pitch=pt(file.format.pitch)),
            )

    return gathered(outcome for paragraph in _text(file) for outcome in measure(paragraph))


def _pitch(paragraph: Paragraph, section: Section) -> float:
    """The height of a line of text in twips, 0 where it depends on the face."""
    line = number(paragraph.look.get("spacing@line", "240"))
    rule = paragraph.look.get("spacing@lineRule", "auto")
    if rule == "exact" or (rule == "atLeast" and line > 1.4 * paragraph.size * 20):
        return line
    gridded = section.look.get("docGrid@type") in ("lines", "linesAndChars", "snapToChars")
    if rule == "auto" and gridded and paragraph.look.get("snapToGrid", "1") == "1":
        pitch = section.twips("docGrid@linePitch")
        high = 1.3 * paragraph.size * 20 * line / 240
        return pitch * max(1, -(-high // pitch)) if pitch else 0
    return 0


def characters(file: File) -> list[Outcome]:
    """How many characters of text the settings put on a line."""

    def measure(paragraph: Paragraph) -> Iterator[Outcome]:
        section = _section(file, paragraph)
        width = section.twips("pgSz@w") - section.twips("pgMar@left") - section.twips("pgMar@right")
        cell = _cell(paragraph, section)
        if cell and not section.landscape:
            count = floor((width + 2) / cell)
            yield told(
                _("每行字数"),
                str(file.format.core.characters),
                _("{count}（字距{pitch}）").format(count=count, pitch=pt(cell)),
                count == file.format.core.characters,
                _spot(paragraph),
                hint=_("正文字号设为{size}磅，字符间距紧缩{points}").format(
                    size=figure(file.format.body.size), points=pt(-file.format.condensing)
                ),
            )

    return gathered(outcome for paragraph in _text(file) for outcome in measure(paragraph))


def _cell(paragraph: Paragraph, section: Section) -> float:
    """The advance of a character of text in twips."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    if not runs:
        return 0
    run = max(runs, key=lambda run: len(run.text))
    cell: float = number(run.look.get("sz@val", "20")) * 10 + number(run.look.get("spacing@val", "0"))
    gridded = section.look.get("docGrid@type") in ("linesAndChars", "snapToChars")
    snaps = run.look.get("snapToGrid", "1") == "1" and paragraph.look.get("snapToGrid", "1") == "1"
    if gridded and snaps:
        cell += section.twips("docGrid@charSpace") * 20 / 4096
    return cell


def _text(file: File) -> list[Paragraph]:
    return [one for one in file.having(role.BODY) if not (one.cell or makes_way(one, file))]


def _section(file: File, paragraph: Paragraph) -> Section:
    return file.sections[min(paragraph.section, len(file.sections) - 1)]


def _spot(paragraph: Paragraph) -> tuple[Spot, ...]:
    return (Spot(paragraph.part, paragraph.place, _("正文"), paragraph.text.strip()[:24]),)


SURVEYS = (
    Survey("file.grid.type", "SET-551", "5.2.3", grid_type),
    Survey("file.grid.pitch", "SET-552", "5.2.3", grid_lines),
    Survey("file.grid.space", "SET-553", "5.2.3", grid_characters),
    Survey("file.lines", "SET-554", "5.2.3", lines),
    Survey("file.characters", "SET-555", "5.2.3", characters),
)
