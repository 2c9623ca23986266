"""Writes problems.md: every problem id, what it says and what to do about it.

`python docs/make_problems.py` writes the file; a test compares it with what would be written, and its ids
with those in the code. The ids of lint rules stand in lint.md.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from raised import CODE, Module, Raised, raised

from docgen.formats import load
from docgen.i18n import speaking
from docgen.lint.registry import registry
from docgen.verify.file.checks import SURVEYS
from docgen.verify.hints import hint
from docgen.verify.pages.checks import CHECKS
from docgen.verify.pages.required import required_by

DOCS = Path(__file__).parent
TARGET = DOCS / "problems.md"
WORDS: dict[str, Any] = yaml.safe_load((DOCS / "problems.yaml").read_text(encoding="utf-8"))
CLAUSES = DOCS / "conformance.yaml"
JOINTS = ("、", "或者", "“……”", "整个文件")
"""Words that the code puts between others."""
SHOWN = 4
"""How many sentences and how many hints a row shows."""
NAME = re.compile(r"(?!不|只|另起|两端|……|没有|已|首页页脚)[^×]{2,}")
"""What names a thing that is measured, and not a value of it."""
LAW = re.compile(r"条例第[一二三四五六七八九十]+条")
HEAD = """# 问题编号

docgen 说的每一句提示都带编号，例如“错误 YML-010”。按 Ctrl+F 搜编号，就找到原因和办法。
句子里的……是文件名、序号这样的内容，提示里还有行号和改好的样子。

错误要改了才能生成；警告不妨碍生成；提示只是告诉您一声。一共{count}个编号，检查文字的{rules}条规则另见[检查文字的规则](lint.md)。

本文件由 `python docs/make_problems.py` 生成，不要手改。
"""
COLUMNS = "\n| 编号 | 原因 | 怎么办 |\n|---|---|---|\n"


def page() -> str:
    """The whole file."""
    rows = dict(told())
    parts = [HEAD.format(count=len(rows), rules=len(registry()))]
    for family, (title, about) in WORDS["各族"].items():
        ids = sorted(id for id in rows if id.startswith(family))
        parts.append(f"\n## {family} {title}\n\n{about}\n{COLUMNS}")
        parts.extend(f"| {id} | {_cell(rows[id][0])} | {_cell(rows[id][1])} |\n" for id in ids)
    return "".join(parts)


def told() -> Iterator[tuple[str, tuple[str, str]]]:
    """Cause and remedy by id."""
    found = raised() | _recognised()
    with speaking("zh"):
        measured = _measured(found)
    for id in sorted(found.keys() - set(registry())):
        written = WORDS["各条"].get(id, {})
        cause, remedy = measured.get(id) or (_joined(found[id].sentences), _joined(found[id].hints))
        yield id, (written.get("原因", cause), written.get("办法", remedy))


def _joined(sentences: list[str]) -> str:
    kept = [text.rstrip("：") for text in sentences if not LAW.fullmatch(text) and text not in JOINTS]
    return "；".join(kept[:SHOWN])


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace("{%", "`{%").replace("%}", "%}`")


def _measured(found: dict[str, Raised]) -> dict[str, tuple[str, str]]:
    """Of the checks of verify: what they measure and what the clause demands; how to mend it."""
    demands, required = _demands(), required_by(load())
    rows = {}
    for check in (*CHECKS, *SURVEYS):
        said = found[check.problem]
        demand = "；".join(demands.get(check.id, ())[:2])
        what = next((text for text in said.sentences if NAME.fullmatch(text)), "")
        clause = f"（第{check.clause}条）" if check.clause else ""
        cause = (
            f"{what}不合要求：{demand}{clause}"
            if what and demand
            else f"{demand or what + '不合要求'}{clause}"
        )
        mended = hint(check.id, required) or _joined(said.hints[:1])
        rows[check.problem] = (cause, mended or f"照要求改：{demand or what}")
    return rows


def _demands() -> dict[str, list[str]]:
    """By the name of a check the demands of the clauses that it measures."""
    demands: dict[str, list[str]] = {}
    for group in yaml.safe_load(CLAUSES.read_text(encoding="utf-8"))["各条"].values():
        for _clause, demand, *rest in group.values():
            for check in rest[0] if rest and isinstance(rest[0], list) else ():
                demands.setdefault(str(check), []).append(demand)
    return demands


def _recognised() -> dict[str, Raised]:
    """The faults of recognition, whose ids are data: each has a function that says it."""
    from docgen.recognise.problems_told import SENTENCES
    from docgen.recognise.words import table

    module = Module(ast.parse((CODE / "recognise" / "problems_told.py").read_text(encoding="utf-8")))
    found = {}
    for fault, row in table("faults").items():
        sentences = module.returned(SENTENCES[fault].__name__)
        found[row["编号"]] = Raised(*sentences, ["docgen/recognise/problems_told.py"])
    return found


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
