"""What people type into the fields of a form → what the plan asks for, where nobody can take it otherwise."""

from __future__ import annotations

from datetime import date

from docgen import dates, numerals
from docgen.patterns import pattern
from docgen.sheets.layout import Field

IN_ONE = pattern(r"([0-9]{4})([0-9]{2})([0-9]{2})")
IN_CHARACTERS = pattern(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]"
)
CODED = str.maketrans("〇○零一二三四五六七八九", "000123456789")
WIDE = str.maketrans("０１２３４５６７８９．／－", "0123456789./-")
YES_NO = ("是", "否")
ANSWERS = {**dict.fromkeys("√✓✔☑对", "是"), **dict.fromkeys("×✗✘☒", "否")}


def text_of(field: Field, typed: str) -> str:
    """`typed` as the plan writes it: a day in ISO form, 是 or 否; all else as it stands."""
    if field.kind.startswith("day"):
        day = day_of(typed)
        return day.isoformat() if day else typed
    return ANSWERS.get(typed.strip(), typed) if field.choices == YES_NO else typed


def day_of(typed: str) -> date | None:
    """The day that `typed` names (2027.11.20, 20271120, 2027年11月20号, 二〇二七年十一月二十日); None for
    what is none, or lacks its year."""
    bare = "".join(typed.split()).translate(WIDE)
    if found := IN_ONE.fullmatch(bare):
        bare = "-".join(found.groups())
    elif found := IN_CHARACTERS.fullmatch(bare):
        month, day = (numerals.value(found[number]) for number in (2, 3))
        bare = f"{found[1].translate(CODED)}-{month}-{day}"
    elif bare.endswith("号"):
        bare = f"{bare[:-1]}日"
    return dates.parse(bare)
