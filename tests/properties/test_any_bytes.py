"""Any bytes as a plan, a Word file, a workbook, a template: a result or a problem, never a traceback."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import docgen
from docgen.cli import check
from docgen.problems import DocgenError, Severity
from docgen.publish.install import install
from docgen.publish.pack import pack
from tests.strategies.damage import damaged, damaged_parts, packages
from tests.strategies.many import many
from tests.strategies.sound import PAPER, PLAN, SLIPS, docx, template, xlsx

EVENTS = "活动: [{日期: 第3周, 事项: 家长会}]"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("计划 表")


@pytest.fixture
def home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of templates, away from the real one."""
    monkeypatch.delenv("APPDATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "home"))
    return folder / "home" / "docgen" / "templates"


@pytest.fixture(scope="module")
def packed(folder: Path) -> bytes:
    """The package of a template, as it is given out."""
    return pack(unpacked(folder / "成品", template()))[1]


def told(work: Callable[[], Any]) -> None:
    """Does `work`, which may end in problems with sentences, and in nothing else."""
    try:
        work()
    except DocgenError as stopped:
        assert all(problem.message and problem.id for problem in stopped.problems)


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def unpacked(package: Path, parts: dict[str, bytes]) -> Path:
    """A folder with those of `parts` whose names are names of files, and nothing else."""
    shutil.rmtree(package, ignore_errors=True)
    package.mkdir()
    for name, data in parts.items():
        if Path(name).name == name:
            written(package / name, data)
    return package


@many(150)
@given(damaged([PLAN.encode(), SLIPS.encode(), PAPER.encode("gbk")]) | st.binary(max_size=100))
def test_any_bytes_are_checked_as_a_plan(folder: Path, data: bytes) -> None:
    path = written(folder / "计划.yaml", data)
    problems = docgen.check(path)

    assert problems or docgen.render(path).paper.title


@many(80)
@given(packages(docx()))
def test_any_bytes_are_read_as_a_word_file(folder: Path, data: bytes) -> None:
    told(lambda: check.judge(written(folder / "文稿.docx", data), []))


@many(80)
@given(damaged([PAPER.encode(), PAPER.encode("gbk"), PAPER.encode("utf-16")]) | st.binary(max_size=100))
def test_any_bytes_are_read_as_a_text(folder: Path, data: bytes) -> None:
    told(lambda: check.judge(written(folder / "文稿.txt", data), []))


@many(40)
@given(packages(xlsx()))
def test_any_bytes_are_read_as_a_workbook_filled_in(folder: Path, data: bytes) -> None:
    path = written(folder / "填报.xlsx", data)

    assert docgen.check(path) or docgen.render(path).paper.title


@many(40)
@given(packages(xlsx()), st.sampled_from(["活动.xlsx", "活动.xlsx#活动", "活动.csv"]))
def test_any_bytes_are_read_as_a_list_of_a_plan(folder: Path, data: bytes, name: str) -> None:
    written(folder / name.partition("#")[0], data)
    path = written(folder / "有表.yaml", PLAN.replace(EVENTS, f"活动: {name}").encode())

    assert docgen.check(path) or docgen.render(path).paper.title


@many(60)
@given(damaged_parts({name: data for name, data in template().items() if name != "example.yaml"}))
def test_any_bytes_are_told_in_a_template(folder: Path, parts: dict[str, bytes]) -> None:
    package = unpacked(folder / "云溪", parts)
    example = written(folder / "例.yaml", template()["example.yaml"])

    told(lambda: docgen.render(example, template=str(package)).to_bytes())


@many(40)
@given(st.data())
def test_any_bytes_are_installed_whole_or_not_at_all(
    folder: Path, home: Path, packed: bytes, data: st.DataObject
) -> None:
    path = written(folder / "a.docgen", data.draw(packages(packed)))

    told(lambda: install(path))

    left = {one.name for one in home.iterdir()} if home.is_dir() else set()
    assert left <= {"yunxi-notice@1.0"}
    shutil.rmtree(home, ignore_errors=True)


def test_the_files_are_sound_before_they_are_damaged(folder: Path, home: Path, packed: bytes) -> None:
    plans = [written(folder / "计划.yaml", PLAN.encode()), written(folder / "填报.xlsx", xlsx())]
    example = written(folder / "例.yaml", template()["example.yaml"])
    fresh = install(written(folder / "b.docgen", packed)).fresh
    paper = docgen.render(example, template=str(home / "yunxi-notice@1.0")).paper

    assert fresh and paper.title
    assert docgen.read(written(folder / "文稿.docx", docx())).paper.title == ("工作计划",)
    assert not [one for plan in plans for one in docgen.check(plan) if one.severity is Severity.ERROR]
