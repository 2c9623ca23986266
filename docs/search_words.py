"""What the search of the site takes for a word: two Chinese characters side by side, a Latin word, an id.

Sphinx cuts Chinese with jieba where that is installed and finds no Chinese word where it is not; pairs need
no dictionary, and a query is cut in the same way in the browser.
"""

from __future__ import annotations

import re

from sphinx.search import SearchLanguage

WORD = r"[A-Za-z]+-\d+|[A-Za-z0-9_.]+|[\u4e00-\u9fff]+"
SPLIT = """
var splitQuery = (query) => {
  const terms = [];
  for (const [part] of query.matchAll(/%s/g)) {
    if (part.charCodeAt(0) < 0x4e00 || part.length < 3) terms.push(part);
    else for (let at = 0; at + 1 < part.length; at++) terms.push(part.slice(at, at + 2));
  }
  return terms;
};
"""


class Pairs(SearchLanguage):
    """The words of a page and of a query; `SPLIT` does in the browser what `split` does here."""

    lang = "zh"
    language_name = "Chinese"
    js_splitter_code = SPLIT % WORD

    def split(self, input: str) -> list[str]:
        return [word for part in re.findall(WORD, input) for word in _words(part)]

    def word_filter(self, word: str) -> bool:
        return len(word) > 1


def _words(part: str) -> list[str]:
    if part[0] < "\u4e00" or len(part) < 3:
        return [part]
    return [part[at : at + 2] for at in range(len(part) - 1)]
