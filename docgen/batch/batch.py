"""A batch from beginning to end: base, rows, names; what was done before is kept; the rest is done,
each document appearing whole; the journal and the report say what became of every row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from docgen.batch import base as bases
from docgen.batch import fingerprint, journal, names, report, rows
from docgen.batch.journal import Entry
from docgen.batch.pool import Place
from docgen.batch.report import FAILED, KEPT, WRITTEN, Line
from docgen.batch.work import Order, Outcome, Task, digest
from docgen.files import why, write_whole
from docgen.i18n import _
from docgen.problems import DocgenError, Problem, error, has_errors
from docgen.problems import Place as Where

TEMPORARY = ".docgen-*.tmp"

Progress = Callable[[int, int], None]
"""Told after each document how many of how many are done."""


class Plan(NamedTuple):
    """A batch before it is done: its tasks, their fingerprints, the kinds of output, what was told."""

    tasks: list[Task]
    prints: list[str]
    order: Order
    problems: list[Problem]


def prepare(base: str, data: Path, pattern: str, order: Order) -> Plan:
    """All rows with their names. Raises `DocgenError` for a base or data that cannot be read, and where
    two rows would have the same file (BAT-004); nothing is written."""
    near = data if data.is_dir() else data.parent
    below, problems = bases.load(base, near)
    found, told = rows.load(data, below)
    given, faults = names.names(found, pattern)
    clashes = [fault for fault in faults if fault.id == "BAT-004"]
    if clashes:
        raise DocgenError(clashes)
    lacking = {fault.place: (fault,) for fault in faults}
    tasks = [
        Task(row._replace(problems=(*row.problems, *lacking.get(row.place, ()))), name)
        for row, name in zip(found, given, strict=True)
    ]
    making = fingerprint.of_making(below, order)
    prints = [fingerprint.of_row(task.row, making) for task in tasks]
    return Plan(tasks, prints, order, [*problems, *told])


def files_of(task: Task, order: Order) -> dict[str, str]:
    """The file of each kind that `task` makes."""
    return {kind: f"{task.name}.{kind}" for kind in order.kinds}


def in_the_way(plan: Plan, folder: Path) -> list[Path]:
    """The files in `folder` that the batch would write over."""
    wanted = [name for task in plan.tasks if task.name for name in files_of(task, plan.order).values()]
    return [folder / name for name in wanted if (folder / name).exists()]


def run(plan: Plan, folder: Path, place: Place, progress: Progress, resume: bool) -> list[Line]:
    """Does the batch into `folder` and writes its report; gives its lines in the order of the rows."""
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(TEMPORARY):
        with suppress(OSError):
            left.unlink()
    kept = _kept(plan, folder) if resume else {}
    lines = {index: _kept_line(plan, index, entry) for index, entry in kept.items()}
    at = {task.row.ordinal: index for index, task in enumerate(plan.tasks) if index not in kept}
    with journal.open_for(folder, {plan.prints[index]: entry for index, entry in kept.items()}) as book:
        for outcome in place([plan.tasks[index] for index in at.values()], plan.order):
            index = at[outcome.ordinal]
            lines[index] = _settled(plan, index, outcome, folder)
            if lines[index].state == WRITTEN:
                book.write(journal.line(_entry(plan, index, outcome)))
                book.flush()
            progress(len(lines), len(plan.tasks))
    ordered = [lines[index] for index in range(len(plan.tasks))]
    report.write(folder, ordered)
    return ordered


def _kept(plan: Plan, folder: Path) -> dict[int, Entry]:
    """The rows that need not be done again, with their entries in the journal."""
    entries = journal.read(folder)
    found = {}
    for index, task in enumerate(plan.tasks):
        entry = entries.get(plan.prints[index])
        if entry and journal.still_there(entry, folder, set(files_of(task, plan.order).values())):
            found[index] = entry
    return found


def _kept_line(plan: Plan, index: int, entry: Entry) -> Line:
    return Line(plan.tasks[index], KEPT, tuple(entry.files), entry.problems, entry.seconds)


def _settled(plan: Plan, index: int, outcome: Outcome, folder: Path) -> Line:
    """Writes the documents of `outcome`, and says what became of its row."""
    task, problems, written = plan.tasks[index], list(outcome.problems), []
    for kind, content in outcome.contents.items():
        path = folder / files_of(task, plan.order)[kind]
        try:
            _put(path, content)
            written.append(path.name)
        except OSError as fault:
            problems.append(_not_written(path, fault))
    failed = not written or has_errors(problems)
    state = FAILED if failed else WRITTEN
    return Line(task, state, tuple(written), report.as_data(problems), outcome.seconds)


def _put(path: Path, content: bytes) -> None:
    """Writes a document; one that lies there already stays untouched."""
    if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
        return
    write_whole(path, content)


def _entry(plan: Plan, index: int, outcome: Outcome) -> Entry:
    named = files_of(plan.tasks[index], plan.order)
    files = {named[kind]: digest(content) for kind, content in outcome.contents.items()}
    return Entry(plan.prints[index], files, outcome.seconds, report.as_data(outcome.problems))


def _not_written(path: Path, fault: OSError) -> Problem:
    sentence = _("文件写不进去：{reason}").format(reason=why(fault))
    return error(
        "BAT-005", sentence, Where(str(path)), hint=_("关掉正在打开它的Word或WPS，再用 --resume 做一遍")
    )


def failed(lines: Sequence[Line]) -> list[Line]:
    """The rows that have no document."""
    return [line for line in lines if line.state == FAILED]
