"""How the text of a .docx was typed: blank lines, line breaks, pasted type, headings without a level."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.faces import role as face_role
from docgen.i18n import _
from docgen.lint import word_file
from docgen.lint.reading import BODY, HEADING, ITEM, Hit, Reading
from docgen.ooxml.values import WP, W, get, local, number
from docgen.patterns import pattern
from docgen.verify.file import roles
from docgen.verify.file.paper import File, Paragraph, Table

MOST_BLANKS = 2
PAGE_OF_BLANKS = 5
ROWS_OF_A_PAGE = 22
EMU_PER_TWIP, NEAR = 635, 20
DIRECT = 0.1
"""The share of paragraphs with formatting of their own from which a paper counts as made without styles."""
LEAST = 10
"""Paragraphs from which on the share says something."""
PLAIN_STYLES = ("normal", "正文", "")
QUOTES = pattern("[“”‘’—…]")
Lines = dict[int, int]
OLD = pattern(r"^\s*(?:主题词[:：]|[（(]?此页无正文)")
WRITTEN_DATE = pattern(
    r"^\s*[二一][〇○零一二三四五六七八九OoＯ0]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日\s*$"
)


def blank_lines(reading: Reading) -> Iterator[Hit]:
    """FMT-008: blank lines to make room or to turn the page."""
    known = word_file.of(reading)
    if known is None or known.file.own:
        return
    lines, run, before = word_file.by_line(reading), 0, ""
    for block in known.file.body:
        if not isinstance(block, Paragraph):
            run = 0
        elif block.is_blank and not block.breaks_page and "sectPr" not in block.own:
            run += 1
        else:
            of = known.file.role(block)
            inside = before in (*roles.HEADINGS, roles.BODY) and of in (*roles.HEADINGS, roles.BODY)
            if run >= PAGE_OF_BLANKS or (run > MOST_BLANKS and inside):
                yield _hit(reading, block, {"count": str(run)}, lines)
            run, before = 0, of


def line_breaks(reading: Reading) -> Iterator[Hit]:
    """FMT-010: a line break inside a paragraph of the text, where a paragraph should end."""
    lines = word_file.by_line(reading) if reading.docx else {}
    for line, element in word_file.paragraphs(reading.docx) if reading.docx else ():
        at = lines.get(line, -1)
        if at < 0 or reading.passages[at].zone not in (BODY, ITEM, HEADING):
            continue
        breaks = [one for one in element.iter(W + "br") if get(one, "type") in ("", "textWrapping")]
        if breaks and "".join(one.text or "" for one in element.iter(W + "t")).strip():
            yield Hit(at, 0, 0, {"count": str(len(breaks))})


def pasted(reading: Reading) -> Iterator[Hit]:
    """FMT-011: more than one face or size in a paragraph of the text; the head of a run-in one may differ."""
    lines = word_file.by_line(reading) if reading.docx else {}
    for file, block in _text(reading):
        looks: list[tuple[object, str]] = []
        for run in block.runs:
            if any("\u4e00" <= one <= "\u9fff" for one in run.text):
                look = (face_role(file.styles.face(run.look, "eastAsia")), run.look.get("sz@val", ""))
                if not looks or looks[-1] != look:
                    looks.append(look)
        run_in = len(looks) == 2 and any(
            label.match((block.label.text if block.label else "") + block.text) for label in roles.LABELS
        )
        if len(set(looks)) > 1 and not run_in:
            yield _hit(reading, block, {"count": str(len(set(looks)))}, lines)


def latin_quotes(reading: Reading) -> Iterator[Hit]:
    """FMT-012: “ ” — … in a Latin face: no hint says that they are Chinese. Once a file."""
    places = []
    for _file, block in _text(reading):
        for run in block.runs:
            ascii_face = run.look.get("rFonts@ascii", "")
            latin = bool(ascii_face) and face_role(ascii_face) not in (
                "仿宋",
                "黑体",
                "楷体",
                "宋体",
                "小标宋",
            )
            if latin and run.look.get("rFonts@hint") != "eastAsia" and QUOTES.search(run.text):
                places.append((block, ascii_face))
    if places:
        yield _hit(reading, places[0][0], {"face": places[0][1], "count": str(len(places))})


def _text(reading: Reading) -> Iterator[tuple[File, Paragraph]]:
    """The paragraphs of text outside of tables in someone else's file."""
    known = word_file.of(reading)
    if known is None or known.file.own:
        return
    for block in known.file.paragraphs:
        if known.file.role(block) in (roles.BODY, *roles.HEADINGS):
            yield known.file, block


