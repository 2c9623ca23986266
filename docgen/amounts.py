"""Figures as a paper writes them: per cent, percentage points, money, ranges (GB/T 15835).

Values are texts as typed (their decimals are kept) or numbers; what is no number raises
`ValueError(sentence, hint)`, both Chinese.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from docgen.i18n import _
from docgen.patterns import pattern

Amount = str | int | float | Decimal

WAVE = "～"
RANGE = pattern(
    r"(?P<low>-?[0-9.]+)(?P<first>[^0-9—–－～~至到-]*)"
    r"(?:[—–－～~至到]+|-+)(?P<high>-?[0-9.]+)(?P<unit>[^0-9]*)"
)
SCALES = pattern(r"[%％‰万亿]+")
CAPITALS = "零壹贰叁肆伍陆柒捌玖"
PLACES, GROUPS = ("", "拾", "佰", "仟"), ("", "万", "亿")


def decimal(value: Amount) -> Decimal:
    """The number that `value` is; grouping commas, a closing % and blanks are allowed."""
    text = str(value).strip().rstrip("%％").replace(",", "").replace("，", "")
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if isinstance(value, bool) or not number.is_finite():
        raise ValueError(_("“{value}”不是数字").format(value=value), _("只写数字，如“99.10”"))
    return number


def percent(value: Amount) -> str:
    """99.10 → 99.10%; the decimals stay as typed."""
    return f"{decimal(value):f}%"


def points(value: Amount, base: Amount | None = None) -> str:
    """The difference `value`, or from `base` to `value`, in words: 提高2个百分点, 下降0.5个百分点, 持平."""
    change = decimal(value) - decimal(0 if base is None else base)
    if not change:
        return "持平"
    return f"{'提高' if change > 0 else '下降'}{_short(abs(change))}个百分点"


def money(value: Amount) -> str:
    """12345.50 → 12,345.50元."""
    from babel.numbers import format_decimal

    amount = decimal(value)
    places = max(0, -int(amount.as_tuple().exponent))
    form = "#,##0" + ("." + "0" * places if places else "")
    return f"{format_decimal(amount, format=form, locale='zh_CN')}元"


def in_ten_thousands(value: Amount) -> str:
    """An amount of 元 in 万元: 125000 → 12.5万元."""
    return f"{_short(decimal(value) / 10000)}万元"


def in_capitals(value: Amount) -> str:
    """An amount of money in the capitals of a voucher: 10203.40 → 壹万零贰佰零叁元肆角整."""
    cents = decimal(value) * 100
    if cents != int(cents) or not 0 <= cents < 10**14:
        raise ValueError(
            _("“{value}”不能写成大写金额").format(value=value), _("金额不小于零，不到一万亿，最多两位小数")
        )
    whole, rest = divmod(int(cents), 100)
    jiao, fen = divmod(rest, 10)
    text = _whole_in_capitals(whole) + "元" if whole or not rest else ""
    if jiao:
        text += CAPITALS[jiao] + "角"
    elif fen and whole:
        text += "零"
    return text + (CAPITALS[fen] + "分" if fen else "整")


def measured(value: Amount, unit: str) -> str:
    """A number with its unit, no blank between, the unit not twice: 45分钟, 99.1%, ≥99.5%."""
    text = str(value).strip()
    return text if text.endswith(unit) else f"{text}{unit}"


def between(low: Amount, high: Amount, unit: str = "") -> str:
    """A range of numbers: 25～30克; a sign of scale stands twice: 10%～15%, 9亿～16亿元."""
    if decimal(low) > decimal(high):
        raise ValueError(_("区间的两头写反了：{low}大于{high}").format(low=low, high=high), _("小的写在前面"))
    scale = SCALES.match(unit)
    first, last = (str(value).strip().rstrip("%％") for value in (low, high))
    return f"{first}{scale[0] if scale else ''}{WAVE}{last}{unit}"


def range_of(text: str) -> str:
    """A range as typed (10-15%, 10%—15%, 25~30克) in its right form."""
    found = RANGE.fullmatch("".join(text.split()))
    if not found:
        raise ValueError(_("“{text}”不是区间").format(text=text), _("写成“10%～15%”的样子"))
    return between(found["low"], found["high"], found["unit"] or found["first"])


def _short(number: Decimal) -> str:
    """`number` without closing zeros behind the point."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _whole_in_capitals(number: int) -> str:
    if not number:
        return CAPITALS[0]
    text, zero = "", False
    for power in range(len(str(number)) - 1, -1, -1):
        group, place = divmod(power, 4)
        digit = number // 10**power % 10
        if digit:
            text += ("零" if zero else "") + CAPITALS[digit] + PLACES[place]
        zero = not digit and bool(text)
        if place == 0 and number // 10**power % 10000:
            text += GROUPS[group]
    return text
