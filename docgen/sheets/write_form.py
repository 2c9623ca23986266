"""A form → the bytes of the workbook that people fill in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from docgen.sheets import faults, style
from docgen.sheets.form import GUIDE, HINT, KEY, VALUE, VALUES
from docgen.sheets.layout import Field, Form, Grid, form
from docgen.sheets.outline_rows import Matrix
from docgen.sheets.save import put_text, saved

if TYPE_CHECKING:
    from docgen.source.values import Record
    from docgen.template.package import Package

LOOK = "填写"
LAST = 2000
"""The last row that drop-downs, validations and rules of a list reach."""
LONGEST_CHOICES = 255
VALUE_WIDTH, HINT_WIDTH = 64, 56
DAY = '=OR({cell}="待填",ISNUMBER(DATEVALUE({cell})))'


def write(package: Package, plan: Record) -> bytes:
    """The form of a template, filled with the values of `plan`. Raises `NotInstalled` without openpyxl."""
    required = {*package.schema.mapping.get("required", ())}
    required |= {section.key for section in package.sections if section.expected == "必须"}
    return _written(form(package.schema.shape, plan, tuple(sorted(required))), package.name)


def _written(form: Form, name: str) -> bytes:
    try:
        import openpyxl
    except ImportError as absent:
        raise faults.not_installed() from absent
    book = openpyxl.Workbook()
    _values(book.active, form)
    for grid in form.grids:
        _grid(book.create_sheet(grid.name), grid)
    for table, matrix in form.tables.items():
        _table(book.create_sheet(table), matrix)
    _guide(book.create_sheet(GUIDE), name, form)
    return saved(book)


def _values(sheet: Any, form: Form) -> None:
    from openpyxl.styles import Font, PatternFill

    sheet.title = VALUES
    style.head(sheet, 1, (KEY, VALUE, HINT))
    for row, field in enumerate((*form.fields, *form.further), 2):
        cells = [sheet.cell(row, column) for column in (1, 2, 3)]
        put_text(cells[0], f"{field.name}*" if field.required else field.name)
        if field.value:
            put_text(cells[1], field.value)
        put_text(cells[2], field.hint)
        for cell in cells:
            _prepare(cell)
        cells[0].font = Font(bold=True, color=style.REQUIRED if field.required else None)
        cells[2].font = Font(color="7F7F7F")
        if field in form.further:
            cells[0].fill = PatternFill("solid", start_color=style.OPTIONAL_FILL)
        lines = max(style.lines_in(field.value, VALUE_WIDTH), style.lines_in(field.hint, HINT_WIDTH))
        sheet.row_dimensions[row].height = min(16.0 * lines + 2, 400)
        _validate(sheet, field, f"B{row}", f"B{row}")
    for letter, columns in zip("ABC", (22, VALUE_WIDTH, HINT_WIDTH), strict=True):
        sheet.column_dimensions[letter].width = columns
    style.for_print(sheet, 1, landscape=True)


def _grid(sheet: Any, grid: Grid) -> None:
    from openpyxl.utils import get_column_letter

    names = [column.name for column in grid.columns]
    style.head(sheet, 1, names, [column.required for column in grid.columns])
    for row, line in enumerate(grid.rows, 2):
        for number, name in enumerate(names, 1):
            if line.get(name):
                put_text(sheet.cell(row, number), line[name])
    last = len(grid.rows) + 1
    for number, column in enumerate(grid.columns, 1):
        letter = get_column_letter(number)
        for row in range(2, last + 1):
            _prepare(sheet.cell(row, number))
        texts = [column.name + "*", *(line.get(column.name, "") for line in grid.rows)]
        sheet.column_dimensions[letter].width = style.width(texts)
        style.ready(sheet.column_dimensions[letter])
        _comment(sheet.cell(1, number), column)
        _validate(sheet, column, f"{letter}2", f"{letter}2:{letter}{LAST}")
    style.rule_filled(sheet, f"A2:{get_column_letter(len(names))}{LAST}")
    style.heighten(sheet, 2, [[line.get(name, "") for name in names] for line in grid.rows])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{len(grid.rows) + 1}"
    style.for_print(sheet, 1, landscape=True)


def _table(sheet: Any, matrix: Matrix) -> None:
    from openpyxl.utils import get_column_letter

    style.head(sheet, 1, matrix[0])
    for row, line in enumerate(matrix[1:], 2):
        for number, text in enumerate(line, 1):
            _prepare(sheet.cell(row, number))
            if text:
                put_text(sheet.cell(row, number), text)
    for number in range(1, len(matrix[0]) + 1):
        texts = [line[number - 1] for line in matrix]
        sheet.column_dimensions[get_column_letter(number)].width = style.width(texts)
    style.heighten(sheet, 2, matrix[1:])
    style.for_print(sheet, 1, landscape=False)


def _prepare(cell: Any) -> None:
    """A cell to be filled in: what is typed into it stays as typed. The look is made once a workbook
    and then copied, which takes a tenth of the time."""
    from openpyxl.styles import Alignment, NamedStyle

    book = cell.parent.parent
    if LOOK not in book.named_styles:
        look = NamedStyle(LOOK, number_format="@", border=style.border())
        look.alignment = Alignment(vertical="top", wrap_text=True)
        book.add_named_style(look)
    quoted = cell.quotePrefix
    cell.style = LOOK
    if quoted:
        cell.quotePrefix = True


def _comment(cell: Any, column: Field) -> None:
    from openpyxl.comments import Comment

    parts = ["必填。" if column.required else "", column.hint]
    if column.kind == "day":
        parts.append("日期写成 2026-09-01 的样子。")
    text = "".join(parts)
    if text:
        cell.comment = Comment(text, "docgen", width=240, height=24 + 18 * style.lines_in(text, 32))


def _validate(sheet: Any, field: Field, cell: str, cells: str) -> None:
    """A drop-down for choices; a day has to be one, and a number a number. What is typed all the same is
    asked about, not refused: 待填 may stand anywhere."""
    from openpyxl.worksheet.datavalidation import DataValidation

    choices = ",".join(field.choices)
    if field.choices and len(choices) < LONGEST_CHOICES:
        rule = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True)
        sentence = "请从下拉列表里选：{choices}".format(choices="、".join(field.choices))
    elif field.kind == "day":
        rule = DataValidation(type="custom", formula1=DAY.format(cell=cell), allow_blank=True)
        sentence = "日期写成 2026-09-01 的样子；一时定不下来就写“待填”"
    else:
        return
    rule.errorStyle = "warning"
    rule.errorTitle, rule.error = "请核对", sentence
    rule.showErrorMessage = True
    rule.add(cells)
    sheet.add_data_validation(rule)


def _guide(sheet: Any, name: str, form: Form) -> None:
    from openpyxl.styles import Alignment, Font

    lists = "、".join(grid.name for grid in form.grids)
    for row, text in enumerate(_sentences(name, lists), 1):
        cell = sheet.cell(row, 1)
        put_text(cell, text)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        cell.font = Font(bold=row == 1, size=14 if row == 1 else 11)
    sheet.column_dimensions["A"].width = 96
    style.on_a4(sheet, landscape=False)


def _sentences(name: str, lists: str) -> Sequence[str]:
    return (
        f"《{name}》填报表怎样填",
        "表里已经填好一份样例，可以直接生成。把样例换成本单位的内容，不需要的行整行删去。",
        "红字带*的必须填。一时定不下来的写“待填”，生成时会逐处提醒。",
        "“基本信息”每行一项：左边是项目，不要改；中间填内容；右边是说明。灰底的可以不填。",
        "一格里要写几行（几个主送机关、几个自然段），按Alt+Enter换行。",
        f"其余各表（{lists}）每行一项，列名不要改；多出来的列、行可以删去，列的先后可以调换。",
        "“正文”每行是标题、段落、条目或者表格；不要自己写序号，一、（一）1.由程序编。",
        "表格单独放一张表，在“行”一列写“#”和表名，如：#表1。",
        "日期写成 2026-09-01 的样子；活动的日期也可以写 10月上旬、第5周。",
        "填好后保存，运行：docgen check 填报.xlsx，没有问题再运行：docgen build 填报.xlsx",
    )
