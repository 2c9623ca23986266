"""Where the folder build starts: the `docgen` program, which also takes files dropped on it."""

from __future__ import annotations

import multiprocessing
import os
import sys
from functools import partial

LIBRARIES = "LD_LIBRARY_PATH"


def start() -> None:
    """Follows the command line, or does what was dropped; a window that opened for this stays until Enter
    is pressed."""
    multiprocessing.freeze_support()
    give_back_libraries()

    from docgen.cli import dropped
    from docgen.cli.main import main, run

    paths = sys.argv[1:]
    if paths and not dropped.are_paths(paths):
        run()
    try:
        run(partial(dropped.follow, paths, main, ask))
    finally:
        if owns_console():
            ask(dropped.closing())


def ask(question: str) -> str:
    """What the person at the window answers; nothing where there is none, or none who wants to."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        return ""
    try:
        return input(question)
    except (EOFError, KeyboardInterrupt):
        return ""


def give_back_libraries() -> None:
    """Lets LibreOffice find its own libraries: the loader of the build puts ours first, for children too."""
    if sys.platform == "win32":
        import ctypes

        # What this adds is not inherited, so that we find ours and a child does not.
        os.add_dll_directory(sys._MEIPASS)
        ctypes.windll.kernel32.SetDllDirectoryW(None)
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
