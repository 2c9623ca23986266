"""Plans that a seeded generator types as people do: comments, quotes, blocks, braces, 责任 and 完成."""

from __future__ import annotations

import random

from tests.intake.papers import Maker

OFFICES = ("教务处", "德育处", "总务处", "教科室", "团委", "体育组")


class Typist:
    """Types one plan."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.maker = Maker(seed)

    def plan(self) -> str:
        lines = [
            "# 本计划由教务处起草",
            "模板: 工作计划",
            "单位: 云溪县青禾小学",
            "学年: 2026—2027",
            "",
            "引言: |",
            f"  为{self.maker.phrase()}，结合学校实际，制定本计划。",
            "",
            "指导思想: |",
            f"  {self._sentence()}",
            f"  {self._sentence()}",
            "",
            "工作目标:",
            f"  正文: {self._sentence()}",
            "  条目:",
            *(f"    - {self._sentence()}" for _item in range(self.chance.randint(2, 4))),
            "",
            "重点工作:   # 按月检查",
        ]
        for _section in range(self.chance.randint(3, 5)):
            lines += self._section()
        lines += ["保障措施:"]
        for _part in range(3):
            lines += [f"  - 标题: {self.maker.phrase()}。", f"    正文: {self._sentence()}"]
        lines += ["", "落款:", "  日期: 2026-09-01   # 校务会议当天"]
        return "\n".join(lines) + "\n"

    def _sentence(self) -> str:
        end = self.chance.choice(("每月检查一次", "由专人负责"))
        return f"{self.maker.phrase()}，{self.maker.phrase()}，{end}。"

    def _section(self) -> list[str]:
        lines = [f"  # {self.maker.phrase()}这一部分要报局里"] if self.chance.random() < 0.4 else []
        lines += [f"  - 标题: {self.maker.phrase()}"]
        if self.chance.random() < 0.4:
            lines += [f"    代号: 部分{self.chance.randint(1, 10**9)}"]
        lines += ["    条目:"]
        for _item in range(self.chance.randint(3, 6)):
            lines += self._item()
        return [*lines, ""]

    def _item(self) -> list[str]:
        text = self._sentence()
        kind = self.chance.randrange(5)
        if kind == 0:
            return [f"      - {text}"]
        if kind == 1:
            return [f"      - '{text}'   # 待定"]
        if kind == 2:
            return [f'      - {{内容: "{text}", 责任: {self.chance.choice(OFFICES)}, 完成: 已办}}']
        lines = [f"      # 查{self.maker.phrase()}"] if self.chance.random() < 0.3 else []
        lines += [f"      - 内容: {text}", f"        责任: {self.chance.choice(OFFICES)}"]
        if self.chance.random() < 0.5:
            lines += ["        时限: 2027年3月底前"]
        if self.chance.random() < 0.5:
            lines += ["        完成: 按期办结，材料存档   # 校办核过"]
        return lines
