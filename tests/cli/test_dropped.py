"""Files dropped on the program: each is done, each is told, one question before and one prompt behind."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.cli import dropped, main
from docgen.cli.failures import INTERRUPTED
from tests.cli.conftest import PLAN

DOCS = Path(__file__).parent.parent.parent / "docs"
Drop = Callable[..., tuple[int, str, str]]


@pytest.fixture
def drop(capsys: pytest.CaptureFixture[str]) -> Drop:
    """Drops files; `answer` is what the person types when asked."""

    def drop(*paths: Path, answer: str = "") -> tuple[int, str, str]:
        code = dropped.follow([str(path) for path in paths], main.main, lambda _question: answer)
        return code, *capsys.readouterr()

    return drop


@pytest.fixture
def plans(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ("一 月.yaml", "二月.YML", "三月.yaml")]
    for path in paths:
        path.write_text(PLAN, encoding="utf-8")
    return paths


@pytest.mark.parametrize(
    ("name", "command", "result"),
    [
        ("计划.yaml", "build", "计划.docx"),
        ("计划.YML", "build", "计划.docx"),
        ("填报.xlsx", "build", "填报.docx"),
        ("去年.docx", "import", "去年.yaml"),
        ("去年.WPS", "import", "去年.yaml"),
        ("v1.2 稿.txt", "import", "v1.2 稿.yaml"),
    ],
)
def test_what_is_meant_by_a_file_follows_from_its_kind(
    tmp_path: Path, name: str, command: str, result: str
) -> None:
    file = tmp_path / name
    file.touch()
    assert dropped.meant(file) == dropped.Task(file, (command, str(file)), tmp_path / result)


def test_a_command_line_is_not_taken_for_dropped_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "图.png").touch()
    monkeypatch.chdir(tmp_path)
    for words in ([], ["build"], ["doctor"], ["build", "图.png"], ["没有.yaml"], ["图.png", "--force"]):
        assert not dropped.are_paths(words)
    assert dropped.are_paths([str(tmp_path / "build"), "图.png"])


def test_all_files_are_built_and_told(drop: Drop, plans: list[Path]) -> None:
    code, out, err = drop(*plans)
    assert code == 0
    assert out.splitlines() == [str(plan.with_suffix(".docx")) for plan in plans]
    assert err.splitlines() == [
        "〔1/3〕一 月.yaml", "〔2/3〕二月.YML", "〔3/3〕三月.yaml", "做好了3个，放在上面写的地方",
    ]  # fmt: skip


def test_one_that_fails_stops_no_other(drop: Drop, plans: list[Path]) -> None:
    plans[1].write_text("模板: 通用\n标题：通知\n", encoding="utf-8")
    code, out, err = drop(*plans)
    assert code == 1
    assert out.splitlines() == [str(plans[0].with_suffix(".docx")), str(plans[2].with_suffix(".docx"))]
    assert f"{plans[1]}:2:3: 错误 YML-010" in err
    assert err.endswith("没有做成：二月.YML。照上面的话改好，再拖一次\n做好了2个，放在上面写的地方\n")


def test_the_window_is_the_one_that_the_manual_shows(drop: Drop, tmp_path: Path) -> None:
    manual = (DOCS / "install.md").read_text(encoding="utf-8").split("```none\n")[1].split("```")[0]
    plans = [tmp_path / "今年.yaml", tmp_path / "安全计划.yaml"]
    plans[0].write_text(PLAN, encoding="utf-8")
    plans[1].write_text("模板: 安全工作计划\n标题：安全工作计划\n", encoding="utf-8")
    _code, out, err = drop(*plans)
    window = f"{err}{out}{dropped.closing()}\n".replace(f"{tmp_path}/", "C:\\计划\\")
    assert sorted(window.splitlines()) == sorted(manual.splitlines())


def test_the_question_is_the_one_that_the_manual_shows(plans: list[Path]) -> None:
    manual = (DOCS / "tutorial.md").read_text(encoding="utf-8").split("```none\n")[1].split("```")[0]
    built = plans[0].with_suffix(".docx")
    built.touch()
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return ""

    dropped.follow([str(plans[0])], main.main, ask)
    assert asked[0].replace(str(built), "C:\\计划\\今年.docx") == manual.rstrip("\n")


def test_a_document_is_replaced_where_the_person_agrees(drop: Drop, plans: list[Path]) -> None:
    built = plans[0].with_suffix(".docx")
    for answer, replaced in (("", False), ("n", False), ("y", True), (" Ｙ ", True), ("是", True)):
        built.write_bytes(b"old")
        code, _out, err = drop(plans[0], answer=answer)
        assert (code == 0, built.read_bytes() != b"old") == (replaced, replaced)
        assert replaced or f"{built}: 错误 CLI-002 文件已经有了，没有覆盖它\n    改法: 把它改名" in err


def test_one_question_names_all_that_would_be_replaced(plans: list[Path]) -> None:
    asked: list[str] = []
    for plan in plans[:2]:
        plan.with_suffix(".docx").write_bytes(b"old")

    def ask(question: str) -> str:
        asked.append(question)
        return "y"

    assert dropped.follow([str(plan) for plan in plans], main.main, ask) == 0
    (question,) = asked
    assert question.splitlines()[:3] == [
        "这些文件已经有了：", f"    {plans[0].with_suffix('.docx')}", f"    {plans[1].with_suffix('.docx')}",
    ]  # fmt: skip


def test_two_files_of_one_name_do_not_replace_each_other(drop: Drop, plans: list[Path]) -> None:
    twin = plans[0].with_suffix(".yml")
    twin.write_text(PLAN, encoding="utf-8")
    plans[0].with_suffix(".docx").write_bytes(b"old")
    code, out, err = drop(plans[0], twin, answer="y")
    assert (code, out, err.count("CLI-002")) == (2, f"{plans[0].with_suffix('.docx')}\n", 1)


def test_a_plan_is_never_replaced(drop: Drop, plans: list[Path]) -> None:
    drop(plans[0])
    code, out, err = drop(plans[0].with_suffix(".docx"), answer="y")
    assert (code, out, plans[0].read_text(encoding="utf-8")) == (2, "", PLAN)
    assert f"{plans[0]}: 错误 CLI-002" in err


def test_a_folder_is_told_what_to_drop_instead(drop: Drop, plans: list[Path], tmp_path: Path) -> None:
    code, _out, err = drop(tmp_path)
    assert code == 2
    assert err.splitlines()[:2] == [
        f"{tmp_path}: 错误 CLI-012 这是文件夹，不是文件",
        "    改法: 打开它，选中里面的文件，一起拖上来，如一 月.yaml、三月.yaml、二月.YML",
    ]
    (tmp_path / "空").mkdir()
    assert "改法: 打开它，选中里面的计划或者Word文件，一起拖上来\n" in drop(tmp_path / "空")[2]


def test_a_file_of_no_use_is_told_what_can_be_dropped(drop: Drop, tmp_path: Path) -> None:
    (tmp_path / "图.png").touch()
    code, _out, err = drop(tmp_path / "图.png")
    assert code == 2
    assert "错误 CLI-012 不会读“.png”文件\n    改法: 可以拖上来：.yaml、.yml、.xlsx、.docx" in err


def test_a_plan_that_notepad_renamed_is_not_read_as_a_text(drop: Drop, tmp_path: Path) -> None:
    plan = tmp_path / "今年.yaml.txt"
    plan.write_text(PLAN, encoding="utf-8")
    code, _out, err = drop(plan)
    assert (code, list(tmp_path.iterdir())) == (2, [plan])
    assert "CLI-012 这是计划，记事本在名字后面添了“.txt”\n    改法: 把文件名最后的“.txt”去掉，再拖一次" in err


def test_an_interrupt_leaves_the_rest_undone(plans: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    code = dropped.follow([str(plan) for plan in plans], lambda words: INTERRUPTED, lambda question: "")
    assert code == INTERRUPTED
    assert "还有2个没有做" in capsys.readouterr().err


def test_without_a_file_the_program_says_what_it_is(drop: Drop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/程序/docgen")
    code, out, _err = drop()
    assert code == 0
    assert "输入 ./docgen，空一格，把文件拖进终端，回车" in out


def test_on_windows_the_use_of_the_mouse_is_told() -> None:
    words = dropped.welcome("win32", "docgen.exe")
    assert "拖到 docgen.exe 的图标上松开" in words
    assert "“发送到”—“桌面快捷方式”" in words
    assert "{" not in words
