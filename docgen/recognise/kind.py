"""Which kind of paper a text seems to be, by the words of its title; the names are those of templates."""

from __future__ import annotations

from docgen.patterns import pattern
from docgen.recognise.words import table

TRAILER = pattern(
    r"(?:[（(【\[][^（()）】\]]*[）)】\]]|范文|模板|样本|篇[0-9一二三四五六七八九十]+|[0-9]+|\s|[一二三四五六七八九十]篇)$"
)


def kind(title: str) -> str:
    """The name of the kind, "" where the title does not say."""
    bare = "".join(title.split())
    while (found := TRAILER.search(bare)) and found.start():
        bare = bare[: found.start()]
    rows = table("kinds")
    for told in (bare.endswith, bare.__contains__):
        for row in rows:
            if any(told(word) for word in row["词"] if told is not bare.__contains__ or len(word) > 1):
                return str(row["名称"])
    return ""
