"""What all text outputs share: content as words, a table as a full grid, people as lines, and the lines
that stand around a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from docgen.document import (
    ORDER,
    Attachment,
    Cell,
    Chart,
    Column,
    Content,
    Footnote,
    Paper,
    Person,
    Reference,
    Role,
    Signature,
    Table,
)

if TYPE_CHECKING:
    from docgen.numbering import Labels, NumberedPaper

Notes = list[str]
"""The footnotes met so far, in order."""

SENTENCE_ENDS = "。：:.．"


def words(content: Content, references: Mapping[str, str], notes: Notes) -> str:
    """`content` as plain words: references as the number they print, footnotes as ［注1］."""
    parts = []
    for part in content:
        if isinstance(part, Reference):
            parts.append(references.get(part.target, part.target))
        elif isinstance(part, Footnote):
            notes.append(part.text)
            parts.append(f"［注{len(notes)}］")
        else:
            parts.append(part if isinstance(part, str) else part.text)
    return "".join(parts)


def grid(table: Table) -> list[list[Content]]:
    """The rows of `table` with a content for every column; a merged cell stands where it begins,
    the places it covers are empty."""
    from docgen import grid as grids

    rows, _problems = grids.grid(table)
    filled = []
    for row in rows:
        contents: list[Content] = []
        for slot in row:
            contents.append(content_of(slot.cell))
            contents.extend(() for _covered in range(slot.across - 1))
        filled.append(contents)
    return filled


def data(chart: Chart) -> Table:
    """The numbers of `chart` as a table: a row a category, a column a series, the unit in the corner."""
    names = (f"单位：{chart.unit}" if chart.unit else "", *(series.name for series in chart.series))
    columns = zip(*(series.numbers for series in chart.series), strict=True)
    rows = (
        (category, *("—" if number is None else f"{number:f}" for number in numbers))
        for category, numbers in zip(chart.categories, columns, strict=True)
    )
    return Table(tuple(map(Column, names)), (names, *rows), 1, chart.caption, place=chart.place)


def content_of(cell: str | Cell | None) -> Content:
    """The content of a cell, empty where it is covered."""
    if isinstance(cell, Cell):
        return cell.content
    return (cell,) if cell else ()


def person(person: Person) -> str:
    """A person with the post behind: 张三（校长）."""
    if person.name and person.post:
        return f"{person.name}（{person.post}）"
    return person.name or person.post


def people(role: Role) -> str:
    """All who have a role, in order; empty where the blank is to be filled in by hand."""
    return "、".join(person(member) for member in role.people)


def heads(paper: Paper) -> Iterator[str]:
    """The lines between the title and the text: subtitle, draft, note, addressees."""
    from docgen.front import addressed

    lines = (paper.subtitle, bracketed(paper.draft), paper.note)
    yield from filter(None, lines)
    if paper.addressees:
        yield addressed(paper.addressees)


def bracketed(text: str) -> str:
    """`text` in brackets, as 稿 and 附注 (GB/T 9704 7.3.6) stand; empty where it is empty."""
    return text if not text or text.startswith(("（", "(")) else f"（{text}）"


def letterhead(paper: Paper) -> Iterator[str]:
    """The lines of the 版头: 份号, 密级, 紧急程度, the mark, the number and the signers."""
    head = paper.letterhead
    if head is None:
        return
    yield from filter(None, (head.copy_number, head.secrecy, head.urgency))
    yield mark(paper)
    signers = "签发人：" + "　".join(head.signers) if head.signers else ""
    yield from filter(None, ["　".join(filter(None, (head.document_number, signers)))])


def mark(paper: Paper) -> str:
    """The 发文机关标志: the organs' names and what stands behind them."""
    head = paper.letterhead
    return "　".join(head.organs) + head.suffix if head else ""


def title(paper: Paper) -> tuple[str, ...]:
    """The lines of the title; none in an order, whose mark stands for it (GB/T 9704 10.2)."""
    return () if paper.form == ORDER and paper.letterhead else paper.title


def attendance(paper: Paper) -> Iterator[str]:
    """出席, 请假, 列席, a line each (GB/T 9704 10.3)."""
    if paper.attendance:
        from docgen.word.minutes import listed

        yield from (f"{role.name}：{listed(role)}" for role in paper.attendance)


def signature(signature: Signature) -> tuple[str, ...]:
    """The organs, or who signs for them by stamp, and the date."""
    signers = tuple(f"{signer.post}　{signer.name}" for signer in signature.signers)
    return (*(signers or signature.organs), signature.date)


def colophon(paper: Paper) -> Iterator[str]:
    """The lines of the 版记 (GB/T 9704 7.4)."""
    foot = paper.colophon
    if foot is None:
        return
    from docgen.front import addressed
    from docgen.word.colophon import listed

    if foot.addressees:
        yield f"主送：{addressed(foot.addressees).rstrip('：')}。"
    if foot.copies:
        yield f"抄送：{listed(foot.copies)}"
    printed = foot.printed and foot.printed.removesuffix("印发") + "印发"
    yield from filter(None, ["　".join(filter(None, (foot.printer, printed)))])


def attachment_note(paper: Paper) -> Iterator[str]:
    """The lines of 附件说明 (GB/T 9704 7.3.4): 附件：1.名称, the others under it."""
    from docgen.word.attached import announced

    names = announced(paper.attachments)
    for ordinal, name in enumerate(names, 1):
        head = "附件：" if ordinal == 1 else "　　　"
        yield head + ("" if len(names) == 1 else f"{ordinal}.") + name


def attached(numbered: NumberedPaper) -> Iterator[tuple[Attachment, Labels, str]]:
    """What has pages behind the text, with its labels and the mark over it: 附件, 附件1 …, nothing over a
    paper that is carried (GB/T 9704 7.3.7)."""
    from docgen.word.attached import marks

    paper = numbered.paper
    rows = zip(paper.attachments, numbered.attachment_labels, marks(paper), strict=True)
    return (row for row in rows if not row[0].elsewhere)
