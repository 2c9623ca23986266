"""A chart as native DrawingML, which Word draws, and edits with the workbook beside it.

Every fill and line is black, grey or a pattern, so that a copy in black and white tells the series apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from docgen.document import BAR, LINE, Chart, Series
from docgen.formats import PageFormat
from docgen.widths import measure
from docgen.word import names
from docgen.word.runs import attribute
from docgen.word.workbook import SHEET, column

DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
SOLID = '<a:solidFill><a:srgbClr val="{}"/></a:solidFill>'
PATTERN = (
    '<a:pattFill prst="{}"><a:fgClr><a:srgbClr val="000000"/></a:fgClr>'
    '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
)
FILLS = (
    SOLID.format("BFBFBF"),
    SOLID.format("404040"),
    PATTERN.format("wdUpDiag"),
    SOLID.format("FFFFFF"),
    PATTERN.format("ltHorz"),
    PATTERN.format("smGrid"),
)
STROKES = (
    ("solid", "circle", "000000"),
    ("dash", "square", "FFFFFF"),
    ("sysDot", "triangle", "7F7F7F"),
    ("lgDash", "diamond", "FFFFFF"),
    ("dashDot", "circle", "FFFFFF"),
    ("solid", "square", "7F7F7F"),
)
"""For each line its dashes, its mark and the mark's colour."""

THIN = 6350  # EMU, half a point
THICK = 19050
GRID = "D9D9D9"
CATEGORY_AXIS, VALUE_AXIS = 1, 2
EM = 0.3528  # mm in a point
DIGIT = 0.62
"""How wide a digit with the gap beside it stands, in em."""
UPWARDS = -5400000
PLOT = 0.85
"""How much of a chart's width its columns have."""
NEIGHBOURING = Decimal("0.15")
"""How far above a point another is, of the height of the plot, that the numbers of both would meet."""
MOST_LABELLED_LINES = 2
"""Lines whose points have their numbers beside them; those of more would stand in each other."""


class Look(NamedTuple):
    """How a chart's text looks, and the format of its numbers."""

    text: str
    format_code: str


def chart_xml(chart: Chart, format: PageFormat) -> str:
    """The chart part."""
    look = Look(_type(format), _format_code(chart))
    legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' * (len(chart.series) > 1)
    return (
        f'{names.HEAD}<c:chartSpace xmlns:c="{DRAWINGML}/chart" xmlns:a="{DRAWINGML}/main" '
        f'xmlns:r="{names.OFFICE}"><c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/>'
        f"<c:chart>{_unit(chart, look)}<c:plotArea><c:layout/>{_plot(chart, format, look)}"
        f"{_axes(chart, format, look)}"
        f'</c:plotArea>{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text_properties(look)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _type(format: PageFormat) -> str:
    tables = format.tables
    latin = attribute(format.latin or tables.face)
    face = attribute(tables.face)
    return (
        f'sz="{round(tables.chart_size * 100)}" b="0"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        f'<a:latin typeface="{latin}"/><a:ea typeface="{face}"/><a:cs typeface="{latin}"/>'
    )


def _text_properties(look: Look, turned: int = 0) -> str:
    """The look of a part's text, `turned` by so many sixty-thousandths of a degree."""
    turn = f' rot="{turned}" vert="horz"' if turned else ""
    return (
        f"<c:txPr><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr><a:defRPr {look.text}</a:defRPr></a:pPr>"
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )


def _unit(chart: Chart, look: Look) -> str:
    """The unit of all numbers, above the plot at the left."""
    if not chart.unit:
        return '<c:autoTitleDeleted val="1"/>'
    words = attribute(f"单位：{chart.unit}")
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr {look.text}</a:defRPr></a:pPr>"
        f'<a:r><a:rPr lang="zh-CN" {look.text}</a:rPr><a:t>{words}</a:t></a:r></a:p></c:rich></c:tx>'
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.01"/>'
        '<c:y val="0.01"/></c:manualLayout></c:layout><c:overlay val="0"/></c:title>'
        '<c:autoTitleDeleted val="0"/>'
    )


def _plot(chart: Chart, format: PageFormat, look: Look) -> str:
    labels = [_labels(chart, one, look) if _has_room(chart, format) else "" for one in chart.series]
    rows = list(enumerate(zip(chart.series, labels, strict=True)))
    ids = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
    if chart.kind == LINE:
        lines = "".join(_line(chart, at, one, label, look) for at, (one, label) in rows)
        return (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{lines}'
            f'<c:marker val="1"/>{ids}</c:lineChart>'
        )
    bars = "".join(_bar(chart, at, one, label, look) for at, (one, label) in rows)
    direction = "bar" if chart.kind == BAR else "col"
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>{bars}'
        f'<c:gapWidth val="60"/>{ids}</c:barChart>'
    )


def _has_room(chart: Chart, format: PageFormat) -> bool:
    """Whether the numbers can stand at their columns and points without touching each other."""
    high = format.tables.chart_size * EM
    if chart.kind == BAR:
        return len(chart.categories) * len(chart.series) * high < chart.height
    if chart.kind == LINE and len(chart.series) > MOST_LABELLED_LINES:
        return False
    longest = max((len(f"{number:f}") for number in numbers(chart)), default=0)
    across = len(chart.categories) * (1 if chart.kind == LINE else len(chart.series))
    return across * longest * DIGIT * high < chart.width


def numbers(chart: Chart) -> Iterator[Decimal]:
    """All numbers of `chart`."""
    return (number for one in chart.series for number in one.numbers if number is not None)


