from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.word.archive import QUICK, inflated, pack, part, stream, unpack


@given(st.lists(st.binary(max_size=2000), max_size=5))
def test_any_zip_program_reads_what_was_packed(contents):
    data = pack(part(f"文件/{at}.xml", content) for at, content in enumerate(contents))

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert [archive.read(info) for info in archive.infolist()] == contents
        assert archive.namelist() == [f"文件/{at}.xml" for at in range(len(contents))]


@given(st.lists(st.binary(max_size=100)))
def test_a_part_in_pieces_holds_the_same_as_in_one(pieces):
    with zipfile.ZipFile(io.BytesIO(pack([stream("a.xml", pieces, QUICK)]))) as archive:
        assert archive.read("a.xml") == b"".join(pieces)


def test_the_time_of_writing_leaves_no_trace():
    with zipfile.ZipFile(io.BytesIO(pack([part("a.xml", b"<a/>")]))) as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


@given(st.dictionaries(st.sampled_from(["甲.xml", "a.xml", "b/c.png", "空"]), st.binary(max_size=2000)))
def test_what_was_packed_is_unpacked(contents):
    found = unpack(pack(part(name, content) for name, content in contents.items()))

    assert {name: inflated(one) for name, one in found.items()} == contents


def test_a_zip_file_of_another_kind_is_refused():
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as other:
        other.writestr("a", b"a")

    with pytest.raises(ValueError, match="0"):
        unpack(stored.getvalue())
