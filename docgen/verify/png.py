"""Pages as pictures, to look at."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from docgen.i18n import _
from docgen.problems import DocgenError, NotInstalled, Place, Problem, error

RESOLUTION = 100  # dots an inch: text is readable, a page has 100 kB
TIMEOUT = 120.0  # seconds


def draw(pdf: Path, folder: Path) -> list[Path]:
    """Writes page-1.png, page-2.png … of `pdf` into `folder`; returns their paths in page order.

    Raises `NotInstalled` without poppler's pdftoppm, `DocgenError` when it fails.
    """
    program = shutil.which("pdftoppm")
    if program is None:
        raise NotInstalled(
            error(
                "PAG-007", _("没有找到 pdftoppm，不能画出页面图片"), hint=_("安装 poppler（poppler-utils）")
            )
        )
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".drawing-", dir=folder) as work:
        _draw(program, pdf, Path(work))
        drawn = sorted(Path(work).iterdir())
        # pdftoppm makes all numbers of a document equally long: page-01.png
        return [path.replace(folder / f"page-{number}.png") for number, path in enumerate(drawn, 1)]


def _draw(program: str, pdf: Path, folder: Path) -> None:
    command = [program, "-r", str(RESOLUTION), "-png", str(pdf), str(folder / "page")]
    try:
        done = subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False)
    except subprocess.TimeoutExpired:
        raise DocgenError(_failed(pdf, "")) from None
    if done.returncode:
        raise DocgenError(_failed(pdf, done.stderr.decode("utf-8", "replace").strip()))


def _failed(pdf: Path, said: str) -> Problem:
    return error("PAG-008", _("pdftoppm 没有画出页面图片"), Place(str(pdf)), excerpt=said)
