"""Texts that a seeded generator makes up: papers of chapters, items, tables, people and all around them."""

from __future__ import annotations

import random

VERBS = ("抓实", "完善", "推进", "落实", "加强", "规范", "组织", "开展", "守牢", "做好")
THINGS = ("课堂教学", "校园安全", "家校联系", "教研活动", "心理健康教育", "食堂管理", "课后服务", "阅读工程")
ENDS = ("每月检查一次", "学期末向教职工大会报告", "做到有计划、有记录、有总结", "由专人负责", "不留死角")
PLACES = ("青禾县", "云溪市", "临江区", "望湖镇")
ROLES = ("组长", "副组长", "成员")
NAMES = ("林晓岚", "何远山", "宋知夏", "沈怀谷", "邵明川", "江一帆")
ODD = (
    "占比1.5%",
    "3月12日前",
    "一、二年级",
    "“双减”",
    "《读书方案》",
    "A层",
    "# 号楼",
    "{{值}}",
    "key: 值",
    "- 破折",
)
CHINESE = "一二三四五六七八九十"


class Maker:
    """Makes the lines of one paper."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.used: set[str] = set()

    def phrase(self) -> str:
        while True:
            found = self.chance.choice(VERBS) + self.chance.choice(PLACES) + self.chance.choice(THINGS)
            found += self.chance.choice(("", "工作", "机制", "水平"))
            if found not in self.used:
                self.used.add(found)
                return found

    def sentence(self) -> str:
        odd = self.chance.choice(ODD) if self.chance.random() < 0.3 else ""
        return f"{self.phrase()}，{odd and odd + '，'}{self.phrase()}，{self.chance.choice(ENDS)}。"

    def text(self) -> str:
        return "".join(self.sentence() for _sentence in range(self.chance.randint(1, 3)))

    def paper(self) -> list[str]:
        title = f"{self.chance.choice(PLACES)}实验学校2027年{self.chance.choice(THINGS)}工作计划"
        lines = [title]
        if self.chance.random() < 0.3:
            lines.append("各处室、各年级组：")
        lines.append(f"为{self.phrase()}，结合学校实际，制定本计划。")
        for number in range(self.chance.randint(2, 5)):
            lines += self.chapter(number)
        attached = self.chance.random() < 0.3
        if attached:
            lines += ["附件：1.任务分工表", "2.经费安排表", *self.chance.choice(([], ["3.报名表"]))]
        if attached or self.chance.random() < 0.7:
            lines += [f"{self.chance.choice(PLACES)}实验学校", "2026年12月30日"]
        if attached:
            lines += ["附件1", "任务分工表", *self.table(), "附件2", "经费安排表", *self.items(3)]
        return lines

    def chapter(self, number: int) -> list[str]:
        lines = [f"{CHINESE[number]}、{self.phrase()}"]
        kind = self.chance.choice(("text", "items", "sections", "table", "people", "mixed"))
        if kind == "text":
            return [*lines, self.text(), self.text()]
        if kind == "items":
            return [*lines, *self.items(self.chance.randint(2, 5))]
        if kind == "table":
            return [*lines, self.text(), *self.table()]
        if kind == "people":
            return [*lines, self.text(), *self.people()]
        if kind == "mixed":
            return [*lines, self.text(), *self.items(3), self.text()]
        for inner in range(self.chance.randint(2, 4)):
            lines += self.section(inner)
        return lines

    def section(self, number: int) -> list[str]:
        if self.chance.random() < 0.5:
            return [f"（{CHINESE[number]}）{self.phrase()}。{self.text()}"]
        lines = [f"（{CHINESE[number]}）{self.phrase()}", self.text()]
        return lines + self.chance.choice(([], self.items(2), self.deep_items(), self.run_in()))

    def items(self, count: int) -> list[str]:
        return [f"{number}.{self.sentence()}" for number in range(1, count + 1)]

    def deep_items(self) -> list[str]:
        """Items that have others below them."""
        lines = []
        for number in (1, 2):
            lines += [
                f"{number}.{self.phrase()}：",
                *(f"（{below}）{self.sentence()}" for below in (1, 2, 3)),
            ]
        return lines

    def run_in(self) -> list[str]:
        """Headings of the third layer with their text behind them."""
        return [f"{number}.{self.phrase()}。{self.text()}" for number in (1, 2, 3)]

    def table(self) -> list[str]:
        months = range(9, 9 + self.chance.randint(2, 4))
        rows = [(f"{month}月", self.phrase(), self.chance.choice(("教导处", "德育处"))) for month in months]
        return ["\t".join(row) for row in (("时间", "项目", "责任部门"), *rows)]

    def people(self) -> list[str]:
        names = self.chance.sample(NAMES, 5)
        return [f"组长：{names[0]}", f"副组长：{names[1]}、{names[2]}", f"成员：{names[3]}、{names[4]}"]


def paper(seed: int) -> str:
    """The text of the paper that `seed` makes."""
    return "\n".join(Maker(seed).paper()) + "\n"
