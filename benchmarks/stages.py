"""Where the time of a document goes, stage by stage: from a plan's YAML to the bytes of a .docx.

    python -m benchmarks.stages [SECTIONS ...]      default 6 40

Each stage is timed by itself, without what it calls of another stage; the rest is what binds them. The first
document, for which styles and schema are made ready, is not counted.
"""

from __future__ import annotations

import functools
import importlib
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from benchmarks.pipeline import files

STAGES = {
    "source": ("docgen.pipeline", "read"),
    "package": ("docgen.pipeline", "package_of"),
    "schema": ("docgen.pipeline", "check_schema"),
    "template": ("docgen.compose", "_rendered"),
    "markup and structure": ("docgen.markup", "parse"),
    "numbering": ("docgen.pipeline", "number"),
    "write": ("docgen.word.document", "flow"),
    "deflate": ("docgen.word.package", "stream"),
    "zip": ("docgen.word.package", "pack"),
}
"""For each stage its function, by the name under which the next one calls it."""

REST = "all between"
ROUNDS = 25


class Clock:
    """Adds up the time of each stage, that of stages within it left out."""

    def __init__(self) -> None:
        self.spent = dict.fromkeys([*STAGES, REST], 0.0)
        self._running = [REST]
        self._since = 0.0

    def start(self) -> None:
        self.spent = dict.fromkeys(self.spent, 0.0)
        self._since = time.perf_counter()

    def turn(self) -> None:
        """The time since the last turn belongs to the running stage."""
        now = time.perf_counter()
        self.spent[self._running[-1]] += now - self._since
        self._since = now

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def call(*given: Any, **named: Any) -> Any:
            self.turn()
            self._running.append(stage)
            try:
                return function(*given, **named)
            finally:
                self.turn()
                self._running.pop()

        return call


@contextmanager
def watched() -> Iterator[Clock]:
    """A clock that watches the stages."""
    clock = Clock()
    with ExitStack() as patches:
        for stage, (name, function) in STAGES.items():
            module = importlib.import_module(name)
            timed = clock.timed(stage, getattr(module, function))
            patches.enter_context(mock.patch.object(module, function, timed))
        yield clock


def measured(plan: Path, rounds: int = ROUNDS) -> dict[str, float]:
    """The median time of each stage of the document of `plan`, in ms."""
    import docgen

    rows: list[dict[str, float]] = []
    with watched() as clock:
        for _round in range(rounds + 1):
            clock.start()
            docgen.render(plan).to_bytes("docx")
            clock.turn()
            rows.append(clock.spent)
    return {stage: statistics.median(row[stage] for row in rows[1:]) * 1000 for stage in rows[0]}


def main(sizes: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for sections in sizes:
            found = measured(files(Path(folder), sections)[0])
            total = sum(found.values())
            print(f"{sections} sections: {total:.2f} ms")
            for stage, ms in found.items():
                print(f"  {stage:22} {ms:7.2f} ms  {ms / total:4.0%}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [6, 40])
