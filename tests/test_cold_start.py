"""A build loads what it uses: starting takes longer than building."""

import subprocess
import sys

import pytest

PLAN = """\
模板: 工作计划
标题: 教学工作计划
单位: 某某市实验中学
学年: 2026—2027
学期: 第一学期
指导思想: 落实立德树人根本任务。
工作目标: [完成各项任务。]
重点工作:
  - 标题: 课堂教学
    条目: [抓好备课。, 抓好听课。]
    表格: {标题: 分工, 列: [事项, 人数], 行: [[备课, "12"], [听课, "8"]]}
保障措施: 各处室各负其责。
落款: {署名: 某某市实验中学, 日期: 2026-09-01}
"""
BUILD = """\
import sys
from docgen.cli.main import main
code = main(["build", sys.argv[1]])
print(*sys.modules, file=sys.stderr)
sys.exit(code)
"""
SELDOM = [
    "babel",
    "difflib",
    "docgen.data_events",
    "docgen.faces",
    "docgen.fonts",
    "docgen.images",
    "docgen.picture_size",
    "docgen.plan.carried",
    "docgen.plan.charts",
    "docgen.plan.colophon",
    "docgen.plan.letterhead",
    "docgen.plan.lists",
    "docgen.plan.seals",
    "docgen.plan.totals",
    "docgen.schema.finding",
    "docgen.schema.mend",
    "docgen.schema.report",
    "docgen.schema.sentences",
    "docgen.schema.suggest",
    "docgen.sheets.fill",
    "docgen.source.build",
    "docgen.source.keyboard",
    "docgen.source.parser_errors",
    "docgen.title_breaks",
    "docgen.verify",
    "docgen.word.chart_part",
    "docgen.word.charts",
    "docgen.word.child_order",
    "docgen.word.foreign",
    "docgen.word.foreign_check",
    "docgen.word.letterhead",
    "docgen.word.organ_mark",
    "docgen.writers.markdown",
    "docgen.writers.pdf",
    "docx",
    "docxcompose",
    "importlib.metadata",
    "lxml",
    "openpyxl",
    "pdfplumber",
    "yaml",
]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    plan = tmp_path_factory.mktemp("冷启动") / "计划.yaml"
    plan.write_text(PLAN, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(plan)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert plan.with_suffix(".docx").is_file()
    return set(done.stderr.split())


@pytest.mark.parametrize("module", SELDOM)
def test_a_build_does_not_load_what_it_does_not_use(loaded, module):
    assert module not in loaded


def test_only_problems_and_the_tree_are_dataclasses_on_the_way_to_a_file(loaded):
    code = (
        "import dataclasses, importlib, sys\n"
        "for name in sys.argv[1:]:\n"
        "    for value in list(vars(importlib.import_module(name)).values()):\n"
        "        if isinstance(value, type) and dataclasses.is_dataclass(value):\n"
        "            print(value.__module__)\n"
    )
    names = sorted(name for name in loaded if name.startswith("docgen."))

    done = subprocess.run(
        [sys.executable, "-c", code, *names], capture_output=True, encoding="utf-8", timeout=60, check=True
    )

    assert set(done.stdout.split()) == {"docgen.document", "docgen.problems"}


def test_classes_of_which_a_build_makes_no_object_are_not_compiled():
    code = (
        "import docgen, docgen.document as tree\n"
        "from docgen.frozen import Frozen\n"
        "print(*(one.__name__ for one in Frozen.__subclasses__() if '__init__' in vars(one)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60, check=True
    )

    assert done.stdout.split() == ["Numbering"]  # the default of a paper
