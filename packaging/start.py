"""Where the folder build starts: the `docgen` program, which also takes a file dropped on it."""

from __future__ import annotations

import multiprocessing
import os
import sys
from pathlib import Path

PLANS = (".yaml", ".yml")
FOREIGN = (".docx", ".doc", ".wps", ".txt", ".md")
LIBRARIES = "LD_LIBRARY_PATH"


def start() -> None:
    """Follows the command line; a window that a drop opened stays until Enter is pressed."""
    multiprocessing.freeze_support()
    give_back_libraries()
    words = command(sys.argv[1:])
    dropped = words != sys.argv[1:]
    sys.argv[1:] = words

    from docgen.cli.main import run

    try:
        run()
    finally:
        if dropped and owns_console():
            input("按回车键关闭这个窗口……")


def command(words: list[str]) -> list[str]:
    """What is meant by `words`: a plan alone is built, a text alone becomes a plan, both beside the file."""
    if len(words) != 1 or not Path(words[0]).is_file():
        return words
    file = Path(words[0]).absolute()
    if file.suffix.lower() in PLANS:
        return ["build", str(file)]
    if file.suffix.lower() in FOREIGN:
        return ["import", str(file)]
    return words


def give_back_libraries() -> None:
    """Lets LibreOffice find its own libraries: the loader of the build puts ours first, for children too."""
    before = os.environ.pop(f"{LIBRARIES}_ORIG", None)
    os.environ.pop(LIBRARIES, None)
    if before is not None:
        os.environ[LIBRARIES] = before


def owns_console() -> bool:
    """Whether the window was opened for this program and closes with it, as on a drop in Windows."""
    if sys.platform != "win32":
        return False
    import ctypes

    # The loader of a folder build runs Python in its own process, so a console of ours holds one.
    return ctypes.windll.kernel32.GetConsoleProcessList((ctypes.c_uint * 2)(), 2) == 1


if __name__ == "__main__":
    start()
