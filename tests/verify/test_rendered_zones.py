"""Papers with 版头, 落款 and 版记 as LibreOffice lays them out: one passes, one with a fault is caught.

The faults are put into the XML of papers of the gallery, so each differs from a right one in one thing.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

import docgen

pytestmark = pytest.mark.rendered

GALLERY = Path(__file__).parents[2] / "examples" / "gongwen"
SEALED, UPWARD, LETTER = "16-seal-single.yaml", "08-upward-two.yaml", "30-letter-attachment.yaml"

# A paper of the gallery, what is replaced in its text by what, and the checks that have to see it.
FAULTS = {
    "版头分隔线离得远": (
        SEALED,
        r'(<w:bottom w:val="single" w:sz="12" w:space=)"\d+"',
        r'\1"25"',
        {"head.rule.gap"},
    ),
    "版头分隔线短": (SEALED, r'(</w:pBdr><w:ind w:left="14" w:right=)"14"', r'\1"600"', {"head.rule.length"}),
    "版头分隔线是黑的": (SEALED, r'(w:space="\d+" w:color=)"FF0000"', r'\1"000000"', {"head.rule.red"}),
    "标志偏高": (
        SEALED,
        r'(<w:pStyle w:val="OrganMark"/><w:spacing w:line=)"\d+"',
        r'\1"1160"',
        {"head.mark.top"},
    ),
    "成文日期少空二字": (
        SEALED,
        r'w:rightChars="400" w:right="1280"',
        'w:right="640"',
        {"sign.date.right", "sign.name"},
    ),
    "成文日期编了虚位": (SEALED, r"年5月(\d+日</w:t>)", r"年05月\1", {"sign.date"}),
    "抄送没有悬挂": (SEALED, r'<w:ind w:left="1120" w:right="280" w:hanging="840"/>', "", {"foot.left"}),
    "版记首线太粗": (SEALED, r'(<w:top w:val="single" w:sz=)"8"', r'\1"18"', {"foot.rule.outer"}),
    "版记不在页底": (SEALED, r' w:tblpYSpec="bottom"', ' w:tblpY="6000"', {"foot.bottom"}),
    "信函双线短": (
        LETTER,
        'cx="6120000"',
        'cx="5616000"',
        {"letter.rules.length"},
    ),
}


def changed(docx: bytes, pattern: str, replacement: str) -> bytes:
    """`docx` with what `pattern` matches in its text, headers and footers replaced; it must match."""
    file, hits = io.BytesIO(), 0
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name):
                text, count = re.subn(pattern, replacement, content.decode("utf-8"))
                hits, content = hits + count, text.encode("utf-8")
            new.writestr(name, content)
    assert hits, f"nothing matches {pattern}"
    return file.getvalue()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_a_zone_is_caught_on_the_page(render, fault):
    name, pattern, replacement, checks = FAULTS[fault]
    right = docgen.render(GALLERY / name).to_bytes()
    failed = render(changed(right, pattern, replacement)).failed()
    assert checks <= failed, failed


@pytest.mark.parametrize("name", [SEALED, UPWARD, LETTER])
def test_a_right_paper_fails_no_check(render, name):
    assert render(docgen.render(GALLERY / name).to_bytes()).failed() == set()
