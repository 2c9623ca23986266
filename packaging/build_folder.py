"""Builds the folder that runs without Python: `python packaging/build_folder.py [FOLDER]`.

Run it on the system that the folder is for, in an environment that holds docgen with the extra `folder` and
those that the folder is to have: PyInstaller packs the Python and the libraries of the machine it runs on,
and what is not installed is left out. On Windows the program is `docgen\\docgen.exe`, on Linux
`docgen/docgen`; nothing else differs. A Linux folder needs a glibc no older than that of its build.
"""

from __future__ import annotations

import os
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOLD = ("docgen-gongwen", "Jinja2", "PyYAML", "jsonschema-rs", "Babel", "python-docx", "docxcompose")
"""Distributions whose version `docgen doctor` tells."""
EXTRAS = (
    "openpyxl",
    "chinesecalendar",
    "holidays",
    "lunar_python",
    "icalendar",
    "pdfplumber",
    "cryptography",
)
DYNAMIC = {"chinesecalendar": "chinese_calendar", "holidays": "holidays", "lunar_python": "lunar_python"}
"""Those that load modules or data of their own by name."""
LEFT_OUT = ("distributed", "dask", "pytest", "hypothesis", "tkinter", "IPython", "matplotlib")


def main(target: Path) -> None:
    """Writes `target`/docgen, work files in `target`/work."""
    from PyInstaller.__main__ import run

    os.chdir(ROOT)
    run(options(target))


def options(target: Path) -> list[str]:
    """The words of PyInstaller's command line."""
    words = ["--name=docgen", "--onedir", "--console", "--noconfirm", "--clean", "--log-level=WARN"]
    words += [f"--distpath={target}", f"--workpath={target / 'work'}", f"--specpath={target / 'work'}"]
    words += [f"--paths={ROOT}", "--collect-data=docx", "--collect-data=docxcompose"]
    words += [f"--hidden-import={module}" for module in modules()]
    for source, place in (("templates", "templates"), ("data", "data"), ("docgen/locale", "locale")):
        words.append(f"--add-data={ROOT / source}{os.pathsep}docgen/{place}")
    words += [f"--copy-metadata={name}" for name in (*TOLD, *EXTRAS) if installed(name)]
    words += [f"--collect-all={module}" for name, module in DYNAMIC.items() if installed(name)]
    words += [f"--exclude-module={name}" for name in LEFT_OUT]
    return [*words, str(ROOT / "packaging" / "start.py")]


def modules() -> list[str]:
    """All modules of docgen: rules of lint and commands are imported by name."""
    files = sorted((ROOT / "docgen").rglob("*.py"))
    names = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files]
    return [name.removesuffix(".__init__") for name in names if not name.endswith("__main__")]


def installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "folder").resolve())
