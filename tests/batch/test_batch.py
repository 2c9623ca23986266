"""A batch as a whole: each row its document, whatever happens in between."""

from __future__ import annotations

import io
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl
import pytest

from docgen.batch import batch, pool
from docgen.batch.report import FAILED, KEPT, WRITTEN, Line
from docgen.batch.work import Order, Outcome, Task
from docgen.problems import DocgenError
from tests.batch.conftest import Table, schools

ORDER = Order(("docx",), None, "zh")


def do(plan: Path, data: Path, out: Path, resume: bool = False, place: pool.Place = pool.here) -> list[Line]:
    prepared = batch.prepare(str(plan), data, "{序号}-{单位}", ORDER)
    return batch.run(prepared, out, place, lambda _done, _of: None, resume)


def words_in(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def states(lines: Sequence[Line]) -> list[str]:
    return [line.state for line in lines]


@pytest.mark.parametrize("place", [pool.here, pool.processes(2)], ids=["here", "two processes"])
def test_each_document_holds_the_words_of_its_row(
    plan: Path, table: Table, tmp_path: Path, place: pool.Place
) -> None:
    lines = do(plan, table(schools(40)), tmp_path / "out", place=place)

    assert states(lines) == [WRITTEN] * 40
    for number, line in enumerate(lines, 1):
        text = words_in(tmp_path / "out" / line.files[0])
        assert f"{number:04}班" in text and f"云溪县第{number}小学" in text
        assert line.files == (f"{number:02}-第{number}小学.docx",)


def test_two_processes_give_the_same_bytes_as_one(plan: Path, table: Table, tmp_path: Path) -> None:
    data = table(schools(20))
    do(plan, data, tmp_path / "one")
    do(plan, data, tmp_path / "two", place=pool.processes(2))

    for path in (tmp_path / "one").glob("*.docx"):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_bad_rows_are_told_and_the_rest_is_done(plan: Path, table: Table, tmp_path: Path) -> None:
    rows = schools(40)
    rows[0].append("落款.日期")
    for number, row in enumerate(rows[1:], 1):
        row.append("2026-02-31" if number in (7, 33) else "2026-09-01")

    lines = do(plan, table(rows), tmp_path / "out", place=pool.processes(2))

    assert [line.task.row.ordinal for line in batch.failed(lines)] == [7, 33]
    assert len(list((tmp_path / "out").glob("*.docx"))) == 38
    assert batch.failed(lines)[0].problems[0]["cell"] == "D8"


def test_the_report_says_what_became_of_each_row(plan: Path, table: Table, tmp_path: Path) -> None:
    rows = schools(3)
    rows[2][0] = ""
    rows[0].append("落款.日期")
    for row, day in zip(rows[1:], ("2026-09-01", "2026-09-01", "不是日期"), strict=True):
        row.append(day)

    do(plan, table(rows), tmp_path / "out")

    told = json.loads((tmp_path / "out" / "批量报告.json").read_text(encoding="utf-8"))
    assert [row["state"] for row in told["rows"]] == [WRITTEN, WRITTEN, FAILED]
    book = openpyxl.load_workbook(tmp_path / "out" / "批量报告.xlsx")
    assert [row[2] for row in book["各份"].iter_rows(min_row=2, values_only=True)] == [
        "已生成",
        "已生成",
        "没有生成",
    ]
    assert [row[0] for row in book["问题"].iter_rows(min_row=2, values_only=True)] == [3]


def test_resuming_does_only_what_changed(plan: Path, table: Table, tmp_path: Path) -> None:
    rows = schools(10)
    do(plan, table(rows), tmp_path / "out")
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.docx")}
    rows[4][2] = "改过的班"

    lines = do(plan, table(rows), tmp_path / "out", resume=True)

    after = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.docx")}
    assert [line.task.row.ordinal for line in lines if line.state == WRITTEN] == [4]
    assert [name for name in after if after[name] != before[name]] == ["04-第4小学.docx"]


def test_resuming_does_again_what_was_taken_away_or_touched(plan: Path, table: Table, tmp_path: Path) -> None:
    data = table(schools(5))
    lines = do(plan, data, tmp_path / "out")
    (tmp_path / "out" / lines[0].files[0]).unlink()
    (tmp_path / "out" / lines[1].files[0]).write_bytes(b"not the document")

    again = do(plan, data, tmp_path / "out", resume=True)

    assert states(again) == [WRITTEN, WRITTEN, KEPT, KEPT, KEPT]
    assert "0002班" in words_in(tmp_path / "out" / lines[1].files[0])


def test_resuming_after_a_change_of_the_base_does_all(plan: Path, table: Table, tmp_path: Path) -> None:
    data = table(schools(3))
    do(plan, data, tmp_path / "out")
    plan.write_text(plan.read_text(encoding="utf-8").replace("到校", "实到"), encoding="utf-8")

    assert states(do(plan, data, tmp_path / "out", resume=True)) == [WRITTEN] * 3


def test_two_rows_of_one_file_are_refused_before_anything_is_written(
    plan: Path, table: Table, tmp_path: Path
) -> None:
    rows = [["单位"], ["甲小学"], ["甲小学"]]

    with pytest.raises(DocgenError, match="BAT-004"):
        batch.prepare(str(plan), table(rows), "{单位}", ORDER)

    assert not (tmp_path / "out").exists()


def dying(tasks: Sequence[Task], order: Order) -> list[Outcome]:
    """Does tasks, but kills its process at the row called 第3小学."""
    from docgen.batch.work import do

    if any(task.row.plan["单位"] == "第3小学" for task in tasks):
        os.kill(os.getpid(), signal.SIGKILL)
    return do(tasks, order)


@pytest.mark.skipif(sys.platform == "win32", reason="kills by a POSIX signal")
def test_a_row_that_kills_its_process_takes_no_other_with_it(
    plan: Path, table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "do", dying)

    lines = do(plan, table(schools(30)), tmp_path / "out", place=pool.processes(2))

    assert [line.task.row.ordinal for line in batch.failed(lines)] == [3]
    assert batch.failed(lines)[0].problems[0]["id"] == "BAT-006"
    assert len(list((tmp_path / "out").glob("*.docx"))) == 29


@pytest.mark.skipif(sys.platform == "win32", reason="kills by a POSIX signal")
def test_killed_at_any_moment_it_goes_on_and_nothing_is_half_written(
    plan: Path, table: Table, tmp_path: Path
) -> None:
    data, out, chance = table(schools(120)), tmp_path / "out", random.Random(20260901)
    command = [sys.executable, "-m", "docgen", "batch", str(plan), "--data", str(data), "-o", str(out)]
    reference = tmp_path / "reference"
    start = time.perf_counter()
    subprocess.run([*command[:-1], str(reference), "--jobs", "2"], check=True, capture_output=True)
    whole = time.perf_counter() - start

    for _kill in range(5):
        seen = {path.name: path.stat().st_mtime_ns for path in out.glob("*.docx")}
        process = subprocess.Popen(
            [*command, "--jobs", "2", "--resume"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(chance.uniform(0.2, 1.0) * whole)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for path in out.glob("*.docx"):
            assert path.read_bytes() == (reference / path.name).read_bytes()
            assert seen.get(path.name) in (None, path.stat().st_mtime_ns)

    subprocess.run([*command, "--jobs", "2", "--resume"], check=True, capture_output=True)

    assert {path.name for path in out.glob("*.docx")} == {path.name for path in reference.glob("*.docx")}
    assert not list(out.glob(".docgen-*.tmp"))


@pytest.mark.skipif(sys.platform == "win32", reason="kills by a POSIX signal")
def test_processes_end_with_the_one_that_was_killed(plan: Path, table: Table, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "docgen", "batch", str(plan), "--data", str(table(schools(2000)))]
    process = subprocess.Popen([*command, "-o", str(out), "--jobs", "2"], stdout=subprocess.PIPE)
    while not list(out.glob("*.docx")):
        assert process.poll() is None
        time.sleep(0.05)
    process.kill()

    process.communicate(timeout=30)  # its output ends when the last process that holds it has ended
    assert process.returncode == -signal.SIGKILL


def test_what_lies_there_as_it_should_is_not_written_again(plan: Path, table: Table, tmp_path: Path) -> None:
    data = table(schools(2))
    lines = do(plan, data, tmp_path / "out")
    path = tmp_path / "out" / lines[0].files[0]
    stamp = path.stat().st_mtime_ns
    (tmp_path / "out" / ".docgen-batch.jsonl").unlink()

    do(plan, data, tmp_path / "out", resume=True)

    assert path.stat().st_mtime_ns == stamp


def test_a_document_that_cannot_be_written_is_that_rows_problem(
    plan: Path, table: Table, tmp_path: Path
) -> None:
    (tmp_path / "out" / "01-第1小学.docx").mkdir(parents=True)

    lines = do(plan, table(schools(2)), tmp_path / "out")

    assert states(lines) == [FAILED, WRITTEN]
    assert lines[0].problems[-1]["id"] == "BAT-005"


def test_documents_are_whole_word_files(plan: Path, table: Table, tmp_path: Path) -> None:
    lines = do(plan, table(schools(1)), tmp_path / "out")

    content = (tmp_path / "out" / lines[0].files[0]).read_bytes()
    assert docx.Document(io.BytesIO(content)).paragraphs
