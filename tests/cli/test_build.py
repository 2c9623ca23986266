"""docgen build: what it writes, where, and when it refuses."""

from __future__ import annotations

import json
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest

from docgen.cli import build
from docgen.cli.failures import WrongCall


def kinds_in(folder: Path) -> list[str]:
    """The files of `folder` besides the plan."""
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".yaml")


def test_the_document_stands_beside_the_plan(call: Any, plan: Path) -> None:
    outcome = call("build", plan)

    target = plan.with_suffix(".docx")
    assert (outcome.code, outcome.out, outcome.err) == (0, f"{target}\n", "")
    assert zipfile.is_zipfile(target)
    assert kinds_in(plan.parent) == ["开学通知.docx"]


def test_several_kinds_are_written_at_once(call: Any, plan: Path) -> None:
    outcome = call("build", plan, "--to", "txt，md, docx,txt")

    assert outcome.code == 0
    assert [Path(line).suffix for line in outcome.out.splitlines()] == [".txt", ".md", ".docx"]
    assert "　　一、工作安排\n" in plan.with_suffix(".txt").read_text(encoding="utf-8")
    assert "## 一、工作安排\n" in plan.with_suffix(".md").read_text(encoding="utf-8")


def test_an_output_may_be_a_file_whose_suffix_is_the_kind(call: Any, plan: Path) -> None:
    target = plan.parent / "上报" / "通知.TXT"
    outcome = call("build", plan, "-o", target)

    assert outcome.code == 0
    assert target.read_text(encoding="utf-8").startswith("关于做好秋季开学工作的通知\n")


@pytest.mark.parametrize("name", ["输出", "输出/", "2026.10月"])
def test_an_output_may_be_a_folder(call: Any, plan: Path, name: str) -> None:
    folder = plan.parent / name
    if "." in name:
        folder.mkdir()
    outcome = call("build", plan, "-o", f"{plan.parent}/{name}", "--to", "md")

    assert outcome.code == 0
    assert kinds_in(folder) == ["开学通知.md"]


def test_an_existing_file_is_not_overwritten(call: Any, plan: Path) -> None:
    target = plan.with_suffix(".docx")
    target.write_bytes(b"mine")
    outcome = call("build", plan)

    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith(f"{target}: 错误 CLI-002 文件已经有了，没有覆盖它\n")
    assert "--force" in outcome.err
    assert target.read_bytes() == b"mine"


def test_one_existing_file_keeps_all_others_from_being_written(call: Any, plan: Path) -> None:
    plan.with_suffix(".md").write_bytes(b"mine")
    outcome = call("build", plan, "--to", "docx,md,txt")

    assert outcome.code == 2
    assert kinds_in(plan.parent) == ["开学通知.md"]


def test_force_overwrites(call: Any, plan: Path) -> None:
    target = plan.with_suffix(".docx")
    target.write_bytes(b"mine")

    assert call("build", plan, "--force").code == 0
    assert zipfile.is_zipfile(target)


def test_even_force_does_not_write_over_the_plan(call: Any, plan: Path) -> None:
    path = plan.rename(plan.with_suffix(".txt"))
    before = path.read_bytes()
    outcome = call("build", path, "--to", "txt", "--force")

    assert outcome.code == 2
    assert "CLI-003" in outcome.err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["--to", "doc"],
            "错误 CLI-006 不认识“doc”这种输出格式\n    改法: 可以生成：docx、pdf、md、txt、ics、xlsx\n",
        ),
        (["--to", "html"], "错误 CLI-005 这个版本的docgen还不能生成html\n"),
        (["-o", "通知.doc"], "错误 CLI-006 不认识“doc”这种输出格式\n"),
        (["-o", "通知.docx", "--to", "pdf"], "错误 CLI-006 -o 写的是一个.docx文件，--to 要的却是pdf\n"),
        (["--numbers", "none"], "错误 CLI-001 --numbers：没有“none”，可以写：live、text\n"),
    ],
)
def test_a_wrong_call_is_told_in_a_sentence(call: Any, plan: Path, words: list[str], sentence: str) -> None:
    outcome = call("build", plan, *words)

    assert outcome.code == 2
    assert outcome.err.startswith(sentence)
    assert kinds_in(plan.parent) == []


