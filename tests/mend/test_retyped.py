"""A plan that cannot be read for how it was typed or saved is typed right, and only where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.mend.retyped import retyped
from docgen.problems import CannotRead, DocgenError

RIGHT = "模板: 工作计划\n单位: 某校   # 全称\n重点工作:\n  条目:\n    - 每周集体备课。\n"


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "计划.yaml"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("wrong", "ids"),
    [
        (RIGHT.replace(": ", "："), ["YML-010", "YML-010"]),
        (RIGHT.replace(": 某校", ":某校").replace("- ", "-"), ["YML-012", "YML-013"]),
        (RIGHT.replace("    -", "\t\t-").replace("  条", "　　条"), ["YML-011", "YML-016"]),
    ],
)
def test_slips_of_the_keyboard_are_mended_and_all_else_stays(
    tmp_path: Path, wrong: str, ids: list[str]
) -> None:
    found = retyped(saved(tmp_path, wrong.encode()))

    assert found is not None
    assert ([one.id for one in found.done], found.left) == (ids, [])
    assert found.content.decode() == RIGHT


@pytest.mark.parametrize("encoding", ["gbk", "utf-16"])
def test_another_encoding_becomes_utf_8_with_the_line_ends_it_had(tmp_path: Path, encoding: str) -> None:
    text = RIGHT.replace("\n", "\r\n")
    found = retyped(saved(tmp_path, text.encode(encoding)))

    assert found is not None
    assert [one.id for one in found.done] == ["YML-002"]
    assert found.content.decode() == text


def test_what_nobody_knows_to_mend_is_left_and_told(tmp_path: Path) -> None:
    found = retyped(saved(tmp_path, (RIGHT.replace("模板: ", "模板：") + "落款:\n").encode()))

    assert found is not None
    assert [one.id for one in found.left] == ["YML-020"]
    assert retyped(saved(tmp_path, (RIGHT + "落款:\n").encode())) is None


def test_a_plan_in_good_order_is_not_typed_again(tmp_path: Path) -> None:
    assert retyped(saved(tmp_path, RIGHT.encode())) is None


@pytest.mark.parametrize("content", [b"PK\x03\x04\0", b"\xff\xfea", b"\xa0\xff\x81"])
def test_what_is_no_text_cannot_be_read(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(DocgenError) as stopped:
        retyped(saved(tmp_path, content))
    assert isinstance(stopped.value, CannotRead)
