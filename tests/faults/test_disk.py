"""A disk that is full, read-only, closed or broken: told in a sentence, and nothing half written is left."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faults.opening import open_by

Left = Callable[[], list[str]]

TROUBLES = {
    errno.ENOSPC: "文件写不进去：磁盘满了",
    errno.EDQUOT: "文件写不进去：分给您的磁盘空间用完了",
    errno.EROFS: "文件写不进去：这个盘是只读的",
    errno.EIO: "文件写不进去：磁盘读写出错",
    errno.EACCES: "文件写不进去：没有权限，或者它正在Word、WPS里开着",
}
linux = pytest.mark.skipif(sys.platform != "linux", reason="limits and devices of Linux")


def failing(monkeypatch: pytest.MonkeyPatch, trouble: int, *, at: int = 1) -> None:
    """From the `at`-th file that is written on, the disk takes half of the bytes and then fails."""
    opened = io.open
    count = 0

    def limited(file: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        nonlocal count
        stream = opened(file, mode, *rest, **more)
        if "w" not in mode:
            return stream
        count += 1
        if count < at:
            return stream
        whole = stream.write

        def half(content: Any) -> int:
            whole(content[: len(content) // 2])
            raise OSError(trouble, os.strerror(trouble), str(file))

        return Stand(stream, half)

    open_by(limited, monkeypatch)


class Stand:
    """A stream with another way to write."""

    def __init__(self, stream: Any, write: Callable[[Any], int]) -> None:
        self.stream, self.write = stream, write

    def __enter__(self) -> Stand:
        return self

    def __exit__(self, *_fault: object) -> None:
        self.stream.close()


@pytest.mark.parametrize(("trouble", "said"), TROUBLES.items(), ids=errno.errorcode.get)
def test_a_disk_that_fails_halfway_is_told_and_leaves_nothing(
    call: Any, plan: Path, left: Left, monkeypatch: pytest.MonkeyPatch, trouble: int, said: str
) -> None:
    failing(monkeypatch, trouble)
    outcome = call("build", plan)

    assert outcome.code == 2
    assert outcome.err.startswith(f"{plan.with_suffix('.docx')}: 错误 CLI-004 {said}\n")
    assert left() == []


def test_the_old_file_stays_when_the_disk_is_full(
    call: Any, plan: Path, left: Left, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan.with_suffix(".docx").write_bytes(b"old")
    failing(monkeypatch, errno.ENOSPC)

    assert call("build", plan, "--force").code == 2
    assert plan.with_suffix(".docx").read_bytes() == b"old"
    assert left() == ["开学通知.docx"]


def test_of_several_files_none_is_left_where_the_disk_is_full_at_the_second(
    call: Any, plan: Path, left: Left, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan.with_suffix(".txt").write_bytes(b"old")
    failing(monkeypatch, errno.ENOSPC, at=3)
    outcome = call("build", plan, "--to", "txt,docx,md", "--force")

    assert (outcome.code, outcome.out) == (2, "")
    assert "磁盘满了" in outcome.err
    assert set(left()) <= {"开学通知.txt"}


def test_a_full_disk_for_temporary_files_is_no_defect_of_docgen(
    call: Any, plan: Path, left: Left, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(docx: bytes) -> bytes:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/tmp/docgen-1/in.docx")

    monkeypatch.setattr("docgen.writers.pdf.convert", full)
    outcome = call("build", plan, "--to", "pdf,docx")

    assert outcome.code == 2
    assert outcome.err.startswith("/tmp/docgen-1/in.docx: 错误 CLI-011 电脑没有让程序做完：磁盘满了\n")
    assert left() == []


@linux
def test_a_limit_of_the_system_on_files_is_told(plan: Path, left: Left) -> None:
    import resource

    done = subprocess.run(
        [sys.executable, "-m", "docgen", "build", str(plan)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 2
    assert "CLI-004 文件写不进去：磁盘放不下这么大的文件" in done.stderr.decode()
    assert left() == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mounts a disk of 32 kB with `options`, where the tests may do that."""
    folder = tmp_path / "U盘"
    folder.mkdir()

    def mount(options: str) -> Path:
        command = ["mount", "-t", "tmpfs", "-o", f"size=32k,{options}", "tmpfs", str(folder)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("may not mount")
        return folder

    yield mount
    subprocess.run(["umount", str(folder)], capture_output=True, check=False)


@linux
@pytest.mark.parametrize(("options", "said"), [("rw", "磁盘满了"), ("ro", "这个盘是只读的")])
def test_a_real_disk_that_is_full_or_read_only_is_told(
    call: Any, plan: Path, small_disk: Callable[[str], Path], options: str, said: str
) -> None:
    folder = small_disk(options)
    filler = folder / "照片.jpg"
    if options == "rw":
        filler.write_bytes(bytes(30_000))
    outcome = call("build", plan, "-o", folder)

    assert outcome.code == 2
    assert f"CLI-004 文件写不进去：{said}" in outcome.err
    assert [path for path in folder.iterdir() if path != filler] == []


@linux
@pytest.mark.parametrize("words", [["check"], ["outline", "--json"]], ids=" ".join)
def test_a_full_disk_under_what_is_printed_is_told(plan: Path, words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "docgen", *words, str(plan)],
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )

    assert done.returncode == 2
    assert done.stderr.decode().startswith("错误 CLI-011 电脑没有让程序做完：磁盘满了\n")
    assert b"Traceback" not in done.stderr and b"Exception" not in done.stderr


def test_a_plan_that_the_disk_does_not_give_is_told(
    call: Any, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = io.open

    def broken(file: Any, *rest: Any, **more: Any) -> Any:
        if Path(file) == plan:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(file))
        return opened(file, *rest, **more)

    open_by(broken, monkeypatch)
    outcome = call("build", plan)

    assert outcome.code == 2
    assert "错误 YML-001 读不出文件" in outcome.err