def test_numbers_can_be_text(call: Any, plan: Path) -> None:
    call("build", plan, "-o", plan.parent / "live.docx", "--numbers", "live")
    call("build", plan, "-o", plan.parent / "text.docx", "--numbers", "text")

    assert "一、" not in document_xml(plan.parent / "live.docx")
    assert "一、" in document_xml(plan.parent / "text.docx")


def test_the_same_plan_gives_the_same_bytes(call: Any, plan: Path) -> None:
    call("build", plan, "-o", plan.parent / "甲.docx")
    call("build", plan, "-o", plan.parent / "乙.docx")

    assert (plan.parent / "甲.docx").read_bytes() == (plan.parent / "乙.docx").read_bytes()


def test_warnings_are_told_and_stop_nothing(call: Any, warned: Path) -> None:
    outcome = call("build", warned)

    assert outcome.code == 0
    assert "警告 STR-001" in outcome.err
    assert warned.with_suffix(".docx").exists()


def test_strict_stops_at_warnings(call: Any, warned: Path) -> None:
    outcome = call("build", warned, "--strict")

    assert outcome.code == 1
    assert "警告 STR-001" in outcome.err
    assert kinds_in(warned.parent) == []


def test_json_names_problems_and_files(call: Any, warned: Path) -> None:
    outcome = call("build", warned, "--json")

    told = json.loads(outcome.out)
    assert outcome.err == ""
    assert told["version"] == 1
    assert told["written"] == [str(warned.with_suffix(".docx"))]
    assert {problem["severity"] for problem in told["problems"]} == {"warning"}


def test_json_names_the_errors_that_stopped_it(call: Any, tmp_path: Path) -> None:
    outcome = call("build", tmp_path / "没有.yaml", "--json")

    told = json.loads(outcome.out)
    assert outcome.code == 2
    assert [problem["file"] for problem in told["problems"]] == [str(tmp_path / "没有.yaml")]


def test_a_file_that_cannot_be_written_is_told(call: Any, plan: Path) -> None:
    outcome = call("build", plan, "-o", plan / "甲.docx")

    assert outcome.code == 2
    assert outcome.err.startswith(f"{plan / '甲.docx'}: 错误 CLI-004 文件写不进去")


