"""The small parts that say how to open the file: settings, fonts, properties."""

from __future__ import annotations

from docgen.formats import PageFormat
from docgen.word import names
from docgen.word.furniture import is_two_sided
from docgen.word.runs import escape

COMPATIBILITY_MODE = 15
FOOTNOTES = (
    '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/><w:numRestart w:val="eachPage"/>'
    '<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
)


def settings_xml(format: PageFormat, notes: bool) -> str:
    """settings.xml; `notes`: the paper has footnotes. Punctuation keeps its width, so that the
    characters of a line stay under each other."""
    sides = "<w:evenAndOddHeaders/>" if is_two_sided(format) else ""
    return (
        f'{names.HEAD}<w:settings {names.MAIN}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
        f'<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="{2 * format.char}"/>{sides}'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{FOOTNOTES if notes else ""}'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        f'w:uri="http://schemas.microsoft.com/office/word" w:val="{COMPATIBILITY_MODE}"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def font_table_xml(format: PageFormat) -> str:
    """fontTable.xml: what Word may take for a face that a machine lacks."""
    used = format.used_faces()
    fonts = "".join(
        f'<w:font w:name="{face}"><w:altName w:val="{",".join(others)}"/><w:charset w:val="86"/></w:font>'
        for face, others in format.stand_ins
        if face in used
    )
    return f"{names.HEAD}<w:fonts {names.MAIN}>{fonts}</w:fonts>"


def core_xml(title: str, organ: str) -> str:
    """docProps/core.xml, without a date: the same paper gives the same bytes."""
    creator = f"<dc:creator>{escape(organ)}</dc:creator>" if organ else ""
    return (
        f'{names.HEAD}<cp:coreProperties xmlns:cp="{names.PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>{creator}'
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def app_xml() -> str:
    """docProps/app.xml."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{names.HEAD}<Properties xmlns="{kind}"><Application>docgen</Application></Properties>'
