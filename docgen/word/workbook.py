"""The workbook inside a chart, which Word opens for “编辑数据”: one sheet, the names of the series above,
the categories at the left."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.document import Chart
from docgen.word import names
from docgen.word.archive import pack, part
from docgen.word.runs import attribute

SHEET = "Sheet1"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

TYPES = (
    f'{names.HEAD}<Types xmlns="{names.PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KIND}.worksheet+xml"/></Types>'
)
BOOK = (
    f'{names.HEAD}<workbook xmlns="{SPREADSHEET}" xmlns:r="{names.OFFICE}">'
    f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def relations(kind: str, target: str) -> str:
    """The relationships of a part that has but one, `rId1`."""
    return (
        f'{names.HEAD}<Relationships xmlns="{names.PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{names.OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def workbook(chart: Chart) -> bytes:
    """An .xlsx with the data of `chart`; the same chart gives the same bytes."""
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": relations("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": _sheet(chart),
    }
    return pack(part(name, xml.encode("utf-8", "replace")) for name, xml in parts.items())


def column(number: int) -> str:
    """The letter of the column of series `number`, from 0: column A has the categories."""
    return chr(ord("B") + number)


def _sheet(chart: Chart) -> str:
    rows = "".join(f'<row r="{at}">{"".join(cells)}</row>' for at, cells in enumerate(_rows(chart), 1))
    return f'{names.HEAD}<worksheet xmlns="{SPREADSHEET}"><sheetData>{rows}</sheetData></worksheet>'


def _rows(chart: Chart) -> Iterator[list[str]]:
    yield [_text(f"{column(at)}1", series.name) for at, series in enumerate(chart.series)]
    for row, category in enumerate(chart.categories, 2):
        numbers = (series.numbers[row - 2] for series in chart.series)
        cells = (_number(f"{column(at)}{row}", number) for at, number in enumerate(numbers))
        yield [_text(f"A{row}", category), *cells]


def _text(cell: str, text: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t xml:space="preserve">{attribute(text)}</t></is></c>'


def _number(cell: str, number: Decimal | None) -> str:
    return f'<c r="{cell}"><v>{number:f}</v></c>' if number is not None else ""
