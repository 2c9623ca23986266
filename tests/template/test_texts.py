"""Files of a template that no editor should have written: told with their file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

import docgen
from docgen.problems import DocgenError, has_errors
from docgen.publish.examine import examine

MANIFEST = (
    "id: yunxi\n名称: 云溪通知\n版本: '1'\n许可: 自由使用。\n发布单位: 云溪县教育局\n说明: 甲。\n继承: 通用\n"
)
SCHEMA = "title: 云溪通知\n"
BODY = "# 第一部分\n1. 甲\n"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "云溪"
    folder.mkdir()
    for name, text in (("template.yaml", MANIFEST), ("schema.yaml", SCHEMA), ("body.md", BODY)):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "example.yaml").write_text("模板: 云溪通知\n标题: 通知\n", encoding="utf-8")
    return folder


def test_the_package_is_sound(package: Path) -> None:
    assert (
        docgen.render({"标题": "通知"}, template=str(package)).to_bytes("txt").decode().count("第一部分") == 1
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("body.md", BODY.encode("gbk"), r"body\.md:1:\d+: 错误 YML-002 文件是GBK编码"),
        (
            "body.md",
            "# 甲\n甲\ue0009\ue001乙\n".encode(),
            r"body\.md:2:2: 错误 YML-051 这里有私用区字符U\+E000",
        ),
        ("body.md", "\ue0020:9\ue003# 甲\n".encode(), r"body\.md:1:1: 错误 YML-051 这里有私用区字符U\+E002"),
        ("body.md", b"# \xe7\x94\xb2\x00\n", r"body\.md:1:\d+: 错误 YML-002 文件里有空字节"),
        ("body.md", "# 甲\x0b乙\n".encode(), r"body\.md:1:4: 错误 YML-050 这里有控制字符U\+000B"),
        ("schema.yaml", SCHEMA.encode("gbk"), r"schema\.yaml:1:\d+: 错误 YML-002 文件是GBK编码"),
        ("schema.yaml", b"- a\n- b\n", r"schema\.yaml:1: 错误 TPL-009 模板的字段表读不出来"),
        ("schema.yaml", b"title: !!int x\n", r"schema\.yaml:1: 错误 TPL-009 模板的字段表读不出来"),
        ("schema.yaml", b"a: " + b"[" * 3000, r"schema\.yaml:1.*: 错误 TPL-009 模板的字段表读不出来"),
    ],
    ids=["gbk", "token", "line mark", "nul", "control", "gbk schema", "a list", "no number", "deep"],
)
def test_a_file_that_is_no_sound_text_is_told(package: Path, name: str, content: bytes, said: str) -> None:
    (package / name).write_bytes(content)

    with pytest.raises(DocgenError, match=said):
        docgen.render({"标题": "通知"}, template=str(package))
    assert has_errors(examine(package))
