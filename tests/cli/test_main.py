"""The command line as a whole: languages, exit codes, consoles, and failures without tracebacks."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from docgen.cli import doctor, output
from docgen.cli.main import COMMANDS, name_of
from docgen.cli.parser import translate

NAMES = [name_of(module) for module in COMMANDS]
HELP = [["--help"], *([name, "--help"] for name in NAMES)]
OF_DATA = re.compile(r"工作计划|\{[^}]+\}|“[^”]+”")  # templates and keys of a plan keep their names
CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize("words", HELP)
def test_help_is_chinese(call: Any, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        call(*words)

    printed = capsys.readouterr().out
    assert printed.startswith("用法：docgen")
    assert "usage" not in printed
    assert "options:" not in printed


@pytest.mark.parametrize("words", HELP)
def test_help_is_english_when_asked(call: Any, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        call("--lang", "en", *words)

    assert not CHINESE.search(OF_DATA.sub("", capsys.readouterr().out))


def test_no_lines_of_help_run_over_a_screen(call: Any, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        call("build", "--help")

    widths = [len(line.encode("gbk")) for line in capsys.readouterr().out.splitlines()]
    assert max(widths) <= 80


def test_no_command_shows_the_help(call: Any) -> None:
    outcome = call()

    assert outcome.code == 2
    assert "build" in outcome.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["biuld"], f"错误 CLI-001 COMMAND：没有“biuld”，可以写：{'、'.join(NAMES)}\n"),
        (["build"], "错误 CLI-001 缺少参数：PLAN\n    改法: 用 docgen build --help 看说明\n"),
        (["build", "a.yaml", "b.yaml"], "错误 CLI-001 看不懂这些参数：b.yaml\n"),
        (
            ["check", "《2026", "计划》", "第1稿.yaml"],
            "错误 CLI-001 看不懂这些参数：第1稿.yaml\n"
            '    改法: 一次只写一个文件；文件名里有空格的，两边加英文双引号，如 "2026 计划.yaml"\n',
        ),
        (
            ["build", "计划.DOCX"],
            "计划.DOCX: 错误 CLI-006 “计划.DOCX”是文稿，不是数据文件\n"
            "    改法: 先把它变成数据文件：docgen import 计划.DOCX\n",
        ),
        (["build", "a.yaml", "--froce"], "错误 CLI-001 看不懂这些参数：--froce\n"),
        (["build", "a.yaml", "-o"], "错误 CLI-001 -o/--output：后面要写一个值\n"),
        (["build", "a.yaml", "--force=是"], "错误 CLI-001 --force：后面不能写值，却写了'是'\n"),
        (["check", "a.yaml", "--str"], "错误 CLI-001 看不懂这些参数：--str\n"),
        (["--lang", "fr", "check", "a.yaml"], "错误 CLI-001 --lang：没有“fr”，可以写：zh、en\n"),
    ],
)
def test_a_wrong_call_is_told_in_chinese(call: Any, words: list[str], sentence: str) -> None:
    outcome = call(*words)

    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith(sentence)


def test_a_complaint_nobody_knows_stays_as_it_is() -> None:
    assert translate("argument -x: something new") == "-x：something new"


def test_serve_is_reserved(call: Any) -> None:
    outcome = call("serve")

    assert outcome.code == 3
    assert outcome.err.startswith("错误 CLI-008 网页服务还没有做出来，这个名字先留着\n")


@pytest.mark.parametrize("words", [["--lang", "en", "serve"], ["serve", "--lang=en"]])
def test_messages_are_english_when_asked(call: Any, words: list[str]) -> None:
    outcome = call(*words)

    assert outcome.code == 3
    assert outcome.err.startswith("error CLI-008 ")
    assert not CHINESE.search(outcome.err)


def test_the_environment_chooses_the_language(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "en")

    assert not CHINESE.search(call("serve").err)
    assert CHINESE.search(call("serve", "--lang", "zh").err)


def test_a_defect_is_one_sentence(call: Any, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.render", broken)
    outcome = call("build", plan)

    assert outcome.code == 1
    assert outcome.err == (
        "错误 CLI-009 程序内部出错（ZeroDivisionError：division by zero），"
        "这是docgen的缺陷，不是您的文件写错了\n"
        "    改法: 在命令后面加上 --debug 再运行一次，把全部输出和输入文件发给docgen的维护者\n"
    )


def test_debug_adds_the_traceback(call: Any, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.render", broken)
    outcome = call("build", plan, "--debug")

    assert outcome.code == 1
    assert "Traceback" in outcome.err
    assert "in broken" in outcome.err


def test_json_tells_a_defect_too(call: Any, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.render", broken)

    assert json.loads(call("build", plan, "--json").out)["problems"][0]["id"] == "CLI-009"


def broken(*_words: object, **_options: object) -> None:
    1 / 0  # noqa: B018


def test_an_interruption_is_a_word_and_code_130(
    call: Any, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_words: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("docgen.render", interrupted)
    outcome = call("build", plan)

    assert (outcome.code, outcome.out, outcome.err) == (130, "", "已中断\n")


def test_the_version_is_the_installed_one(call: Any, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        call("--version")

    assert capsys.readouterr().out == f"docgen {doctor.version('docgen-gongwen')}\n"


def test_doctor_lists_what_there_is(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.fonts.missing", lambda faces: ["方正小标宋简体"])
    outcome = call("doctor")

    lines = outcome.out.splitlines()
    assert outcome.code == 0
    assert lines[0].startswith(f"docgen {doctor.version('docgen-gongwen')}, Python ")
    assert any(line.startswith("Jinja2: ") for line in lines)
    assert "字体（gbt9704）：缺少方正小标宋简体" in lines
    assert "工作计划" in lines[-1]


def test_doctor_tells_a_missing_renderer(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.libreoffice.shutil.which", lambda name: None)
    monkeypatch.setattr("docgen.libreoffice._USUAL_PLACES", ())

    assert (
        "LibreOffice: 没有找到，不能生成pdf，不能量版面  免费，从 https://zh-cn.libreoffice.org 下载\n"
        in call("doctor").out
    )


def test_the_version_of_what_is_not_installed_is_empty() -> None:
    assert doctor.version("no-such-distribution") == ""


def test_the_program_works_in_a_chinese_folder(program: Any, plan: Path) -> None:
    done = program("build", plan.name, folder=plan.parent, PYTHONIOENCODING="utf-8")

    assert (done.returncode, done.stdout.decode(), done.stderr.decode()) == (
        0,
        f"开学通知.docx{chr(10)}",
        "",
    )


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
def test_a_console_of_any_encoding_gets_every_character(program: Any, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "𠮷计划.yaml"
    path.write_text("模板: 通用\n标题: 通知\n𠮷: 甲\n", encoding="utf-8")
    done = program("check", path.name, folder=tmp_path, PYTHONIOENCODING=encoding)

    printed = done.stdout.decode(encoding)
    assert done.returncode == 1
    assert done.stderr == b""
    assert ("𠮷" if encoding == "utf-8" else "\\U00020bb7") in printed
    assert "SCM-" in printed


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
def test_json_is_whole_in_any_encoding(program: Any, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "计划.yaml").write_text("模板: 通用\n标题: 通知\n𠮷: 甲\n", encoding="utf-8")
    done = program("check", "计划.yaml", "--json", folder=tmp_path, PYTHONIOENCODING=encoding)

    assert "𠮷" in json.loads(done.stdout.decode(encoding))["problems"][0]["message"]


def test_streams_write_escapes_for_what_their_encoding_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="gbk"))
    monkeypatch.setattr(sys, "stderr", io.StringIO())

    output.prepare_streams()
    print("甲𠮷", end="", flush=True)

    assert written.getvalue() == "甲".encode("gbk") + b"\\U00020bb7"


def test_a_program_that_stops_reading_is_no_failure(plan: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "docgen", "outline", str(plan)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()

    assert said == b""
    assert process.returncode == 0


HEAVY = ("jinja2", "lxml", "docx", "babel", "jsonschema_rs", "pdfplumber", "yaml", "importlib.metadata")


@pytest.mark.parametrize(
    "statement", ["import docgen", "from docgen.cli.main import make_parser; make_parser()"]
)
def test_a_cold_start_loads_nothing_heavy(statement: str) -> None:
    ask = f"import sys; before = set(sys.modules); {statement}; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, check=True, encoding="utf-8")

    assert set(HEAVY) & set(done.stdout.split()) == set()
