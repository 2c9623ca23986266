"""Computed totals of table columns, and the check of totals and amounts that were written by hand.

Pure: texts in, texts and problems out. Amounts are decimals, so that 0.1 and 0.2 are 0.3, and a sum
has as many decimals as the most precise of its parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Any

from docgen.document import Cell, TableRow, plain
from docgen.i18n import _
from docgen.problems import Place, Problem, error
from docgen.source.values import place_of

TOTAL = "合计"
TOTALS = (TOTAL, "总计", "合 计", "合　计")
MOST_DIGITS = 400
BLANKS = frozenset({"", "—", "——", "-", "－", "–", "/", "／", "无", "待填"})
HALF_WIDTH = str.maketrans("０１２３４５６７８９．，－", "0123456789.,-")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it was written: its value, its decimals, and whether thousands are parted."""

    value: Decimal
    decimals: int
    grouped: bool

    def write(self) -> str:
        return f"{self.value:{',' if self.grouped else ''}.{self.decimals}f}"


def amount(text: str) -> Amount | None:
    """The number that `text` is (1200, 1,200.50, full-width digits too), None where it is none."""
    digits = text.strip().translate(HALF_WIDTH)
    whole, _point, decimals = digits.removeprefix("-").partition(".")
    if not _is_whole(whole) or (decimals and not _is_digits(decimals)) or digits.endswith("."):
        return None
    return Amount(Decimal(digits.replace(",", "")), len(decimals), "," in whole)


def total(texts: Iterable[str]) -> tuple[Amount, list[str]]:
    """The sum of `texts`, blanks and dashes left out, and the texts that are no numbers.

    The sum has the decimals of the most precise number and parted thousands where a number has them.
    """
    written = [text for text in texts if text.strip() not in BLANKS]
    amounts = [(text, amount(text)) for text in written]
    known = [number for _text, number in amounts if number]
    exact = Context(prec=MOST_DIGITS)
    value = Decimal(0)
    for number in known:
        value = exact.add(value, number.value)
    decimals = max((number.decimals for number in known), default=0)
    grouped = any(number.grouped for number in known)
    return Amount(value, decimals, grouped), [text for text, number in amounts if number is None]


def total_row(
    rows: Sequence[TableRow], names: Sequence[str], columns: Sequence[str], place: Place | None = None
) -> tuple[TableRow, list[Problem]]:
    """The row 合计 below `rows` (the body of a table whose columns are called `names`): the sums of
    `columns`, the other cells empty.

    The word 合计 stands over the leading cells that have no sum. `place` is used where a cell does
    not know its own.
    """
    grid = _by_column(rows, len(names))
    sums: dict[int, str] = {}
    problems: list[Problem] = []
    for name in columns:
        column = names.index(name)
        texts = [row[column] for row in grid]
        result, strangers = total(texts)
        sums[column] = result.write()
        problems += [_stranger(text, name, place) for text in strangers]
    return _row(sums, len(names)), problems


def check_total(given: str, texts: Iterable[str], name: str, place: Place | None = None) -> list[Problem]:
    """TRE-018 where the total `given` for the column `name` is not the sum of `texts`."""
    sum_, _strangers = total(texts)
    stated = amount(given)
    if stated and stated.value == sum_.value:
        return []
    return [
        error(
            "TRE-018",
            _("“{name}”的合计写的是{given}，各行相加是{sum}").format(
                name=name, given=given, sum=sum_.write()
            ),
            place_of(given) or place,
            excerpt=given,
            hint=_("改正合计或者其中的数；不写合计则自动计算"),
        )
    ]


def settle_budget(rows: Sequence[Mapping[str, Any]]) -> tuple[list[Mapping[str, Any]], list[Problem]]:
    """The rows of 经费 with every 金额 that 单价 and 数量 give, and what does not add up.

    A last row 合计 is checked and left out, because the total is computed (TRE-018); an amount that
    is not 单价 times 数量 is TRE-019. Rows in which one of the three is no number stay as they are.
    """
    stated = rows[-1] if rows and str(rows[-1].get("项目", "")).strip() in TOTALS else None
    lines = [_with_amount(row) for row in (rows[:-1] if stated else rows)]
    problems = [problem for row in lines for problem in _amount_faults(row)]
    if stated and "金额" in stated:
        texts = (str(row.get("金额", "")) for row in lines)
        problems += check_total(stated["金额"], texts, "金额", place_of(stated))
    return lines, problems


def _product(row: Mapping[str, Any]) -> Decimal | None:
    price, quantity = (amount(str(row.get(key, ""))) for key in ("单价", "数量"))
    return Context(prec=MOST_DIGITS).multiply(price.value, quantity.value) if price and quantity else None


def _with_amount(row: Mapping[str, Any]) -> Mapping[str, Any]:
    product = _product(row)
    return {**row, "金额": _shortest(product)} if product is not None and not row.get("金额") else row


def _amount_faults(row: Mapping[str, Any]) -> list[Problem]:
    product, stated = _product(row), amount(str(row.get("金额", "")))
    if product is None or stated is None:
        return []
    if abs(product - stated.value) <= Decimal(5).scaleb(-stated.decimals - 1):
        return []
    return [
        error(
            "TRE-019",
            _("“{name}”的金额写的是{given}，单价{price}乘以数量{quantity}是{product}").format(
                name=row.get("项目", ""),
                given=row["金额"],
                price=row["单价"],
                quantity=row["数量"],
                product=_shortest(product),
            ),
            place_of(row["金额"]) or place_of(row),
            excerpt=str(row["金额"]),
            hint=_("改正单价、数量、金额中写错的一个"),
        )
    ]


def _by_column(rows: Sequence[TableRow], columns: int) -> list[list[str]]:
    """The texts of `rows` by column; what a cell covers is empty, so that it counts once."""
    grid = [[""] * columns for _row in rows]
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while (at, column) in taken:
                column += 1
            if column >= columns:
                break
            grid[at][column] = plain(cell.content) if isinstance(cell, Cell) else cell
            across, down = (cell.across, cell.down) if isinstance(cell, Cell) else (1, 1)
            taken.update((at + y, column + x) for y in range(down) for x in range(across))
            column += across
    return grid


def _row(sums: Mapping[int, str], columns: int) -> TableRow:
    lead = next((column for column in range(columns) if column in sums), columns)
    rest = tuple(sums.get(column, "") for column in range(max(lead, 1), columns))
    if lead == 0:
        # The first column has a sum itself: the word goes before it.
        return (f"{TOTAL}{sums[0]}", *rest)
    return (Cell((TOTAL,), across=lead) if lead > 1 else TOTAL, *rest)


def _stranger(text: str, name: str, place: Place | None) -> Problem:
    return error(
        "TRE-017",
        _("“{name}”要合计，“{text}”不是数").format(name=name, text=text),
        place_of(text) or place,
        excerpt=text,
        hint=_("只写数字，单位写在表头里；没有数的写“—”"),
    )


def _is_whole(text: str) -> bool:
    first, *groups = text.split(",")
    grouped = all(len(group) == 3 for group in groups) and (not groups or len(first) <= 3)
    return grouped and all(map(_is_digits, (first, *groups)))


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _shortest(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
