import copy
from typing import Any

import jsonschema_rs

from docgen.schema.combine import combine

PARENT: dict[str, Any] = {
    "title": "计划",
    "type": "object",
    "additionalProperties": False,
    "required": ["标题"],
    "properties": {
        "标题": {"type": "string", "title": "标题"},
        "学期": {"type": "string", "description": "学期名称"},
        "章节": {"$ref": "#/$defs/text"},
    },
    "$defs": {"text": {"type": "string"}, "节": {"properties": {"正文": {"type": "string"}}}},
}


def test_a_child_adds_keys_definitions_and_requirements() -> None:
    child = {
        "title": "工作计划",
        "required": ["单位", "标题"],
        "properties": {"单位": {"type": "string"}},
        "$defs": {"表": {"type": "array"}},
    }
    combined = combine(PARENT, child)
    assert combined["title"] == "工作计划"
    assert combined["required"] == ["标题", "单位"]
    assert list(combined["properties"]) == ["标题", "学期", "章节", "单位"]
    assert list(combined["$defs"]) == ["text", "节", "表"]
    assert combined["additionalProperties"] is False


def test_a_child_tightens_a_key_and_keeps_what_it_does_not_name() -> None:
    combined = combine(PARENT, {"properties": {"学期": {"enum": ["第一学期", "第二学期"]}}})
    wanted = {"type": "string", "description": "学期名称", "enum": ["第一学期", "第二学期"]}
    assert combined["properties"]["学期"] == wanted


def test_a_child_replaces_a_reference_forbids_a_key_and_extends_a_definition() -> None:
    child = {
        "properties": {"章节": {"$ref": "#/$defs/节"}, "学期": False},
        "$defs": {"节": {"properties": {"成效": {"type": "string"}}}},
    }
    combined = combine(PARENT, child)
    assert combined["properties"]["学期"] is False
    assert list(combined["$defs"]["节"]["properties"]) == ["正文", "成效"]
    valid = jsonschema_rs.Draft202012Validator(combined).is_valid
    assert valid({"标题": "甲", "章节": {"成效": "乙"}})
    assert not valid({"标题": "甲", "章节": {"成效": 1}})
    assert not valid({"标题": "甲", "学期": "第一学期"})


def test_references_in_chinese_become_the_uris_they_have_to_be() -> None:
    combined = combine({}, {"items": [{"$ref": "#/$defs/内容"}], "$defs": {"内容": {"type": "string"}}})
    assert combined["items"] == [{"$ref": "#/$defs/%E5%86%85%E5%AE%B9"}]
    assert combine({}, combined) == combined


def test_a_child_without_a_schema_is_its_parent() -> None:
    assert combine(PARENT, {}) == combine(PARENT, None) == PARENT


def test_neither_schema_is_changed() -> None:
    child = {"properties": {"章节": {"$ref": "#/$defs/节"}}, "required": ["单位"]}
    before = copy.deepcopy((PARENT, child))
    combine(PARENT, child)
    assert (PARENT, child) == before
