"""No home, no locale, a console of another encoding, a folder with blanks, names of files nobody can read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen.publish.pack import pack
from docgen.template import shelf
from tests.strategies.sound import template

Program = Callable[..., subprocess.CompletedProcess[bytes]]

WRONG = "模板: 通用\n标题: 通知\n𠮷：甲\n章节: []\n"
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="names and locales of POSIX")


@pytest.fixture
def bare(plan: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs docgen in the plan's folder with hardly any environment but `variables`."""

    def bare(*words: str | bytes, **variables: str) -> subprocess.CompletedProcess[bytes]:
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "PYTHONPATH") if name in os.environ}
        command: list[Any] = [sys.executable, "-m", "docgen", *words]
        return subprocess.run(
            command, cwd=plan.parent, env=kept | variables, capture_output=True, timeout=60, check=False
        )

    return bare


@POSIX
@pytest.mark.parametrize(
    "variables",
    [
        {},
        ASCII,
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX"},
        {"LC_ALL": "zh_CN.GB18030"},
        {"LC_ALL": "no_SUCH.thing"},
    ],
    ids=str,
)
def test_without_home_path_and_locale_a_plan_is_built(
    bare: Any, plan: Path, left: Callable[[], list[str]], variables: dict[str, str]
) -> None:
    done = bare("build", "开学通知.yaml", "--to", "docx,txt", **variables)

    assert (done.returncode, done.stderr) == (0, b"")
    assert left() == ["开学通知.docx", "开学通知.txt"]
    assert "　　一、工作安排\n" in plan.with_suffix(".txt").read_text(encoding="utf-8")


@POSIX
def test_in_the_c_locale_problems_are_printed_in_chinese(bare: Any, plan: Path) -> None:
    plan.write_text(WRONG, encoding="utf-8")
    done = bare("check", "开学通知.yaml", LC_ALL="C")

    assert done.returncode == 1
    assert "开学通知.yaml:3:" in done.stdout.decode("utf-8")
    assert done.stderr == b""


@POSIX
def test_where_python_is_told_to_speak_ascii_nothing_is_lost(bare: Any, plan: Path) -> None:
    plan.write_text(WRONG, encoding="utf-8")
    done = bare("check", "开学通知.yaml", **ASCII)

    assert done.returncode == 1
    assert b"YML-0" in done.stdout and b"\\u9519\\u8bef" in done.stdout
    assert done.stderr == b""


def test_a_user_without_a_home_builds(
    call: Any, plan: Path, left: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless(cls: type[Path]) -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("APPDATA", "XDG_DATA_HOME", "HOME", "USERPROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", classmethod(homeless))
    monkeypatch.setattr(Path, "expanduser", homeless)

    assert call("build", plan).code == 0
    assert left() == ["开学通知.docx"]
    unknown = call("build", plan, "-o", plan.parent / "乙.docx", "--template", "~/模板")
    assert (unknown.code, "错误 TPL-001" in unknown.err) == (1, True)


def test_a_user_without_a_home_is_told_when_a_template_has_nowhere_to_go(
    call: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "云溪"
    package.mkdir()
    for name, content in template().items():
        (package / name).write_bytes(content)
    (tmp_path / "a.docgen").write_bytes(pack(package)[1])
    monkeypatch.setattr(shelf, "user_folder", lambda: Path(os.devnull) / "docgen")
    monkeypatch.setattr("docgen.publish.install.user_folder", lambda: Path(os.devnull) / "docgen")
    outcome = call("template", "install", tmp_path / "a.docgen")

    assert outcome.code == 2
    assert "错误 CLI-011 电脑没有让程序做完" in outcome.err


@pytest.mark.parametrize("encoding", ["gbk", "cp936", "big5", "ascii"])
def test_a_console_that_lacks_characters_gets_all_the_rest(
    program: Program, plan: Path, encoding: str
) -> None:
    odd = plan.with_name("𠮷 计划ø.yaml")
    odd.write_text(WRONG, encoding="utf-8")
    for words in (["check", odd.name], ["build", odd.name], ["outline", odd.name]):
        done = program(*words, folder=plan.parent, PYTHONIOENCODING=encoding)
        printed = (done.stdout + done.stderr).decode(encoding)

        assert done.returncode == 1
        assert "\\U00020bb7" in printed and "YML-" in printed
        assert "Traceback" not in printed and "CLI-009" not in printed


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_the_path_of_a_result_is_printed_on_any_console(
    program: Program, plan: Path, left: Callable[[], list[str]], encoding: str
) -> None:
    done = program("build", plan.name, "-o", "𠮷/甲.docx", folder=plan.parent, PYTHONIOENCODING=encoding)

    assert (done.returncode, done.stderr) == (0, b"")
    assert "\\U00020bb7" in done.stdout.decode(encoding)
    assert left() == ["𠮷"]


@POSIX
@pytest.mark.parametrize("closed", ["1>&-", "2>&-", "1>&- 2>&-"])
@pytest.mark.parametrize("words", ["build --to docx,pdf", "check --json", "outline"])
def test_a_program_without_a_console_does_its_work(
    plan: Path, tmp_path: Path, closed: str, words: str
) -> None:
    soffice = tmp_path / "soffice"
    soffice.write_text("#!/bin/sh\necho pdf >in.pdf\n", encoding="utf-8")
    soffice.chmod(0o755)
    command = f'exec "{sys.executable}" -m docgen {words} "{plan}" {closed}'
    variables = os.environ | {"DOCGEN_SOFFICE": str(soffice)}
    done = subprocess.run(
        ["/bin/sh", "-c", command], env=variables, capture_output=True, timeout=60, check=False
    )

    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert plan.with_suffix(".docx").exists() == words.startswith("build")


@POSIX
def test_a_name_that_is_no_text_is_built_and_told(bare: Any, plan: Path) -> None:
    name = "计划.yaml".encode("gbk")
    try:
        plan.rename(os.path.join(os.fsencode(plan.parent), name).decode(errors="surrogateescape"))  # noqa: PTH118
    except OSError:
        pytest.skip("the disk takes names in UTF-8 only")
    done = bare("build", name, "--json", LC_ALL="C.UTF-8")

    assert done.returncode == 0
    assert json.loads(done.stdout)["written"] == ["\udcbc\u01bb\udcae.docx"]
