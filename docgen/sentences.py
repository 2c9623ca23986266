"""Lists run together into sentences: 一是……；二是……。 and 甲、乙和丙 (GB/T 15834 B.3.7, 4.5).

What cannot be run together raises `ValueError(sentence, hint)`, both Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen import numerals
from docgen.i18n import _
from docgen.patterns import pattern

LOOSE_END = pattern(r"[。；;，,、\s]+$")
FULL_STOP = pattern(r"[。！？]")
ENDED = pattern(r"(?:[。！？：…][”’》）]?|。（[^（）]*）)$")
SIDE_BY_SIDE = pattern(r"[》”]\n[《“]")


def firstly(items: Sequence[str]) -> str:
    """一是……；二是……。 of `items`: their own closing marks give way; where an item holds several
    sentences, 。 stands between all. A single item stays a plain sentence."""
    texts = _clauses(items)
    if len(texts) > 1:
        typed = all(text.startswith(f"{numerals.chinese(n)}是") for n, text in enumerate(texts, 1))
        if not typed:
            texts = [f"{numerals.chinese(n)}是{text}" for n, text in enumerate(texts, 1)]
    mark = "。" if any(FULL_STOP.search(text) for text in texts) else "；"
    return "".join(ended(text, mark) for text in texts[:-1]) + ended(texts[-1], "。")


def listed(items: Sequence[str], last: str = "") -> str:
    """The items joined by 、, the last one by `last` where given (和); between 》《 and ”“ stands nothing."""
    texts = _clauses(items)
    if last and len(texts) > 1:
        texts[-2:] = [f"{texts[-2]}{last}{texts[-1]}"]
    return SIDE_BY_SIDE.sub(lambda pair: pair[0].replace("\n", ""), "\n".join(texts)).replace("\n", "、")


def lead(text: str) -> str:
    """A paragraph that more sentences follow: it ends with 。 if it had no mark at its end."""
    return re.sub(r"(?<![。！？：；，、…”’》）])$", "。", _line(text))


def ended(text: str, mark: str) -> str:
    """`text` with `mark` at its end, unless it ends with a closing mark already."""
    return text if ENDED.search(text) else text + mark


def _clauses(items: Sequence[str]) -> list[str]:
    """The items without the marks that joined or closed them."""
    if isinstance(items, str) or not isinstance(items, Sequence):
        raise ValueError(_("“{items}”不是列表").format(items=items), _("写成列表，一条一行，前面加“- ”"))
    if not items:
        raise ValueError(_("列表里没有内容"), _("至少写一条"))
    return [LOOSE_END.sub("", _line(item)) for item in items]


def _line(item: object) -> str:
    text = item.strip() if isinstance(item, str) else ""
    if not LOOSE_END.sub("", text):
        raise ValueError(_("“{item}”不是一句话").format(item=item), _("每一条写一句或几句话"))
    if "\n" in text:
        raise ValueError(
            _("这里只能放一个自然段，“{text}”有几段").format(text=" ".join(text.split())),
            _("把它们写成一段，或者改写成小节"),
        )
    return text
