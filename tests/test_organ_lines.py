"""Names of organs that are too long for a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.organ_lines import organ_lines
from docgen.widths import measure

BROKEN = """
某某县人力资源/和社会保障局
某某市人民政府/教育督导委员会办公室
某某市某某区人民政府/教育督导委员会办公室
某某省某某市人力资源/和社会保障局
某某市某某区第一实验小学/教育集团东校区
"""


@pytest.mark.parametrize("name", ["某某县教育局", "某某县市场监督管理局"])
def test_a_name_that_fits_stays_whole(name):
    assert organ_lines(name, 12) == (name,)


@pytest.mark.parametrize("lines", BROKEN.split())
def test_a_name_is_broken_between_its_words_into_lines_of_like_length(lines):
    assert organ_lines(lines.replace("/", ""), 12) == tuple(lines.split("/"))


@pytest.mark.parametrize("width", [7, 8, 10, 12])
@pytest.mark.parametrize("lines", BROKEN.split())
def test_no_line_is_a_mere_ending(lines, width):
    found = organ_lines(lines.replace("/", ""), width)

    assert all(len(line) >= 3 for line in found)
    assert not any(line[-1] in "和与及" for line in found)


@given(st.text("某市县教育局和人民政府委员会Ａa1、", min_size=1, max_size=30), st.integers(4, 20))
def test_no_character_is_lost_and_no_line_too_wide(name, width):
    found = organ_lines(name, width)

    assert "".join(found) == name
    assert all(measure(line) <= width for line in found)
