"""The library's face: what a program gets from a plan, and that it always gets the same."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest

import docgen
from docgen.problems import DocgenError

PLAN = Path(__file__).parent.parent / "examples" / "plans" / "school-year-plan.yaml"


def test_the_public_names_are_few() -> None:
    assert len(docgen.__all__) <= 12
    assert all(hasattr(docgen, name) for name in docgen.__all__)


def test_importing_it_loads_nothing_heavy() -> None:
    heavy = "('jinja2', 'yaml', 'lxml', 'docx', 'babel', 'jsonschema_rs', 'docxcompose', 'pdfplumber')"
    code = f"import sys, docgen; sys.exit(sorted(set({heavy}) & set(sys.modules)) != [])"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("kind", "start"), [("docx", b"PK\x03\x04"), ("md", b"# "), ("txt", "青禾".encode())]
)
def test_a_document_is_written_as_its_kind(kind: str, start: bytes) -> None:
    assert docgen.render(PLAN).to_bytes(kind).startswith(start)


@pytest.mark.rendered
def test_a_document_is_written_as_pdf() -> None:
    assert docgen.render(PLAN).to_bytes("pdf").startswith(b"%PDF-")


def test_the_suffix_chooses_what_is_saved(tmp_path: Path) -> None:
    document = docgen.render(PLAN)
    for name in ("计划.docx", "计划.MD", "下级/计划.txt"):
        written = document.save(tmp_path / name)
        assert written.read_bytes() == document.to_bytes(name.rpartition(".")[2].lower())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["下级", "计划.MD", "计划.docx"]


def test_an_unknown_kind_is_refused_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="不会写“odt”"):
        docgen.render(PLAN).save(tmp_path / "计划.odt")
    assert list(tmp_path.iterdir()) == []


def test_python_docx_goes_on_with_it() -> None:
    document = docgen.render(PLAN).to_docx()
    assert isinstance(document, docx.document.Document)
    assert document.paragraphs[0].style.name == "Title"
    assert "heading 1" in {paragraph.style.name.lower() for paragraph in document.paragraphs}


def test_an_error_carries_every_problem() -> None:
    with pytest.raises(DocgenError) as caught:
        docgen.render({"标题": "甲", "章杰": [], "落款": {"日期": "2026-02-30"}}, template="通用")
    assert {problem.id for problem in caught.value.problems} == {"SCM-001", "SCM-010"}


DATA = {
    "单位": "青禾县溪头小学",
    "年度": 2027,
    "指导思想": "办好学校。",
    "工作目标": "办学水平再上台阶。",
    "重点工作": [{"标题": "抓实常规", "正文": "按计划做好。"}],
    "保障措施": "每月调度一次。",
    "落款": {"署名": "青禾县溪头小学", "日期": date(2026, 12, 30)},
}


def test_a_problem_of_data_says_the_way_to_its_value() -> None:
    wrong = {**DATA, "落款": {"日期": "2026-13-40"}, "重点工作": [{"标题": "甲", "正文": 5, "责认": "乙"}]}
    found = docgen.check(wrong, "工作计划")
    assert [(one.id, one.as_dict()["file"]) for one in found] == [
        ("SCM-010", "落款.日期"),
        ("SCM-001", "重点工作.1.责认"),
    ]


def test_data_names_files_of_a_folder_and_none_outside(tmp_path: Path) -> None:
    folder, house = tmp_path / "own", "继承: gbt9704\n名称: 内部\n正文: {字号: 小四}\n"
    folder.mkdir()
    (folder / "house.yaml").write_text(house, encoding="utf-8")
    (tmp_path / "secret.yaml").write_text("password: 123\n", encoding="utf-8")
    made = docgen.render({**DATA, "格式": "house.yaml"}, "工作计划", folder=folder)
    assert made.format.name == "内部"
    for outside in ("../secret.yaml", str(tmp_path / "secret.yaml")):
        wrong: list[dict[str, Any]] = [
            {"格式": outside}, {"格式": {"继承": outside}}, {"检查": {"规则": outside}},
            {"印发": outside}, {"附件": [{"名称": "甲", "文件": outside}]},
        ]  # fmt: skip
        for more in wrong:
            told = docgen.check({**DATA, **more}, "工作计划", folder=folder)
            assert [one.id for one in told if "123" in str(one)] == []
            assert "FIL-002" in [one.id for one in told], more


def package(folder: Path, **files: str) -> Path:
    folder.mkdir()
    manifest = 'id: odd\n名称: 怪计划\n版本: "1.0"\n继承: 工作计划\n'
    for name, text in {"template": manifest, **files}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_plan_takes_no_template_from_outside_its_folder(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    package(tmp_path / "other")
    inside = package(own / "odd")
    assert docgen.render({**DATA, "模板": "./odd", "标题": "甲计划"}, folder=own).paper.title == ("甲计划",)
    assert docgen.render({**DATA, "标题": "甲计划"}, inside, folder=own).paper.title == ("甲计划",)
    for name in ("../other", str(tmp_path / "other"), "\\\\server\\share\\odd", "C:/odd", "~/odd"):
        for more in ({"模板": name}, {"模板": "工作计划", "附件": [{"名称": "甲", "模板": name}]}):
            told = docgen.check({**DATA, **more}, folder=own)
            assert "FIL-002" in [one.id for one in told], more


def test_an_expression_of_a_template_takes_no_time(tmp_path: Path) -> None:
    schema = 'properties:\n  甲: {type: string, pattern: "^(a+)+$", 改正: 年份}\n'
    told = docgen.check({**DATA, "甲": "a" * 60 + "!"}, package(tmp_path / "odd", schema=schema))
    assert [one.id for one in told] == ["SCM-006"]


@pytest.mark.parametrize("start", ["", "~", "\\\\server\\share", "C:"])
def test_a_template_inherits_none_that_is_named_by_its_place_on_the_machine(
    tmp_path: Path, start: str
) -> None:
    parent = package(tmp_path / "parent")
    manifest = f'id: child\n名称: 子计划\n版本: "1.0"\n继承: "{start}{parent}"\n'.replace("\\", "\\\\")
    told = docgen.check(DATA, package(tmp_path / "child", template=manifest))
    assert [one.id for one in told] == ["TPL-002"]


def test_a_template_reaches_no_file_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("password", encoding="utf-8")
    reading = "{{ __desk__.folder.joinpath('secret.txt').read_text() }}"
    manifest = f'id: odd\n名称: 怪计划\n版本: "1.0"\n继承: 工作计划\n标题: "{reading}"\n'
    told = docgen.check(DATA, package(tmp_path / "odd", template=manifest), folder=tmp_path)
    assert any("没有叫“__desk__”的值" in one.message for one in told)
    assert "password" not in str(told)


@pytest.mark.parametrize("address", ["file://{folder}/other.json", "http://127.0.0.1:9/other.json"])
def test_a_template_fetches_no_schema_from_elsewhere(tmp_path: Path, address: str) -> None:
    (tmp_path / "other.json").write_text('{"type": "string"}', encoding="utf-8")
    schema = f'properties:\n  甲: {{$ref: "{address.format(folder=tmp_path)}"}}\n'
    (told,) = docgen.check(DATA, package(tmp_path / "odd", schema=schema))
    assert told.id == "SCM-014"


@pytest.mark.parametrize(
    "more",
    [
        {"格式": "{}"}, {"格式": {"继承": "{}"}}, {"印发": "{}"}, {"活动": "{}.xlsx"},
        {"附件": [{"名称": "甲", "文件": "{}"}]},
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["长" * 3000, "环", "管"])
def test_a_name_that_is_no_file_is_told_and_waits_for_nothing(
    tmp_path: Path, more: dict[str, Any], name: str
) -> None:
    if hasattr(os, "mkfifo"):
        (tmp_path / "环").symlink_to("环")
        os.mkfifo(tmp_path / "管")
    asked = json.loads(json.dumps(more, ensure_ascii=False).replace("{}", name))
    told = docgen.check({**DATA, **asked}, "工作计划", folder=tmp_path)
    assert {one.id for one in told} & {"FIL-001", "PGF-003"}


def test_a_template_of_ones_own_is_named_by_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "short"
    folder.mkdir()
    (folder / "template.yaml").write_text(
        'id: short\n名称: 短计划\n版本: "1.0"\n继承: 工作计划\n标题: 短计划\n', encoding="utf-8"
    )
    assert docgen.render(DATA, template=folder).paper.title == ("短计划",)
    assert docgen.render(DATA, template="短计划", folder=tmp_path).paper.title == ("短计划",)


def test_what_is_no_plan_at_all_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="计划要是字典或者文件的路径，不是list"):
        docgen.render([])  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="word"):
        docgen.render(DATA, "工作计划", numbers="word")


def digest(**environment: str) -> str:
    """The digest of the built plan in a new process, on a day in 2031."""
    code = (
        "import time, datetime, hashlib, sys\n"
        "real = time.time\n"
        "time.time = lambda: real() + 5 * 365 * 86400\n"
        "import docgen\n"
        "print(hashlib.sha256(docgen.render(sys.argv[1]).to_bytes('docx')).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(PLAN)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_the_same_plan_gives_the_same_bytes_anywhere_and_any_day() -> None:
    here = hashlib.sha256(docgen.render(PLAN).to_bytes("docx")).hexdigest()
    assert digest(PYTHONHASHSEED="1", TZ="Asia/Shanghai", LANG="C", LC_ALL="C") == here
    assert digest(PYTHONHASHSEED="77", TZ="America/Lima", LANG="zh_CN.UTF-8", DOCGEN_LANG="en") == here


def test_threads_give_the_same_bytes() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _turn: docgen.render(PLAN).to_bytes("docx"), range(8)))
    assert len(set(made)) == 1
