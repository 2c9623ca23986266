"""A process killed at any moment: the document is the old one or the new one, and nothing lies about."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen import files

ENVIRONMENT = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
MOMENTS = 12
SLOW = """
import sys, time
from pathlib import Path
from docgen.cli.main import main
replace = Path.replace
def slowly(self, target):
    Path(target).with_name("now").touch()
    time.sleep(30)
    return replace(self, target)
Path.replace = slowly
main(["build", sys.argv[1], "--force"])
"""

posix = pytest.mark.skipif(sys.platform == "win32", reason="kills by a signal")


def shown(folder: Path) -> list[str]:
    """What a person sees in a folder."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


@posix
def test_a_build_killed_at_any_moment_leaves_the_old_file_or_the_new_one(plan: Path) -> None:
    target = plan.with_suffix(".docx")
    target.write_bytes(b"old")
    chance = random.Random(7)
    for _moment in range(MOMENTS):
        with subprocess.Popen(
            [sys.executable, "-m", "docgen", "build", str(plan), "--force"],
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            time.sleep(chance.uniform(0.05, 0.6))
            process.kill()

        assert shown(plan.parent) == ["开学通知.docx", "开学通知.yaml"]
        assert target.read_bytes() == b"old" or zipfile.ZipFile(target).testzip() is None


@pytest.fixture
def unfinished(plan: Path) -> Path:
    """What a build leaves that was killed between writing and putting in place."""
    plan.with_suffix(".docx").write_bytes(b"old")
    with subprocess.Popen([sys.executable, "-c", SLOW, str(plan)], env=ENVIRONMENT) as process:
        patience = time.monotonic() + 30
        while not (plan.parent / "now").exists() and time.monotonic() < patience:
            time.sleep(0.01)
        process.kill()
    (plan.parent / "now").unlink()
    (found,) = plan.parent.glob(files.UNFINISHED.format(id="*"))
    return found


@posix
def test_a_build_killed_at_the_worst_moment_leaves_the_old_file_and_nothing_that_is_seen(
    plan: Path, unfinished: Path
) -> None:
    assert plan.with_suffix(".docx").read_bytes() == b"old"
    assert shown(plan.parent) == ["开学通知.docx", "开学通知.yaml"]


@posix
def test_the_next_day_takes_away_what_was_left(
    call: Any, plan: Path, left: Callable[[], list[str]], unfinished: Path
) -> None:
    yesterday = time.time() - 24 * 3600
    os.utime(unfinished, (yesterday, yesterday))

    assert call("build", plan, "--force").code == 0
    assert left() == ["开学通知.docx"]


@posix
def test_what_another_process_is_writing_is_left_alone(call: Any, plan: Path, unfinished: Path) -> None:
    assert call("build", plan, "--force").code == 0
    assert unfinished.exists()
