"""What was masked or left to be filled in: 20**年, xx所, 某某, {{…}}, 组长：."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.data import table
from docgen.lint.reading import (
    ANNOTATION,
    ATTACHMENT_NOTE,
    BODY,
    CELL,
    HEADING,
    ITEM,
    PEOPLE,
    SIGNATURE,
    TITLE,
    Hit,
    Passage,
    Reading,
)  # fmt: skip
from docgen.patterns import pattern

HAN = "[\u4e00-\u9fff]"
STAND_IN = "[xX×*＊_]"
YEAR = pattern(
    rf"(?<![A-Za-z0-9])(?:(?:19|20){STAND_IN}{{2,4}}(?![A-Za-z0-9])|20[0-9]{STAND_IN}(?=学?年|[—\-])"
    rf"|{STAND_IN}{{2,4}}(?:[—－\-~～至]{STAND_IN}{{2,4}})?(?=学?年))"
)
QUANTITY = pattern(
    rf"(?<![A-Za-z0-9])(?:[xX]{{1,4}}(?:\.[xX]{{1,2}})?(?=\s?{HAN}|[%％])(?!\s?学?年(?![级轻])|轴|射线|光|线|型|形|值|坐标|染色体|幻灯|档|、[yY]|和[yY])"
    r"|(?<!\*)\*{2,4}(?!\*)(?=[县市区镇乡村校局所省名人万元亿%％个月日届中小园班级同师生位项条]))"
)
VARIABLE = pattern(r"函数|方程|变量|[xX]\s*[=＝+＋<>≤≥]|[=＝]\s*[xX]")
INITIAL = pattern(
    r"(?<![A-Za-z0-9])(?:[a-zE-Z](?=区|校(?!准|验))|[a-zA-Z](?=县|市(?!场)|镇|乡|同志|中学|小学|幼儿园|教育局))"
)
STARS = pattern(rf"(?<={HAN})\*{{2,6}}(?={HAN})")
BLANK = pattern(
    rf"[×]{{2,}}|[○]{{2,}}|_{{3,}}|＿{{2,}}|(?<![{HAN[1:-1]}])某某(?=同志|老师|单位|部门|[，。、；：]|$)|(?<=[由请向与和及是])某某(?=同志|老师|单位|部门)|(?<=[：:])\s*…{{2,}}\s*$"
)
SYNTAX = pattern(
    r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\$\{[^{}]*\}"
    r"|(?<![A-Za-z0-9_.])(?<![A-Za-z] )(?:None|NaN|nan|undefined|NULL|null)(?![A-Za-z0-9_])(?! [A-Za-z])"
)
LABEL = pattern(r"\s*(组\s*长|副组长|成\s*员|联系人|联系电话|电\s*话|附\s*件)\s*[:：]\s*")
ROLE = pattern(r"\s*(?:常务|第一|执行)?(?:副?组\s*长|成\s*员|联系人|联系电话|电\s*话|副?主任)\s*[:：]")
CLAUSE = pattern("[，。；：,;:]")
FIVE_YEARS = pattern("“([xX×]{2})”(?=期间|规划|时期)")
BOLD = pattern(
    rf"(?<![0-9*])\*\*(?={HAN}|[“《（])[^*。\n]{{2,40}}(?<=[\u4e00-\u9fff”》）：:])\*\*(?!\*)(?!{HAN}\*)"
)


def marked_up(text: str) -> list[tuple[int, int]]:
    """Where **words** are set off as in Markdown: what stands between stars is longer than what two
    masked characters leave between them."""
    return [one.span() for one in BOLD.finditer(text)]


def _in(spans: list[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def masked_years(reading: Reading) -> Iterator[Hit]:
    """PLH-001: 20**年, 20xx年, XX—XX年."""
    for at, one in enumerate(reading.passages):
        for found in YEAR.finditer(one.text):
            yield Hit(at, found.start(), found.end())


def masked_quantities(reading: Reading) -> Iterator[Hit]:
    """PLH-002: x所, xx%, **县; x as a variable is none."""
    for at, one in enumerate(reading.passages):
        if VARIABLE.search(one.text):
            continue
        bold = marked_up(one.text)
        for found in QUANTITY.finditer(one.text):
            if not _in(bold, found.start()):
                yield Hit(at, found.start(), found.end())


def initials(reading: Reading) -> Iterator[Hit]:
    """PLH-003: z区, S县, z同志."""
    for at, one in enumerate(reading.passages):
        for found in INITIAL.finditer(one.text):
            if found[0] not in "xX":
                yield Hit(at, found.start(), found.end())


def stars(reading: Reading) -> Iterator[Hit]:
    """PLH-004: 党的**大; one star is the mark of a footnote."""
    for at, one in enumerate(reading.passages):
        bold = marked_up(one.text)
        for found in STARS.finditer(one.text):
            other = any(what.match(one.text, found.start()) for what in (QUANTITY, YEAR))
            if not other and not _in(bold, found.start()):
                yield Hit(at, found.start(), found.end())


def blanks(reading: Reading) -> Iterator[Hit]:
    """PLH-005: ××, ○○, ____ as blanks; 某某 in an invented name is none."""
    for at, one in enumerate(reading.passages):
        for found in BLANK.finditer(one.text):
            if not YEAR.match(one.text, found.start()):
                yield Hit(at, found.start(), found.end())


def template_syntax(reading: Reading) -> Iterator[Hit]:
    """PLH-006: {{…}}, ${…}, None, nan."""
    for at, one in enumerate(reading.passages):
        for found in SYNTAX.finditer(one.text):
            yield Hit(at, found.start(), found.end())


def without_value(reading: Reading) -> Iterator[Hit]:
    """PLH-007: 组长： with nobody, a sentence that leads to nothing; a label may stand above its list or
    table."""
    zones = (PEOPLE, BODY, ITEM, ANNOTATION, ATTACHMENT_NOTE, HEADING)
    layer = 0
    for at, one in enumerate(reading.passages):
        layer = one.layer if one.zone == HEADING else layer
        found = LABEL.fullmatch(one.text) if one.zone in zones else None
        following = reading.passages[at + 1] if at + 1 < len(reading.passages) else None
        if found and not _given_below(following):
            yield Hit(at, found.start(1), len(one.text.rstrip()), {"label": found[1]})
        elif not found and one.zone in (BODY, ITEM, HEADING) and _leads_nowhere(one, layer, following):
            end = len(one.text.rstrip())
            yield Hit(at, end - 1, end, {"label": CLAUSE.split(one.text[: end - 1])[-1].strip()})


def _given_below(following: Passage | None) -> bool:
    """Whether what a label stands over follows it."""
    if following is None or following.zone == CELL:
        return following is not None
    return following.zone in (PEOPLE, BODY, ITEM, ATTACHMENT_NOTE) and not ROLE.match(following.text)


def _leads_nowhere(one: Passage, layer: int, following: Passage | None) -> bool:
    """Whether a text that ends in a colon is the last of its section, the heading of which is of `layer`."""
    if not one.text.rstrip().endswith(("：", ":")) or (following and following.joined):
        return False
    if following is None or following.attachment != one.attachment:
        return True
    return following.zone in (TITLE, SIGNATURE) or (following.zone == HEADING and following.layer <= layer)


def to_be_filled_in(reading: Reading) -> Iterator[Hit]:
    """PLH-008: 待定, 待补, TODO; 待填 in a plan is told where plans are read."""
    words = pattern("|".join(table("placeholders")["待补"]))
    for at, one in enumerate(reading.passages):
        for found in words.finditer(one.text):
            if reading.source != "plan" or found[0] != "待填":
                yield Hit(at, found.start(), found.end())


def lost_plan(reading: Reading) -> Iterator[Hit]:
    """PLH-009: “xx”期间: which five years."""
    for at, one in enumerate(reading.passages):
        for found in FIVE_YEARS.finditer(one.text):
            yield Hit(at, found.start(), found.end())


def site_names(reading: Reading) -> Iterator[Hit]:
    """PLH-010: the name of a site that a replacement put into a word; in 《》 and on its own it is a name."""
    names = pattern(f"(?<={HAN})(?:" + "|".join(table("placeholders")["网站"]) + f")(?={HAN})")
    for at, text in enumerate(reading.masked):
        for found in names.finditer(text):
            yield Hit(at, found.start(), found.end())


RULES = {
    "PLH-001": masked_years,
    "PLH-002": masked_quantities,
    "PLH-003": initials,
    "PLH-004": stars,
    "PLH-005": blanks,
    "PLH-006": template_syntax,
    "PLH-007": without_value,
    "PLH-008": to_be_filled_in,
    "PLH-009": lost_plan,
    "PLH-010": site_names,
}
