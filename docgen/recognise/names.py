"""The names in the value of a role, however they are parted."""

from __future__ import annotations

from docgen.patterns import pattern
from docgen.recognised import Entry

BETWEEN = "、"
WIDE = "\u3000"
NAME = pattern(r"[\u4e00-\u9fff·]{2,4}(?<!校长|主任|书记|组长|老师|园长|局长|科长|干事)")
SHORT_NAME = pattern("[\u4e00-\u9fff]{2}")
OUR_STYLE = "body text"
"""Of the text in files of docgen; what people type has Word's first style, normal."""


def names(value: str) -> list[str]:
    """The people in the value of a role: parted by 、, or by blanks where all that these part are names."""
    parted = [name.strip() for name in value.split(BETWEEN) if name.strip()]
    spread = _joined_signs(value.split())
    if len(parted) == 1 and all(map(NAME.fullmatch, spread)):
        return spread
    return parted


def listed(entry: Entry) -> str:
    """Its value as it is typed. In a file of docgen, which sets 、 as wide blanks so that names stand under
    each other, as it was typed into the plan."""
    if BETWEEN not in entry.value and entry.line.style == OUR_STYLE and _is_set_out(entry.value):
        return BETWEEN.join(names(entry.value))
    return entry.value


def _is_set_out(value: str) -> bool:
    """Whether names are parted by a wide blank each, those of two characters spread to three: a list with
    a name that is not was typed with its blanks."""
    words = value.split(WIDE)
    return len(words) > 1 and all(words) and not any(map(SHORT_NAME.fullmatch, words))


def _joined_signs(words: list[str]) -> list[str]:
    """Names of two characters are spread to three: 张　三 is one."""
    found: list[str] = []
    for word in words:
        if len(word) == 1 and found and len(found[-1]) == 1:
            found[-1] += word
        else:
            found.append(word)
    return found
