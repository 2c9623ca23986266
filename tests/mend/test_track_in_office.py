"""What LibreOffice makes of our tracked changes: accepted they are --fix, rejected the file as it was."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from docgen.mend.mend import mend
from docgen.mend.track import tracked
from docgen.mend.word_file import MAIN, main, replaced
from docgen.ooxml.values import W
from tests.mend.files import elaborate, saved, with_runs
from tests.mend.office import ACCEPT, REJECT, settled
from tests.mend.test_track import MESSY, texts


def with_look() -> bytes:
    """Marks in runs of different looks, a manual line break."""
    made = docx.Document(io.BytesIO(with_runs(["云溪县青禾小学2027年工作计划"], ["一、工作目标"])))
    paragraph = made.add_paragraph("坚持五育并举,")
    paragraph.add_run("立德树人(重点)").italic = True
    paragraph.add_run().add_break()
    paragraph.add_run("全面提高质量,").bold = True
    paragraph.add_run("办好家门口的学校。")
    made.add_paragraph("1、开好家长会,做好记录。")
    made.add_paragraph("2、办好运动会,人人参加。")
    return saved(made)


FILES = {"messy": MESSY, "everything": elaborate(), "look": with_look()}


@pytest.mark.rendered
def test_office_accepts_to_the_mended_file_and_rejects_to_the_old_one(tmp_path: Path) -> None:
    mended, proposed = {}, {}
    for name, data in FILES.items():
        path = tmp_path / f"{name}.docx"
        path.write_bytes(data)
        mended[name] = mend(path)
        proposed[name] = tracked(data, mended[name], path)

    done = settled(tmp_path, proposed)

    for name, data in FILES.items():
        assert mended[name].done, name
        assert words(done[name, ACCEPT]) == words(mended[name].content), name
        assert words(done[name, REJECT]) == words(rejecting_others(data)), name


def words(data: bytes) -> list[str]:
    """The lines of a file, but for that with a field, which LibreOffice brings up to date."""
    return [line for line in texts(data) if not line.startswith("印发于")]


def rejecting_others(data: bytes) -> bytes:
    """The file with the changes of others rejected too: rejecting all takes them back as well."""
    from lxml import etree

    _xml, root = main(data)
    for one in list(root.iter(W + "ins")):
        one.getparent().remove(one)
    for one in list(root.iter(W + "del")):
        for text in one.iter(W + "delText"):
            text.tag = W + "t"
        for run in list(one):
            one.addprevious(run)
        one.getparent().remove(one)
    return replaced(data, {MAIN: etree.tostring(root)})
