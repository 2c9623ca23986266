"""What single lines look like: dates, names of organs, closings of titles, bracketed lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from docgen.patterns import pattern
from docgen.recognise.words import one_of, table, words

YEAR = r"(?:(?:19|20)[0-9*xX×＊_]{2}|[0-9*xX×＊_]{2,4}|[二一][〇○０0ОOＯ零一二三四五六七八九十×xX*]{3})"
MONTH = r"(?:[0-9*xX×＊_]{1,2}|[一二三四五六七八九十]{1,3})"
DAY = r"(?:[0-9*xX×＊_]{1,2}|[一二三四五六七八九十廿]{1,3})"
DATE_FORM = (
    rf"(?:{YEAR}\s*年\s*{MONTH}?\s*月(?:\s*{DAY}?\s*[日号])?"
    r"|(?:19|20)[0-9]{2}\s*[-./]\s*[0-9]{1,2}\s*[-./]\s*[0-9]{1,2}|(?:19|20)[0-9]{2}\.[0-9]{1,2})"
)
DATE = pattern(DATE_FORM)
SHORT_DATE = pattern(rf"{MONTH}\s*月\s*{DAY}\s*日|年\s*月\s*日")
"""A date without its year, which closes a paper only under an organ's name."""
ORGAN_AND_DATE = pattern(rf"(\S.*?)([ \t\u3000\xa0]+|(?<=[）)]))({DATE_FORM})")
BRACKETED = pattern(
    r"[（(\[【〔][^（(]*(?:[（(][^（(）)]*[）)][^（(]*)*[）)\]】〕]|(?:[（(][^（(）)]*[）)]\s*){2,4}"
)
DOCUMENT_NUMBER_FORM = (
    r"[\u4e00-\u9fff×xX*]{1,16}\s*[〔﹝\[【［（(]\s*(?:19|20)[0-9xX×*＊_]{2}\s*[〕﹞\]】］)）]"
    r"\s*第?\s*[0-9xX×*＊_]{1,4}\s*号"
)
DOCUMENT_NUMBER = pattern(DOCUMENT_NUMBER_FORM)
TAIL = r"(?:\s|[（(【\[][^（(）)】\]]*[）)】\]]|范文|模板|[0-9]+|篇[一二三四五六七八九十0-9]+)*$"
SEAL = pattern(r"[（(](?:盖章|公章|印章|章|印|代章|签字|签章|签名)[）)]$")
NO_NAMES = ("谢谢", "此致", "敬礼", "特此", "预祝", "以上")
POSTS = ("校长", "园长", "局长", "县长", "市长", "区长", "乡长", "镇长", "主任", "书记", "院长", "主席")
LONGEST_ORGAN = 60


def bare(text: str) -> str:
    """A heading's words without blanks and closing marks."""
    return "".join(text.split()).rstrip("：:。.")


@lru_cache(maxsize=16)
def _ends(name: str, tail: str) -> re.Pattern[str]:
    return re.compile(one_of(name) + tail)


def closes_title(text: str) -> bool:
    """Whether a line ends with a word that titles end with (计划, 通知, …)."""
    return _ends("题尾", TAIL).search("".join(text.split())) is not None


def closes_official_title(text: str) -> bool:
    """Whether it ends with the name of a kind of 公文."""
    return _ends("公文题尾", TAIL).search("".join(text.split())) is not None


def is_organ(text: str) -> bool:
    """Whether a line is the name of an organ, or of several."""
    text = SEAL.sub("", text.strip()).strip()
    if not 2 <= len(text) <= LONGEST_ORGAN or text[-1] in "。；;，,：:、.":
        return False
    if any(mark in text for mark in "。；：:，,！？《》“”") or len(text.split()) > 6:
        return False
    names = text.split()
    spread = all(len(name) <= 2 for name in names)
    return all(map(_is_one_organ, names)) or (spread and _is_one_organ("".join(names)))


def _is_one_organ(name: str) -> bool:
    return len(name) >= 2 and _ends("单位尾", r"(?:[（(][^（）()]*[）)])?$").search(name) is not None


def is_signer(text: str) -> bool:
    """Whether a line above the date is a person: a post with or without a name, or a name alone."""
    return holds_post(text) or is_name(text)


def holds_post(text: str) -> bool:
    """Whether a line is a post with or without who holds it: 县长　王某某, 述职人：王某某."""
    compact = "".join(text.split())
    if re.fullmatch(one_of("署名人") + r"[：:]?[\u4e00-\u9fff·×*xX]{0,8}", compact):
        return True
    posts = "|".join(POSTS)
    return re.fullmatch(rf"[\u4e00-\u9fff]{{0,14}}(?:{posts})[\u4e00-\u9fff]{{0,4}}", compact) is not None


def is_name(text: str) -> bool:
    """Whether a line may be but the name of a person."""
    compact = "".join(text.split())
    if compact.startswith(NO_NAMES) or compact in words("标题名"):
        return False
    return re.fullmatch(r"[\u4e00-\u9fff]{2,4}", compact) is not None


def signs(cells: Sequence[str]) -> bool:
    """Whether the cells of a row over the date are organs side by side, or a post and who holds it."""
    told = ["".join(cell.split()) for cell in cells if cell.strip()]
    if not told or all(map(is_organ, told)):
        return True
    return told[0].endswith(POSTS) and all(map(is_signer, told))


def is_debris(text: str) -> bool:
    """Whether a line is what a web page or a printer left behind."""
    return len(text) <= 120 and _debris().fullmatch(text) is not None


@lru_cache(maxsize=1)
def _debris() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in table("words")["网页残留"]))


@lru_cache(maxsize=1)
def part_tail() -> re.Pattern[str]:
    """The tail by which the papers of a collection are told apart: 篇一, （2）."""
    return re.compile("(?:" + table("words")["分篇"] + r")\s*$")


def is_column_name(text: str) -> bool:
    """Whether a text is one that columns of a table are named by."""
    return "".join(text.split()) in words("列名")
