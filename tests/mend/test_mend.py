"""Mending: what is safe is put in, once; nothing else in the file changes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.lint import judge
from docgen.lint.reading import Hit, Reading
from docgen.lint.rulebook import AUTO, Rule
from docgen.lint.run import Finding, Findings
from docgen.lint.settings import Settings
from docgen.manuscript import Line
from docgen.mend import plain_text, runs, splice, word_file
from docgen.mend.edits import Edit, apart, applied, is_safe
from docgen.mend.mend import mend
from docgen.problems import CannotRead, Problem, Severity
from docgen.reader.read import read_docx
from tests.mend.files import elaborate, element, saved, with_runs

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


def test_a_field_may_go_over_several_paragraphs() -> None:
    made = docx.Document()
    for text, kinds in (("目录,", ("begin", "separate")), ("一、目标,", ()), ("", ("end",)), ("正文,", ())):
        paragraph = made.add_paragraph()
        for kind in kinds:
            part = element("w:r")
            part.append(element("w:fldChar", fldCharType=kind))
            paragraph._p.append(part)
        paragraph.add_run(text)

    _mended, left = word_file.mended(saved(made), [edit(2, 4, 5, "，"), edit(4, 2, 3, "，")])

    assert [one.line for one in left] == [2]


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


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("加强作业管理，不布置书面家庭作业.", "加强作业管理，不布置书面家庭作业。"),
        ("学生学业合格率达到98％以上。", "学生学业合格率达到98%以上。"),
    ],
)
def test_a_plan_is_mended_before_a_note_and_with_a_sign_that_yaml_knows_elsewhere(
    tmp_path: Path, wrong: str, right: str
) -> None:
    path = tmp_path / "plan.yaml"
    text = (
        "模板: 工作计划\n单位: 青禾县第一小学\n年度: 2027\n重点工作:\n  条目:\n"
        f"    - 内容: {wrong}\n      责任: 教务处\n落款: {{署名: 青禾县第一小学, 日期: 2027-01-08}}\n"
    )
    path.write_text(text, encoding="utf-8")

    assert mend(path).content.decode("utf-8") == text.replace(wrong, right)


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


@pytest.mark.parametrize(
    ("typed", "mended_to"),
    [
        ("    正文: |\n      落实方案,抓实常规。\n      做到有计划,有记录。\n", True),
        ("    正文: '落实方案,抓实常规。'\n", True),
        ("    小节:\n      - 标题: 抓实教学常规\n        正文: 落实方案,抓实常规。\n", True),
        ('    正文: "落实方\\u6848,抓实常规。"\n', False),
    ],
    ids=["block", "quoted", "run in", "escaped"],
)
def test_a_value_is_mended_where_it_is_typed_as_it_is_printed(
    tmp_path: Path, typed: str, mended_to: bool
) -> None:
    path = tmp_path / "plan.yaml"
    head = "模板: 通用\n标题: 青禾县2027年阅读工作计划\n章节:\n  - 标题: 目标\n"
    text = f"{head}    # 落实方案,抓实常规。\n{typed}"
    path.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))

    mended = mend(path)

    words = mended.content.decode("utf-8-sig").replace("\r\n", "\n")
    assert words == (text.replace(typed, typed.replace(",", "，")) if mended_to else text)
    assert mended.content.startswith(b"\xef\xbb\xbf") and mended.content.count(b"\r\n") == text.count("\n")
    assert [one.rule.id for one in mended.left if is_safe(one)] == ([] if mended_to else ["PUN-001"])


def test_rules_that_undo_each_other_are_left_to_a_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judge, "run", _quarrel)
    path = tmp_path / "last.txt"
    path.write_text("青禾县工作计划\n落实方案甲。\n抓实常规丙。\n", encoding="utf-8")

    mended = mend(path)

    assert mended.content.decode("utf-8") == "青禾县工作计划\n落实方案甲。\n抓实常规丁。\n"
    assert [one.rule.id for one in mended.left] == ["OWN-1"]


def _quarrel(reading: Reading, settings: Settings) -> Findings:
    """甲 is to be 乙, 乙 is to be 甲; 丙 is to be 丁."""
    found = []
    for number, word, other in (("1", "甲", "乙"), ("2", "乙", "甲"), ("3", "丙", "丁")):
        rule = Rule(f"OWN-{number}", Severity.WARNING, "", fix=AUTO)
        for at, passage in enumerate(reading.passages):
            if (start := passage.text.find(word)) >= 0:
                hit = Hit(at, start, start + 1, {}, other)
                found.append(Finding(rule, hit, Problem(rule.id, Severity.WARNING, "", passage.place)))
    return Findings(tuple(found))


@pytest.mark.parametrize(
    ("encoding", "bom"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-8", b"\xef\xbb\xbf")]
)
def test_a_byte_order_mark_stays_what_it_was(encoding: str, bom: bytes) -> None:
    data = bom + "计划\n方案,抓好。\n".encode(encoding)

    mended, left = plain_text.mended(data, [edit(2, 2, 3, "，")])

    assert (mended, left) == (bom + "计划\n方案，抓好。\n".encode(encoding), [])


def test_words_that_the_encoding_lacks_or_that_are_not_there_are_left() -> None:
    data = "计划\n方案,抓好,落实。\n".encode("gbk")
    wanted = [edit(2, 2, 3, "\U00020000"), edit(2, 5, 6, "，")._replace(old="；"), edit(9, 0, 1, "x")]

    assert plain_text.mended(data, wanted) == (data, wanted)


@pytest.mark.parametrize("words", ["甲\t乙", "甲\n乙"])
def test_what_would_be_an_element_in_word_is_left(words: str) -> None:
    data = with_runs(["方案,抓好。"])
    wanted = [edit(1, 2, 3, words)]

    assert word_file.mended(data, wanted) == (data, wanted)


def test_what_a_mended_span_keeps_keeps_its_look() -> None:
    document = docx.Document(io.BytesIO(with_runs(["坚持(", "五育", ")并举。"])))

    left = runs.make(runs.placed(document.paragraphs[0]._p), [edit(1, 2, 6, "（五育）")])

    assert left == []
    assert [(run.text, bool(run.bold)) for run in document.paragraphs[0].runs] == [
        ("坚持（", False),
        ("五育", True),
        ("）并举。", False),
    ]


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


def test_a_main_part_that_is_no_utf_8_is_refused() -> None:
    data = with_runs(["方案,抓好。"])
    xml = parts_of(data)["word/document.xml"].decode("utf-8")
    other = xml.replace("UTF-8", "UTF-16", 1).encode("utf-16")

    with pytest.raises(CannotRead, match="MND-003"):
        word_file.mended(word_file.replaced(data, {word_file.MAIN: other}), [edit(1, 2, 3, "，")])
