"""Mending: what is safe is put in, once; nothing else in the file changes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.lint.reading import Hit
from docgen.lint.rulebook import AUTO, Rule
from docgen.lint.run import Finding
from docgen.manuscript import Line
from docgen.mend import runs, splice, word_file
from docgen.mend.edits import Edit, apart, applied
from docgen.mend.mend import mend
from docgen.problems import CannotRead, Problem, Severity
from docgen.reader.read import read_docx
from tests.mend.files import elaborate, with_runs

FINDING = Finding(
    Rule("PUN-001", Severity.WARNING, "", fix=AUTO), Hit(0), Problem("PUN-001", Severity.WARNING, "")
)
TEXT = "青禾县第一小学2027年工作计划\n一、工作目标\n落实课程方案,抓实教学常规,\r\n做到有计划、有记录。\n"


def edit(line: int, start: int, end: int, words: str) -> Edit:
    return Edit(line, start, end, words, FINDING)


def lines_of(data: bytes) -> list[str]:
    return [piece.text for piece in read_docx(data, "x.docx").pieces if isinstance(piece, Line)]


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_a_text_keeps_its_encoding_and_its_line_ends(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "last.txt"
    path.write_bytes(TEXT.encode(encoding))

    mended = mend(path)

    expected = TEXT.replace("方案,抓", "方案，抓")
    assert mended.content.decode(encoding).replace("，\r\n", ",\r\n") == expected
    assert mended.content[:2] == TEXT.encode(encoding)[:2]


def test_mending_twice_changes_nothing_the_second_time(tmp_path: Path) -> None:
    path = tmp_path / "last.txt"
    path.write_text(TEXT, encoding="utf-8")
    first = mend(path)
    path.write_bytes(first.content)

    second = mend(path)

    assert first.done and not second.done
    assert second.content == first.content


def test_only_the_main_part_of_a_word_file_changes_and_only_the_paragraphs_concerned() -> None:
    data = with_runs(["不改的一段。"], ["要改,", "的一段", "。"], ["也不改。"])

    mended, left = word_file.mended(data, [edit(2, 2, 3, "，")])

    before, after = parts_of(data), parts_of(mended)
    assert left == []
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]
    old, new = (splice.ranges(part["word/document.xml"]) for part in (before, after))
    for number in (0, 2):
        first, second = old[number], new[number]
        assert before["word/document.xml"][slice(*first)] == after["word/document.xml"][slice(*second)]
    assert lines_of(mended)[1] == "要改，的一段。"


def test_what_comes_from_a_field_is_left_and_told() -> None:
    mended, left = word_file.mended(elaborate(), [edit(4, 3, 4, "，"), edit(4, 6, 7, "，")])

    assert [one.start for one in left] == [6]
    assert lines_of(mended)[3] == "印发于，九月,一日"


@pytest.mark.parametrize(
    ("line", "start", "words"),
    [(3, 2, "详见，学校网站,第二页。"), (3, 7, "详见,学校网站，第二页。"), (5, 7, "内容控件里的字，要改。")],
)
def test_links_and_controls_are_mended_inside(line: int, start: int, words: str) -> None:
    mended, left = word_file.mended(elaborate(), [edit(line, start, start + 1, "，")])

    assert left == []
    assert lines_of(mended)[line - 1] == words


def test_text_that_somebody_inserted_is_mended_and_what_was_deleted_stays() -> None:
    mended, _left = word_file.mended(elaborate(), [edit(6, 7, 8, "，")])

    assert lines_of(mended)[5] == "已有修订,新字，新句。"
    assert "旧字,".encode() in parts_of(mended)["word/document.xml"]


def test_cells_are_mended() -> None:
    mended, left = word_file.mended(elaborate(), [edit(8, 2, 3, "、")])

    assert left == []
    assert docx.Document(io.BytesIO(mended)).tables[0].rows[0].cells[1].text == "学习、交流"


WORDS = st.text(alphabet="甲乙丙丁，。,.() ", min_size=1, max_size=6)


@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_whatever_runs_are_cut_the_text_is_right_and_each_character_keeps_its_look(
    cut: list[str], data: st.DataObject
) -> None:
    text = "".join(cut)
    wanted = []
    for _edit in range(data.draw(st.integers(0, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 4)))
        wanted.append(edit(1, start, end, data.draw(st.sampled_from(["", "新", "两字"]))))
    wanted = [one for one in apart(wanted) if one.start < one.end or one.words]
    document = docx.Document(io.BytesIO(with_runs(cut)))
    paragraph = document.paragraphs[0]
    before = _looks(paragraph)

    left = runs.make(runs.placed(paragraph._p), wanted)

    made = [one for one in wanted if one not in left]
    assert "".join(run.text for run in paragraph.runs) == applied(text, made)
    kept = [look for at, look in enumerate(before) if not any(one.start <= at < one.end for one in made)]
    assert [look for look in _looks(paragraph) if look[0] not in "新两字"] == kept


def _looks(paragraph: object) -> list[tuple[str, bool]]:
    return [(character, bool(run.bold)) for run in paragraph.runs for character in run.text]  # type: ignore[attr-defined]


def test_a_plan_is_mended_where_its_words_stand(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    text = (
        "模板: 通用   # 局里的\n标题: 青禾县2027年阅读工作计划\n章节:\n  - 标题: 目标\n"
        '    正文: "落实课程方案,抓实教学常规,做到有记录。"   # 校长改过\n'
    )
    path.write_text(text, encoding="utf-8")

    mended = mend(path)

    assert mended.content.decode("utf-8") == text.replace("方案,抓", "方案，抓").replace(
        "常规,做", "常规，做"
    )


def test_of_two_edits_that_touch_the_earlier_then_the_longer_is_made() -> None:
    wanted = [
        edit(1, 2, 4, "a"),
        edit(1, 0, 3, "b"),
        edit(1, 0, 2, "c"),
        edit(1, 5, 6, "d"),
        edit(2, 0, 1, "e"),
    ]

    assert [one.words for one in apart(wanted)] == ["b", "d", "e"]


def test_a_kind_of_file_that_is_not_mended_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.odt").write_bytes(b"x")

    with pytest.raises(CannotRead, match="MND-001"):
        mend(tmp_path / "a.odt")
