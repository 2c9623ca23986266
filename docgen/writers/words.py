"""What all text outputs share: content as words, a table as a full grid, people as lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docgen.document import Attachment, Cell, Content, Footnote, Paper, Person, Reference, Role, Table

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
    from docgen.word.opening import addressed

    lines = (paper.subtitle, bracketed(paper.draft), paper.note)
    yield from filter(None, lines)
    if paper.addressees:
        yield addressed(paper.addressees)


def bracketed(text: str) -> str:
    """`text` in brackets, as 稿 and 附注 (GB/T 9704 7.3.6) stand; empty where it is empty."""
    return text if not text or text.startswith(("（", "(")) else f"（{text}）"


def attachment_mark(ordinal: int, count: int) -> str:
    """附件, or 附件1 where there are several (GB/T 9704 7.3.7)."""
    return "附件" if count == 1 else f"附件{ordinal}"


def attachment_note(attachments: Sequence[Attachment]) -> Iterator[str]:
    """The lines of 附件说明 (GB/T 9704 7.3.4): 附件：1.名称, the others under it."""
    names = [attachment.name for attachment in attachments if attachment.name]
    for ordinal, name in enumerate(names, 1):
        head = "附件：" if ordinal == 1 else "　　　"
        yield head + ("" if len(names) == 1 else f"{ordinal}.") + name
