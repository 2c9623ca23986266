"""Files made to do harm, or just too much: a clear problem in time and memory, and nothing written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from docgen.problems import CannotRead
from docgen.reader.read import read
from tests.reader.packages import NAMESPACES, body, p, package, word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITY = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = b'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
SECONDS, MEGABYTES = 10, 300
MEASURED = """
import sys, time
from docgen.problems import DocgenError
from docgen.reader.read import read
from docgen.recognise.recognise import recognise
start = time.process_time()
try:
    print("read", len(recognise(read(sys.argv[1])).parts))
except DocgenError as fault:
    print(fault.problems[0].id)
status = open("/proc/self/status", encoding="ascii").read()
print(time.process_time() - start, int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""


@pytest.mark.parametrize(
    ("content", "id"),
    [
        (OLE + b"\0" * 5000, "RDR-003"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "RDR-004"),
        (b"", "RDR-002"),
        (bytes(range(256)) * 20, "RDR-002"),
        (word(p("x"))[:3000], "RDR-002"),
        (package(ENTITY + body(p("&e;"))), "PAG-009"),
        (package(LAUGHS + body(p("&b;"))), "PAG-009"),
        (package(b"<w:document"), "PAG-009"),
        (word("<w:sdt><w:sdtContent>" * 10_000 + p("x") + "</w:sdtContent></w:sdt>" * 10_000), "PAG-009"),
    ],
    ids=["old", "locked", "empty", "noise", "torn", "entity", "laughs", "broken", "deep"],
)
def test_what_is_no_sound_word_file_is_told(tmp_path: Path, content: bytes, id: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(content)

    with pytest.raises(CannotRead, match=id):
        read(path)


def test_a_file_without_a_main_part_or_without_text_is_empty_or_told(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(package(f"<w:document {NAMESPACES}/>".encode()))

    assert read(tmp_path / "a.docx").pieces == ()


def test_tables_within_tables_are_read_as_deep_as_they_go(tmp_path: Path) -> None:
    nested = "<w:tbl><w:tr><w:tc>" * 60 + p("最里面") + "</w:tc></w:tr></w:tbl>" * 60
    (tmp_path / "a.docx").write_bytes(word(nested))

    (grid,) = read(tmp_path / "a.docx").pieces

    assert grid.rows[0][0].text == "最里面"  # type: ignore[union-attr]


def large(name: str) -> bytes:
    if name == "bomb":
        return word(p("甲" * 60_000_000))
    if name == "rows":
        row = "<w:tr>" + "".join(f"<w:tc>{p('一格的字')}</w:tc>" for _cell in range(3)) + "</w:tr>"
        return word("<w:tbl>" + row * 10_000 + "</w:tbl>")
    if name == "paragraphs":
        return word(*(p(f"一、第{number}段") for number in range(49_000)))
    return ("一、第一条\n" * 59_000).encode("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="measures by /proc")
@pytest.mark.parametrize(
    ("name", "suffix", "told"),
    [
        ("bomb", "docx", "RDR-005"),
        ("rows", "docx", "read 1"),
        ("paragraphs", "docx", "read"),
        ("lines", "txt", "read"),
    ],
)
def test_large_files_take_seconds_and_little_memory(
    tmp_path: Path, name: str, suffix: str, told: str
) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(large(name))

    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, timeout=180, check=True
    )

    first, second = done.stdout.splitlines()
    seconds, megabytes = map(float, second.split())
    assert first.startswith(told)
    assert megabytes < MEGABYTES
    assert seconds < 2 * SECONDS  # of a slow processor


@pytest.mark.skipif(sys.platform == "win32", reason="makes a sparse file")
def test_a_text_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(200_000_000)

    with pytest.raises(CannotRead, match="RDR-005"):
        read(tmp_path / "a.txt")
