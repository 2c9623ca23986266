"""Masking: names, quotations, numbers of documents and the like are not the writer's wording.

What stands in 《》〈〉 and in quotations of some length is someone else's text, the digits of a telephone
number are no range. They are replaced by as many MASK characters, which no rule matches, so that
offsets stay what they are; the marks around them remain.
"""

from __future__ import annotations

from docgen.patterns import pattern

MASK = "\ufffc"
LONGEST_SHORT = 15
"""Quotations of no more characters are words of the text: “双减”."""

MASKED = pattern(
    "|".join(
        (
            r"(?<=《)[^《》\n]{1,200}(?=》)",
            r"(?<=〈)[^〈〉\n]{1,200}(?=〉)",
            rf"(?<=“)[^“”\n]{{{LONGEST_SHORT + 1},2000}}(?=”)",
            r"〔(?:19|20)[0-9]{2}〕第?[0-9]{1,5}(?=号)",
            r"(?:https?://|www\.)[A-Za-z0-9./?=&%#_:~+\-]+",
            r"[A-Za-z0-9._+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+",
            r"(?<![0-9])(?:(?:\(0[0-9]{2,3}\)|（0[0-9]{2,3}）|0[0-9]{2,3}[-—－]?)[0-9]{7,8}"
            r"|1[3-9][0-9]{9}|[48]00[-—－]?[0-9]{3}[-—－]?[0-9]{4})(?:[-—转][0-9]{1,5})?(?![0-9])",
            r"(?<![A-Za-z])[A-Z]{2,4}(?:/[A-Z])?[ ]?[0-9]{3,6}(?:\.[0-9]+)?[—\-](?:19|20)[0-9]{2}(?![0-9])",
            r"`[A-Za-z0-9_./ =\-]{1,60}`",
        )
    )
)
WORTH = pattern(r"[《〈“〔@/`0-9A-Z]|www")


def masked(text: str) -> str:
    """`text` with MASK in place of what no rule of wording may judge; of the same length."""
    if not WORTH.search(text):
        return text
    return MASKED.sub(lambda found: MASK * len(found[0]), text)
