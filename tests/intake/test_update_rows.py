"""Plans that are typed in rows (brackets, braces), and entries that get parts they had not before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import docgen
from docgen.intake.update.update import Updated, update
from docgen.reader.read import read_docx
from tests.intake.update_cases import drop, drop_row, insert, new_row, reword
from tests.intake.word_edits import File, like

PLAN = """\
模板: 工作计划
单位: 云溪县青禾小学
学年: 2026—2027
标题: "青禾小学学年工作计划"

指导思想: {正文: 坚持立德树人。}

工作目标: {标题: 主要目标, 正文: 全面完成三项目标。}

指标:
  - {名称: 学业合格率, 计量单位: "%", 基期: 93, 目标: {2026: 94, 2027: 95}, 责任: 教务处}
  - {名称: 体质优良率, 计量单位: "%", 基期: 48, 目标: {2026: 50, 2027: 53}, 责任: 体育组}

重点工作:
  - 标题: 抓实课堂教学
    条目: [每周集体备课一次。, 每月听课四节。, 开展教学比武。]
  - 标题: 守牢校园安全
    条目:
      - 每日巡查校园。
      - 每学期演练两次。
      - 责任: 总务处   # 甲
        内容: 每月检查消防设施。
        完成: 已查
  - 标题: 改善办学条件
    正文: 分步翻新操场和教室。

附件:
  - 名称: 任务清单
    正文:
      - 表格:
          列: [序号, 项目, 负责人]
          行:
            - [1, 图书采购, 林老师]
            - [2, 器材更新, 何老师]
            - [3, 网络改造, 宋老师]
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rows") / "计划.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def docx(plan: Path) -> bytes:
    return docgen.render(plan).to_bytes("docx")


def updated(plan: Path, docx: bytes, edit: Callable[[File], object]) -> Updated:
    file = File(docx)
    edit(file)
    return update(read_docx(file.save(), "改后.docx"), plan)


def take(words: str, before: str) -> Callable[[File], None]:
    return lambda file: file.find(before).addprevious(file.find(words))


def item_under_text(file: File) -> None:
    """The first item of a section that has but a text."""
    like(file.find("每学期演练两次"), "添置长椅二十张。")
    file.find("分步翻新操场").addnext(file.find("添置长椅"))


def text_under_heading(file: File) -> None:
    """The first text of a section that has but items."""
    file.find("守牢校园安全").addnext(like(file.find("分步翻新操场"), "把安全放在首位。"))


CASES: dict[str, tuple[Callable[[File], object], list[str], list[str]]] = {
    "an entry in brackets added": (
        insert("每月听课四节", "评选优课十节。"),
        ["    条目: [每周集体备课一次。, 每月听课四节。, 开展教学比武。]"],
        ["    条目: [每周集体备课一次。, 每月听课四节。, 评选优课十节。, 开展教学比武。]"],
    ),
    "an entry in brackets added as the last": (
        insert("开展教学比武", "评选优课十节。"),
        ["    条目: [每周集体备课一次。, 每月听课四节。, 开展教学比武。]"],
        ["    条目: [每周集体备课一次。, 每月听课四节。, 开展教学比武。, 评选优课十节。]"],
    ),
    "an entry in brackets deleted": (
        drop("每月听课四节"),
        ["    条目: [每周集体备课一次。, 每月听课四节。, 开展教学比武。]"],
        ["    条目: [每周集体备课一次。, 开展教学比武。]"],
    ),
    "the last entry in brackets deleted": (
        drop("开展教学比武"),
        ["    条目: [每周集体备课一次。, 每月听课四节。, 开展教学比武。]"],
        ["    条目: [每周集体备课一次。, 每月听课四节。]"],
    ),
    "an entry in brackets moved": (
        take("开展教学比武", "每周集体备课"),
        ["    条目: [每周集体备课一次。, 每月听课四节。, 开展教学比武。]"],
        ["    条目: [开展教学比武。, 每周集体备课一次。, 每月听课四节。]"],
    ),
    "an entry moved out of brackets": (
        take("每月听课四节", "每学期演练两次"),
        ["    条目: [每周集体备课一次。, 每月听课四节。, 开展教学比武。]"],
        ["    条目: [每周集体备课一次。, 开展教学比武。]", "      - 每月听课四节。"],
    ),
    "a duty whose key stands first taken away": (
        reword("（责任单位：总务处）", ""),
        ["      - 责任: 总务处   # 甲", "        内容: 每月检查消防设施。"],
        ["      - 内容: 每月检查消防设施。"],
    ),
    "a duty given to a text": (
        reword("每日巡查校园。", "每日巡查校园。（责任单位：总务处）"),
        ["      - 每日巡查校园。"],
        ["      - 内容: 每日巡查校园。", "        责任: 总务处"],
    ),
    "a deadline given to an item that has a duty": (
        reword("责任单位：总务处", "责任单位：总务处；完成时限：2026年12月"),
        [],
        ["        时限: 2026年12月"],
    ),
    "a chapter renamed that has a title of its own": (
        reword("主要目标", "年度目标"),
        ["工作目标: {标题: 主要目标, 正文: 全面完成三项目标。}"],
        ["工作目标: {标题: 年度目标, 正文: 全面完成三项目标。}"],
    ),
    "a chapter in braces renamed": (
        reword("指导思想", "总体思路"),
        ["指导思想: {正文: 坚持立德树人。}"],
        ["指导思想: {标题: 总体思路, 正文: 坚持立德树人。}"],
    ),
    "the title of the plan's own": (
        reword("学年工作计划", "学年度工作计划"),
        ['标题: "青禾小学学年工作计划"'],
        ['标题: "青禾小学学年度工作计划"'],
    ),
    "an indicator added": (
        new_row("体质优良率", ["社团参与率", "%", "80", "85", "90", "德育处"]),
        [],
        [
            '  - {名称: 社团参与率, 计量单位: "%", 基期: 80, 目标: {2026: 85, 2027: 90}, 责任: 德育处}',
        ],
    ),
    "a row of a table added": (
        new_row("网络改造", ["4", "厨房改造", "沈老师"]), [], ["            - [4, 厨房改造, 沈老师]"]
    ),
    "a row of a table deleted": (
        drop_row("网络改造"), ["            - [3, 网络改造, 宋老师]"], []
    ),
    "a bare number in a table": (
        reword("何老师", "何山老师"),
        ["            - [2, 器材更新, 何老师]"],
        ["            - [2, 器材更新, 何山老师]"],
    ),
    "an item in a section that had none": (
        item_under_text, [], ["      - 添置长椅二十张。"]
    ),
    "a paragraph under a heading that had items only": (
        text_under_heading, [], ["    正文: 把安全放在首位。"]
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_an_edit_changes_its_row_and_no_other(name: str, plan: Path, docx: bytes) -> None:
    edit, gone, come = CASES[name]
    made = updated(plan, docx, edit)
    before, after = PLAN.split("\n"), made.content.decode("utf-8").split("\n")
    assert [one for one in before if one not in after] == gone
    assert [one for one in after if one not in before] == come
    assert made.same
