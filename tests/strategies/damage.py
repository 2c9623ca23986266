"""Sound files with damage in them, and bytes that never were a file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

BITS = (
    b"\0",
    b"\xff",
    b"<",
    b">",
    b"&",
    b'"',
    b"\r",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xee\x80\x80",
    b"99999999999",
)


@st.composite
def damaged(draw: st.DrawFn, sound: Sequence[bytes]) -> bytes:
    """One of the files in `sound`, cut, stirred, with bits put in."""
    data = draw(st.sampled_from(sound))
    for _change in range(draw(st.integers(1, 4))):
        at, end = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
        new = draw(st.sampled_from(BITS) | st.binary(max_size=8) | st.just(data[at:end][:200]))
        kept = draw(st.sampled_from([at, min(end, at + 20), end]))
        data = data[:at] + new + data[kept:]
    return data


@st.composite
def damaged_parts(draw: st.DrawFn, sound: Mapping[str, bytes], most: int = 2) -> dict[str, bytes]:
    """The named files in `sound`, up to `most` of them damaged, gone or called otherwise."""
    parts = dict(sound)
    for name in draw(st.lists(st.sampled_from(sorted(sound)), min_size=1, max_size=most, unique=True)):
        content = parts.pop(name)
        what = draw(st.sampled_from(["damaged", "damaged", "damaged", "gone", "renamed", "other"]))
        if what == "damaged":
            parts[name] = draw(damaged([content]))
        elif what == "renamed":
            parts[draw(st.text(min_size=1, max_size=8)).replace("\0", "_")] = content
        elif what == "other":
            parts[name] = draw(st.sampled_from(sorted(sound.values())))
    return parts


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """An archive of `parts`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of the archive `data`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packages(sound: bytes) -> st.SearchStrategy[bytes]:
    """The archive `sound`, damaged within its parts, as a whole, or not an archive at all."""
    return damaged_parts(unzipped(sound)).map(zipped) | damaged([sound]) | st.binary(max_size=200)
