"""A new template package: a folder that is complete and passes its own examination, to go on from."""

from __future__ import annotations

from docgen.plan_text.yaml_text import scalar
from docgen.template.package import Package, Section

LICENCE = "使用许可由发布单位规定，例如：本单位所属学校可以自由使用。"
SHORTEST, LONGEST = 4, 30
"""Characters of the name of a school."""


def files(id: str, name: str, publisher: str, parent: Package) -> dict[str, str]:
    """The files of a new package called `name` with the ASCII `id`, that inherits `parent`, by name."""
    return {
        "template.yaml": _manifest(id, name, publisher, parent),
        "schema.yaml": _schema(name, parent),
        "example.yaml": _example(name, parent),
    }


def _manifest(id: str, name: str, publisher: str, parent: Package) -> str:
    sections = "".join(f"  - {{{_section(section)}}}\n" for section in parent.sections)
    return f"""\
id: {id}
名称: {name}
版本: "1.0"
继承: {parent.name if not parent.abstract else parent.id}
发布单位: {publisher}
许可: {LICENCE}
说明: 这个模板给谁用、做什么用，写在这里。
# 章节：必须 的缺了不能生成，建议 的缺了会提醒。要每校都一字不差的，写“锁定: 文字”，计划里就不能改。
章节:
{sections}# 锁定：下级模板对这些键只能收紧，不能放宽。
锁定: [单位]
# 下一版把某个键改了名，就写在这里，已填的计划会跟着改：
# 改名: {{旧的键: 新的键}}
"""


def _section(section: Section) -> str:
    about = f"键: {section.key}, 标题: {section.title}"
    if section.locked:
        return f"{about}, 锁定: {scalar(section.locked)}"
    expected = f", 要求: {section.expected}" if section.expected else ""
    return f"{about}{expected}, 部分: {section.part}"


def _schema(name: str, parent: Package) -> str:
    """The schema as an example of limits: those of the parent, which may be locked, or some of our own."""
    organ = parent.schema.mapping.get("properties", {}).get("单位", {})
    least, most = organ.get("minLength", SHORTEST), organ.get("maxLength", LONGEST)
    return f"""\
# 字段表（JSON Schema 2020-12）：比上级模板多出来的，和更严的。
title: {name}
properties:
  单位:
    description: 学校全称，与公章一致。
    minLength: {least}
    maxLength: {most}
"""


def _example(name: str, parent: Package) -> str:
    lines = parent.example_text.splitlines(keepends=True)
    return "".join(f"模板: {name}\n" if line.startswith("模板:") else line for line in lines)
