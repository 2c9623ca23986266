"""Writes lint.md: every rule of lint, how much it weighs, what it says, how it is mended.

`python docs/make_lint.py` writes the file; a test compares it with what would be written.
"""

from __future__ import annotations

from pathlib import Path

from docgen.i18n import speaking
from docgen.lint.data import table
from docgen.lint.registry import registry
from docgen.lint.rulebook import ASK, AUTO, NO, Rule, rulebook

TARGET = Path(__file__).parent / "lint.md"
WEIGHTS = {"error": "错误", "warning": "警告", "info": "提示"}
FIXES = {AUTO: "可自动改", ASK: "改前看一看", NO: "—"}
FAMILIES = {
    "NUM": "序号",
    "HDG": "小标题",
    "TTL": "文件标题",
    "PLH": "没有填的",
    "WEB": "网页残留",
    "PUN": "标点",
    "DAT": "日期",
    "NMR": "数字",
    "REF": "引用、附件、名称",
    "TXT": "字词",
    "STR": "结构",
    "TAB": "表格",
    "CAL": "日历",
    "FMT": "版面",
}
COLUMNS = "| 编号 | 级别 | 句子 | 怎么改 | 修复 | 依据 |\n|---|---|---|---|---|---|\n"
HEAD = """# 检查文字的规则

`docgen check 文件` 用这些规则检查计划、文稿（.docx、.txt、.md）。共{count}条。
句子里的花括号是查到的内容；“依据”是标准或条例的条号。
同一种问题超过10处的，打印前3处，其余只列行号（`--json` 全部列出）。

不想查的写在计划或者 docgen.yaml 里，也可以用 `--ignore PUN-013,TXT`：

    检查:
      略过: [PUN-013, {{规则: PUN-001, 文字: "语文,数学"}}, {{规则: NUM, 章节: 工作目标}}]
      启用: [TXT-008]
      规则: 局规.yaml

局规.yaml 是本单位自己的规则，编号自己起，“词”后面是改成的词，也可以用“表达式”（正则表达式）和“替换”：

    规则:
      - 编号: JG-001
        词: {{打造: 建设, 抓手: 举措}}
        句子: 我局文件不用“{{text}}”
        建议: 改成“{{replacement}}”
        级别: 警告

本文件由 `python docs/make_lint.py` 生成，不要手改。
"""


def page() -> str:
    """The whole file."""
    with speaking("zh"):
        book = rulebook()
    rules = [book[id] for id in registry()]
    known = [family for family in FAMILIES if any(rule.id.startswith(family) for rule in rules)]
    parts = [HEAD.format(count=len(rules))]
    for family in known:
        rows = sorted((rule for rule in rules if rule.id.startswith(family)), key=lambda rule: rule.id)
        parts.append(f"\n## {FAMILIES[family]}\n\n{COLUMNS}")
        parts.extend(map(_row, rows))
    return "".join(parts) + _elsewhere()


def _elsewhere() -> str:
    """What is no rule of its own: left out, or told by another command."""
    rows = [f"- {id}：{why}\n" for id, why in table("left_out").items()]
    told = table("elsewhere")["页面"]
    rows += [f"- {id}：要排出页面或看这台电脑才知道，见 {'、'.join(ids)}\n" for id, ids in told.items()]
    return "\n## 不在这里的\n\n" + "".join(sorted(rows))


def _row(rule: Rule) -> str:
    weight = WEIGHTS[rule.severity.value] + ("" if rule.on else "（默认不查）")
    cells = (rule.id, weight, rule.sentence, rule.hint, FIXES[rule.fix], "、".join(rule.clauses))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