def test_a_file_that_is_open_elsewhere_is_told(
    call: Any, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", locked)
    outcome = call("build", plan)

    assert outcome.code == 2
    assert "没有权限，或者它正在Word、WPS里开着" in outcome.err
    assert kinds_in(plan.parent) == []


def test_a_picture_that_a_text_file_cannot_hold_is_told(call: Any, plan: Path) -> None:
    (plan.parent / "校园.png").write_bytes(PIXEL)
    with plan.open("a", encoding="utf-8") as file:
        file.write("附件: [{名称: 图, 正文: [{图片: {文件: 校园.png, 宽: 50, 标题: 校园平面图}}]}]\n")
    outcome = call("build", plan, "--to", "txt")

    assert outcome.code == 0
    assert "警告 CLI-007 txt里放不进图片，只写了图片的标题" in outcome.err
    assert "［图］校园平面图" in plan.with_suffix(".txt").read_text(encoding="utf-8")


def test_missing_faces_are_told_with_a_pdf(call: Any, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.fonts.missing", lambda faces: ["方正小标宋简体"])
    monkeypatch.setattr("docgen.writers.pdf.convert", lambda docx: b"%PDF")
    outcome = call("build", plan, "--to", "docx,pdf")

    assert outcome.code == 0
    assert "提示 FNT-001 这台电脑没有这些字体：方正小标宋简体\n" in outcome.err


def test_a_machine_that_has_all_faces_is_told_nothing(
    call: Any, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.fonts.missing", lambda faces: [])
    monkeypatch.setattr("docgen.writers.pdf.convert", lambda docx: b"%PDF")

    assert call("build", plan, "--to", "pdf").err == ""


def test_a_docx_for_a_script_does_not_ask_for_faces(
    call: Any, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.fonts.missing", lambda faces: pytest.fail("asked"))

    assert call("build", plan).code == 0


@pytest.mark.parametrize(
    ("out", "to", "expected"),
    [
        (None, None, [("docx", "甲/计划.docx")]),
        (None, "pdf,md", [("pdf", "甲/计划.pdf"), ("md", "甲/计划.md")]),
        ("乙/", None, [("docx", "乙/计划.docx")]),
        ("上报.PDF", None, [("pdf", "上报.PDF")]),
        ("上报.pdf", "PDF", [("pdf", "上报.pdf")]),
    ],
)
def test_targets(out: str | None, to: str | None, expected: list[tuple[str, str]]) -> None:
    targets = build.targets_of(Path("甲/计划.yaml"), out, to)

    assert [(kind, path.as_posix()) for kind, path in targets] == expected


def test_a_suffix_that_is_no_kind_is_refused() -> None:
    with pytest.raises(WrongCall, match="CLI-006"):
        build.targets_of(Path("计划.yaml"), "计划.wps", None)


def document_xml(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return "".join(
            package.read(name).decode() for name in package.namelist() if name == "word/document.xml"
        )


def chunk(kind: bytes, content: bytes) -> bytes:
    checked = kind + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))


PIXEL = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND", b"")
)


CLASSIFIED = (
    "单位: 临江市实验中学\n版头: {份号: '000001', 密级: 秘密★1年, 发文字号: 临中〔2026〕3号}\n"
    "版记: {抄送: 市教育局, 印发机关: 校长办公室, 印发日期: 2026-08-26}\n"
)


def test_every_build_of_a_classified_paper_says_where_it_may_be_made(call, plan):
    plan.write_text(plan.read_text(encoding="utf-8") + CLASSIFIED, encoding="utf-8")
    for force in ([], ["--force"]):
        done = call("build", plan, *force)
        assert done.code == 0
        assert "警告 SEC-001 涉密文件不得在联网计算机上处理" in done.err
    assert call("build", plan, "--strict", "--force").code == 1


def test_check_and_outline_know_what_stands_around_the_text(call, plan):
    plan.write_text(plan.read_text(encoding="utf-8") + CLASSIFIED, encoding="utf-8")
    assert "SEC-001" in call("check", plan).out
    blocks = json.loads(call("outline", plan, "--json").out)["blocks"]
    assert blocks[2]["text"] == "临江市实验中学文件"
    assert blocks[-1]["text"] == "校长办公室　2026年8月26日印发"


def test_the_events_are_written_as_ics_and_what_is_left_out_is_told(call: Any, plan: Path) -> None:
    events = "学年: 2026—2027\n活动: [{日期: 10月15日, 事项: 运动会}, {日期: 长期, 事项: 家访}]\n"
    plan.write_text(plan.read_text(encoding="utf-8") + events, encoding="utf-8")

    outcome = call("build", plan, "--to", "ics")

    assert outcome.code == 0
    written = plan.with_suffix(".ics").read_bytes().decode("utf-8")
    assert "SUMMARY:运动会" in written
    assert "家访" not in written
    assert (
        "警告 CAL-031 “家访”没有写到日、周、月，没有放进.ics\n    改法: 要放进去，写上“日期”\n" in outcome.err
    )


def test_a_plan_without_events_makes_no_ics(call: Any, plan: Path) -> None:
    outcome = call("build", plan, "--to", "docx,ics")

    assert outcome.code == 1
    assert "错误 CAL-030 计划里没有写明日期的活动，没有东西放进.ics\n" in outcome.err
    assert not plan.with_suffix(".docx").exists()
