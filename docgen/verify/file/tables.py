"""Tables in the text: as wide as they say, within the text area, rows whole, heads repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docgen.formats import twips
from docgen.i18n import _
from docgen.ooxml.values import number
from docgen.verify.file import roles as role
from docgen.verify.file.outcomes import gathered, mm, pt, told
from docgen.verify.file.paper import File, Paragraph, Table
from docgen.verify.file.properties import side as side_words
from docgen.verify.measure import Outcome, Spot, Survey

CLOSE = 28
"""Twips: the margin of cells in a table that is set close to stand on one page (0.5 mm)."""
OUTER, INNER = ("top", "left", "bottom", "right"), ("insideH", "insideV")
EIGHTHS = 8
LOOSE = 113  # twips: 2 mm
Measure = Callable[[File, Table], Iterator[Outcome]]


def _each(measure: Measure, file: File) -> list[Outcome]:
    return gathered(outcome for table in _plain(file) for outcome in measure(file, table))


def agreed(file: File) -> list[Outcome]:
    """The widths of every table, that of a joint issue's mark too."""
    tables = [table for table in file.tables if not table.floats and not table.nested]
    measures = (agreement, settings, whole)
    return gathered(outcome for table in tables for measure in measures for outcome in measure(file, table))


def _plain(file: File) -> list[Table]:
    """The tables of the text; in a paper of docgen those made of its styles."""
    tables = [table for table in file.tables if not table.floats and not table.nested]
    if not file.own:
        return tables
    kinds = (role.TABLE_TEXT, role.TABLE_HEAD)
    return [table for table in tables if any(file.role(one) in kinds for one in table.paragraphs())]


def _place(table: Table) -> tuple[Spot, ...]:
    return (Spot("word/document.xml", table.place, _("表格"), table.text[:24]),)


def _room(file: File, table: Table) -> int:
    section = file.sections[min(table.section, len(file.sections) - 1)]
    return section.twips("pgSz@w") - section.twips("pgMar@left") - section.twips("pgMar@right")


def width(file: File, table: Table) -> Iterator[Outcome]:
    """Within the text area."""
    room, found = _room(file, table), sum(table.grid)
    if table.look.get("tblW@type") == "dxa" and file.own:
        found = max(found, number(table.look.get("tblW@w", "0")))
    limit = room + (1 if file.own else LOOSE)
    yield told(
        _("表格的宽"),
        _("不超过版心{width}").format(width=mm(room)),
        mm(found),
        found <= limit,
        _place(table),
        hint=_("“表格属性—列”把各列改窄，使表格不宽于版心"),
    )


def agreement(file: File, table: Table) -> Iterator[Outcome]:
    """The table, its columns and its cells say the same widths."""
    if not file.own:
        return
    total = sum(table.grid)
    said = number(table.look.get("tblW@w", "0"))
    hint = _("“表格属性—列”重新设定各列的宽")
    right = abs(said - total) <= 1 and table.look.get("tblW@type") == "dxa"
    yield told(_("表格的宽与各列之和"), mm(total), mm(said), right, _place(table), hint=hint)
    for row in table.rows:
        at = 0
        for cell in row.cells:
            wanted = sum(table.grid[at : at + cell.span])
            at += cell.span
            kind = cell.look.get("tcW@type", "dxa")
            right = abs(cell.width - wanted) <= 1 and kind == "dxa"
            yield told(_("单元格的宽"), mm(wanted), mm(cell.width), right, _place(table), hint=hint)
        yield told(
            _("一行的列数"), str(len(table.grid)), str(at), at == len(table.grid), _place(table), hint=hint
        )


def settings(file: File, table: Table) -> Iterator[Outcome]:
    """Fixed widths, in the middle, no indent."""
    wanted = {"tblLayout@type": "fixed", "jc@val": "center", "tblInd@w": "0"}
    names = {"tblLayout@type": _("自动重调尺寸"), "jc@val": _("表格对齐"), "tblInd@w": _("表格的左缩进")}
    for key, text in wanted.items() if file.own else ():
        found = table.look.get(key, text if key == "tblInd@w" else "")
        hint = _("“表格属性”里取消自动重调尺寸，对齐方式选居中")
        yield told(names[key], text, found, found == text, _place(table), hint=hint)


def rules(file: File, table: Table) -> Iterator[Outcome]:
    look = file.format.tables
    for side in (*OUTER, *INNER) if file.own else ():
        size = round((look.outer if side in OUTER else look.inner) * EIGHTHS)
        path = f"tblBorders/{side}"
        kind, found = table.look.get(f"{path}@val", "none"), number(table.look.get(f"{path}@sz", "0"))
        right = kind == "single" and found == size
        hint = _("“边框和底纹”里把线宽设为{points:g}磅").format(points=size / EIGHTHS)
        yield told(
            _("表格的框线"),
            _("单线{points:g}磅").format(points=size / EIGHTHS),
            _("{kind} {points:g}磅").format(kind=kind, points=found / EIGHTHS),
            right,
            _place(table),
            hint=hint,
        )
        colour = table.look.get(f"{path}@color", "auto")
        right = colour in ("auto", "000000")
        yield told(
            _("表格框线的颜色"), _("黑色"), _("黑色") if right else colour, right, _place(table), hint=hint
        )


