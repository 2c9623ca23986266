"""A plan, and one edit at a time of its document: the lines that go from the plan, the lines that come."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

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
