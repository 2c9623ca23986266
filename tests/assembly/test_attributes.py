"""Values of attributes found and changed in XML."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from docgen.assembly.attributes import edited, edits, related, values

CASES = {
    "the value is changed": ('<w:a w:id="1"/>', '<w:a w:id="[1]"/>'),
    "other attributes stay": ('<w:a w:x="1" w:id="2" w:y="3"/>', '<w:a w:x="1" w:id="[2]" w:y="3"/>'),
    "a longer name is another element": ('<w:ab w:id="1"/>', '<w:ab w:id="1"/>'),
    "a longer attribute is another": ('<w:a w:idx="1"/>', '<w:a w:idx="1"/>'),
    "one that has none stays": ('<w:a w:x="1"/><w:b w:id="2"/>', '<w:a w:x="1"/><w:b w:id="2"/>'),
    "each is changed": ('<w:a w:id="1"><w:a w:id="1"/></w:a>', '<w:a w:id="[1]"><w:a w:id="[1]"/></w:a>'),
}


@pytest.mark.parametrize(("xml", "expected"), CASES.values(), ids=CASES)
def test_an_attribute_of_an_element_is_changed(xml: str, expected: str) -> None:
    assert edited(xml, edits(xml, "w:a", "w:id", "[{}]".format)) == expected


def test_references_to_relationships_are_changed_in_any_element() -> None:
    xml = '<a r:id="1"/> r: “r:x” <b xmlns:r="u" r:embed="2">r:id="3"</b>'

    assert edited(xml, related(xml, "[{}]".format)) == (
        '<a r:id="[1]"/> r: “r:x” <b xmlns:r="u" r:embed="[2]">r:id="3"</b>'
    )


@given(
    some.lists(
        some.tuples(some.sampled_from(["w:a", "w:b"]), some.integers(0, 99), some.text("甲<乙 ", max_size=3))
    )
)
def test_what_is_found_is_what_a_pattern_finds(rows: list[tuple[str, int, str]]) -> None:
    xml = "".join(f'<{name} w:id="{id}"/>{text.replace("<", "&lt;")}' for name, id, text in rows)

    assert values(xml, "w:a", "w:id") == re.findall(r'<w:a w:id="(\d+)"', xml)
    assert edited(xml, edits(xml, "w:b", "w:id", str)) == xml
