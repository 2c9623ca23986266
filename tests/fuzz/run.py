"""Fuzzes one target, led by coverage: `python -m tests.fuzz.run reader -max_total_time=600 folder`.

Options are libFuzzer's; new inputs go to the first folder named. Ends with another code than 0 for a
traceback, an input that takes longer than ten seconds, or more memory than a process may take.
"""

from __future__ import annotations

import importlib
import logging
import pkgutil
import random
import sys
from pathlib import Path

import atheris

SECONDS, MEGABYTES = 10, 300

ROOMS = ("source", "markup", "ooxml", "reader", "recognise")

with atheris.instrument_imports(include=["docgen"]):
    from tests.fuzz import targets
    from tests.fuzz.mutate import mutated

    # What is imported where it is used would not be watched.
    for room in ROOMS:
        package = importlib.import_module(f"docgen.{room}")
        for module in pkgutil.iter_modules(package.__path__):
            importlib.import_module(f"docgen.{room}.{module.name}")

SEEDS = Path(__file__).parent / "seeds"


def main() -> None:
    name, *options = sys.argv[1:]
    logging.disable()

    def change(data: bytes, most: int, seed: int) -> bytes:
        grown = mutated(data, seed) if random.Random(seed).random() < 0.8 else None
        return grown if grown is not None and len(grown) <= most else atheris.Mutate(data, most)

    limits = [
        f"-timeout={SECONDS}",
        f"-rss_limit_mb={MEGABYTES}",
        f"-max_len={targets.LONGEST}",
        "-len_control=0",
    ]
    words = [f"-dict={SEEDS / name}.dict"] if (SEEDS / f"{name}.dict").is_file() else []
    folders = [option for option in options if not option.startswith("-")]
    given = [option for option in options if option.startswith("-")]
    atheris.Setup(
        [sys.argv[0], *limits, *words, *given, *folders, str(SEEDS / name)],
        lambda data: targets.run(name, data),
        **({"custom_mutator": change} if name == "reader" else {}),
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
