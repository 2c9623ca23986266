from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.district.gathered import Gathered, gather

Hand = Callable[..., Path]

PLAN = """\
模板: 工作计划
单位: {name}
年度: {year}
引言: 为做好全年工作，制定本计划。
指导思想: 办好人民满意的教育。
工作目标: 各项指标见表。
{indicators}
重点工作:
{tasks}
保障措施: 每月调度一次。
落款: {{署名: {name}, 日期: {date}}}
"""

TASK = "  - {标题: 抓实常规。, 正文: 按计划做好。, 责任: 教导处, 时限: 2027年3月}"


@pytest.fixture
def hand_in(tmp_path: Path) -> Hand:
    """Puts the plan of a school into the folder: its indicators as lines of YAML in braces."""
    folder = tmp_path / "plans"
    folder.mkdir()

    def put(
        name: str,
        *indicators: str,
        year: int = 2027,
        date: str = "2026-12-30",
        file: str = "",
        tasks: tuple[str, ...] = (TASK,),
    ) -> Path:
        listed = "\n".join(["指标:", *(f"  - {{{one}}}" for one in indicators)]) if indicators else ""
        text = PLAN.format(name=name, year=year, date=date, indicators=listed, tasks="\n".join(tasks))
        (folder / (file or f"{name}.yaml")).write_text(text, encoding="utf-8")
        return folder

    return put


def gathered(folder: Path) -> Gathered:
    return gather(folder, None, folder, lambda _done, _of: None)
