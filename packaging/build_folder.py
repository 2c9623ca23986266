"""Builds the folder that runs without Python: `python packaging/build_folder.py [FOLDER]`.

Run it on the system that the folder is for, in an environment that holds docgen with the extra `folder` and
those that the folder is to have: PyInstaller packs the Python and the libraries of the machine it runs on,
and what is not installed is left out. On Windows the program is `docgen\\docgen.exe`, on Linux
`docgen/docgen`; nothing else differs. A Linux folder needs a glibc no older than that of its build.
"""

from __future__ import annotations

import os
import re
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
SPOKEN = re.compile(r"(root|zh|en)(_\w+)?")
"""Babel's data of languages that stay, which build on that of the root."""
SAMPLES = ("工作计划", "实施方案", "工作总结", "通知")
"""Templates of which a plan lies in the folder, for those who start from nothing and type no command."""
RESOURCE = """# coding: utf-8
VSVersionInfo(
    ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, OS=0x40004, fileType=0x1),
    kids=[
        StringFileInfo([StringTable("080404B0", [
            StringStruct("FileDescription", "docgen：把计划排成公文"),
            StringStruct("FileVersion", "{version}"),
            StringStruct("InternalName", "docgen"),
            StringStruct("LegalCopyright", "MIT License"),
            StringStruct("OriginalFilename", "docgen.exe"),
            StringStruct("ProductName", "docgen"),
            StringStruct("ProductVersion", "{version}"),
        ])]),
        VarFileInfo([VarStruct("Translation", [0x0804, 1200])]),
    ],
)
"""
"""What Windows shows of the program under 属性—详细信息: a program without it looks dubious to scanners."""


def main(target: Path) -> None:
    """Writes `target`/docgen, work files in `target`/work."""
    from PyInstaller.__main__ import run

    os.chdir(ROOT)
    run([*options(target), *ready_made(target / "work"), *windows(target / "work")])
    lighten(target / "docgen")
    dress(target / "docgen")
    print(target / "docgen")


def options(target: Path) -> list[str]:
    """The words of PyInstaller's command line."""
    words = ["--name=docgen", "--onedir", "--console", "--noconfirm", "--clean", "--log-level=WARN"]
    words.append("--noupx")  # scanners take compressed libraries for malware
    words += [f"--distpath={target}", f"--workpath={target / 'work'}", f"--specpath={target / 'work'}"]
    words += [f"--paths={ROOT}", "--collect-data=docx", "--collect-data=docxcompose"]
    words += [f"--hidden-import={module}" for module in modules()]
    for source, place in (("templates", "templates"), ("data", "data"), ("docgen/locale", "locale")):
        words.append(f"--add-data={ROOT / source}{os.pathsep}docgen/{place}")
    words += [f"--copy-metadata={name}" for name in (*TOLD, *EXTRAS) if installed(name)]
    words += [f"--collect-all={module}" for name, module in DYNAMIC.items() if installed(name)]
    words += [f"--exclude-module={name}" for name in LEFT_OUT]
    return [*words, str(ROOT / "packaging" / "start.py")]


def ready_made(work: Path) -> list[str]:
    """The words for our own data in the form that is read at once, after writing it in `work`."""
    from docgen.data_files import KEPT, keep

    keep(ROOT, work / KEPT.name)
    return [f"--add-data={work / KEPT.name}{os.pathsep}docgen/{KEPT.name}"]


def windows(work: Path) -> list[str]:
    """The words that only PyInstaller for Windows takes, after writing in `work` the file they name."""
    if sys.platform != "win32":
        return []
    work.mkdir(parents=True, exist_ok=True)
    file = work / "version.txt"
    file.write_text(resource(distribution("docgen-gongwen").version), encoding="utf-8")
    return [f"--version-file={file}"]


def resource(version: str) -> str:
    """The version resource of the Windows program, as PyInstaller reads it."""
    numbers = [int(number) for number in re.findall(r"\d+", version)[:3]]
    return RESOURCE.format(version=version, numbers=tuple((*numbers, 0, 0, 0, 0)[:4]))


def lighten(folder: Path) -> None:
    """Takes out of `folder` the languages in which docgen says nothing: a fifth of its size."""
    for language in sorted((folder / "_internal" / "babel" / "locale-data").glob("*.dat")):
        if not SPOKEN.fullmatch(language.stem):
            language.unlink()


def dress(folder: Path) -> None:
    """Puts beside the program in `folder` what a person looks for first: how it is used, plans to begin
    with. Notepad before Windows 10 knows UTF-8 by its mark and needs both characters at a line's end."""
    from docgen.cli.dropped import welcome
    from docgen.cli.main import main as docgen
    from docgen.cli.output import prepare_streams

    prepare_streams()  # the names that are printed are Chinese, whatever the window is set to
    program = "docgen.exe" if sys.platform == "win32" else "docgen"
    words = welcome(sys.platform, program) + "\n"
    (folder / "使用说明.txt").write_text(words.replace("\n", "\r\n"), encoding="utf-8-sig", newline="")
    for kind in SAMPLES:
        if docgen(["new", kind, "-o", str(folder / "样本" / f"{kind}.yaml"), "--force"]):
            raise SystemExit(kind)


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
