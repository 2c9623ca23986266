"""How Word writes a number in each of the forms of `w:numFmt`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docgen import numerals

SPOKEN = ("chineseCountingThousand", "chineseCounting", "japaneseCounting", "taiwaneseCountingThousand")
CODED = ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2")
FORMAL = ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
FORMAL_DIGITS = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
BRACKETED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
STOPPED = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
RINGED = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LARGEST_ROMAN = 3999
LARGEST_LETTER = 780
"""Where Word ends, thirty letters in a row."""


def _formal(ordinal: int) -> str:
    """壹拾 where one says 十."""
    words = numerals.chinese(ordinal).translate(FORMAL_DIGITS)
    return f"壹{words}" if words.startswith("拾") else words


def _letter(ordinal: int) -> str:
    """a to z, then aa, bb …, as Word goes on."""
    if not 1 <= ordinal <= LARGEST_LETTER:
        raise ValueError(ordinal)
    times, at = divmod(ordinal - 1, 26)
    return chr(ord("a") + at) * (times + 1)


def _roman(ordinal: int) -> str:
    if not 1 <= ordinal <= LARGEST_ROMAN:
        raise ValueError(ordinal)
    text = ""
    for worth, sign in ROMAN:
        times, ordinal = divmod(ordinal, worth)
        text += sign * times
    return text


def _in(signs: str) -> Callable[[int], str]:
    """One sign for each number, as many as there are."""
    by_number = dict(enumerate(signs, 1))
    return lambda ordinal: by_number[ordinal]


WRITERS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(SPOKEN, numerals.chinese),
    **dict.fromkeys(CODED, lambda ordinal: numerals.coded(str(ordinal))),
    **dict.fromkeys(FORMAL, _formal),
    "ideographTraditional": _in(STEMS),
    "ideographZodiac": _in(BRANCHES),
    "ideographEnclosedCircle": _in(RINGED),
    "lowerLetter": _letter,
    "upperLetter": lambda ordinal: _letter(ordinal).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda ordinal: _roman(ordinal).upper(),
    "decimalFullWidth": lambda ordinal: str(ordinal).translate(WIDE),
    "decimalFullWidth2": lambda ordinal: str(ordinal).translate(WIDE),
    "decimalZero": lambda ordinal: f"{ordinal:02}",
    "none": lambda _ordinal: "",
    "decimalEnclosedCircle": numerals.circled,
    "decimalEnclosedCircleChinese": numerals.circled,
    "decimalEnclosedParen": _in(BRACKETED),
    "decimalEnclosedFullstop": _in(STOPPED),
}


def written(form: str, ordinal: int) -> str:
    """`ordinal` in a form of `w:numFmt`; in digits where the form is not known, or has no such number."""
    try:
        return WRITERS.get(form, str)(ordinal)
    except (ValueError, KeyError):
        return str(ordinal)
