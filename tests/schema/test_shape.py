from typing import Any

import pytest

from docgen.schema import convert, shape


@pytest.mark.parametrize(
    ("schema", "wants", "converter"),
    [
        ({"type": "string"}, {"text"}, None),
        ({"type": "number"}, {"number"}, convert.number),
        ({"type": "integer"}, {"integer"}, convert.integer),
        ({"type": "boolean"}, {"boolean"}, convert.answer),
        ({"type": "string", "format": "date"}, {"day"}, convert.day),
        ({"type": "string", "format": "日期"}, {"day"}, convert.day),
        ({"format": "日期或文字"}, {"day or text"}, convert.day_or_text),
        ({"type": ["boolean", "string"], "format": "是否"}, {"boolean"}, convert.answer),
        ({"type": "string", "format": "email"}, {"text"}, None),
        ({"type": ["number", "string"]}, {"number", "text"}, None),
        ({"anyOf": [{"type": "number"}, {"type": "string"}]}, {"number", "text"}, None),
        ({"oneOf": [{"type": "number"}, {"type": "array"}]}, {"number", "list"}, convert.number),
        ({"anyOf": [{"type": "integer"}, {"enum": ["无"]}]}, {"integer", "text"}, None),
        ({"enum": [1, True, "无", None]}, {"number", "boolean", "text", "null"}, None),
        ({"const": 3}, {"number"}, convert.number),
        ({"$ref": "#/$defs/number", "minimum": 1}, {"number"}, convert.number),
        ({"$ref": "#/$defs/text", "format": "数字"}, {"number"}, convert.number),
        ({"type": "null"}, {"null"}, None),
        ({}, set(), None),
    ],
)
def test_a_text_is_turned_only_where_no_branch_takes_a_text(
    schema: dict[str, Any], wants: set[str], converter: object
) -> None:
    root = {**schema, "$defs": {"number": {"type": "number"}, "text": {"type": ["string", "number"]}}}
    made = shape.of(root)
    assert made.wants == wants
    assert made.convert is converter


def test_a_recursive_schema_has_a_recursive_shape() -> None:
    section = {"type": "object", "properties": {"小节": {"type": "array", "items": {"$ref": "#/$defs/节"}}}}
    made = shape.of({"$ref": "#/$defs/节", "$defs": {"节": section}})
    child = made.keys["小节"].items
    assert child.keys["小节"].items is child


def test_branches_share_their_keys() -> None:
    one = {"properties": {"甲": {"type": "number"}}}
    other = {"properties": {"甲": {}, "乙": {"type": "string"}}}
    made = shape.of({"anyOf": [one, other]})
    assert list(made.keys) == ["甲", "乙"]
    assert made.keys["甲"].wants == {"number"}


@pytest.mark.parametrize(
    ("schema", "wants"),
    [
        ({"additionalProperties": False}, None),
        ({"unevaluatedProperties": False}, None),
        ({"additionalProperties": False, "patternProperties": {"^x": {"type": "number"}}}, {"number"}),
        ({"additionalProperties": {"type": "number"}}, {"number"}),
        ({"anyOf": [{"additionalProperties": False}, {"additionalProperties": {"const": 1}}]}, {"number"}),
        ({}, set()),
        ({"additionalProperties": True}, set()),
    ],
)
def test_other_keys_are_open_unless_the_schema_closes_them(
    schema: dict[str, Any], wants: set[str] | None
) -> None:
    others = shape.of(schema).others
    assert (others and others.wants) == wants


def test_a_reference_is_read_as_the_uri_it_is() -> None:
    root = {"$defs": {"内容": {"a/b~c": {"type": "number"}}}}
    assert shape.resolve(root, "#/$defs/%E5%86%85%E5%AE%B9/a~1b~0c") == {"type": "number"}
    assert shape.resolve(root, "#/$defs/没有/的") == {}
    assert shape.resolve(root, "#") == root
