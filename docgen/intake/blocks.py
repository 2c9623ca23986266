"""The parts of one paper → the blocks of its tree, each with its place; nothing is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen.document import (
    Block,
    Content,
    Heading,
    Image,
    Inline,
    Item,
    Paragraph,
    People,
    Person,
    Role,
)
from docgen.document import Footnote as Foot
from docgen.intake.tables import table
from docgen.manuscript import Picture
from docgen.patterns import pattern
from docgen.picture_size import measure
from docgen.recognise import labels
from docgen.recognise.names import names
from docgen.recognised import NOTE, Entry, Part

NO_PICTURE = "［图］"
"""Stands for a picture that cannot be put into a plan."""
AROUND = frozenset(
    {"subtitle", "draft", "title_note", "addressee", "signature", "date", "annotation", "attachment"}
    | {"copy_number", "secrecy", "urgency", "organ_mark", "document_number", "signers", "copies", "printer"}
    | {"attendance"}
)
"""Notes that stand around a text and have a slot of their own in the paper."""
LEFT_OUT = frozenset({"contents", "debris"})
"""A table of contents is made anew; what a web page left behind is no text. Both are told."""
RULES = pattern(r"^第.{1,4}(?:章|编|篇|节|条|款|部分)$")
WIDEST = 156.0


def blocks(parts: Iterable[Part]) -> Iterator[Block]:
    """The blocks that `parts` come to; captions go with the table or picture below them, the name of a
    group with its people."""
    waiting: list[Part] = []
    for part in parts:
        if part.type == NOTE and part.note in ("caption", "group"):
            waiting.append(part)
            continue
        made = _block(part, waiting)
        yield from (_plain(one) for one in waiting)
        waiting.clear()
        yield from made
    yield from (_plain(one) for one in waiting)


def _block(part: Part, waiting: list[Part]) -> list[Block]:
    """The blocks of one part; what it takes of those that wait for it is taken from `waiting`."""
    made: list[Block] = []
    match part.type:
        case "heading":
            made = [_heading(part)]
        case "item":
            made = _item(part)
        case "table":
            made = [replace(table(part), caption=_taken(waiting, "caption"))]
        case "people":
            made = [_people(part, _taken(waiting, "group"))]
        case "picture":
            made = [_picture(part, waiting)]
        case _ if part.note not in AROUND and part.note not in LEFT_OUT:
            made = [*_paragraphs(part.text, part)]
    return made


def _taken(waiting: list[Part], note: str) -> str:
    last = waiting[-1] if waiting and waiting[-1].note == note else None
    return waiting.pop().text.strip() if last else ""


def _plain(part: Part) -> Paragraph:
    return Paragraph((part.text.strip(),), part.place)


def _heading(part: Part) -> Heading:
    words, numbered = _of_the_text(part), _is_counted(part)
    if part.body:
        return Heading(
            part.layer or 1,
            (words + part.head + part.end,),
            noted(part.body, part, len(part.head + part.end)),
            numbered,
            part.restart,
            place=part.place,
        )
    return Heading(
        part.layer or 1, (_one_line(words + part.text),), (), numbered, part.restart, place=part.place
    )


def _is_counted(part: Part) -> bool:
    """Whether its number is one that is counted anew; 第一阶段 and 第一章 stay as they are typed."""
    typed = labels.read(part.correct + "字") if part.correct else None
    return bool(part.correct) and (typed is None or typed.sure != labels.KEPT)


def _of_the_text(part: Part) -> str:
    """The number of a part where it is text: what stands before its words in the plan."""
    return "" if _is_counted(part) else _typed_number(part)


def _typed_number(part: Part) -> str:
    """The number as it is typed, with the blank that stands behind 第一章 and 第一条."""
    return part.label + "\u3000" * bool(RULES.search(part.label))


def _item(part: Part) -> list[Block]:
    if not part.layer or (part.correct and not _is_counted(part)):  # 一是 …: words of the text, no number
        number = _typed_number(part)
        return [Paragraph(noted(number + part.text, part, -len(number)), part.place)]
    first, *rest = part.text.split("\n")
    item = Item(part.layer, noted(first, part), bool(part.correct), part.restart, place=part.place)
    return [item, *(Paragraph((line.strip(),), part.place) for line in rest if line.strip())]


def _paragraphs(text: str, part: Part) -> Iterator[Paragraph]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines:
        yield Paragraph(noted(line, part) if len(lines) == 1 else (line,), part.place)


def _one_line(text: str) -> str:
    return "".join(line.strip() for line in text.split("\n"))


def noted(text: str, part: Part, skipped: int = 0) -> Content:
    """`text` with the footnotes of the part's line at their places; `skipped` characters of the part's text
    stand before it."""
    line = part.lines[0] if len(part.lines) == 1 else None
    notes = line.notes if line else ()
    if not notes or line is None:
        return (text,) if text else ()
    found: list[Inline] = []
    end, begin = 0, part.start + skipped
    for note in notes:
        at = min(max(note.at - begin, end), len(text))
        found += [text[end:at]] if at > end else []
        found.append(Foot(" ".join(note.text.split())))
        end = at
    return (*found, text[end:]) if end < len(text) else tuple(found)


def _people(part: Part, name: str) -> People:
    roles: list[Role] = []
    for entry in part.entries:
        people = tuple(_persons(entry))
        if entry.inherited and roles:
            roles[-1] = replace(roles[-1], people=(*roles[-1].people, *people))
        else:
            roles.append(Role(entry.role, people))
    return People(name, tuple(roles), place=part.place)


def _persons(entry: Entry) -> Iterator[Person]:
    return (Person(name) for name in names(entry.value))


def _picture(part: Part, waiting: list[Part]) -> Block:
    picture = part.picture
    image = _image(picture, _taken(waiting, "caption")) if picture else None
    return image or Paragraph((part.text.strip() or NO_PICTURE,), part.place)


def usable(picture: Picture) -> bool:
    """Whether a paper can hold `picture`: a PNG or JPEG whose bytes are there."""
    return _image(picture, "") is not None


def _image(picture: Picture, caption: str) -> Image | None:
    """The picture as an image of the tree; None where its bytes are no PNG or JPEG."""
    try:
        size = measure(picture.data)
    except ValueError:
        return None
    width = min(picture.width or WIDEST, WIDEST)
    return Image(picture.data, size.suffix, width, width * size.height / size.width, caption, picture.place)
