"""Papers as people type them, with what an experienced clerk reads in them: mixed forms of numbers, slips,
titles over two lines, indents of blanks, tables of tabs or blanks, people in several ways, and the tail."""

from __future__ import annotations

from typing import NamedTuple

from tests.intake.papers import CHINESE, NAMES, Maker

FORMS = {
    1: ("{c}、", "{c}、", "{c}、\u3000", "{c}.", "{c}．", "{c} 、"),
    2: ("（{c}）", "（{c}）", "({c})", "( {c} )", "（{c}）、"),
    3: ("{n}.", "{n}.", "{n}、", "{n}．", "{w}．", "{n} .", "{n},"),
    4: ("（{n}）", "({n})", "{n}）"),
}
RIGHT = {1: "{c}、", 2: "（{c}）", 3: "{n}.", 4: "（{n}）"}
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
NAMES_OF_CHAPTERS = ("指导思想", "工作目标", "组织领导", "工作要求", "经费保障", "活动时间及地点", "奖项设置")
ORGAN = "云溪县青禾小学"


class Told(NamedTuple):
    """A part as it has to be told: heading, item, people or table; its layer, right number and words."""

    type: str
    layer: int
    label: str
    words: str


def number(form: str, ordinal: int) -> str:
    return form.format(c=CHINESE[ordinal - 1], n=ordinal, w=str(ordinal).translate(WIDE))


class Typist:
    """Types one paper: `lines`, and what they are."""

    def __init__(self, seed: int) -> None:
        self.words = Maker(seed)
        self.chance = self.words.chance
        self.forms = {layer: self.chance.choice(forms) for layer, forms in FORMS.items()}
        self.indent = self.chance.choice(("", "\u3000\u3000", "    "))
        self.slips = self.chance.random() < 0.3
        self.lines: list[str] = []
        self.told: list[Told] = []

    def typed(self, text: str) -> None:
        self.lines.append(self.indent + text)

    def numbered(self, type: str, layer: int, ordinal: int, words: str, typed: int = 0) -> None:
        self.typed(number(self.forms[layer], typed or ordinal) + words)
        self.told.append(Told(type, layer, number(RIGHT[layer], ordinal), words))

    def numbers(self, count: int) -> list[int]:
        """1, 2, 3 …, now and then one typed twice or left out."""
        typed = list(range(1, count + 1))
        if self.slips and count > 3 and self.chance.random() < 0.4:
            at = self.chance.randrange(2, count)
            twice = self.chance.random() < 0.5
            typed[at:] = [typed[at] - 1, *typed[at + 1 :]] if twice else [one + 1 for one in typed[at:]]
        return typed

    def items(self, layer: int, count: int) -> None:
        month = self.chance.random() < 0.15 and layer == 3
        for ordinal, typed in enumerate(self.numbers(count), 1):
            words = (
                f"{ordinal + 2}月份{self.words.phrase()}，每班都参加。" if month else self.words.sentence()
            )
            self.numbered("item", layer, ordinal, words, typed)

    def sections(self, layer: int) -> None:
        kind = self.chance.choice(("below", "behind", "colon", "items"))
        for ordinal in range(1, self.chance.randint(3, 4)):
            head = self.words.phrase()
            if kind in ("behind", "colon"):
                end = "。" if kind == "behind" else "："
                self.numbered("heading", layer, ordinal, f"{head}{end}{self.words.text()}")
            else:
                self.numbered("heading", layer, ordinal, head)
                self.typed(self.words.text()) if kind == "below" else self.items(layer + 1, 2)

    def people(self) -> None:
        names = self.chance.sample(NAMES, 5)
        between = self.chance.choice(("、", "\u3000", " "))
        spread = self.chance.random() < 0.4
        rows = (
            ("组  长" if spread else "组长", names[0]),
            ("副组长", between.join(names[1:3])),
            ("成  员" if spread else "成员", between.join(names[3:])),
        )
        for role, value in rows:
            self.typed(f"{role}：{value}")
            self.told.append(Told("people", 0, "".join(role.split()), value))

    def table(self) -> None:
        between = self.chance.choice(("\t", "    ", "\u3000\u3000"))
        rows = [("时间", "内容", "负责人")]
        rows += [
            (f"{month}月", self.words.phrase(), "教导处") for month in range(3, self.chance.randint(6, 8))
        ]
        for row in rows:
            self.lines.append(between.join(row))
        self.told.append(Told("table", 0, "", "／".join("｜".join(row) for row in rows)))

    def chapter(self, name: str, ordinal: int, typed: int) -> None:
        self.numbered("heading", 1, ordinal, name + self.chance.choice(("", "", "：")), typed)
        kind = self.chance.choice(("text", "items", "sections", "sections", "deep", "table", "people"))
        if kind == "text":
            self.typed(self.words.text())
        elif kind == "items":
            self.items(3, self.chance.randint(2, 5))
        elif kind == "deep":
            self.numbered("heading", 2, 1, self.words.phrase())
            self.sections(3)
            self.numbered("heading", 2, 2, self.words.phrase())
            self.typed(self.words.text())
        elif kind == "table":
            self.typed("具体安排如下。")
            self.table()
        elif kind == "people":
            self.typed("学校成立领导小组。")
            self.people()
        else:
            self.sections(2)

    def paper(self) -> str:
        if self.chance.random() < 0.3:
            self.lines += [f"    {ORGAN}2027年", "        阅读工作实施方案"]
        else:
            self.lines.append(f"{ORGAN}2027年阅读工作实施方案")
        self.typed(f"为{self.words.phrase()}，制定本方案。")
        names = self.chance.sample(NAMES_OF_CHAPTERS, self.chance.randint(3, 5))
        for ordinal, (name, typed) in enumerate(zip(names, self.numbers(len(names)), strict=True), 1):
            self.chapter(name, ordinal, typed)
        if self.chance.random() < 0.3:
            self.lines += ["    附件：1.书目", "          2.评分标准"]
        if self.chance.random() < 0.8:
            self.lines += [" " * 20 + ORGAN, " " * 22 + "2027年3月1日"]
        return "\n".join(self.lines) + "\n"
