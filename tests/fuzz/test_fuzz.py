"""Bytes of any kind, led by coverage, end in a result or a problem, in seconds and little memory.

`DOCGEN_FUZZ_SECONDS` makes the runs longer; what once failed is kept among the seeds.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz import targets
from tests.fuzz.mutate import mutated

ROOT = Path(__file__).parents[2]
SEEDS = Path(__file__).parent / "seeds"
SECONDS = int(os.environ.get("DOCGEN_FUZZ_SECONDS", "20"))
KEPT = sorted(path for name in targets.TARGETS for path in (SEEDS / name).iterdir())

FORKED = ("/bin/sh", "-c", '"$@"; exit $?', "sh")
"""A process counts among its memory what the one that forked it had; a shell has little."""
HAS_WHEELS = sys.platform == "linux" and platform.machine() == "x86_64" and sys.version_info < (3, 14)
fuzzer = pytest.mark.skipif(not HAS_WHEELS, reason="atheris has no wheel for this system")


@pytest.mark.parametrize("seed", KEPT, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_seeds_and_what_once_failed_pass(seed: Path) -> None:
    targets.run(seed.parent.name, seed.read_bytes())


def test_a_changed_word_file_is_still_read_as_one() -> None:
    data = (SEEDS / "reader" / "word.parts").read_bytes()
    changed = [mutated(data, seed) for seed in range(200)]

    assert len(set(changed)) > 150
    for parts in changed:
        assert parts is not None
        targets.run("reader", parts)


def test_a_traceback_is_not_taken_for_a_result(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(targets.TARGETS, "source", lambda data: data[99])

    with pytest.raises(IndexError):
        targets.run("source", b"")


@fuzzer
@pytest.mark.parametrize("name", targets.TARGETS)
def test_no_bytes_end_in_a_traceback_a_hang_or_much_memory(name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [
            *FORKED,
            sys.executable,
            "-m",
            "tests.fuzz.run",
            name,
            f"-max_total_time={SECONDS}",
            "-seed=1",
            str(tmp_path),
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=SECONDS + 60,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-3000:]
    assert any(tmp_path.iterdir())
