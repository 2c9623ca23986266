"""Tables of the dialect: rows in `|`, and the fence `::: 表格` that gives them a caption and options.

::: 表格 标题=课时安排 横排
| 年级 | 节数 |
|------|-----:|
| 七   | 34   |
:::
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from docgen.document import Cell, Column, Content, Table, TableRow, plain
from docgen.i18n import _
from docgen.markup.lines import Line
from docgen.patterns import pattern
from docgen.problems import Place, Problem, error

RULE = pattern(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
OPTIONS = ("标题", "横排", "竖排", "表头行")

Say = Callable[[Problem], None]
ReadCell = Callable[[str, Line], Content]


def end_of_rows(found: Sequence[Line], start: int) -> int:
    """The index after the last line from `start` on that is a row."""
    end = start
    while end < len(found) and found[end].text[0] == "|":
        end += 1
    return end


def end_of_fence(found: Sequence[Line], start: int, say: Say) -> int:
    """The index after the `:::` that closes the fence opened at `start`."""
    for position in range(start + 1, len(found)):
        if found[position].text.strip() == ":::":
            return position + 1
    say(
        error(
            "MRK-008",
            _("“:::”没有结束"),
            found[start].place,
            excerpt=found[start].text,
            hint=_("在表格后面单独写一行“:::”"),
        )
    )
    return len(found) + 1


def read(
    rows: Sequence[Line], options: str, cell: ReadCell, say: Say, fence: Line | None = None
) -> Table | None:
    """The table written in `rows`; None, with a problem, where it is none."""
    chosen = _options(options, fence, say) if fence else {}
    place = fence.place if fence else rows[0].place
    if len(rows) < 2 or not RULE.match(rows[1].text):
        say(_without_rule(rows, place))
        return None
    names = [plain(cell(text, rows[0])) for text in split(rows[0].text)]
    aligns = [_align(text) for text in split(rows[1].text)]
    if len(names) != len(aligns):
        say(_uneven(_("分隔行有{found}格，表头有{wanted}格"), rows[1], len(aligns), len(names)))
        return None
    columns = tuple(Column(name, None, align) for name, align in zip(names, aligns, strict=True))
    body = [_row(line, len(columns), cell, say) for line in rows[2:]]
    landscape = True if "横排" in chosen else False if "竖排" in chosen else None
    head = chosen.get("表头行", "1")
    return Table(
        columns,
        (tuple(names), *body),
        int(head) if head.isdecimal() else 1,
        chosen.get("标题", ""),
        landscape,
        place,
    )


def _without_rule(rows: Sequence[Line], place: Place) -> Problem:
    line = rows[1] if len(rows) > 1 else None
    return error(
        "MRK-009",
        _("表格的第二行应当是分隔行"),
        line.place if line else place,
        excerpt=line.text if line else "",
        hint="|----|----|",
    )


def _uneven(sentence: str, line: Line, found: int, wanted: int) -> Problem:
    return error("MRK-010", sentence.format(found=found, wanted=wanted), line.place, excerpt=line.text)


def split(row: str) -> list[str]:
    """The cells of a row as written; `\\|` is a stroke that does not part cells."""
    inner = row.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [part.strip().replace("\\|", "|") for part in re.split(r"(?<!\\)\|", inner)]


def _row(line: Line, width: int, cell: ReadCell, say: Say) -> TableRow:
    contents = [cell(text, line) for text in split(line.text)]
    if len(contents) != width:
        say(_uneven(_("这一行有{found}格，表头有{wanted}格"), line, len(contents), width))
    return tuple(_simple(content) for content in contents)


def _simple(content: Content) -> str | Cell:
    if not content:
        return ""
    if len(content) == 1 and isinstance(content[0], str):
        return content[0]
    return Cell(content)


def _align(rule: str) -> str:
    left, right = rule.startswith(":"), rule.endswith(":")
    return "center" if left and right else "right" if right else "left" if left else ""


def _options(text: str, fence: Line, say: Say) -> dict[str, str]:
    words = text.split()
    if not words or words[0] != "表格":
        say(
            error(
                "MRK-011",
                _("不认识“{word}”").format(word=" ".join(words) or ":::"),
                fence.place,
                excerpt=fence.text,
                hint=_("写成“::: 表格 标题=……”"),
            )
        )
        return {}
    chosen = {name: value for name, _equals, value in (word.partition("=") for word in words[1:])}
    wrong = [name for name in chosen if name not in OPTIONS]
    wrong += [f"表头行={chosen['表头行']}"] if not chosen.get("表头行", "1").isdecimal() else []
    hint = _("可以写：{words}").format(words="、".join(OPTIONS))
    for word in wrong:
        say(
            error(
                "MRK-007", _("不认识“{word}”").format(word=word), fence.place, excerpt=fence.text, hint=hint
            )
        )
    return chosen
