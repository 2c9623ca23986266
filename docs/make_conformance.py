"""Writes conformance.md: every clause of the standard, what measures it, which tests hold it.

`python docs/make_conformance.py` writes the file; a test compares it with what would be written.

The clauses stand in conformance.yaml. A test says which of them it holds by
`@pytest.mark.clause("HD-06")`; a check of `docgen verify` by the list of checks behind a clause. A
document of examples/gongwen/gallery.yaml that requires such a check holds the clause as well.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import yaml

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "docs" / "conformance.yaml"
TARGET = ROOT / "docs" / "conformance.md"
GALLERY = ROOT / "examples" / "gongwen" / "gallery.yaml"
SHOWN = 4
"""How many tests a row names; the rest are counted."""

HEAD = """# GB/T 9704-2012 逐条对照

{counts}

版面是在LibreOffice里排出来量的，画廊（examples/gongwen）里的文件另在ONLYOFFICE的排版引擎里量过；没有在Word和WPS里打开过，
请照 word-wps.md 花十分钟核对。编号是本表自己的，条号是标准的，“—”是标准没有写明、依惯例或为各软件一致而定的。

本文件由 `python docs/make_conformance.py` 生成，不要手改。
"""


class Row(NamedTuple):
    """One clause: its id here, its number in the standard, what it demands, the checks of `docgen
    verify` that measure it, the tests that hold it, and why it is not done (empty where it is)."""

    id: str
    clause: str
    demand: str
    checks: tuple[str, ...]
    tests: tuple[str, ...]
    reason: str


def rows() -> dict[str, list[Row]]:
    """The clauses by their group."""
    data = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    tests, shown = marked_tests(), documents()
    return {
        group: [_row(id, entry, data["做不到"], tests, shown) for id, entry in entries.items()]
        for group, entries in data["各条"].items()
    }


def _row(
    id: str,
    entry: list[object],
    undone: Mapping[str, str],
    tests: Mapping[str, list[str]],
    shown: Mapping[str, list[str]],
) -> Row:
    clause, demand, *rest = entry
    checks = tuple(map(str, rest[0])) if rest and isinstance(rest[0], list) else ()
    by_gallery = [name for check in checks for name in shown.get(check, ())]
    held = (*tests.get(id, ()), *dict.fromkeys(by_gallery))
    return Row(id, str(clause), str(demand), checks, held, undone.get(id, ""))


def marked_tests() -> dict[str, list[str]]:
    """For each clause the tests that are marked with it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for name, id in _marks(ast.parse(path.read_text(encoding="utf-8"))):
            found[id].append(f"{path.relative_to(ROOT / 'tests').as_posix()}::{name}")
    return dict(found)


def _marks(module: ast.Module) -> Iterator[tuple[str, str]]:
    for node in module.body:
        if isinstance(node, ast.FunctionDef):
            for mark in node.decorator_list:
                if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.clause":
                    yield from ((node.name, str(ast.literal_eval(id))) for id in mark.args)


def documents() -> dict[str, list[str]]:
    """For each check the documents of the gallery that require it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    gallery = yaml.safe_load(GALLERY.read_text(encoding="utf-8"))
    for entry in gallery["样例"]:
        for group in entry["必测"]:
            for check in gallery["检查组"][group]:
                found[check].append(f"gongwen/{entry['文件']}")
    return dict(found)


def text() -> str:
    """conformance.md."""
    groups = rows()
    every = [row for group in groups.values() for row in group]
    tested = sum(bool(row.tests) for row in every)
    undone = sum(bool(row.reason) for row in every)
    counts = f"共{len(every)}条，{tested}条有测试，{undone}条做不到或不作（原因写在表里）。"
    tables = (line for group, entries in groups.items() for line in _table(group, entries))
    return HEAD.format(counts=counts) + "\n" + "\n".join(tables)


def _table(group: str, entries: list[Row]) -> Iterator[str]:
    yield from (
        f"## {group}",
        "",
        "| 编号 | 条 | 要求 | 状态 | verify的检查 | 测试 |",
        "|---|---|---|---|---|---|",
    )
    for row in entries:
        status = f"不作：{row.reason}" if row.reason else "实现，有测试" if row.tests else "实现"
        checks = "、".join(f"`{check}`" for check in row.checks)
        yield f"| {row.id} | {row.clause} | {row.demand} | {status} | {checks} | {_named(row.tests)} |"
    yield ""


def _named(tests: tuple[str, ...]) -> str:
    more = f" 等{len(tests)}处" if len(tests) > SHOWN else ""
    return "<br>".join(f"`{name}`" for name in tests[:SHOWN]) + more


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
