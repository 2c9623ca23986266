"""One edit at a time: what becomes of each kind of words that a document prints."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest

import docgen
from docgen.intake.update.update import Updated, update
from docgen.problems import DocgenError
from docgen.reader.read import read_docx
from tests.intake.update_cases import CASES, PLAN, drop, insert, reword
from tests.intake.word_edits import File, W, like, say, text_of


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plan") / "计划.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def docx(plan: Path) -> bytes:
    return docgen.render(plan).to_bytes("docx")


def updated(plan: Path, docx: bytes, *edits: Callable[[File], object]) -> Updated:
    file = File(docx)
    for edit in edits:
        edit(file)
    return update(read_docx(file.save(), "改后.docx"), plan)


def difference(made: Updated) -> tuple[list[str], list[str]]:
    """The lines of the plan that are gone, and the new ones."""
    before, after = PLAN.split("\n"), made.content.decode("utf-8").split("\n")
    return [one for one in before if one not in after], [one for one in after if one not in before]


@pytest.mark.parametrize("name", CASES)
def test_an_edit_changes_its_lines_and_no_other(name: str, plan: Path, docx: bytes) -> None:
    edit, gone, come = CASES[name]
    made = updated(plan, docx, edit)
    assert not [problem for problem in made.problems if problem.id in ("IMP-041", "IMP-042", "IMP-043")]
    assert difference(made) == (gone, come)
    assert made.same


def test_a_file_that_nobody_edited_gives_the_same_plan(plan: Path, docx: bytes) -> None:
    made = updated(plan, docx)
    assert made.content == plan.read_bytes()
    assert not made.changes
    assert not made.problems


def test_what_is_not_printed_and_goes_with_its_entry_is_told(plan: Path, docx: bytes) -> None:
    made = updated(plan, docx, drop("每周集体备课一次"))
    assert [(one.id, one.excerpt) for one in made.problems] == [
        ("IMP-044", "已备课12次"),
        ("IMP-044", "# 核过"),
    ]


def test_a_text_printed_in_two_places_is_not_changed_for_one_of_them(plan: Path, docx: bytes) -> None:
    made = updated(plan, docx, lambda file: say(file.find("附件：经费安排表"), 3, 5, "资金"))
    assert made.content == plan.read_bytes()
    (problem,) = made.problems
    assert problem.id == "IMP-043"
    assert problem.excerpt == "附件：资金安排表"
    assert "2处" in problem.hint
    assert not made.same


def test_words_of_the_defaults_beside_the_plan_are_told(tmp_path: Path) -> None:
    (tmp_path / "docgen.yaml").write_text("单位: 云溪县青禾小学\n", encoding="utf-8")
    plan = tmp_path / "计划.yaml"
    text = PLAN.replace("单位: 云溪县青禾小学\n", "")
    plan.write_text(text, encoding="utf-8")
    docx = docgen.render(plan).to_bytes("docx")
    made = updated(plan, docx, reword("云溪县青禾小学", "云溪县青禾学校"), reword("面向全体", "面向每名"))
    assert made.content.decode("utf-8") == text.replace("面向全体", "面向每名")
    assert {one.id for one in made.problems} == {"IMP-043"}
    assert any("docgen.yaml" in one.hint for one in made.problems)


def test_a_document_of_another_plan_is_refused(plan: Path) -> None:
    other = docgen.render(
        {"模板": "通用", "标题": "食堂管理办法", "正文": ["米面分开存放。", "留样四十八小时。"] * 4}
    )
    with pytest.raises(DocgenError) as refused:
        update(read_docx(other.to_bytes("docx"), "办法.docx"), plan)
    assert [problem.id for problem in refused.value.problems] == ["IMP-047"]


def test_a_total_is_computed_and_told(plan: Path, docx: bytes) -> None:
    made = updated(plan, docx, reword("8000", "9000"))
    assert difference(made)[1] == ["            - [2, 器材, 9000]"]
    assert [(one.id, one.excerpt) for one in made.problems] == [("IMP-043", "20000")]


def test_words_of_the_template_are_told_with_their_place(plan: Path, docx: bytes) -> None:
    made = updated(plan, docx, reword("责任单位：教务处）", "由教务处负责）"))
    assert [one.id for one in made.problems] == ["IMP-043"]
    assert "由教务处负责" in made.problems[0].excerpt
    assert made.problems[0].place is not None
    assert made.problems[0].place.line


def test_a_paragraph_that_belongs_nowhere_is_told(plan: Path, docx: bytes) -> None:
    def edit(file: File) -> None:
        file.body.insert(0, deepcopy(like(file.find("面向全体学生"), "内部资料，注意保存。")))
        new = file.body[0].getnext()
        for p in list(file.body.iter(W + "p"))[1:]:
            if "内部资料" in text_of(p):
                p.getparent().remove(p)
        assert new is not None

    made = updated(plan, docx, edit)
    assert [(one.id, one.excerpt) for one in made.problems] == [("IMP-041", "内部资料，注意保存。")]
    assert made.content == plan.read_bytes()


def test_a_moved_item_takes_its_comment_and_results_along(plan: Path, docx: bytes) -> None:
    def edit(file: File) -> None:
        file.find("每学期演练两次").addnext(file.find("每周集体备课一次"))

    made = updated(plan, docx, edit)
    assert difference(made) == ([], [])
    rows = made.content.decode("utf-8").split("\n")
    at = rows.index("      - 每学期演练两次。")
    assert rows[at + 1] == "      - 内容: 每周集体备课一次。"
    assert rows[at + 4] == "        完成: 已备课12次   # 核过"
    assert [change.kind for change in made.changes] == ["moved"]


def test_a_moved_section_takes_the_comment_above_it_along(plan: Path, docx: bytes) -> None:
    def edit(file: File) -> None:
        heading = file.find("抓实课堂教学")
        last = file.find("每学期演练两次")
        for p in reversed(file.below(heading)):
            last.addnext(p)

    made = updated(plan, docx, edit)
    rows = made.content.decode("utf-8").split("\n")
    at = rows.index("  - 标题: 守牢校园安全")
    assert rows.index("  # 第一项要报局里") > at
    assert rows[rows.index("  # 第一项要报局里") + 1] == "  - 标题: 抓实课堂教学"
    assert [change.kind for change in made.changes] == ["moved"]
    assert [problem.id for problem in made.problems] == ["IMP-046"]


def test_tracked_changes_count_as_accepted(plan: Path, docx: bytes) -> None:
    def edit(file: File) -> None:
        p = file.find("每日巡查校园")
        run = next(run for run in p.findall(W + "r") if "每日巡查" in text_of(run))
        new = deepcopy(run)
        new.find(W + "t").text = "每日两次巡查校园。"
        text = run.find(W + "t")
        text.tag = W + "delText"
        gone, come = (
            p.makeelement(W + name, {W + "id": "9", W + "author": "校长"}) for name in ("del", "ins")
        )
        run.addprevious(gone)
        rest = text.text.removeprefix("每日巡查校园。")
        gone.append(run)
        gone.addnext(come)
        come.append(new)
        new.find(W + "t").text += rest

    made = updated(plan, docx, edit)
    assert difference(made) == (["      - 内容: 每日巡查校园。"], ["      - 内容: 每日两次巡查校园。"])
    assert [one.id for one in made.problems] == ["RDR-010"]


def test_the_line_ends_and_the_mark_of_the_plan_stay(tmp_path: Path, docx: bytes) -> None:
    plan = tmp_path / "计划.yaml"
    plan.write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode("utf-8"))
    made = updated(plan, docx, reword("面向全体学生", "面向每名学生"))
    assert made.content == plan.read_bytes().replace("面向全体".encode(), "面向每名".encode())


def test_words_and_a_move_of_the_same_item_are_both_brought_back(plan: Path, docx: bytes) -> None:
    def edit(file: File) -> None:
        file.find("每学期演练两次").addnext(file.find("每周集体备课一次"))

    made = updated(plan, docx, edit, reword("集体备课一次", "集体备课两次"))
    assert difference(made) == (["      - 内容: 每周集体备课一次。"], ["      - 内容: 每周集体备课两次。"])
    assert sorted(change.kind for change in made.changes) == ["changed", "moved"]


def test_numbers_typed_as_text_are_no_words(plan: Path) -> None:
    docx = docgen.render(plan, numbers="text").to_bytes("docx")
    made = updated(
        plan, docx, reword("集体备课一次", "集体备课两次"), insert("开展教学比武", "4.举办优课展示。")
    )
    assert difference(made) == (
        ["      - 内容: 每周集体备课一次。"],
        ["      - 内容: 每周集体备课两次。", "      - 举办优课展示。"],
    )
    assert made.same


def test_a_footnote_that_was_changed_is_told(tmp_path: Path) -> None:
    plan = tmp_path / "计划.yaml"
    plan.write_text(PLAN.replace("坚持立德树人。", "坚持立德树人《注:见县教育局文件》。"), encoding="utf-8")
    file = File(docgen.render(plan).to_bytes("docx"))
    notes = file.parts["word/footnotes.xml"]
    file.parts["word/footnotes.xml"] = notes.replace("县教育局".encode(), "市教育局".encode())
    made = update(read_docx(file.save(), "改后.docx"), plan)
    assert [(one.id, one.excerpt) for one in made.problems] == [("IMP-045", "见市教育局文件")]
    assert made.content == plan.read_bytes()


LINES = """\
模板: 通用
标题: 青禾小学安全工作计划
章节:
  - 标题: 主要措施
    正文: |
      各班每天晨检，如实登记。
      食堂每餐留样，专人签字。
      门卫来客登记，查验证件。
  - 标题: 工作要求
    正文: |
      层层签订责任书。
      每月通报一次情况。
