"""Attachments that are files of their own come back as such, and stay so through edits and years."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

import docgen
from docgen.intake.imported import imported
from docgen.intake.update.update import update
from docgen.reader.read import read_docx
from docgen.recognise.recognise import recognise
from docgen.template import shelf
from docgen.year.begin import begin
from tests.intake.test_round_trip import outline

PLAN = """\
模板: 工作计划
标题: 青禾小学2026年阅读工作计划
年度: 2026
章节: [{标题: 主要措施, 正文: 每班建一个图书角。}]
附件:
  - {名称: 报名表, 另附: 是}   # 表在群里
  - 名称: 推荐书目
    正文: 书目另行通知。
  - {名称: 回执, 另附: 是}
落款: {署名: 青禾小学, 日期: 2026-02-20}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_what_is_imported_of_its_document_builds_the_same_document(plan: Path, tmp_path: Path) -> None:
    first = recognise(read_docx(docgen.render(plan).to_bytes(), "a.docx"))
    made = imported(first, "b.yaml", tmp_path)
    again = tmp_path / "b.yaml"
    again.write_text(made.text, encoding="utf-8")

    assert made.text.count("另附: 是") == 2
    assert outline(recognise(read_docx(docgen.render(again).to_bytes(), "b.docx"))) == outline(first)


def test_a_name_changed_in_word_is_changed_in_the_plan(plan: Path) -> None:
    document = docx.Document(io.BytesIO(docgen.render(plan).to_bytes()))
    for run in (run for paragraph in document.paragraphs for run in paragraph.runs):
        run.text = run.text.replace("回执", "参会回执")
    changed = io.BytesIO()
    document.save(changed)

    made = update(read_docx(changed.getvalue(), "改后.docx"), plan)

    assert made.content.decode("utf-8") == PLAN.replace("回执", "参会回执") and made.same


def test_it_is_carried_to_the_next_year(plan: Path) -> None:
    assert begin(plan, shelf.find("工作计划", plan.parent), "next.yaml").text.count("另附: 是") == 2
