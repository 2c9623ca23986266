"""Where tasks are done: in this process, in several, or on a Dask cluster. Outcomes come as they come.

A process that dies takes only its own tasks with it: they are done once more, each by itself; what
dies again is an outcome too.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from typing import TypeVar

from docgen.batch.work import Order, Outcome, Task, do, lost

T = TypeVar("T")

CHUNK = 16
"""Tasks sent at once: sending takes about as long as a tenth of a document."""

Place = Callable[[Sequence[Task], Order], Iterator[Outcome]]
"""Does tasks somewhere: `here`, `processes` with a number, `cluster.on` with an address."""


def here(tasks: Sequence[Task], order: Order) -> Iterator[Outcome]:
    """The outcomes of `tasks`, made in this process."""
    for task in tasks:
        yield from do([task], order)


def processes(jobs: int) -> Place:
    """A place that does tasks in `jobs` processes."""

    def place(tasks: Sequence[Task], order: Order) -> Iterator[Outcome]:
        left: list[Task] = []
        yield from _through(chunks(tasks, jobs), order, jobs, left)
        for task in left:
            again: list[Task] = []
            yield from _through([[task]], order, 1, again)
            yield from (lost(one.row) for one in again)

    return place


def chunks(tasks: Sequence[Task], jobs: int) -> list[Sequence[Task]]:
    """`tasks` in parts small enough that all `jobs` end at about the same time."""
    size = max(1, min(CHUNK, len(tasks) // (4 * jobs)))
    return [tasks[at : at + size] for at in range(0, len(tasks), size)]


def _through(parts: Sequence[Sequence[Task]], order: Order, jobs: int, left: list[Task]) -> Iterator[Outcome]:
    """Yields outcomes as they come; tasks whose process died go to `left`."""
    from docgen import pipeline, word  # noqa: F401 - so that a forked process need not

    with ProcessPoolExecutor(jobs, initializer=_end_with_parent) as pool:
        sent = [(_unless_broken(pool.submit, do, part, order), part) for part in parts]
        waiting = {future: part for future, part in sent if future}
        left.extend(task for future, part in sent if not future for task in part)
        for future in as_completed(waiting):
            outcomes = _unless_broken(future.result)
            if outcomes is None:
                left.extend(waiting[future])
            else:
                yield from outcomes


def _end_with_parent() -> None:
    """Sees to it that this process of a pool ends when its parent does: after a kill of that alone it would
    wait for tasks for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_outlive, args=(parent,), daemon=True).start()


def _outlive(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _unless_broken(call: Callable[..., T], *arguments: object) -> T | None:
    """What `call` gives, None where a process of the pool has died."""
    try:
        return call(*arguments)
    except BrokenProcessPool:
        return None
