"""The command line, in-process for speed and as a program for the truth."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from docgen.cli.main import main

PLAN = """\
模板: 通用
标题: 关于做好秋季开学工作的通知
主送: [各处室, 各年级组]
章节:
  - 标题: 工作安排
    正文: 九月一日正式上课。
    小节:
      - 标题: 校园安全。
        正文: 开学前检查一遍校舍。
  - 标题: 工作要求
    条目: [按时到岗。, 及时报告。]
落款: {署名: 临江市实验中学, 日期: 2026-08-25}
"""

WARNED = """\
模板: 工作计划
单位: 临江市实验中学
年度: 2027
工作目标: 巩固率达到99.5%。
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended: its exit code, and what it printed."""

    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Runs a command line in this process."""

    def call(*words: str | Path) -> Outcome:
        code = main([str(word) for word in words])
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return call


@pytest.fixture
def program() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs `python -m docgen` as a program of its own in `folder`, with `environment` added."""

    def program(*words: str | Path, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "docgen", *map(str, words)]
        variables = os.environ | environment
        return subprocess.run(
            command, cwd=folder, env=variables, capture_output=True, timeout=60, check=False
        )

    return program


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A small plan that has nothing wrong, in a folder with a Chinese name and a blank."""
    folder = tmp_path / "计划 表"
    folder.mkdir()
    path = folder / "开学通知.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    """A plan that can be built and gets warnings: expected sections are missing."""
    path = tmp_path / "年度计划.yaml"
    path.write_text(WARNED, encoding="utf-8")
    return path
