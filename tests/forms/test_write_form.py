from __future__ import annotations

import pytest
from lxml import etree

from docgen.forms.write_form import write
from docgen.template import shelf
from docgen.template.package import Package
from tests.conftest import Validate
from tests.forms.filling import W, changed, control


@pytest.mark.parametrize("name", ["工作计划", "通知"])
def test_the_form_of_a_template_is_a_valid_document(name: str, validate: Validate) -> None:
    validate(write(shelf.find(name)))


def test_a_form_with_locked_text_is_valid(empty: bytes, validate: Validate) -> None:
    validate(empty)


def test_the_same_template_gives_the_same_bytes(package: Package, empty: bytes) -> None:
    assert write(package) == empty


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("办学规模", "dropDownList"),
        ("落款.日期", "date"),
        ("落款.盖章", "dropDownList"),
        ("重点工作[].标题", "showingPlcHdr"),
        ("锁定:规范办学", "lock"),
    ],
)
def test_each_value_has_the_control_that_suits_it(empty: bytes, tag: str, kind: str) -> None:
    kinds: list[object] = []
    changed(empty, lambda body: kinds.append(control(body, tag).find(f"{W}sdtPr/{W}{kind}")))
    assert kinds != [None]


def test_what_must_be_filled_in_bears_a_star_and_rows_repeat(empty: bytes) -> None:
    seen: list[str] = []
    changed(empty, lambda body: seen.append(etree.tostring(body, encoding="unicode")))
    assert "指导思想*" in seen[0]
    assert "乡村教育*" not in seen[0]
    assert "repeatingSectionItem" in seen[0]


def test_no_line_that_is_broken_by_hand_is_stretched(empty: bytes) -> None:
    edges: list[object] = []

    def look(body: etree._Element) -> None:
        for paragraph in body.iter(f"{W}p"):
            if paragraph.find(f"{W}sdt") is not None:
                edge = paragraph.find(f"{W}pPr/{W}jc")
                edges.append(None if edge is None else edge.get(f"{W}val"))

    changed(empty, look)
    assert set(edges) == {"left"}


def test_narrow_columns_are_explained_above_their_table() -> None:
    seen: list[str] = []

    def look(body: etree._Element) -> None:
        (event,) = [
            one for one in body.iter(f"{W}tbl") if "活动[].日期" in etree.tostring(one, encoding="unicode")
        ]
        above = event.getprevious()
        assert above is not None
        seen.extend("".join(one.itertext()) for one in (above, event))

    changed(write(shelf.find("工作计划")), look)
    above, table = seen
    assert above.startswith("日期：具体日期")
    assert "具体日期" not in table


def test_nothing_tall_stands_behind_the_last_table(empty: bytes) -> None:
    heights: list[object] = []

    def look(body: etree._Element) -> None:
        last = body.findall(f"{W}body/{W}p")[-1]
        heights.extend(one.get(f"{W}line") for one in last.iter(f"{W}spacing"))

    changed(empty, look)
    assert heights == ["20"]