"""


def moved(words: str, after: str) -> Callable[[File], object]:
    return lambda file: file.find(after).addnext(file.find(words))


@pytest.mark.parametrize(
    ("edits", "wanted"),
    [
        (
            [moved("各班每天晨检", "门卫来客登记")],
            ["食堂每餐留样，专人签字。", "门卫来客登记，查验证件。", "各班每天晨检，如实登记。"],
        ),
        (
            [moved("各班每天晨检", "门卫来客登记"), reword("专人签字", "两人签字")],
            ["食堂每餐留样，两人签字。", "门卫来客登记，查验证件。", "各班每天晨检，如实登记。"],
        ),
        ([moved("食堂每餐留样", "层层签订责任书")], ["各班每天晨检，如实登记。", "门卫来客登记，查验证件。"]),
    ],
)
def test_a_paragraph_moved_within_a_text_or_to_another_is_moved_in_the_plan(
    edits: list[Callable[[File], object]], wanted: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "计划.yaml"
    path.write_text(LINES, encoding="utf-8")

    made = updated(path, docgen.render(path).to_bytes("docx"), *edits)

    assert made.same and not made.problems
    assert "moved" in {change.kind for change in made.changes}
    text = made.content.decode("utf-8")
    assert text.split("正文: |\n")[1].split("  - 标题")[0] == "".join(f"      {line}\n" for line in wanted)
    assert sorted(text) == sorted(LINES.replace("专人", "两人") if len(edits) > 1 else LINES)
