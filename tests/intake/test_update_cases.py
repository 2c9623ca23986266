"""One edit at a time: what becomes of each kind of words that a document prints."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

import docgen
from docgen.intake.update.update import Updated, update
from docgen.reader.read import read_docx
from tests.intake.word_edits import File, W, like, say, text_of

PLAN = """\
# 青禾小学的计划
模板: 工作计划
单位: 云溪县青禾小学
学年: 2026—2027
主送: [各年级组, 各处室]

引言: |
  为做好本学年工作，制定本计划。

指导思想: |
  坚持立德树人。
  面向全体学生。

工作目标:
  正文: 全面完成三项目标。
  条目:
    - 学业质量稳步提高。
    - '体质健康达标。'   # 体育组报

重点工作:
  # 第一项要报局里
  - 标题: 抓实课堂教学
    代号: 课堂
    条目:
      - 内容: 每周集体备课一次。
        责任: 教务处
        时限: 2026-10-15
        完成: 已备课12次   # 核过
      - {内容: 每月听课四节。, 责任: 教务处}
      - 开展教学比武。
  - 标题: 守牢校园安全
    条目:
      - 内容: 每日巡查校园。
        责任: {牵头: [总务处], 配合: [德育处]}
      - 每学期演练两次。

保障措施:
  - 标题: 加强领导。
    正文: 校务会议按《见:课堂》每月研究一次。
  - 标题: 严格考核。
    正文: 结果与评优挂钩。

机构:
  名称: 青禾小学计划实施小组
  组长: {姓名: 林晓岚, 职务: 校长}
  成员:
    - {姓名: 何山, 职务: 教务主任}
    - {姓名: 宋知夏, 职务: 总务主任}

具体安排: 主要活动如下。
活动:
  - {日期: 2026-09-01, 事项: 开学典礼, 地点: 操场, 责任: 德育处}
  - {日期: 2026-10-20, 事项: 秋季运动会, 地点: 操场, 责任: 体育组}
  - {日期: 2026-11-05, 至: 2026-11-06, 事项: 期中检测, 地点: 教室, 责任: 教务处}

附件:
  - 名称: 经费安排表
    正文:
      - 表格:
          列: [序号, 项目, 金额]
          行:
            - [1, 图书, 12000]
            - [2, 器材, 8000]
          合计: [金额]

落款:
  日期: 2026-09-01
