"""The work of one row: its plan → the bytes of its documents, or what is wrong with it.

Runs wherever it is sent: here, in another process, on another machine. Whatever happens to a row
becomes an outcome; nothing but the end of the process itself gets out of here.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from typing import NamedTuple

from docgen.batch.rows import Row
from docgen.i18n import _, speaking
from docgen.plan_file import Given
from docgen.problems import DocgenError, Problem, error, has_errors


class Order(NamedTuple):
    """What a batch asks for: the kinds of output, how numbers are made (live, text or None), and the
    language of the problems."""

    kinds: tuple[str, ...]
    numbers: str | None
    language: str


class Task(NamedTuple):
    """A row to be done, under the name of its file."""

    row: Row
    name: str


class Outcome(NamedTuple):
    """What became of a row: its documents by kind (none where it failed), what was told of it, how many
    seconds it took."""

    ordinal: int
    contents: dict[str, bytes]
    problems: tuple[Problem, ...]
    seconds: float


def do(tasks: Sequence[Task], order: Order) -> list[Outcome]:
    """The outcomes of `tasks`, one each."""
    from docgen.template import shelf

    with speaking(order.language), shelf.remembering():
        return [_one(task.row, order) for task in tasks]


def _one(row: Row, order: Order) -> Outcome:
    start = time.perf_counter()
    contents, problems = _made(row, order)
    return Outcome(row.ordinal, contents, tuple(problems), time.perf_counter() - start)


def _made(row: Row, order: Order) -> tuple[dict[str, bytes], list[Problem]]:
    from docgen import pipeline
    from docgen.made import Document

    problems = list(row.problems)
    if has_errors(problems):
        return {}, problems
    try:
        result = pipeline.run(Given(row.plan, row.folder), None, order.numbers)
        document = Document(result)
        return {kind: document.to_bytes(kind) for kind in order.kinds}, [*problems, *result.problems]
    except DocgenError as stopped:
        return {}, [*problems, *stopped.problems]
    except RecursionError:
        return {}, [*problems, error("YML-099", _("内容嵌套得太深"), row.place)]
    except Exception as failure:  # one row's defect is no reason to lose the others
        return {}, [*problems, _defect(row, failure)]


def lost(row: Row, seconds: float = 0.0) -> Outcome:
    """The outcome of a row whose process died twice over it (BAT-006)."""
    sentence = _("做这一份的进程意外中止了")
    hint = _("单独用 docgen build 做这一份，看它说什么；可能是内存不够")
    return Outcome(row.ordinal, {}, (error("BAT-006", sentence, row.place, hint=hint),), seconds)


def _defect(row: Row, failure: Exception) -> Problem:
    sentence = _("程序内部出错（{kind}：{text}），这是docgen的缺陷，不是您的文件写错了").format(
        kind=type(failure).__name__, text=failure
    )
    return error("CLI-009", sentence, row.place)


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
