from __future__ import annotations

import pytest

from docgen.numbering import Label, scheme
from docgen.word.lists import assign


def labels(*numbers):
    """`12` is layer 1, ordinal 2; None a block without a number."""
    rows = [divmod(number, 10) if number else None for number in numbers]
    return [Label(row[0], row[1], scheme()[row[0] - 1].write(row[1])) if row else None for row in rows]


def lists_of(*numbers):
    return [spot and spot.number for spot in assign(labels(*numbers), ()).body]


@pytest.mark.parametrize(
    "numbers, lists",
    [
        pytest.param((11, 21, 22, 12, 21), (1, 1, 1, 1, 1), id="an outline is one list"),
        pytest.param((11, 31, 32, 12, 31), (1, 1, 1, 1, 1), id="a layer may be left out"),
        pytest.param((11, None, 12), (1, None, 1), id="blocks without number do not count"),
        pytest.param((11, 31, 21), (1, 1, 2), id="a layer that was passed over is not trusted"),
        pytest.param((11, 31, 21, 31, 12, 21), (1, 1, 2, 2, 1, 1), id="until its parent is counted again"),
        pytest.param((11, 12, 11), (1, 1, 2), id="a restart begins a list"),
        pytest.param((11, 12, 11, 12), (1, 1, 2, 2), id="that goes on"),
        pytest.param((11, 31, 12, 32, 13, 33), (1, 1, 1, 2, 1, 2), id="a layer that runs on has its list"),
        pytest.param((31, 11, 31), (2, 1, 1), id="items before the first heading stand apart"),
        pytest.param((21, 31, 22), (1, 1, 1), id="a paper may begin at a lower layer"),
    ],
)
def test_paragraphs_share_a_list_as_long_as_it_counts_right(numbers, lists):
    assert lists_of(*numbers) == list(lists)


def test_an_attachment_never_counts_in_the_list_of_the_paper():
    assigned = assign(labels(11), [labels(11, 12), labels(11)])

    assert [[spot.number for spot in spots] for spots in assigned.attached] == [[2, 2], [3]]


def test_a_list_begins_at_the_ordinal_of_its_first_paragraph():
    assigned = assign(labels(11, 34), ())

    assert assigned.lists[1].starts == (1, 1, 4, 1, 1)


@pytest.mark.parametrize(
    "numbers, full",
    [
        ((11, 21), "一、（一）"),
        ((11, 21, 32), ""),
        ((11, 31), ""),
        ((11, 21, 31), "一、（一）1"),
        ((21,), ""),
    ],
)
def test_word_can_write_the_full_number_only_of_what_one_list_counts(numbers, full):
    assert assign(labels(*numbers), ()).body[-1].full == full
