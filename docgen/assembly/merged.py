"""合编: the chapters that departments wrote, joined under the title of one plan; numbers run on, and only
that plan is signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from docgen.assembly.book import Book
from docgen.assembly.listed import PLANS, Found
from docgen.document import Block, Heading, Paper, Paragraph, plain
from docgen.i18n import _
from docgen.pipeline import Draft, Result, drafted, finished
from docgen.problems import DocgenError, Place, Problem, error, stop_on_errors, warning
from docgen.source.values import lines_of

SPANS = ("学年", "年度", "学期")
"""What a plan says of its time, which its parts have to share."""


def merged(book: Book, parts: Sequence[Found]) -> tuple[Result, list[Problem]]:
    """The paper of the book's plan (总稿) with the chapters of `parts` behind its own, and what was told.
    Raises `DocgenError` with everything that is wrong with any of them."""
    problems = list(_unfit(book, parts))
    frame = _draft(book.folder / book.merged, problems)
    drafts = [_draft(part.path, problems) for part in parts if part.path]
    stop_on_errors(problems)
    whole = [draft for draft in drafts if draft]
    assert frame is not None
    problems += [told for draft in whole for told in _unlike(frame, draft)]
    paper = _joined(frame, whole, problems)
    result = finished(frame._replace(paper=paper))
    return result, [*problems, *result.problems]


def _unfit(book: Book, parts: Sequence[Found]) -> Iterator[Problem]:
    """What cannot be a part of one plan; that the plan itself is not there, or is one of its parts."""
    path = book.folder / book.merged
    if not path.is_file():
        sentence = _("找不到总稿“{name}”").format(name=book.merged)
        yield error("ASM-002", sentence, Place(str(book.path)), hint=_("检查文件名和扩展名"))
    for part in parts:
        if part.path is None or part.divider:
            sentence, hint = _("合编里没有分隔页"), _("从“组成”里删去“分隔页”，各部分的章节接着排")
            yield error("ASM-013", sentence, part.place, excerpt=part.divider, hint=hint)
        elif part.path.suffix.lower() not in PLANS:
            sentence = _("合编的各部分只能是计划，“{name}”不是").format(name=part.path.name)
            hint = _("先用 docgen import 把Word文件变成计划")
            yield error("ASM-014", sentence, part.place, excerpt=part.path.name, hint=hint)
        elif part.path.resolve() == path.resolve():
            sentence = _("总稿“{name}”不能再作为一部分").format(name=part.path.name)
            yield error("ASM-006", sentence, part.place, hint=_("从“组成”里删去这一项"))


def _draft(path: Path, problems: list[Problem]) -> Draft | None:
    if path.suffix.lower() not in PLANS or not path.is_file():
        return None
    try:
        draft = drafted(path)
    except DocgenError as fault:
        problems += [one if one.place else replace(one, place=Place(str(path))) for one in fault.problems]
        return None
    problems += draft.problems
    return draft


def _unlike(frame: Draft, part: Draft) -> Iterator[Problem]:
    for key in SPANS:
        ours, theirs = frame.plan.get(key), part.plan.get(key)
        if isinstance(ours, str) and isinstance(theirs, str) and ours != theirs:
            sentence = _("这一部分的{key}是“{theirs}”，总稿的是“{ours}”")
            yield warning(
                "ASM-015", sentence.format(key=key, theirs=theirs, ours=ours), part.plan.keys_at.get(key)
            )


def _joined(frame: Draft, parts: Sequence[Draft], problems: list[Problem]) -> Paper:
    paper = frame.paper
    own, last = _closing_apart(frame)
    blocks = [*own, *(block for part in parts for block in _chapters(part, problems)), *last]
    attachments = [*paper.attachments, *(one for part in parts for one in part.paper.attachments)]
    return replace(paper, blocks=tuple(blocks), attachments=tuple(attachments))


def _closing_apart(frame: Draft) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks of the plan, and its last words (结语), which close the whole."""
    blocks = frame.paper.blocks
    words = [str(line).strip() for line in lines_of(str(frame.plan.get("结语", "")))]
    tail = blocks[len(blocks) - len(words) :] if words else ()
    if tail and all(isinstance(one, Paragraph) for one in tail):
        said = [plain(one.content).strip() for one in tail if isinstance(one, Paragraph)]
        if said == words:
            return blocks[: len(blocks) - len(words)], tail
    return blocks, ()


def _chapters(part: Draft, problems: list[Problem]) -> tuple[Block, ...]:
    """The blocks of a part from its first heading on; what stands before it introduces the part alone."""
    blocks = part.paper.blocks
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Heading)), 0)
    if first:
        place = next((block.place for block in blocks[:first] if block.place), part.plan.place)
        hint = _("要收的话，写进它的第一章，或者写进总稿")
        problems.append(warning("ASM-016", _("第一个标题前面的话没有收进来"), place, hint=hint))
    return blocks[first:]