def without_styles(reading: Reading) -> Iterator[Hit]:
    """FMT-019: most paragraphs have formatting of their own and none has a style."""
    known = word_file.of(reading)
    if known is None or known.file.own:
        return
    blocks = known.file.having(roles.BODY, *roles.HEADINGS)
    direct = [
        block for block in blocks if block.own.keys() - {"pStyle@val"} or any(run.own for run in block.runs)
    ]
    plain = [block for block in direct if block.style.lower() in PLAIN_STYLES]
    if len(blocks) >= LEAST and len(plain) > DIRECT * len(blocks):
        yield Hit(-1, values={"count": str(len(plain)), "all": str(len(blocks))})


def outline(reading: Reading) -> Iterator[Hit]:
    """FMT-020: headings without an outline level, so that Word can show no outline. Once a file."""
    found = [block for block in _headings(reading) if number(block.look.get("outlineLvl@val", "9")) > 8]
    if found:
        yield _hit(reading, found[0], {"count": str(len(found))})


def kept_apart(reading: Reading) -> Iterator[Hit]:
    """HDG-005: headings that may stand last on a page, without 与下段同页. Once a file."""
    found = [block for block in _headings(reading) if block.look.get("keepNext") != "1"]
    if found:
        yield _hit(reading, found[0], {"count": str(len(found))})


def _headings(reading: Reading) -> list[Paragraph]:
    """Headings of the first two layers on lines of their own in someone else's file."""
    return [
        block
        for file, block in _text(reading)
        if file.role(block) in roles.HEADINGS[:2]
        and len(block.text.strip()) <= 40
        and "。" not in block.text.strip()[:-1]
    ]


def old_elements(reading: Reading) -> Iterator[Hit]:
    """FMT-023: elements of the rules of 1999: 主题词, 此页无正文, a date in Chinese numerals."""
    last = max(
        (at for at, one in enumerate(reading.passages) if one.zone in (BODY, ITEM) and not one.attachment),
        default=-1,
    )
    for at, one in enumerate(reading.passages):
        old = OLD.match(one.text)
        dated = WRITTEN_DATE.match(one.text) if one.zone not in (BODY, ITEM, HEADING) or at >= last else None
        if old or dated:
            yield Hit(at, 0, len(one.text), {"text": one.text.strip()[:20]})


def head_rows(reading: Reading) -> Iterator[Hit]:
    """TAB-001: a long table whose first row is not repeated on the next page."""
    for table in _long_tables(reading):
        if not any("tblHeader" in row.look for row in table.rows[:3]):
            yield Hit(-1, values={"count": str(len(table.rows)), "text": table.text[:16]})


def _long_tables(reading: Reading) -> Iterator[Table]:
    known = word_file.of(reading)
    for table in known.file.tables if known else ():
        if len(table.rows) > ROWS_OF_A_PAGE and not table.nested and not table.floats:
            yield table


def pictures(reading: Reading) -> Iterator[Hit]:
    """FMT-021: a picture wider than the text, or in a line of exact height that cuts it off."""
    known = word_file.of(reading)
    lines = word_file.by_line(reading) if known else {}
    for block in known.file.everything() if known else ():
        section = known.file.sections[min(block.section, len(known.file.sections) - 1)] if known else None
        for drawing in block.drawings if section else ():
            extent = drawing.find(WP + "extent")
            if local(drawing) != "inline" or extent is None or section is None:
                continue
            wide, high = (number(extent.get(side, "0")) / EMU_PER_TWIP for side in ("cx", "cy"))
            room = section.twips("pgSz@w") - section.twips("pgMar@left") - section.twips("pgMar@right")
            exact = block.look.get("spacing@lineRule") == "exact"
            if wide > room + NEAR:
                yield _hit(reading, block, {"what": _("比版心宽")}, lines)
            elif exact and high > number(block.look.get("spacing@line", "240")) + NEAR:
                yield _hit(reading, block, {"what": _("所在的行是固定行距，会被裁掉")}, lines)


def _hit(reading: Reading, block: Paragraph, values: dict[str, str], lines: Lines | None = None) -> Hit:
    """A hit at a paragraph of the file; `lines` are the passages by line, where many are asked for."""
    at = (lines or word_file.by_line(reading)).get(block.place, -1)
    same = at >= 0 and "".join(reading.passages[at].text.split())[:6] == "".join(block.text.split())[:6]
    return Hit(at if same else -1, values={"text": block.text.strip()[:16]} | values)


RULES = {
    "HDG-005": kept_apart,
    "FMT-008": blank_lines,
    "FMT-010": line_breaks,
    "FMT-011": pasted,
    "FMT-012": latin_quotes,
    "FMT-019": without_styles,
    "FMT-021": pictures,
    "FMT-020": outline,
    "FMT-023": old_elements,
    "TAB-001": head_rows,
}
