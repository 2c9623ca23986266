"""Tasks on a Dask cluster: its workers need docgen installed, but no folder in common with this machine.

Documents come back as bytes and are written here. Dask does the tasks of a lost worker again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docgen.batch.pool import Place, chunks
from docgen.batch.work import Order, Outcome, Task, do, lost
from docgen.i18n import _
from docgen.problems import CannotRead, NotInstalled, error

RETRIES = 5
SECONDS = 20
"""How long to wait for the scheduler."""


def on(address: str) -> Place:
    """A place that does tasks on the cluster whose scheduler is at `address` (`tcp://host:8786`).
    Raises `NotInstalled` without Dask, `CannotRead` (BAT-007) where no scheduler answers."""
    client = _client(address)

    def place(tasks: Sequence[Task], order: Order) -> Iterator[Outcome]:
        from distributed import as_completed

        jobs = max(1, sum(client.nthreads().values()))
        with client, client.as_current():
            parts = chunks(tasks, jobs)
            sent = {client.submit(do, part, order, pure=False, retries=RETRIES): part for part in parts}
            for future in as_completed(sent):
                yield from _outcomes(future, sent[future])

    return place


def _outcomes(future: Any, part: Sequence[Task]) -> list[Outcome]:
    """The outcomes of `part`; its rows are lost where every worker that took it died."""
    from distributed import KilledWorker

    try:
        found: list[Outcome] = future.result()
    except KilledWorker:
        return [lost(task.row) for task in part]
    return found


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as absent:
        hint = _('安装：pip install "docgen-gongwen[cluster]"')
        raise NotInstalled(error("BAT-008", _("没有安装Dask，不能在集群上做"), hint=hint)) from absent
    try:
        return Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as fault:
        sentence = _("连不上集群 {address}").format(address=address)
        hint = _("检查地址和端口，如 tcp://192.168.1.10:8786；调度程序要先启动")
        raise CannotRead(error("BAT-007", sentence, excerpt=str(fault), hint=hint)) from fault
