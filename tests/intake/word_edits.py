"""A built .docx edited as Word would save it: runs split, marks of its own strewn in, new paragraphs and rows
made like their neighbours."""

from __future__ import annotations

import io
import random
import re
import zipfile
from copy import deepcopy
from typing import Any, NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NEW = ("云杉", "石榴", "海棠", "丁香", "银杏", "芦苇", "白桦", "木槿", "紫藤", "茉莉", "芍药", "枇杷")
RSID = W + "rsidR"


class Edit(NamedTuple):
    """What was done: changed, added, removed or moved; words that were there, words that are there now."""

    kind: str
    before: str
    after: str


class File:
    """A .docx whose text is open."""

    def __init__(self, data: bytes) -> None:
        self.parts = {}
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                self.parts[info.filename] = archive.read(info)
        self.tree = etree.fromstring(self.parts["word/document.xml"])
        self.body = self.tree.find(W + "body")

    def save(self) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                is_text = name == "word/document.xml"
                archive.writestr(name, etree.tostring(self.tree) if is_text else content)
        return buffer.getvalue()

    def find(self, words: str) -> Any:
        """The paragraph of the body that holds `words`."""
        return next(p for p in self.body.iter(W + "p") if words in text_of(p))

    def items(self) -> list[list[Any]]:
        """The lists of the text: numbered paragraphs of one layer that follow each other."""
        lists: list[list[Any]] = []
        last = None
        for p in self.body.iterchildren(W + "p"):
            now = (number_of(p), style_of(p)) if number_of(p) and "Heading" not in style_of(p) else None
            if now and now == last:
                lists[-1].append(p)
            elif now:
                lists.append([p])
            last = now
        return lists

    def headings(self, style: str = "Heading2") -> list[Any]:
        return [p for p in self.body.iterchildren(W + "p") if style_of(p) == style]

    def below(self, heading: Any) -> list[Any]:
        """A heading with all that stands under it; nothing where that is more than text."""
        found = [heading]
        for element in heading.itersiblings():
            style = style_of(element) if element.tag == W + "p" else ""
            if style.startswith("Heading") and style[-1] <= style_of(heading)[-1]:
                return found
            if style != "BodyText":
                return []
            found.append(element)
        return []


def text_of(p: Any) -> str:
    return "".join(t.text or "" for t in p.iter(W + "t"))


def words_of(p: Any) -> str:
    """A paragraph without its typed number."""
    return text_of(p)[len(label_of(p)) :]


def style_of(p: Any) -> str:
    found = p.find(f"{W}pPr/{W}pStyle")
    return found.get(W + "val") if found is not None else ""


def number_of(p: Any) -> str:
    """Which list a paragraph is of: Word's, or that of its typed number."""
    found = p.find(f"{W}pPr/{W}numPr") if p is not None else None
    if found is not None:
        return "/".join(child.get(W + "val") for child in found)
    return re.sub(r"\d+|[一二三四五六七八九十]+", "0", label_of(p)) if p is not None else ""