def _format_code(chart: Chart) -> str:
    """Decimals as typed where all numbers have as many, which 95.0 beside 99.5 needs; else as they are."""
    decimals = {-int(number.as_tuple().exponent) for number in numbers(chart)}
    if len(decimals) > 1:
        return "General"
    places = max(decimals | {0})
    return f"0.{'0' * places}" if places else "0"


def _bar(chart: Chart, at: int, series: Series, labels: str, look: Look) -> str:
    fill = f"<c:spPr>{FILLS[at % len(FILLS)]}{_stroke(THIN, '000000')}</c:spPr>"
    return (
        f'<c:ser>{_name(at, series)}{fill}<c:invertIfNegative val="0"/>{labels}'
        f"{_data(chart, at, series, look)}</c:ser>"
    )


def _line(chart: Chart, at: int, series: Series, labels: str, look: Look) -> str:
    dash, mark, colour = STROKES[at % len(STROKES)]
    return (
        f"<c:ser>{_name(at, series)}<c:spPr>{_stroke(THICK, '000000', dash)}</c:spPr>"
        f'<c:marker><c:symbol val="{mark}"/><c:size val="6"/><c:spPr>{SOLID.format(colour)}'
        f"{_stroke(THIN, '000000')}</c:spPr></c:marker>{labels}{_data(chart, at, series, look)}"
        '<c:smooth val="0"/></c:ser>'
    )


def _stroke(width: int, colour: str, dash: str = "solid") -> str:
    return f'<a:ln w="{width}">{SOLID.format(colour)}<a:prstDash val="{dash}"/></a:ln>'


def _name(at: int, series: Series) -> str:
    return (
        f'<c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>{SHEET}!${column(at)}$1</c:f>'
        f"{_texts([series.name])}</c:strRef></c:tx>"
    )


def _data(chart: Chart, at: int, series: Series, look: Look) -> str:
    last = len(chart.categories) + 1
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{number:f}</c:v></c:pt>'
        for index, number in enumerate(series.numbers)
        if number is not None
    )
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f>{_texts(chart.categories)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${column(at)}$2:${column(at)}${last}</c:f><c:numCache>"
        f'<c:formatCode>{look.format_code}</c:formatCode><c:ptCount val="{len(series.numbers)}"/>{points}'
        "</c:numCache></c:numRef></c:val>"
    )


def _texts(texts: Sequence[str]) -> str:
    points = (f'<c:pt idx="{index}"><c:v>{attribute(text)}</c:v></c:pt>' for index, text in enumerate(texts))
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{"".join(points)}</c:strCache>'


def _labels(chart: Chart, series: Series, look: Look) -> str:
    """The numbers of `series` beside its bars and above its points; below those close to a
    higher line."""
    if chart.kind != LINE:
        return f"<c:dLbls>{_label('outEnd', look)}</c:dLbls>"
    points = (f'<c:dLbl><c:idx val="{at}"/>{_label("b", look)}</c:dLbl>' for at in _lower(chart, series))
    return f"<c:dLbls>{''.join(points)}{_label('t', look)}</c:dLbls>"


def _lower(chart: Chart, series: Series) -> Iterator[int]:
    """The points of `series` that stand close below those of another."""
    every = [*numbers(chart), Decimal(0)]
    close = (max(every) - min(every)) * NEIGHBOURING
    for at, number in enumerate(series.numbers):
        others = (one.numbers[at] for one in chart.series)
        if number is not None and any(other is not None and 0 < other - number < close for other in others):
            yield at


def _label(place: str, look: Look) -> str:
    unshown = ("showCatName", "showSerName", "showPercent", "showBubbleSize")
    hidden = "".join(f'<c:{name} val="0"/>' for name in unshown)
    return (
        f'<c:numFmt formatCode="{look.format_code}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/>'
        f'</a:ln></c:spPr>{_text_properties(look)}<c:dLblPos val="{place}"/><c:showLegendKey val="0"/>'
        f'<c:showVal val="1"/>{hidden}'
    )


def _from_zero(chart: Chart) -> str:
    """The lengths of bars are compared, so none may begin elsewhere than at zero."""
    return "" if chart.kind == LINE or any(number < 0 for number in numbers(chart)) else '<c:min val="0"/>'


def _turn(chart: Chart, format: PageFormat) -> int:
    """Upwards for names that would not stand beside each other: LibreOffice would lean them over or leave
    out every other one, ONLYOFFICE print them over each other."""
    longest = max(map(measure, chart.categories))
    wide = longest * format.tables.chart_size * EM
    return UPWARDS if chart.kind != BAR and wide * len(chart.categories) > PLOT * chart.width else 0


def _axes(chart: Chart, format: PageFormat, look: Look) -> str:
    """The axis of the categories, from above downwards where bars lie, and that of the numbers."""
    lying = chart.kind == BAR
    sides, order, crosses = (("l", "b"), "maxMin", "max") if lying else (("b", "l"), "minMax", "autoZero")
    bare = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    edge = f"<c:spPr>{_stroke(THIN, '000000')}</c:spPr>"
    text, categories = _text_properties(look), _text_properties(look, _turn(chart, format))
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{sides[0]}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'{bare}<c:tickLblPos val="low"/>{edge}{categories}<c:crossAx val="{VALUE_AXIS}"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        f'<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx><c:valAx><c:axId val="{VALUE_AXIS}"/>'
        f'<c:scaling><c:orientation val="minMax"/>{_from_zero(chart)}</c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{sides[1]}"/>'
        f"<c:majorGridlines><c:spPr>{_stroke(THIN, GRID)}</c:spPr></c:majorGridlines>"
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{bare}<c:tickLblPos val="nextTo"/>{edge}{text}'
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>'
        "</c:valAx>"
    )
