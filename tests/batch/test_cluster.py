"""A batch on a Dask cluster: the same documents, and a lost worker loses no row."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from docgen.batch import batch, cluster, pool
from docgen.batch.report import WRITTEN
from docgen.batch.work import Order
from docgen.problems import CannotRead
from tests.batch.conftest import Table, schools

ORDER = Order(("docx",), None, "zh")

pytestmark = pytest.mark.filterwarnings("ignore")  # of Dask, about workers that are killed on purpose


def silent(_done: int, _of: int) -> None:
    pass


def test_one_of_two_workers_is_killed_and_the_result_is_the_same(
    plan: Path, table: Table, tmp_path: Path
) -> None:
    from distributed import LocalCluster

    prepared = batch.prepare(str(plan), table(schools(200)), "{序号}", ORDER)
    batch.run(prepared, tmp_path / "here", pool.here, silent, False)
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as machines:
        victim = machines.workers[0]
        killed = threading.Event()

        def kill(done: int, _of: int) -> None:
            if done > 20 and not killed.is_set():
                killed.set()
                victim.process.process._process.kill()

        lines = batch.run(prepared, tmp_path / "there", cluster.on(machines.scheduler_address), kill, False)

    assert killed.is_set()
    assert [line.state for line in lines] == [WRITTEN] * 200
    for path in (tmp_path / "here").glob("*.docx"):
        assert path.read_bytes() == (tmp_path / "there" / path.name).read_bytes()


def test_no_scheduler_at_the_address_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "SECONDS", 1)
    start = time.perf_counter()

    with pytest.raises(CannotRead, match=r"连不上集群 tcp://127\.0\.0\.1:9"):
        cluster.on("tcp://127.0.0.1:9")

    assert time.perf_counter() - start < 20
