"""What a plan set out to do and what came of it: its tasks and aims with 完成, by its chapters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import Any, NamedTuple

from docgen.patterns import pattern
from docgen.source.values import Record, Text, as_list, lines_of
from docgen.terms import BLANK

UNFINISHED = pattern(
    r"(?:尚|还|仍|暂)?(?:未|没有?)(?:能|按期|全部|完全|如期)*(?:完成|启动|开展|落实|实施|达到)"
    r"|(?:正在|仍在|还在)|(?:进行|推进|施工|办理|筹备)中|部分完成|(?:暂缓|推迟|延期|延后|取消|中止|搁置)"
    r"|^已?完成了?[1-9]?[0-9](?:\.[0-9]+)?[%％]$"
)
NOTHING = pattern(r"[—\-－–/／]+")
"""What stands where nothing was filled in."""
TICKED = {"是": "已完成", "√": "已完成", "否": "没有完成", "×": "没有完成", "未": "没有完成"}
"""What 完成 is ticked with, in the words of a summary."""
AIMS = pattern(r"目标")
WITHIN = ("正文", "条目", "小节")
CLOSING = "。；;：:，, "


class State(str, Enum):
    """How far a task has come: done, said to be unfinished, or nothing said."""

    DONE = "完成"
    UNFINISHED = "没有完成"
    OPEN = "没有填"


class Task(NamedTuple):
    """A task or aim: what it is called, the plan's entry, what 完成 says of it."""

    text: Text
    row: Record
    result: str
    state: State


class Group(NamedTuple):
    """A part of the plan, a sub-section of a chapter or the chapter itself, with its tasks."""

    title: str
    tasks: tuple[Task, ...]


class Tally(NamedTuple):
    """How many tasks there are and how far they have come."""

    total: int
    done: int
    unfinished: int
    open: int

    @property
    def rate(self) -> str:
        """The share of tasks done: 82.6%, 100%."""
        if not self.total:
            return ""
        share = (Decimal(100 * self.done) / self.total).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return f"{share:f}".removesuffix(".0") + "%"


def groups(chapters: Sequence[Record]) -> tuple[Group, ...]:
    """The parts of the plan that hold tasks (what has 责任, 时限 or 完成), each with its own; where
    there is no task, the sub-sections of its chapters without any."""
    working = [chapter for chapter in chapters if not _is_aims(chapter)]
    found = [group for chapter in working for group in _groups(chapter)]
    aimed = [group for chapter in chapters if _is_aims(chapter) for group in _groups(chapter)]
    with_tasks = tuple(group for group in (*aimed, *found) if group.tasks)
    if with_tasks:
        held = {id(chapter) for chapter in working if any(group.tasks for group in _groups(chapter))}
        kept = [group for chapter in working if id(chapter) in held for group in _groups(chapter)]
        return tuple(group for group in aimed if group.tasks) + tuple(kept)
    return tuple(group for group in found if group.title)


def aims(chapters: Sequence[Record]) -> tuple[Task, ...]:
    """What the chapter on aims (工作目标) names: its items, else its sub-sections, else its paragraphs.
    Those with 责任 or 时限 are tasks and left out."""
    return tuple(
        aim for chapter in chapters if _is_aims(chapter) for aim in _aims(chapter) if not _is_duty(aim.row)
    )


def tally(tasks: Sequence[Task]) -> Tally:
    """The counts of `tasks`."""
    states = [task.state for task in tasks]
    return Tally(
        len(states), states.count(State.DONE), states.count(State.UNFINISHED), states.count(State.OPEN)
    )


def state_of(result: str) -> State:
    """How far 完成 says a task has come: 未完成, 正在推进, 否 and the like are not done."""
    text = _said(result)
    if not text or text == BLANK or NOTHING.fullmatch(text):
        return State.OPEN
    return State.UNFINISHED if UNFINISHED.search(text) else State.DONE


def _said(result: str) -> str:
    """是 and 否 as a summary says them: 已完成, 没有完成."""
    text = result.strip()
    return TICKED.get(text, text)


def _title(section: Record) -> str:
    """The heading of a section without its closing mark."""
    title = str(section.get("标题", ""))
    return title.rstrip(CLOSING) or title


def _is_aims(chapter: Record) -> bool:
    return bool(AIMS.search(str(chapter.get("标题", ""))))


def _is_duty(row: Record) -> bool:
    return bool(row.get("责任") or row.get("时限"))


def _groups(chapter: Record) -> Iterator[Group]:
    """The chapter itself with the tasks that stand right in it, then its sub-sections."""
    only = _is_duty if _is_aims(chapter) else _is_task
    own = [_task(chapter.get("标题", ""), chapter)] if only(chapter) else []
    below, start = [], len(own)
    for child in as_list(chapter.get("小节")):
        if only(child) and not _holds(child):
            own.append(_task(child["标题"], child))
        else:
            tasks = [_task(text, row) for text, row in _entries(child) if only(row)]
            below.append(Group(_title(child), tuple(tasks)))
    direct = [_task(text, row) for key in ("正文", "条目") for text, row in _entries(chapter.get(key))]
    own = [*own[:start], *(task for task in direct if only(task.row)), *own[start:]]
    if own:
        yield Group(_title(chapter), tuple(own))
    yield from below


def _is_task(row: Record) -> bool:
    return _is_duty(row) or bool(row.get("完成"))


def _holds(section: Record) -> bool:
    """Whether a section has tasks below it."""
    return any(_is_task(row) for key in WITHIN for _text, row in _entries(section.get(key)))


def _entries(data: Any) -> Iterator[tuple[Any, Record]]:
    """Every item and section in `data`, itself first, with its words, in the order they are printed."""
    if isinstance(data, list):
        for entry in data:
            yield from _entries(entry)
    elif isinstance(data, Record):
        named = next((data[key] for key in ("内容", "标题", "阶段") if key in data), None)
        if named is not None and "取自" not in data:
            yield named, data
        for key in WITHIN:
            yield from _entries(data.get(key))


def _aims(chapter: Record) -> Iterator[Task]:
    items = [entry for key in ("正文", "条目") for entry in _listed(chapter.get(key))]
    sections = as_list(chapter.get("小节"))
    for entry in items or sections:
        if isinstance(entry, Record):
            yield _task(entry.get("内容", entry.get("标题", "")), entry)
        else:
            yield _task(entry, Record())
    if not items and not sections:
        text = chapter.get("正文")
        for line in lines_of(text) if isinstance(text, str) else ():
            yield _task(line, Record())


def _listed(value: Any) -> Iterator[Any]:
    """The items in 条目, or in a 正文 that is a list."""
    if not isinstance(value, list):
        return
    for entry in value:
        if isinstance(entry, Record) and "条目" in entry and "内容" not in entry:
            yield from _listed(entry["条目"])
        elif isinstance(entry, str) or (isinstance(entry, Record) and ("内容" in entry or "标题" in entry)):
            yield entry


def _task(text: Any, row: Record) -> Task:
    result = _said(str(row.get("完成", "")))
    words = text if isinstance(text, Text) else Text(str(text), row.place)
    return Task(words, row, result, state_of(result))
