"""The sections of a part in a book: each part ends with its own and begins by saying all that stands
above and below its text, for a section that says nothing takes over what the part before had."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from docgen.word.furniture import SPACER

SECTION = re.compile(r"<w:sectPr(?: [^>]*)?(?:/>|>.*?</w:sectPr>)", re.DOTALL)
OPENING = "<w:sectPr"
REFERENCE = re.compile(r"<w:(header|footer)Reference\b[^>]*/>")
TYPE = re.compile(r'w:type="(\w+)"')
RELATION = re.compile(r'r:id="([^"]*)"')
BEHIND_COUNT = re.compile(
    r"<w:(?:cols|formProt|vAlign|noEndnote|titlePg|textDirection|bidi|rtlGutter|docGrid)\b|</w:sectPr>"
)
FIRST_PAGE = "<w:titlePg"

Empty = Mapping[str, str]
"""The relationships of an empty header and an empty footer."""


def split(document: str) -> tuple[str, str]:
    """The text of a document.xml, and the properties of its last section."""
    begin = document.index(">", document.index("<w:body")) + 1
    end = document.rindex("</w:body>")
    at = document.rindex("<w:sectPr", begin, end)
    return document[begin:at], document[at:end]


def ended(body: str, section: str) -> str:
    """`body`, of our own writer, with `section` in its last paragraph, or in one that takes no room."""
    if not body.endswith("</w:p>"):
        body += SPACER
    start = body.rindex("<w:p>")
    at = body.find("</w:pPr>", start)
    if at < 0:
        at = start + len("<w:p>")
        return f"{body[:at]}<w:pPr>{section}</w:pPr>{body[at:]}"
    return body[:at] + section + body[at:]


def settled(body: str, two_sided: bool, alike: bool, empty: Empty) -> str:
    """`body` whose sections say all that they show. The book is `two_sided`; `alike`: the part's own odd
    and even pages are not told apart. `empty` are the relationships of an empty header and footer."""
    pieces = list(_apart(body))
    has_first = any(FIRST_PAGE in section for section in pieces[1::2])
    is_first = True

    def settle(section: str) -> str:
        nonlocal is_first
        if not (is_first or (two_sided and alike)):
            return section
        wanted = _wanted(two_sided, has_first) if is_first else ()
        is_first = False
        return _complete(section, wanted, two_sided and alike, empty)

    pieces[1::2] = map(settle, pieces[1::2])
    return "".join(pieces)


def _apart(body: str) -> Iterator[str]:
    """`body` in pieces: each second one is a section, the rest stands between them."""
    done = 0
    while (at := body.find(OPENING, done)) >= 0:
        found = SECTION.match(body, at)
        end = found.end() if found else at + len(OPENING)
        yield body[done:at]
        yield body[at:end]
        done = end
    yield body[done:]


def _wanted(two_sided: bool, has_first: bool) -> Sequence[tuple[str, str]]:
    kinds = ["default", *["even"] * two_sided, *["first"] * has_first]
    return [(part, kind) for part in ("header", "footer") for kind in kinds]


def _complete(section: str, wanted: Sequence[tuple[str, str]], both: bool, empty: Empty) -> str:
    """`section` with references to all that is `wanted`; `both`: even pages show what odd ones do."""
    given: dict[tuple[str, str], str] = {}
    for found in REFERENCE.finditer(section):
        kind, relation = TYPE.search(found[0]), RELATION.search(found[0])
        if relation:
            given[found[1], kind[1] if kind else "default"] = relation[1]
    if both:
        for part in ("header", "footer"):
            given.pop((part, "even"), None)
            if (part, "default") in given:
                given[part, "even"] = given[part, "default"]
    for key in wanted:
        given.setdefault(key, empty[key[0]])
    return _with(REFERENCE.sub("", section), given)


def counting(body: str, count: str, on_odd_page: bool) -> str:
    """`body` whose first section counts its pages as `count` (w:pgNumType) says, and begins on the front
    of a sheet."""
    found = SECTION.search(body)
    if found is None:
        return body
    section = found[0]
    if on_odd_page:
        at = section.index("<w:pgSz")
        section = f'{section[:at]}<w:type w:val="oddPage"/>{section[at:]}'
    behind = BEHIND_COUNT.search(section)
    at = behind.start() if behind else len(section)
    return f"{body[: found.start()]}{section[:at]}{count}{section[at:]}{body[found.end() :]}"


def _with(section: str, given: Mapping[tuple[str, str], str]) -> str:
    references = "".join(
        f'<w:{part}Reference w:type="{kind}" r:id="{id}"/>' for (part, kind), id in given.items()
    )
    at = section.index(">")
    if section[at - 1] == "/":
        return f"{section[: at - 1]}>{references}</w:sectPr>"
    return section[: at + 1] + references + section[at + 1 :]
