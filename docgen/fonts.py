"""Fonts: which of the faces that a page format names this machine lacks.

Asked once a build. fontconfig answers in about 10 ms from its own cache, so nothing is cached here;
Windows answers from the registry without a process.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress

from docgen.faces import key, keys

_REGISTERED = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"

PATIENCE = 2.0  # seconds; only a machine whose font cache is being rebuilt needs more


def missing(faces: Iterable[str]) -> list[str]:
    """Those of `faces` that this machine has under none of their names, each once, in order.

    Empty where the machine cannot be asked. A face that fontconfig would replace by a stand-in
    counts as missing: the page would look different elsewhere.
    """
    have = installed()
    return [face for face in dict.fromkeys(faces) if have and not keys(face) & have]


def installed() -> frozenset[str]:
    """The keys (`docgen.faces.key`) of all faces of this machine, none where it cannot be asked."""
    names = _windows() if sys.platform == "win32" else _fontconfig()
    return frozenset(map(key, names))


def _fontconfig() -> list[str]:
    import subprocess

    program = shutil.which("fc-list")
    if not program:
        return []
    try:
        done = subprocess.run(
            [program, ":", "family"], capture_output=True, timeout=PATIENCE, check=False, encoding="utf-8"
        )
    except (OSError, UnicodeError, subprocess.TimeoutExpired):
        return []
    return split_families(done.stdout)


def split_families(listing: str) -> list[str]:
    """The family names in what `fc-list : family` prints: a font a line, names split by commas."""
    return [name.replace("\\", "") for line in listing.splitlines() for name in line.split(",")]


def _windows() -> list[str]:
    """Faces registered for the machine and for the user."""
    names: list[str] = []
    if sys.platform == "win32":
        import winreg

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            with suppress(OSError), winreg.OpenKey(root, _REGISTERED) as values:
                count = winreg.QueryInfoKey(values)[1]
                names += [winreg.EnumValue(values, number)[0] for number in range(count)]
    return [face for name in names for face in split_registered(name)]


def split_registered(name: str) -> list[str]:
    """The face names in a value of the font registry: `SimSun & NSimSun (TrueType)`."""
    return [face.strip() for face in name.rpartition(" (")[0].split(" & ")] if " (" in name else [name]
