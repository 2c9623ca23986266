"""Files that LibreOffice saved again: its numbers, styles and runs are others, the edits are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.intake.update.update import update
from docgen.libreoffice import find_soffice
from docgen.reader.read import read_docx
from tests.intake.edited_plans import Typist
from tests.intake.test_update import PLANS, built, edited, unexplained

pytestmark = pytest.mark.rendered
SEEDS = range(4)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with plans, and with their documents as LibreOffice saved them, all in one start."""
    import subprocess

    folder = tmp_path_factory.mktemp("saved")
    for seed in SEEDS:
        plan = folder / f"plan{seed}.yaml"
        plan.write_text(Typist(seed).plan(), encoding="utf-8")
        (folder / f"plan{seed}.docx").write_bytes(edited(built(plan), seed)[0])
    for plan in PLANS:
        (folder / f"{plan.stem}.docx").write_bytes(built(plan))
    files = [path.name for path in sorted(folder.glob("*.docx"))]
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = [str(find_soffice()), home, "--headless", "--convert-to", "docx", "--outdir", "out", *files]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
    return folder


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_a_file_that_was_only_saved_gives_the_same_plan(plan: Path, saved: Path) -> None:
    made = update(read_docx((saved / "out" / f"{plan.stem}.docx").read_bytes(), "x.docx"), plan)
    assert made.content == plan.read_bytes()
    assert not made.changes
    assert made.same


@pytest.mark.parametrize("seed", SEEDS)
def test_edits_survive_being_saved_again(seed: int, saved: Path) -> None:
    plan = saved / f"plan{seed}.yaml"
    made = update(read_docx((saved / "out" / f"plan{seed}.docx").read_bytes(), "x.docx"), plan)
    assert not unexplained(made, edited(built(plan), seed)[1])
    assert made.same
