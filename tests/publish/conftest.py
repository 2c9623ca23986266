"""A sound package to break in one place, and a user's folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

MANIFEST = """\
id: yunxi-plan
名称: 云溪县工作计划
版本: "1.0"
继承: 工作计划
发布单位: 云溪县教育局
许可: 云溪县所属学校可以自由使用。
说明: 全县统一的模板。
章节:
  - {键: 指导思想, 要求: 必须}
  - {键: 重点工作, 要求: 必须}
  - {键: 规范办学, 锁定: 不组织违规补课。}
锁定: [单位]
"""
SCHEMA = """\
title: 云溪县工作计划
properties:
  单位: {minLength: 4, maxLength: 20}
  负责人: {type: string, maxLength: 8}
"""
BODY = """\
校长：{{ 负责人 }}。

{% for 章 in 各章 %}
{% include 章.部分 %}
{% endfor %}
"""
EXAMPLE = """\
模板: 云溪县工作计划
单位: 云溪县第一小学
年度: 2027
负责人: 林晓岚
指导思想: 办好家门口的学校。
重点工作: 抓实课堂教学，守牢校园安全。
"""

Make = Callable[..., Path]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of templates, empty and away from the real one."""
    monkeypatch.delenv("APPDATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "docgen" / "templates"


@pytest.fixture
def package(tmp_path: Path) -> Make:
    """Writes a package into `folder` below the test's own; `changes` are (file, old, new), `files` more
    files or others, None to leave one out."""

    def package(
        *changes: tuple[str, str, str], folder: str = "work/yunxi", files: dict[str, str | None] | None = None
    ) -> Path:
        texts: dict[str, str | None] = {
            "template.yaml": MANIFEST,
            "schema.yaml": SCHEMA,
            "body.md": BODY,
            "example.yaml": EXAMPLE,
        } | (files or {})
        for name, old, new in changes:
            text = texts[name] or ""
            assert old in text, old
            texts[name] = text.replace(old, new)
        place = tmp_path / folder
        for name, text in texts.items():
            if text is not None:
                (place / name).parent.mkdir(parents=True, exist_ok=True)
                (place / name).write_text(text, encoding="utf-8")
        return place

    return package
