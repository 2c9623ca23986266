"""Labels of headings and items (GB/T 9704 7.3.3, GB/T 15834 B.3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.document import (
    Attachment,
    Cell,
    Column,
    Heading,
    Item,
    Numbering,
    Paper,
    Paragraph,
    Reference,
    Table,
)
from docgen.numbering import number, scheme
from docgen.problems import Place, Severity


def heading(layer, text="标题", **more):
    return Heading(layer, (text,), **more)


def item(layer, text="条目", **more):
    return Item(layer, (text,), **more)


def labels(*blocks, **more):
    numbered, problems = number(Paper(("标题",), blocks, **more))
    assert not problems
    return [label and label.text for label in numbered.labels]


def problems_of(*blocks, **more):
    return number(Paper(("标题",), blocks, **more))[1]


TABLE = Table((Column("名称"),), (("一",),))
ANY = st.builds(
    lambda kind, layer, numbered, restart: kind(layer, ("文",), numbered=numbered, restart=restart),
    st.sampled_from([Heading, Item]),
    st.integers(1, 5),
    st.sampled_from([True, True, True, False]),
    st.sampled_from([False, False, False, True]),
)
BLOCKS = st.lists(ANY | st.just(Paragraph(("段",))), max_size=60)


@pytest.mark.clause("NB-05", "BD-11")
def test_the_five_layers_have_the_marks_of_the_standard():
    blocks = [heading(layer) for layer in range(1, 6)]

    assert labels(*blocks) == ["一、", "（一）", "1.", "（1）", "①"]


def test_a_layer_counts_on_and_starts_anew_under_a_new_parent():
    assert labels(
        heading(1), heading(2), heading(2), heading(3), heading(2), heading(3), heading(1), heading(2)
    ) == ["一、", "（一）", "（二）", "1.", "（三）", "1.", "二、", "（一）"]


def test_items_and_headings_of_a_layer_share_one_counter():
    assert labels(heading(1), heading(2), item(3), item(3), item(3), heading(3)) == [
        "一、",
        "（一）",
        "1.",
        "2.",
        "3.",
        "4.",
    ]


def test_numbers_run_on_over_paragraphs_and_tables():
    assert labels(heading(1), item(3), Paragraph(("说明。",)), TABLE, item(3)) == [
        "一、",
        "1.",
        None,
        None,
        "2.",
    ]


def test_a_layer_may_be_skipped_and_starts_anew_when_it_is_not():
    assert labels(heading(1), item(3), item(3), heading(2), item(3), heading(1), item(3)) == [
        "一、",
        "1.",
        "2.",
        "（一）",
        "1.",
        "二、",
        "1.",
    ]


def test_a_block_without_a_number_is_not_counted_but_parts_what_stands_under_it():
    assert labels(heading(1), item(3), heading(1, numbered=False), item(3), heading(1)) == [
        "一、",
        "1.",
        None,
        "1.",
        "二、",
    ]


def test_a_block_may_start_its_layer_anew():
    assert labels(item(3), item(3), item(3, restart=True), item(3)) == ["1.", "2.", "1.", "2."]


def test_a_continuous_layer_runs_on_through_the_paper():
    blocks = [heading(1), item(3), item(3), heading(1), item(3), item(4), item(3), item(4)]

    assert labels(*blocks, numbering=Numbering(continuous=(3,))) == [
        "一、",
        "1.",
        "2.",
        "二、",
        "3.",
        "（1）",
        "4.",
        "（1）",
    ]


def test_an_attachment_starts_anew():
    paper = Paper(
        ("标题",),
        (heading(1), item(3)),
        attachments=(
            Attachment("甲", (heading(1), item(3))),
            Attachment("乙", (Paragraph(("段",)), heading(1))),
        ),
        numbering=Numbering(continuous=(3,)),
    )

    numbered, problems = number(paper)

    assert not problems
    assert [[label and label.text for label in row] for row in numbered.attachment_labels] == [
        ["一、", "1."],
        [None, "一、"],
    ]


def test_labels_know_their_layer_and_ordinal():
    label = number(Paper(("标题",), (heading(2), heading(2))))[0].labels[1]

    assert (label.layer, label.ordinal, label.text) == (2, 2, "（二）")


@given(BLOCKS)
def test_a_second_counter_that_looks_back_finds_the_same_numbers(blocks):
    numbered, _problems = number(Paper(("标题",), tuple(blocks)))

    for place, (block, label) in enumerate(zip(blocks, numbered.labels, strict=True)):
        if isinstance(block, Paragraph) or not block.numbered:
            assert label is None
        else:
            assert (label.layer, label.ordinal) == (block.layer, _looking_back(blocks, place))


@given(BLOCKS, st.sampled_from([(), (3,), (2, 4), (1, 2, 3, 4, 5)]))
def test_a_continuous_layer_counts_all_since_it_last_started_anew(blocks, continuous):
    numbered, _problems = number(Paper(("标题",), tuple(blocks), numbering=Numbering(continuous=continuous)))

    for layer in continuous:
        expected = 0
        for block, label in zip(blocks, numbered.labels, strict=True):
            if label and label.layer == layer:
                expected = 1 if block.restart else expected + 1
                assert label.ordinal == expected


def _looking_back(blocks, place):
    here = blocks[place]
    count = 0
    for block in reversed(blocks[: place + 1]):
        if isinstance(block, Paragraph):
            continue
        if block.layer < here.layer:
            break
        if block.layer == here.layer and block.numbered:
            count += 1
            if block.restart:
                break
    return count


@pytest.mark.parametrize("layer", [1, 2, 3, 4])
def test_a_hundred_of_a_layer_are_told_once_where_it_ends_at_99(layer):
    place = Place("计划.yaml", 120, 3)
    blocks = [item(layer, place=place if n == 99 else None) for n in range(102)]

    problems = problems_of(*blocks)

    assert [problem.id for problem in problems] == ["TRE-004"] * (layer < 3)
    assert all(problem.place == place for problem in problems)


def test_the_last_numbers_of_each_layer_can_be_written():
    assert [layer.write(layer.limit) for layer in scheme()] == [
        "九十九、",
        "（九十九）",
        "9999.",
        "（9999）",
        "⑳",
    ]


def test_a_twenty_first_circled_number_is_told_with_a_way_out():
    blocks = [item(5, f"第{n}条") for n in range(1, 25)]

    (problem,) = problems_of(*blocks)

    assert problem.message == "第5层编到了第21个，最多只能到⑳"
    assert problem.excerpt == "第21条"
    assert problem.hint == "把这些内容分成几组，每组加一个上一层的小标题"
    assert problem.severity is Severity.ERROR


@pytest.mark.parametrize(
    "blocks, printed",
    [
        ([heading(1), heading(1, key="目标")], "二"),
        ([heading(1), heading(2), heading(2, key="目标")], "一、（二）"),
        ([heading(1), heading(2), item(3, key="目标")], "一、（一）1"),
        ([heading(1), item(3, key="目标")], "一、1"),
        ([heading(1), heading(2), item(3), item(4, key="目标")], "一、（一）1.（1）"),
        ([heading(1), heading(2), heading(1), heading(3, key="目标")], "二、1"),
        ([heading(1, numbered=False), heading(2, key="目标")], "（一）"),
        ([heading(1), heading(2, "加强领导。", numbered=False, key="目标")], "加强领导"),
        ([heading(1, "附则", numbered=False, key="目标")], "附则"),
    ],
)
def test_a_reference_prints_the_full_number_or_the_words_of_a_heading_without_one(blocks, printed):
    numbered, problems = number(Paper(("标题",), (*blocks, Paragraph((Reference("目标"),)))))

    assert not problems
    assert numbered.references == {"目标": printed}


def test_a_key_used_twice_is_told():
    place = Place("计划.yaml", 9, 5)

    (problem,) = problems_of(heading(1, key="目标"), heading(1, "工作目标", key="目标", place=place))

    assert (problem.id, problem.message) == ("TRE-005", "代号“目标”用了两次")
    assert (problem.place, problem.excerpt, problem.hint) == (place, "工作目标", "给其中一处换一个代号")


REFERENCE = Reference("目标", Place("计划.yaml", 7, 9))


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(("见", REFERENCE)),
        Heading(1, (REFERENCE,)),
        Heading(1, ("加强领导。",), (REFERENCE,)),
        Item(3, (REFERENCE,)),
        Table((Column("名称"),), (("一",), (Cell((REFERENCE,)),))),
    ],
)
def test_a_reference_without_a_target_is_told_wherever_it_stands(block):
    for paper in (
        Paper(("标题",), (block,)),
        Paper(("标题",), attachments=(Attachment("甲", (block,)),)),
    ):
        (problem,) = number(paper)[1]

        assert (problem.id, problem.message) == ("TRE-007", "没有代号是“目标”的标题或条目")
        assert (problem.place, problem.excerpt) == (REFERENCE.place, "《见:目标》")
        assert problem.hint == "在要引用的标题或条目里写“代号: 目标”"


def test_a_misspelt_reference_is_told_the_nearest_key():
    (problem,) = problems_of(heading(1, key="重点工作"), Paragraph((Reference("重点任务"),)))

    assert problem.hint == "是不是“重点工作”？"


def test_a_reference_into_an_attachment_finds_its_target():
    paper = Paper(
        ("标题",),
        (Paragraph((Reference("分工"),)),),
        attachments=(Attachment("甲", (heading(1), heading(1, key="分工"))),),
    )

    numbered, problems = number(paper)

    assert not problems
    assert numbered.references["分工"] == "二"
