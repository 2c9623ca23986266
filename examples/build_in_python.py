"""One class plan for every class of a grade, built from data that a program already has.

    python examples/build_in_python.py [FOLDER]

writes a .docx and a .txt for each class into FOLDER (build/demo without it).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docgen


@dataclass(frozen=True)
class SchoolClass:
    """What a school's own system knows of a class."""

    name: str
    teacher: str
    pupils: int
    reading_goal: int
    duties: tuple[tuple[str, int], ...]


CLASSES = (
    SchoolClass("三年级（1）班", "杜若兰", 42, 12, (("图书角", 4), ("花圃", 6), ("走廊", 5))),
    SchoolClass("三年级（2）班", "罗清源", 40, 10, (("图书角", 4), ("操场东侧", 8))),
)


def plan_of(school_class: SchoolClass) -> dict[str, Any]:
    """The plan of a class, with the same keys a YAML file would have."""
    return {
        "模板": "工作计划",
        "单位": "青禾市柳荫小学",
        "标题": f"{school_class.name}2026—2027学年度第一学期工作计划",
        "指导思想": "面向全体学生，以习惯养成和阅读为重点，建设团结、安静、有条理的班集体。",
        "工作目标": {
            "条目": [
                f"全班{school_class.pupils}名学生人均读完整本书不少于{school_class.reading_goal}本。",
                "全学期无安全责任事故，学生按时到校率不低于99%。",
            ]
        },
        "重点工作": [
            {
                "标题": "养成良好习惯",
                "条目": ["每周评选一次守纪、整洁、助人之星。", "每天课前三分钟整理书桌和书包。"],
            },
            {
                "标题": "人人有岗位",
                "正文": "劳动岗位每月轮换一次，安排如下。",
                "表格": duties_of(school_class),
            },
        ],
        "保障措施": "每两周召开一次班委会，每学期家访不少于15户，重要事项及时与科任教师商量。",
        "落款": {"署名": school_class.teacher, "日期": "2026-08-31"},
    }


def duties_of(school_class: SchoolClass) -> dict[str, Any]:
    """The table of duties, its total row computed by docgen."""
    return {
        "列": ["岗位", "人数"],
        "行": [[place, pupils] for place, pupils in school_class.duties],
        "合计": ["人数"],
    }


def build(plans: Iterable[Mapping[str, Any]], folder: Path) -> list[Path]:
    """Writes every plan as .docx and .txt into `folder`; gives the paths. A plan with errors raises
    `docgen.DocgenError`, which names all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for plan in plans:
        document = docgen.render(plan)
        name = "".join(document.paper.title)
        written += [document.save(folder / f"{name}.{suffix}") for suffix in ("docx", "txt")]
    return written


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0] if arguments else "build/demo")
    try:
        paths = build(map(plan_of, CLASSES), folder)
    except docgen.DocgenError as error:
        print(error, file=sys.stderr)
        return 1
    print(*paths, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
