"""版记: a table on the lower edge of the text area of the last page, its rules and its lines (clause 7.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.formats import twips
from docgen.i18n import _
from docgen.ooxml.values import number
from docgen.verify.file import roles as role
from docgen.verify.file.head import is_letter
from docgen.verify.file.looks import SPACER, spot
from docgen.verify.file.outcomes import gathered, mm, pt, told
from docgen.verify.file.paper import File, Paragraph, Table
from docgen.verify.measure import Outcome, Spot, Survey

EIGHTHS_PER_MM = 8 * 72 / 25.4
LABELS = ("主送：", "抄送：")
NEAR = 3  # twips


def _tables(file: File) -> list[Table]:
    return [one for one in file.tables if any(file.role(two) == role.COLOPHON for two in one.paragraphs())]


def _place(table: Table) -> tuple[Spot, ...]:
    return (Spot("word/document.xml", table.place, _("版记"), table.text[:24]),)


def place(file: File) -> Iterator[Outcome]:
    """It floats on the foot of the text area, from its left edge."""
    hint = _("“表格属性—定位”：垂直相对于页边距的底端，水平相对于页面{left}").format(
        left=mm(twips(file.format.core.left))
    )
    for table in _tables(file) if file.own else ():
        wanted = {
            "vertAnchor": "margin",
            "horzAnchor": "page",
            "tblpYSpec": "bottom",
            "tblpX": str(twips(file.format.core.left)),
            "tblpXSpec": "",
            "tblpY": "",
            "leftFromText": "0",
            "rightFromText": "0",
        }
        found = {name: table.look.get(f"tblpPr@{name}", "") for name in wanted}
        for name, text in wanted.items():
            right = found[name] == text or (text == "0" and not found[name])
            yield told(
                _("版记的定位"), f"{name}={text}", f"{name}={found[name]}", right, _place(table), hint=hint
            )
        overlap = table.look.get("tblOverlap@val", "overlap")
        yield told(_("版记与其他表格重叠"), "never", overlap, overlap == "never", _place(table), hint=hint)


def width(file: File) -> Iterator[Outcome]:
    """As wide as the text area, without margins in its cells."""
    wanted = file.format.text_width
    hint = _("“表格属性—表格”的宽度设为{width}，单元格边距为0").format(width=mm(wanted))
    for table in _tables(file) if file.own else ():
        widths = [sum(table.grid), number(table.look.get("tblW@w", "0"))]
        widths += [cell.width for row in table.rows for cell in row.cells]
        for found in widths:
            yield told(
                _("版记的宽"), mm(wanted), mm(found), abs(found - wanted) <= NEAR, _place(table), hint=hint
            )
        for key in ("tblInd@w", "tblCellMar/left@w", "tblCellMar/right@w"):
            found = number(table.look.get(key, "0"))
            yield told(_("版记的缩进和单元格边距"), mm(0), mm(found), not found, _place(table), hint=hint)
        fixed = table.look.get("tblLayout@type", "autofit")
        yield told(
            _("版记的列宽"), "fixed", fixed, fixed == "fixed", _place(table), hint=_("取消自动重调尺寸")
        )
        kind = table.look.get("tblW@type", "auto")
        yield told(_("版记的宽度单位"), "dxa", kind, kind == "dxa", _place(table), hint=hint)
        for row in table.rows:
            whole = row.look.get("cantSplit") == "1"
            words = {True: _("否"), False: _("是")}
            yield told(_("版记的行跨页断开"), words[True], words[whole], whole, _place(table))


def rules(file: File) -> Iterator[Outcome]:
    """The first and the last thick, those between thin, all black; a letter has none (10.1)."""
    look = file.format.colophon
    for table in _tables(file) if file.own else ():
        last = len(table.rows) - 1
        for at, row in enumerate(table.rows):
            for cell in row.cells:
                for side, outer in (("top", at == 0), ("bottom", at == last)):
                    wanted = (
                        0
                        if is_letter(file)
                        else round((look.outer if outer else look.inner) * EIGHTHS_PER_MM)
                    )
                    yield from _rule(table, cell.look, side, wanted)


def _rule(table: Table, look: Any, side: str, wanted: int) -> Iterator[Outcome]:
    path = f"tcBorders/{side}"
    kind, found = look.get(f"{path}@val", "none"), number(look.get(f"{path}@sz", "0"))
    drawn = 0 if kind in ("none", "nil") else found
    points = _("{points:g}磅")
    hint = _("“边框和底纹”里设版记的线：首末条0.35毫米、中间0.25毫米，黑色单线")
    yield told(
        _("版记的分隔线"),
        points.format(points=wanted / 8),
        points.format(points=drawn / 8),
        drawn == wanted and kind in ("single", "none", "nil"),
        _place(table),
        hint=hint,
    )
    colour = look.get(f"{path}@color", "000000")
    right = not drawn or colour.lower() in ("000000", "auto")
    yield told(
        _("版记分隔线的颜色"), _("黑色"), _("黑色") if right else colour, right, _place(table), hint=hint
    )


def lines(file: File) -> Iterator[Outcome]:
    """One character from both sides; what goes on begins under the first name."""
    char = round(file.format.colophon.size * 20)
    edge = round(file.format.colophon.edge * char)
    for paragraph in file.having(role.COLOPHON) if file.own else ():
        label = next((one for one in LABELS if paragraph.text.startswith(one)), "")
        hanging = len(label) * char
        hint = _("版记左右各空{count:g}字，回行与{label}后的首字对齐").format(
            count=file.format.colophon.edge, label=label or _("名称")
        )
        for name, wanted in (
            ("left", edge + hanging),
            ("right", edge),
            ("hanging", hanging),
            ("firstLine", 0),
        ):
            found = paragraph.twips(name)
            right = abs(found - wanted) <= NEAR
            yield told(
                _("版记的缩进"), pt(wanted), pt(found), right, (spot(paragraph, role.COLOPHON),), hint=hint
            )
        side = paragraph.look.get("jc@val", "left")
        wanted_side = "both" if label else "left"
        yield told(
            _("版记的对齐"),
            wanted_side,
            side,
            side == wanted_side,
            (spot(paragraph, role.COLOPHON),),
            hint=hint,
        )
        if not label and "\t" in paragraph.text:
            stop = file.format.text_width - edge
            tabs = paragraph.own.get("tabs", "")
            right = tabs == f"right:{stop}"
            yield told(
                _("印发日期的制表位"),
                f"right:{stop}",
                tabs,
                right,
                (spot(paragraph, role.COLOPHON),),
                hint=hint,
            )


def kept(file: File) -> Iterator[Outcome]:
    """All its lines but the last are kept with the next, so that it goes to the next page whole."""
    for table in _tables(file) if file.own else ():
        paragraphs = list(table.paragraphs())
        for paragraph in paragraphs[:-1]:
            found = paragraph.look.get("keepNext") == "1"
            words = {True: _("开"), False: _("关")}
            yield told(
                _("版记的与下段同页"),
                words[True],
                words[found],
                found,
                (spot(paragraph, role.COLOPHON),),
                hint=_("“段落—换行和分页”里勾选“与下段同页”"),
            )


def last(file: File) -> Iterator[Outcome]:
    """Nothing stands behind it but the paragraph that holds it."""
    tables = _tables(file)
    if not tables:
        return
    after = file.body[file.body.index(tables[-1]) + 1 :]
    text = [one for one in after if isinstance(one, Table) or not one.is_blank]
    high = [one for one in after if isinstance(one, Paragraph) and _height(one) > SPACER]
    right = not text and (not file.own or not high)
    place = tuple(spot(one, "") for one in text if isinstance(one, Paragraph))
    yield told(
        _("版记之后"),
        _("没有内容"),
        _("没有内容") if right else _("还有内容"),
        right,
        place or _place(tables[-1]),
        hint=_("版记是公文的最后一个要素，把它后面的内容移到前面"),
    )


def _height(paragraph: Paragraph) -> float:
    line = number(paragraph.look.get("spacing@line", "240"))
    if paragraph.look.get("spacing@lineRule", "auto") == "auto":
        return line / 240 * 1.3 * paragraph.size * 20
    return line


def _survey(id: str, problem: str, clause: str, measure: Any) -> Survey[File]:
    return Survey(f"file.colophon.{id}", problem, clause, lambda file: gathered(measure(file)))


SURVEYS = (
    _survey("place", "SET-661", "7.4.1", place),
    _survey("width", "SET-662", "7.4.1", width),
    _survey("rules", "SET-663", "7.4.1", rules),
    _survey("lines", "SET-664", "7.4.2", lines),
    _survey("kept", "SET-665", "7.4", kept),
    _survey("last", "SET-666", "7.4", last),
)
