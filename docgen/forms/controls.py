"""The content controls of Word, as XML: texts, choices, days, rows that repeat, texts that are locked."""

from __future__ import annotations

from docgen.sheets.layout import Field
from docgen.word.runs import attribute

EMPTY = "请填写"
PICK_DAY, PICK_ONE = "请选日期", "请选一项"
REPEATS = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
GREY = '<w:rPr><w:color w:val="7F7F7F"/></w:rPr>'


def waiting(field: Field) -> str:
    """What stands in a control until it is filled in."""
    if field.kind == "day":
        return f"{PICK_DAY}：{field.hint}" if field.hint else PICK_DAY
    word = PICK_ONE if field.choices else EMPTY
    return f"{word}：{field.hint}" if field.hint else word


def asking(tag: str, field: Field) -> str:
    """The control, within a paragraph, that `field` is filled in by."""
    return control(tag, field.name, _kind(field), f"<w:r>{GREY}{words(waiting(field))}</w:r>", waits=True)


def locked(tag: str, name: str, text: str) -> str:
    """A text that can be neither changed nor deleted."""
    lock = '<w:lock w:val="sdtContentLocked"/>'
    return control(tag, name, "", f"<w:r>{words(text)}</w:r>", lock=lock)


def control(tag: str, name: str, kind: str, content: str, *, waits: bool = False, lock: str = "") -> str:
    showing = "<w:showingPlcHdr/>" if waits else ""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(name)}"/><w:tag w:val="{attribute(tag)}"/>'
        f"{lock}{showing}{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def repeating(name: str, row: str) -> str:
    """A row of a table with the sign behind it that adds another."""
    inner = f"<w:sdt><w:sdtPr><w15:repeatingSectionItem {REPEATS}/></w:sdtPr><w:sdtContent>{row}"
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(name)}"/><w15:repeatingSection {REPEATS}/></w:sdtPr>'
        f"<w:sdtContent>{inner}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
    )


def words(text: str) -> str:
    """A text as the content of a run, its lines broken as they are."""
    lines = (f'<w:t xml:space="preserve">{attribute(line)}</w:t>' for line in text.split("\n"))
    return "<w:br/>".join(lines)


def _kind(field: Field) -> str:
    if field.choices:
        items = (attribute(one) for one in field.choices)
        listed = "".join(f'<w:listItem w:displayText="{one}" w:value="{one}"/>' for one in items)
        return f"<w:dropDownList>{listed}</w:dropDownList>"
    if field.kind == "day":
        return (
            '<w:date><w:dateFormat w:val="yyyy年M月d日"/><w:lid w:val="zh-CN"/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
        )
    return ""  # A rich text: LibreOffice 7 writes plain ones several times over, without line breaks.
