"""A clock that is wrong, in another year or another zone: the same plan gives the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.strategies.sound import docx

DAMAGED = """
import sys, time, datetime
moment = float(sys.argv[1])
gmtime, localtime = time.gmtime, time.localtime
time.time = lambda: moment
time.time_ns = lambda: int(moment * 1e9)
time.gmtime = lambda seconds=None: gmtime(moment if seconds is None else seconds)
time.localtime = lambda seconds=None: localtime(moment if seconds is None else seconds)
class Day(datetime.date):
    @classmethod
    def today(cls):
        return cls(*localtime(moment)[:3])
class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(moment, tz)
    today = utcnow = now
datetime.date, datetime.datetime = Day, Moment
import docgen
for kind in ("docx", "txt", "md", "xlsx", "ics"):
    sys.stdout.buffer.write(docgen.render(sys.argv[2]).to_bytes(kind))
"""
PLAN = """\
模板: 工作计划
单位: 云溪县青禾小学
学年: 2026—2027
学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}
指导思想: 立德树人。
工作目标: 巩固率达到99.5%。
重点工作:
  - 标题: 抓好课堂
    图表: {类别: [甲, 乙], 系列: [{名称: 目标, 数据: [1, 2]}]}
    条目: [{内容: 推门听课。, 时限: 2026年10月}]
活动: [{日期: 2026-10-15, 事项: 运动会}, {日期: 第5周, 事项: 家长会}]
附件: [{名称: 方案, 文件: 方案.docx}]
落款: {署名: 青禾小学, 日期: 2026-09-01}
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("计划 表") / "计划.yaml"
    (path.parent / "方案.docx").write_bytes(docx())
    path.write_text(
        PLAN.replace("    图表:", "    正文: [{图表:").replace("[1, 2]}]}", "[1, 2]}]}}]"), encoding="utf-8"
    )
    return path


def made(plan: Path, moment: float, zone: str = "UTC") -> bytes:
    """All files of `plan`, made at `moment` (seconds since 1970) in the time `zone`."""
    done = subprocess.run(
        [sys.executable, "-c", DAMAGED, str(moment), str(plan)],
        env={**os.environ, "TZ": zone},
        capture_output=True,
        timeout=60,
        check=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def today(plan: Path) -> bytes:
    return made(plan, 1_790_000_000)


@pytest.mark.parametrize(
    ("moment", "zone"),
    [(0, "UTC"), (4_102_444_800, "UTC"), (1_790_000_000, "Asia/Shanghai"), (1_767_225_599, "Etc/GMT+11")],
    ids=["1970", "2100", "Shanghai", "New Year's Eve"],
)
def test_another_clock_gives_the_same_bytes(plan: Path, today: bytes, moment: float, zone: str) -> None:
    assert made(plan, moment, zone) == today
    assert len(today) > 10_000
