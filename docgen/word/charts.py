"""Charts: each drawn by Word from a part of its own, with the workbook of its data; in line, in a centred
paragraph, the caption below."""

from __future__ import annotations

from docgen.document import Chart
from docgen.formats import PageFormat
from docgen.word import names
from docgen.word.chart_part import DRAWINGML, chart_xml
from docgen.word.encode import utf8
from docgen.word.pictures import DRAWING, EMU_PER_MM, Album, Media, captioned
from docgen.word.runs import Pen, attribute
from docgen.word.workbook import relations, workbook

INLINE = (
    f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0" {DRAWING}>'
    '<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{id}" name="{name}" descr="{words}"/>'
    f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{DRAWINGML}/main">'
    f'<a:graphicData uri="{DRAWINGML}/chart"><c:chart xmlns:c="{DRAWINGML}/chart" '
    f'xmlns:r="{names.OFFICE}" r:id="{{relation}}"/></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r>"
)


def write(chart: Chart, format: PageFormat, album: Album, pen: Pen) -> str:
    """`chart` as a centred paragraph, its caption below it; its parts go to `album`. Raises
    `DocgenError` for a character that XML forbids (TRE-020)."""
    number = len([one for one in album.charts if one.type == "chart"]) + 1
    relation, book = f"rIdChart{number}", f"Microsoft_Excel_Sheet{number}.xlsx"
    album.charts += [
        Media(f"word/charts/chart{number}.xml", relation, utf8(chart_xml(chart, format)), "chart"),
        Media(
            f"word/charts/_rels/chart{number}.xml.rels",
            "",
            relations("package", f"../embeddings/{book}").encode(),
            "",
        ),
        Media(f"word/embeddings/{book}", "", workbook(chart), ""),
    ]
    drawing = INLINE.format(
        width=round(chart.width * EMU_PER_MM),
        height=round(chart.height * EMU_PER_MM),
        id=album.count(),
        name=f"图表{number}",
        words=attribute(chart.caption or "、".join(one.name for one in chart.series)),
        relation=relation,
    )
    return captioned(drawing, chart.caption, pen)
