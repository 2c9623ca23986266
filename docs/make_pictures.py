"""Draws the pictures of the docs: pages of what the guides make, as LibreOffice lays them out.

`python docs/make_pictures.py` walks the guides in temporary folders and writes images/*.png; it needs
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
    "tutorial": {
        "last-year": ("去年的计划.docx", 1),
        "this-year": ("今年.docx", 1),
        "tracked": ("去年的计划-修订.docx", 1),
        "task-table": ("全部/今年-任务分解表.docx", 1),
        "agenda": ("全部/今年-行事历.docx", 1),
    },
    "bureau-guide": {
        "form": ("填报.docx", 1),
        "district": ("全县汇总.docx", 2),
        "contents": ("汇编.docx", 2),
    },
}
"""By guide and picture the file that the guide makes, and the page of it."""
DOTS_PER_INCH = 82
GREYS = 16


def draw(docx: Path, number: int, target: Path) -> None:
    """Page `number` of `docx` as a grey picture with few tones, so that it stays small."""
    import pypdfium2
    from PIL import ImageOps

    document = pypdfium2.PdfDocument(to_pdf(docx.read_bytes()))
    try:
        page = document[number - 1].render(scale=DOTS_PER_INCH / 72).to_pil().convert("L")
    finally:
        document.close()
    page = ImageOps.expand(page, 1, fill=160)
    page.quantize(GREYS).save(target, optimize=True)


def _quietly(words: list[str]) -> tuple[int, str]:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        return main(words), printed.getvalue()


def _of_guide(guide: str, folder: Path) -> None:
    """Walks a guide in `folder` and draws its pictures."""
    os.chdir(folder)
    os.environ["APPDATA"] = str(folder / "installed")
    if faults := walk(DOCS / f"{guide}.md", folder, _quietly):
        sys.exit("\n".join(faults))
    for name, (source, number) in PICTURES[guide].items():
        draw(folder / source, number, DOCS / "images" / f"{name}.png")


if __name__ == "__main__":
    for guide in PICTURES:
        with tempfile.TemporaryDirectory() as folder:
            _of_guide(guide, Path(folder))