def label_of(p: Any) -> str:
    """The number that is typed before a paragraph."""
    found = re.match(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.(?!\d)|（\d+）", text_of(p))
    is_counted = p.find(f"{W}pPr/{W}numPr") is not None
    return (
        found[0] if found and not is_counted and style_of(p) in ("BodyText", "Heading1", "Heading2") else ""
    )


def say(p: Any, start: int, end: int, words: str) -> None:
    """Puts `words` in place of characters, in runs of their own, as Word splits them."""
    at = 0
    for t in list(p.iter(W + "t")):
        text = t.text or ""
        low, high = max(start - at, 0), min(end - at, len(text))
        if low <= len(text) and (low < high or (start == end and at <= start <= at + len(text))):
            own, words = words, ""
            _split(t, text[:low], own, text[high:])
            if start == end:
                return
        at += len(text)


def _split(t: Any, head: str, words: str, tail: str) -> None:
    run = t.getparent()
    t.text = head
    t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for text in (tail, words):
        if text:
            other = deepcopy(run)
            other.find(W + "t").text = text
            other.set(RSID, "00A1B2C3")
            run.addnext(other)
    mark = etree.Element(W + "proofErr")
    mark.set(W + "type", "spellStart")
    run.addnext(mark)


def like(p: Any, words: str) -> Any:
    """A new paragraph behind `p`, set as it is."""
    new = deepcopy(p)
    runs = new.findall(W + "r")
    texts = [run for run in runs if run.find(W + "t") is not None]
    for run in runs:
        if run is not texts[-1]:
            new.remove(run)
    texts[-1].find(W + "t").text = words
    for run_looks in texts[-1].findall(f"{W}rPr/{W}rStyle"):
        run_looks.getparent().remove(run_looks)
    new.set(RSID, "00D4E5F6")
    new.set(W + "rsidRDefault", "00D4E5F6")
    p.addnext(new)
    return new


class Editor:
    """Makes edits by chance, none of them at a place where another one was."""

    def __init__(self, file: File, chance: random.Random) -> None:
        self.file = file
        self.chance = chance
        self.touched: set[Any] = set()
        self.fresh = list(NEW)
        chance.shuffle(self.fresh)

    def word(self) -> Edit | None:
        """Words changed in an item."""
        free = [p for group in self.file.items() for p in group if self._is_free(p, 12)]
        if not free:
            return None
        p = self._take(free)
        text, new = text_of(p), self.fresh.pop()
        start = len(label_of(p)) + self.chance.randrange(1, 6)
        old = text[start : start + 3]
        say(p, start, start + 3, new)
        return Edit("changed", old, new)

    def heading(self) -> Edit | None:
        """A section renamed."""
        free = [p for p in self.file.headings() if self._is_free(p, 5)]
        if not free:
            return None
        p = self._take(free)
        text, new, start = text_of(p), f"抓好{self.fresh.pop()}工作", len(label_of(p))
        say(p, start, len(text), new)
        return Edit("changed", text[start:], new)

    def more(self) -> Edit | None:
        """An item added."""
        free = [p for group in self.file.items() if len(group) > 1 for p in group if self._is_free(p)]
        free = [p for p in free if number_of(p.getnext()) in (number_of(p), "")]
        if not free:
            return None
        new = f"办好{self.fresh.pop()}节，{self.chance.choice(('学期末总结一次', '由专人负责到底'))}。"
        p = self._take(free)
        added = like(p, label_of(p) + new)
        self.touched.add(added)
        return Edit("added", "", new)

    def less(self) -> Edit | None:
        """An item deleted."""
        free = [p for group in self.file.items() if len(group) > 2 for p in group if self._is_free(p, 8)]
        if not free:
            return None
        p = self._take(free)
        p.getparent().remove(p)
        return Edit("removed", words_of(p), "")

    def move(self) -> Edit | None:
        """An item moved to another list, or by more than one place in its own."""
        lists = [[p for p in group if self._is_free(p, 8)] for group in self.file.items() if len(group) > 2]
        lists = [group for group in lists if group]
        if not lists:
            return None
        p = self._take(self.chance.choice(lists))
        places = [q for group in lists for q in group if q is not p and number_of(q)[0] == number_of(p)[0]]
        places = [q for q in places if not self._is_near(p, q)]
        if not places:
            return None
        self._take(places).addnext(p)
        return Edit("moved", words_of(p), "")

    def section(self) -> Edit | None:
        """A section moved in front of another one of its chapter."""
        chapters: dict[int, list[Any]] = {}
        for p in self.file.headings():
            chapter = [one for one in p.itersiblings(preceding=True) if style_of(one) == "Heading1"]
            chapters.setdefault(len(chapter), []).append(p)
        rows = [row for row in chapters.values() if len(row) > 2 and self.file.below(row[-1])]
        rows = [row for row in rows if not self.touched.intersection([*row, *self.file.below(row[-1])])]
        if not rows:
            return None
        row = self.chance.choice(rows)
        moved = self.file.below(row[-1])
        self.touched.update(row, *[self.file.below(p) for p in row])
        for element in moved:
            row[0].addprevious(element)
        return Edit("moved", words_of(row[-1]), "")

    def _is_free(self, p: Any, least: int = 1) -> bool:
        text = words_of(p)
        return p not in self.touched and len(text) >= least and (least == 1 or text[:8].isalpha())

    def _is_near(self, p: Any, q: Any) -> bool:
        around = [p.getprevious(), p.getnext()]
        return any(q is one for one in around)

    def _take(self, free: list[Any]) -> Any:
        p = self.chance.choice(free)
        self.touched.update(one for one in (p, p.getprevious(), p.getnext()) if one is not None)
        return p
