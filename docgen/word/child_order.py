"""The order in which the schema of WordprocessingML wants the children of properties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


PARAGRAPH = _names("""
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd
    tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi
    adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
    textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
""")
RUN = _names("""
    rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
    snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText
    vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange
""")
STYLE = _names("""
    name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat
    locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr
""")
SECTION = _names("""
    headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
    pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings
""")


def arrange(properties: Any, order: Sequence[str]) -> None:
    """Puts the children of the lxml element `properties` in `order`; strangers stay at the end."""
    rank = {f"{W}{name}": number for number, name in enumerate(order)}
    properties[:] = sorted(properties, key=lambda child: rank.get(child.tag, len(order)))
