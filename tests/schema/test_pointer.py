from typing import Any

import jsonschema_rs
import pytest

from docgen.schema.pointer import path_in

NO_NUMBERS: dict[str, Any] = {
    "not": {"type": "number"},
    "additionalProperties": {"$ref": "#"},
    "items": {"$ref": "#"},
}


@pytest.mark.parametrize(
    "path",
    [
        ("目标", "2027"),
        ("目标", "007", "甲"),
        ("目标", 0, "0", 0),
        ("a/b~c", "-1"),
        ("", 0),
        ("", "", "甲"),
        ("9" * 30, "甲"),
    ],
)
def test_the_path_of_an_error_has_the_keys_of_the_plan(path: tuple[Any, ...]) -> None:
    plain: Any = 1
    for step in reversed(path):
        plain = [plain] if isinstance(step, int) else {step: plain}
    (error,) = jsonschema_rs.Draft202012Validator(NO_NUMBERS).iter_errors(plain)
    assert path_in(plain, error.instance_path) == path


def test_a_last_empty_key_ends_at_its_mapping() -> None:
    assert path_in({"甲": {"": 1}}, ["甲"]) == ("甲",)