def margins(file: File, table: Table) -> Iterator[Outcome]:
    wanted = twips(file.format.tables.margin)
    for side in ("left", "right") if file.own else ():
        found = number(table.look.get(f"tblCellMar/{side}@w", "0"))
        hint = _("“表格属性—选项”的单元格左右边距设为{value}").format(value=mm(wanted))
        right = found == wanted or (found == CLOSE and _is_crowded(table))
        yield told(_("单元格边距"), mm(wanted), mm(found), right, _place(table), hint=hint)


def _is_crowded(table: Table) -> bool:
    """Whether a table was set closer to stand on one page: it has lines of an exact height of its own."""
    paragraphs = (one for row in table.rows for cell in row.cells for one in cell.paragraphs)
    return all("spacing@line" in one.own for one in paragraphs)


def rows(file: File, table: Table) -> Iterator[Outcome]:
    """The head is repeated on each page, and kept with the first row below it."""
    hint = _("“表格属性—行”里表头行勾选“在各页顶端以标题行形式重复出现”")
    words = {True: _("是"), False: _("否")}
    for row in table.rows if file.own else ():
        cells = [one for cell in row.cells for one in cell.paragraphs]
        head = any(file.role(one) == role.TABLE_HEAD for one in cells)
        found = row.look.get("tblHeader") == "1"
        yield told(_("表头在各页重复"), words[head], words[found], found is head, _place(table), hint=hint)
        kinds = {file.role(one) for one in cells} - {""}
        alike = kinds <= {role.TABLE_HEAD} or kinds <= {role.TABLE_TEXT}
        kind = _("表头或表格文字")
        names = "、".join(sorted(kinds))
        yield told(_("一行文字的样式"), kind, kind if alike else names, alike, _place(table), hint=hint)
        for one in cells if head else ():
            kept = one.look.get("keepNext") == "1"
            yield told(_("表头与下一行同页"), words[True], words[kept], kept, _place(table), hint=hint)


def whole(file: File, table: Table) -> Iterator[Outcome]:
    """No row breaks over a page."""
    hint = _("“表格属性—行”里取消“允许跨页断行”")
    words = {True: _("否"), False: _("是")}
    for row in table.rows if file.own else ():
        kept = row.look.get("cantSplit") == "1"
        yield told(_("表格的行跨页断开"), words[True], words[kept], kept, _place(table), hint=hint)


def cells(file: File, table: Table) -> Iterator[Outcome]:
    """Text stands in the middle of the height of its cell."""
    for row in table.rows if file.own else ():
        for cell in row.cells:
            found = cell.look.get("vAlign@val", "top")
            hint = _("“表格属性—单元格”的垂直对齐方式选居中")
            yield told(_("单元格的垂直对齐"), _("居中"), found, found == "center", _place(table), hint=hint)


def columns(file: File, table: Table) -> Iterator[Outcome]:
    """A column of amounts stands right as a whole; no cell is left ragged."""
    by_column: dict[int, list[Paragraph]] = {}
    for row in table.rows if file.own else ():
        at = 0
        for cell in row.cells:
            texts = [one for one in cell.paragraphs if file.role(one) == role.TABLE_TEXT]
            by_column.setdefault(at, []).extend(texts if cell.span == 1 else ())
            at += cell.span
    for at, paragraphs in by_column.items():
        found = {one.look.get("jc@val", "left") for one in paragraphs}
        right = found <= {"left", "both", "center"} or found == {"right"}
        words = "、".join(sorted(map(side_words, found)))
        what = _("表格第{number}列的对齐").format(number=at + 1)
        hint = _("选中这一列，“段落—对齐方式”选同一种")
        if found:
            yield told(what, _("整列相同"), words, right, _place(table), hint=hint)


def uniform(file: File, table: Table) -> Iterator[Outcome]:
    """One size and one pitch in a table, a crowded one's smaller."""
    cells = [one for one in table.paragraphs() if file.role(one) in (role.TABLE_TEXT, role.TABLE_HEAD)]
    runs = (run for one in cells for run in one.runs if run.text.strip())
    sizes = {number(run.look.get("sz@val", "20")) / 2 for run in runs}
    pitches = {number(one.look.get("spacing@line", "240")) for one in cells}
    if file.own and sizes:
        words = "、".join(f"{size:g}" for size in sorted(sizes))
        hint = _("选中整个表格，设同一字号和行距")
        yield told(_("表格的字号"), _("一种"), words, len(sizes) == 1, _place(table), hint=hint)
        words = "、".join(map(pt, sorted(pitches)))
        yield told(_("表格的行距"), _("一种"), words, len(pitches) == 1, _place(table), hint=hint)


def _survey(id: str, problem: str, clause: str, measure: Measure) -> Survey[File]:
    return Survey(f"file.table.{id}", problem, clause, lambda file: _each(measure, file))


SURVEYS = (
    _survey("width", "SET-611", "5.2.1", width),
    Survey("file.table.agreement", "SET-612", "5.2.1", agreed),
    _survey("rules", "SET-614", "", rules),
    _survey("margins", "SET-615", "", margins),
    _survey("rows", "SET-616", "", rows),
    _survey("cells", "SET-617", "", cells),
    _survey("columns", "SET-618", "", columns),
    _survey("type", "SET-619", "", uniform),
)
