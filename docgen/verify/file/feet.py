"""Page numbers in the footers (clause 7.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.faces import role as face_role
from docgen.formats import TWIPS_PER_MM, twips
from docgen.i18n import _
from docgen.ooxml.values import W, get, local, number
from docgen.verify.file.outcomes import advice, gathered, mm, told
from docgen.verify.file.paper import File, Paragraph, Section
from docgen.verify.file.properties import side as side_words
from docgen.verify.file.properties import size as size_words
from docgen.verify.file.wanted import DEFAULTS
from docgen.verify.measure import Outcome, Spot, Survey

OUTSIDE, CENTRE = "外侧", "居中"
BELOW_BASELINE, DASH = 0.2, 0.38  # of the line's height; of the type's size
NEAR, NEAR_OWN = 57, 6  # twips
PARTS = ["begin", "separate", "end"]


def numbered(file: File) -> list[Outcome]:
    """Every section shows its number, on odd and on even pages, unless it is meant to have none."""
    return gathered(_numbered(file))


def _numbered(file: File) -> Iterator[Outcome]:
    for section in file.sections:
        for kind in _kinds(file):
            parts = [part for part in (section.footers.get(kind), section.headers.get(kind)) if part]
            shows = any("PAGE" in fields_of(root) for _name, root in parts)
            if file.own and parts and _is_bare(section):
                continue
            words = {"default": _("奇数页"), "even": _("偶数页")}
            what = _("第{number}节{kind}的页码").format(number=section.at + 1, kind=words[kind])
            hint = _("在页脚插入页码，样式为{pattern}").format(
                pattern=file.format.page_number.pattern.format(1)
            )
            yield told(what, _("有"), _("有") if shows else _("没有"), shows, hint=hint)


def _kinds(file: File) -> tuple[str, ...]:
    return ("default", "even") if file.format.page_number.position == OUTSIDE else ("default",)


def _is_bare(section: Section) -> bool:
    """Whether none of its pages is meant to show a number (7.5: a blank page and the colophon after it)."""
    return not any(
        "PAGE" in fields_of(root) for _name, root in (*section.footers.values(), *section.headers.values())
    )


def fields_of(root: Any) -> list[str]:
    """The fields of a part by their names, broken ones as they are."""
    simple = [get(one, "instr") for one in root.iter(W + "fldSimple")]
    texts = [one.text or "" for one in root.iter(W + "instrText") if not _is_fallback(one)]
    return [text.split()[0] for text in (*simple, *texts) if text.split()]


def _is_fallback(element: Any) -> bool:
    return any(local(up) == "Fallback" for up in element.iterancestors())


def fields(file: File) -> list[Outcome]:
    """A field has its beginning, its instruction, its separator and its end: WPS drops it otherwise."""
    return gathered(_field(name, root) for name, root in _numbers(file))


def _numbers(file: File) -> list[tuple[str, Any]]:
    """The parts that are meant to show the page number, each once."""
    found = {
        name: root
        for section in file.sections
        for name, root in (*section.footers.values(), *section.headers.values())
        if any(True for _one in root.iter(W + "fldChar", W + "instrText", W + "fldSimple"))
    }
    return list(found.items())


def _field(name: str, root: Any) -> Outcome:
    kinds = [get(one, "fldCharType") for one in root.iter(W + "fldChar") if not _is_fallback(one)]
    simple = any(True for _one in root.iter(W + "fldSimple"))
    whole = kinds == PARTS * (len(kinds) // 3) and (simple or bool(kinds))
    names = fields_of(root)
    right = whole and names == ["PAGE"] * len(names) and bool(names)
    return told(
        _("页码域"),
        "PAGE",
        "、".join(names) if whole else _("不完整"),
        right,
        (Spot(name),),
        hint=_("删去页脚里的页码，重新插入"),
    )


def text(file: File) -> list[Outcome]:
    """What stands around the number: — 1 —."""
    pattern = file.format.page_number.pattern
    return gathered(
        told(
            _("页码的样式"),
            pattern.format(1),
            one.text.strip(),
            _shape(one.text) == _shape(pattern.format("1")),
            _place(one),
            hint=_("页码改为{pattern}，数字左右各一条一字线").format(pattern=pattern.format(1)),
            weight=advice(file),
        )
        for one in _lines(file)
    )


def _shape(text: str) -> str:
    return "".join("#" if character.isdigit() else character for character in text.strip())


def _lines(file: File) -> list[Paragraph]:
    """The paragraphs of headers and footers that show the number."""
    named = {name for name, _root in _numbers(file)}
    return [one for one in file.around if one.part in named and any(map(str.isdigit, one.text))]


def _place(paragraph: Paragraph) -> tuple[Spot, ...]:
    return (Spot(paragraph.part, paragraph.place, _("页码"), paragraph.text.strip()),)


def look(file: File) -> list[Outcome]:
    """Face, size, colour of the number."""
    return gathered(outcome for paragraph in _lines(file) for outcome in _look(file, paragraph))


def _look(file: File, paragraph: Paragraph) -> Iterator[Outcome]:
    number_look = file.format.page_number
    hint = _("页码设为{face}{size}磅").format(face=number_look.face, size=f"{number_look.size:g}")
    size = str(round(number_look.size * 2))
    for run in (run for run in paragraph.runs if run.text.strip()):
        for script in ("ascii", "hAnsi", "eastAsia", "cs") if file.own else ("ascii",):
            found = file.styles.face(run.look, script)
            right = face_role(found) == face_role(number_look.face)
            yield told(_("页码字体"), number_look.face, found, right, _place(paragraph), hint=hint)
        for key in ("sz@val", "szCs@val") if file.own else ("sz@val",):
            found = run.look.get(key, "20")
            yield told(
                _("页码字号"),
                size_words(size),
                size_words(found),
                found == size,
                _place(paragraph),
                hint=hint,
            )
        for key in ("color@val", "b", "i", "u@val", "vanish", "position@val", "w@val") + (
            ("spacing@val",) * file.own
        ):
            found, wanted = run.look.get(key, DEFAULTS[key]), DEFAULTS[key]
            right = found == wanted or found in ("000000", "none")
            yield told(_("页码的其他格式"), _("无"), found, right, _place(paragraph), hint=hint)


def side(file: File) -> list[Outcome]:
    """Odd pages have their number right, even ones left, one character from the edge."""
    return gathered(_sides(file))


def _sides(file: File) -> Iterator[Outcome]:
    position = file.format.page_number.position
    by_part = {one.part: one for one in _lines(file)}
    for section in file.sections:
        around = section.headers if section.landscape else section.footers
        for kind in _kinds(file):
            paragraph = by_part.get(around.get(kind, ("",))[0])
            if paragraph is not None and (file.own or not section.landscape):
                wanted = "center" if position == CENTRE else "left" if kind == "even" else "right"
                yield from _at(file, section, paragraph, wanted)


def _at(file: File, section: Section, paragraph: Paragraph, wanted: str) -> Iterator[Outcome]:
    found = {"start": "left", "end": "right"}.get(
        paragraph.look.get("jc@val", "left"), paragraph.look.get("jc@val", "left")
    )
    hint = _("奇数页页码右对齐、偶数页左对齐，各缩进{count:g}字符").format(count=file.format.page_number.edge)
    framed = "framePr@w" in paragraph.look or "framePr@xAlign" in paragraph.look
    found = paragraph.look.get("framePr@xAlign", found) if framed else found
    found = {"outside": wanted, "inside": _("内侧")}.get(found, found)
    yield told(
        _("页码的位置"), side_words(wanted), side_words(found), found == wanted, _place(paragraph), hint=hint
    )
    edge = round(file.format.page_number.edge * file.format.page_number.size * 20)
    for name in ("left", "right"):
        margin = _margin(file, name) if section.landscape else 0
        needed = margin + (edge if name == wanted else 0)
        measured = paragraph.twips(name)
        near = NEAR_OWN if file.own else NEAR
        right = abs(measured - needed) <= near or (not file.own and wanted != name)
        what = _("页码左侧的缩进") if name == "left" else _("页码右侧的缩进")
        yield told(what, mm(needed), mm(measured), right, _place(paragraph), hint=hint, weight=advice(file))
    for name in ("firstLine", "hanging"):
        yield told(
            _("页码的首行缩进"),
            mm(0),
            mm(paragraph.twips(name)),
            not paragraph.twips(name),
            _place(paragraph),
            hint=hint,
        )


def _margin(file: File, name: str) -> int:
    """From the edge of the upright sheet to its text area, in twips."""
    sheet, core = file.format.sheet, file.format.core
    return twips(core.left if name == "left" else sheet.width - core.left - core.width)


def below(file: File) -> list[Outcome]:
    """The dash stands 7 mm below the text area, as far as an exact line tells."""
    return gathered(_below(file))


def _below(file: File) -> Iterator[Outcome]:
    by_part = {one.part: one for one in _lines(file)}
    gap = round(file.format.page_number.gap * TWIPS_PER_MM)
    for section in (one for one in file.sections if not one.landscape):
        for name, _root in section.footers.values():
            paragraph = by_part.get(name)
            if paragraph is None:
                continue
            line = number(paragraph.look.get("spacing@line", "240"))
            exact = paragraph.look.get("spacing@lineRule") == "exact"
            high = line if exact else 1.3 * paragraph.size * 20
            dash = BELOW_BASELINE * high + DASH * paragraph.size * 20
            after = number(paragraph.look.get("spacing@after", "0"))
            found = section.twips("pgMar@bottom") - section.twips("pgMar@footer") - dash - after
            near = NEAR_OWN if file.own and exact else 2 * NEAR
            yield told(
                _("一字线距版心下边缘"),
                mm(gap),
                mm(found),
                abs(found - gap) <= near,
                _place(paragraph),
                hint=_("调整“页脚距边界”，页码行距设为固定值"),
                weight=advice(file),
            )


def exact(file: File) -> list[Outcome]:
    """The number's line in a paper of docgen: exact, nothing above or below it."""
    if not file.own:
        return []
    wanted = {"spacing@lineRule": "exact", "spacing@before": "0", "spacing@after": "0", "snapToGrid": "0"}
    return gathered(
        told(
            _("页码行的格式"),
            text,
            found,
            found == text,
            _place(one),
            hint=_("页码行距设为固定值，段前段后为0"),
        )
        for one in _lines(file)
        for key, text in wanted.items()
        for found in [one.look.get(key, DEFAULTS[key])]
    )


def start(file: File) -> list[Outcome]:
    """Numbers run on from section to section (7.5)."""

    def measure(section: Section) -> Outcome:
        found = section.look.get("pgNumType@start", "")
        form = section.look.get("pgNumType@fmt", "decimal")
        right = (not found or (section.at == 0 and found == "1")) and form in ("decimal", "numberInDash")
        words = found or form if not right else _("续前节")
        hint = _("“设置页码格式”选“续前节”，编号格式选1,2,3")
        return told(_("页码的编号"), _("续前节"), words, right, (Spot("word/document.xml"),), hint=hint)

    return gathered(map(measure, file.sections))


SURVEYS = (
    Survey("file.foot.number", "SET-601", "7.5", numbered),
    Survey("file.foot.field", "SET-602", "7.5", fields),
    Survey("file.foot.text", "SET-603", "7.5", text),
    Survey("file.foot.look", "SET-604", "7.5", look),
    Survey("file.foot.side", "SET-605", "7.5", side),
    Survey("file.foot.below", "SET-606", "7.5", below),
    Survey("file.foot.line", "SET-607", "7.5", exact),
    Survey("file.foot.start", "SET-608", "7.5", start),
)