"""


def paragraph(file: File, words: str) -> object:
    return file.find(words)


def reword(old: str, new: str) -> Callable[[File], None]:
    """All places that say `old` say `new`."""

    def edit(file: File) -> None:
        for p in list(file.body.iter(W + "p")):
            while (at := text_of(p).find(old)) >= 0:
                say(p, at, at + len(old), new)
                if old in new:
                    break

    return edit


def insert_text(after: str, words: str) -> Callable[[File], object]:
    """A paragraph that Word does not count."""

    def edit(file: File) -> None:
        p = like(file.find(after), words)
        looks = p.find(W + "pPr")
        looks.remove(looks.find(W + "numPr"))

    return edit


def add_section(file: File) -> None:
    """A heading and an item at the end of a chapter, set as those before them."""
    last = file.find("每学期演练两次")
    item = like(last, "翻新操场。")
    heading = like(file.find("守牢校园安全"), "改善办学条件")
    item.addprevious(heading)


def bare(p: Any) -> None:
    """A paragraph as it is pasted from a mail."""
    p.remove(p.find(W + "pPr"))


def restyled(p: Any) -> None:
    """A paragraph that keeps its number and has lost its style."""
    looks = p.find(W + "pPr")
    looks.remove(looks.find(W + "pStyle"))


def drop(*words: str) -> Callable[[File], None]:
    def edit(file: File) -> None:
        for one in words:
            p = file.find(one)
            p.getparent().remove(p)

    return edit


def insert(after: str, words: str) -> Callable[[File], None]:
    return lambda file: like(file.find(after), words)


def new_row(after: str, cells: list[str]) -> Callable[[File], None]:
    def edit(file: File) -> None:
        row = next(up for up in file.find(after).iterancestors(W + "tr"))
        new = deepcopy(row)
        row.addnext(new)
        for p, text in zip(new.iter(W + "p"), cells, strict=True):
            say(p, 0, len(text_of(p)), text)

    return edit


def drop_row(words: str) -> Callable[[File], None]:
    def edit(file: File) -> None:
        row = next(up for up in file.find(words).iterancestors(W + "tr"))
        row.getparent().remove(row)

    return edit


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


CASES = {
    "words of an item": (
        reword("集体备课一次", "集体备课两次"),
        ["      - 内容: 每周集体备课一次。"],
        ["      - 内容: 每周集体备课两次。"],
    ),
    "words in braces": (
        reword("每月听课四节", "每月听课五节"),
        ["      - {内容: 每月听课四节。, 责任: 教务处}"],
        ["      - {内容: 每月听课五节。, 责任: 教务处}"],
    ),
    "words in quotes": (
        reword("体质健康达标", "体质健康全部达标"),
        ["    - '体质健康达标。'   # 体育组报"],
        ["    - '体质健康全部达标。'   # 体育组报"],
    ),
    "a line of a block": (reword("面向全体学生", "面向每名学生"), ["  面向全体学生。"], ["  面向每名学生。"]),
    "a deadline of an item": (
        reword("2026年10月15日", "2026年10月30日"),
        ["        时限: 2026-10-15"],
        ["        时限: 2026-10-30"],
    ),
    "who is responsible": (
        reword("配合单位：德育处", "配合单位：德育处、少先队"),
        ["        责任: {牵头: [总务处], 配合: [德育处]}"],
        ["        责任: {牵头: [总务处], 配合: [德育处, 少先队]}"],
    ),
    "a section renamed": (
        reword("守牢校园安全", "筑牢安全防线"),
        ["  - 标题: 守牢校园安全"],
        ["  - 标题: 筑牢安全防线"],
    ),
    "a chapter renamed": (
        reword("工作目标", "主要目标"),
        [],
        ["  标题: 主要目标"],
    ),
    "a chapter of a text renamed": (
        reword("指导思想", "总体思路"),
        ["指导思想: |", "  坚持立德树人。", "  面向全体学生。"],
        ["指导思想:", "  标题: 总体思路", "  正文: |", "    坚持立德树人。", "    面向全体学生。"],
    ),
    "the title": (
        reword("学年度工作计划", "学年度学校工作计划"),
        [],
        ["标题: 云溪县青禾小学2026—2027学年度学校工作计划"],
    ),
    "the organ, everywhere": (
        reword("云溪县青禾小学", "云溪县青禾实验学校"),
        ["单位: 云溪县青禾小学"],
        ["单位: 云溪县青禾实验学校"],
    ),
    "the date": (reword("2026年9月1日", "2026年9月3日"), ["  日期: 2026-09-01"], ["  日期: 2026-09-03"]),
    "an addressee": (
        reword("各处室", "各部门"), ["主送: [各年级组, 各处室]"], ["主送: [各年级组, 各部门]"]
    ),
    "a run-in heading": (
        reword("加强领导。", "加强组织领导。"), ["  - 标题: 加强领导。"], ["  - 标题: 加强组织领导。"]
    ),
    "a person's post": (
        reword("总务主任", "副校长"),
        ["    - {姓名: 宋知夏, 职务: 总务主任}"],
        ["    - {姓名: 宋知夏, 职务: 副校长}"],
    ),
    "a name of two characters": (
        reword("何　山", "何　川"),
        ["    - {姓名: 何山, 职务: 教务主任}"],
        ["    - {姓名: 何川, 职务: 教务主任}"],
    ),
    "a cell of a list": (
        reword("秋季运动会", "秋季田径运动会"),
        ["  - {日期: 2026-10-20, 事项: 秋季运动会, 地点: 操场, 责任: 体育组}"],
        ["  - {日期: 2026-10-20, 事项: 秋季田径运动会, 地点: 操场, 责任: 体育组}"],
    ),
    "the date of an event": (
        reword("10月20日", "10月22日"),
        ["  - {日期: 2026-10-20, 事项: 秋季运动会, 地点: 操场, 责任: 体育组}"],
        ["  - {日期: 2026-10-22, 事项: 秋季运动会, 地点: 操场, 责任: 体育组}"],
    ),
    "the days of an event": (
        reword("11月5日—6日", "11月9日—10日"),
        ["  - {日期: 2026-11-05, 至: 2026-11-06, 事项: 期中检测, 地点: 教室, 责任: 教务处}"],
        ["  - {日期: 2026-11-09, 至: 2026-11-10, 事项: 期中检测, 地点: 教室, 责任: 教务处}"],
    ),
    "the name of an attachment": (
        reword("经费安排表", "经费使用表"), ["  - 名称: 经费安排表"], ["  - 名称: 经费使用表"]
    ),
    "an item added": (
        insert("开展教学比武", "举办优课展示。"), [], ["      - 举办优课展示。"]
    ),
    "an item with its duty added": (
        insert("开展教学比武", "举办优课展示。（责任单位：教务处；完成时限：2026年12月）"),
        [],
        ["      - 内容: 举办优课展示。", "        时限: 2026年12月"],
    ),
    "an item added with its number typed": (
        insert_text("开展教学比武", "4.举办优课展示。"), [], ["      - 举办优课展示。"]
    ),
    "an item added as the first": (
        lambda file: file.find("每周集体备课").addprevious(like(file.find("开展教学比武"), "举办优课展示。")),
        [],
        ["      - 举办优课展示。"],
    ),
    "a section added": (
        add_section,
        [],
        ["  - 标题: 改善办学条件", "      - 翻新操场。"],
    ),
    "a section deleted": (
        drop("守牢校园安全", "每日巡查校园", "每学期演练两次"),
        [
            "  - 标题: 守牢校园安全",
            "      - 内容: 每日巡查校园。",
            "        责任: {牵头: [总务处], 配合: [德育处]}",
            "      - 每学期演练两次。",
        ],
        [],
    ),
    "a chapter deleted": (
        drop("指导思想", "坚持立德树人", "面向全体学生"),
        ["指导思想: |", "  坚持立德树人。", "  面向全体学生。"],
        [],
    ),
    "an addressee taken away": (
        reword("、各处室", ""), ["主送: [各年级组, 各处室]"], ["主送: [各年级组]"]
    ),
    "an addressee added": (
        reword("各处室：", "各处室、各班："), ["主送: [各年级组, 各处室]"], ["主送: [各年级组, 各处室, 各班]"]
    ),
    "a paragraph added": (insert("面向全体学生", "注重因材施教。"), [], ["  注重因材施教。"]),
    "a paragraph pasted without a style": (
        lambda file: bare(like(file.find("面向全体学生"), "注重因材施教。")), [], ["  注重因材施教。"]
    ),
    "an item pasted without a style": (
        lambda file: restyled(like(file.find("开展教学比武"), "举办优课展示。")),
        [],
        ["      - 举办优课展示。"],
    ),
    "a paragraph under an item that says who is responsible": (
        insert_text("每周集体备课一次", "备课记录存档。"),
        [],
        ["        正文: 备课记录存档。"],
    ),
    "a paragraph added to a line": (
        insert("为做好本学年工作", "本计划报县教育局备案。"), [], ["  本计划报县教育局备案。"]
    ),
    "a run-in section added": (
        insert("严格考核", "落实经费。保证公用经费足额到位。"),
        [],
        ["  - 标题: 落实经费。", "    正文: 保证公用经费足额到位。"],
    ),
    "a person added": (
        insert("宋知夏", "沈　谷　安全主任"), [], ["    - {姓名: 沈谷, 职务: 安全主任}"]
    ),
    "a row added to a list": (
        new_row("开学典礼", ["9月10日", "教师节表彰", "礼堂", "工会"]),
        [],
        ["  - {日期: 2026-09-10, 事项: 教师节表彰, 地点: 礼堂, 责任: 工会}"],
    ),
    "an item deleted": (
        drop("每周集体备课一次"),
        [
            "      - 内容: 每周集体备课一次。",
            "        责任: 教务处",
            "        时限: 2026-10-15",
            "        完成: 已备课12次   # 核过",
        ],
        [],
    ),
    "a paragraph deleted": (drop("面向全体学生"), ["  面向全体学生。"], []),
    "all items of a section deleted": (
        drop("学业质量稳步提高", "体质健康达标"),
        ["  条目:", "    - 学业质量稳步提高。", "    - '体质健康达标。'   # 体育组报"],
        [],
    ),
    "a row deleted": (
        drop_row("开学典礼"),
        ["  - {日期: 2026-09-01, 事项: 开学典礼, 地点: 操场, 责任: 德育处}"],
        [],
    ),
    "a duty taken away": (
        reword("（责任单位：教务处；完成时限：2026年10月15日）", ""),
        ["        责任: 教务处", "        时限: 2026-10-15"],
        [],
    ),
}  # fmt: skip


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
