"""A .docx laid out as PDF by LibreOffice, each time in a folder and with a profile of its own."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from docgen.i18n import _
from docgen.problems import CannotRead, DocgenError, NotInstalled, Place, Problem, error

TIMEOUT = 120.0  # seconds
MOST_BYTES = 400_000_000  # unpacked; a document of 1000 pages has 20 MB

SOFFICE = "DOCGEN_SOFFICE"  # environment variable: the program, where it is not found by itself

_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)

# No macros, and nothing fetched from the network for a document that links to it.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def to_pdf(docx: bytes, timeout: float = TIMEOUT, name: str = "") -> bytes:
    """The PDF that LibreOffice makes of `docx`; `name` is the file that problems are about.

    Raises `CannotRead` when `docx` is not a Word document, `NotInstalled` without LibreOffice,
    `DocgenError` when it fails or takes longer than `timeout` seconds.
    """
    place = Place(name) if name else None
    check_package(docx, place)
    program = find_soffice()
    # LibreOffice may still let go of its profile when Windows is asked to delete it.
    with tempfile.TemporaryDirectory(prefix="docgen-", ignore_cleanup_errors=True) as folder:
        work = Path(folder)
        (work / "in.docx").write_bytes(docx)
        said = run_soffice(program, work, "pdf:writer_pdf_Export", "in.docx", timeout, place)
        pdf = work / "in.pdf"
        if not pdf.is_file():
            raise DocgenError(_failed(said, place))
        return pdf.read_bytes()


def check_package(docx: bytes, place: Place | None = None) -> None:
    """Raises `CannotRead` unless `docx` is a Word document of a sane size."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            sizes = {entry.filename: entry.file_size for entry in package.infolist()}
    except (zipfile.BadZipFile, ValueError, EOFError):
        sizes = {}
    if not any(part.startswith("word/") for part in sizes):
        raise CannotRead(error("PAG-003", _("这不是 Word 文档（.docx）"), place))
    if sum(sizes.values()) > MOST_BYTES:
        raise CannotRead(error("PAG-003", _("这份 .docx 解开后过大，不予处理"), place))


def find_soffice() -> str:
    """The LibreOffice program of this machine; raises `NotInstalled`."""
    named = os.environ.get(SOFFICE, "")
    on_path = [shutil.which(name) for name in (named, "soffice", "libreoffice") if name]
    usual = [place for place in (*_windows_places(), *_USUAL_PLACES) if Path(place).is_file()]
    found = next((program for program in (*on_path, *usual) if program), None)
    if found is None:
        raise NotInstalled(_no_soffice())
    return found


def _windows_places() -> list[str]:
    # The .com starts the same program and waits for it; the .exe returns at once.
    roots = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432")]
    return [str(Path(root) / "LibreOffice" / "program" / "soffice.com") for root in roots if root]


def run_soffice(program: str, work: Path, to: str, name: str, timeout: float, place: Place | None) -> str:
    """Runs LibreOffice's `program` on the file `name` in the folder `work`, which it converts to the kind
    `to` there; gives what it said. Raises `DocgenError` when it takes longer than `timeout` seconds."""
    profile = work / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    try:
        process = subprocess.Popen(
            _command(program, work, profile, to, name),
            cwd=work,
            env={**os.environ, "TMPDIR": str(work), "TEMP": str(work), "TMP": str(work)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as fault:  # found, and no program of this machine
        raise DocgenError(_failed(str(fault), place)) from fault
    try:
        said, _errors = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        raise DocgenError(_too_slow(timeout, place)) from None
    finally:
        _end(process)
    return said.decode("utf-8", "replace").strip()


def _command(program: str, work: Path, profile: Path, to: str, name: str) -> list[str]:
    quiet = ["--headless", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard"]
    target = ["--convert-to", to, "--outdir", str(work), str(work / name)]
    return [program, f"-env:UserInstallation={profile.as_uri()}", *quiet, *target]


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends `process` and what it started (soffice is a launcher), if they still run."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _no_soffice() -> Problem:
    return error(
        "PAG-001",
        _("没有找到 LibreOffice，不能排出版面"),
        hint=_("安装 LibreOffice，或用环境变量 {name} 指明 soffice 的位置").format(name=SOFFICE),
    )


def _failed(said: str, place: Place | None) -> Problem:
    return error("PAG-004", _("LibreOffice 没有排出这份文档"), place, excerpt=said[-400:])


def _too_slow(timeout: float, place: Place | None) -> Problem:
    return error("PAG-005", _("LibreOffice 排版超过{seconds:g}秒，已停止").format(seconds=timeout), place)
