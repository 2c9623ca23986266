"""LibreOffice accepts or rejects all tracked changes of files, by a macro in a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from docgen.libreoffice import find_soffice

ACCEPT, REJECT = "AcceptAllTrackedChanges", "RejectAllTrackedChanges"
LIBRARY = Path(__file__).parent / "office_library"
"""A library of Basic with one macro, as LibreOffice keeps it in a profile."""


def settled(folder: Path, files: Mapping[str, bytes]) -> dict[tuple[str, str], bytes]:
    """The files (by names of ASCII letters) with all changes accepted, and with all rejected."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    try:
        _settle(folder, folder / "profile", files)
    except subprocess.CalledProcessError:  # on a busy machine LibreOffice now and then aborts
        _settle(folder, folder / "again", files)
    return {
        (name, command): (folder / f"{name}{command}.docx").read_bytes()
        for name in files
        for command in (ACCEPT, REJECT)
    }


def _settle(folder: Path, profile: Path, names: Iterable[str]) -> None:
    _office(profile, "--terminate_after_init")  # which would write over the library
    shutil.copytree(LIBRARY, profile / "user" / "basic", dirs_exist_ok=True)
    _office(profile, f'macro:///Standard.Changes.Settle("{folder.as_uri()}/","{"|".join(names)}")')


def _office(profile: Path, *words: str) -> None:
    command = [find_soffice(), "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    subprocess.run([*map(str, command), *words], check=True, timeout=120, capture_output=True)
