"""Draws the pictures of the docs: pages of what the tutorial makes, as LibreOffice lays them out.

`python docs/make_pictures.py` walks the tutorial in a temporary folder and writes images/*.png; it needs
LibreOffice and the extra `verify`. The faces are those of the machine it runs on.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from walk import DOCS, walk

from docgen.cli.main import main
from docgen.libreoffice import to_pdf

PICTURES = {
    "last-year": "去年的计划.docx",
    "this-year": "今年.docx",
    "tracked": "去年的计划-修订.docx",
    "task-table": "全部/今年-任务分解表.docx",
    "agenda": "全部/今年-行事历.docx",
}
DOTS_PER_INCH = 82
GREYS = 16


def draw(docx: Path, target: Path) -> None:
    """The first page of `docx` as a grey picture with few tones, so that it stays small."""
    import pypdfium2
    from PIL import ImageOps

    document = pypdfium2.PdfDocument(to_pdf(docx.read_bytes()))
    try:
        page = document[0].render(scale=DOTS_PER_INCH / 72).to_pil().convert("L")
    finally:
        document.close()
    page = ImageOps.expand(page, 1, fill=160)
    page.quantize(GREYS).save(target, optimize=True)


def _quietly(words: list[str]) -> tuple[int, str]:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        return main(words), printed.getvalue()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        if faults := walk(DOCS / "tutorial.md", Path(folder), _quietly):
            sys.exit("\n".join(faults))
        for name, source in PICTURES.items():
            draw(Path(folder) / source, DOCS / "images" / f"{name}.png")
