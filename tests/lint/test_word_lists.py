"""The word lists hold together: what should stand there is right by all of them, patterns are patterns."""

import re

import pytest

from docgen.lint.data import listed, table
from docgen.lint.reading import BODY, Passage, Reading
from docgen.lint.wordlists import replaced, wrongs
from docgen.problems import Place

LISTS = ("TXT-001", "TXT-002", "TXT-003", "TXT-004", "TXT-008", "TXT-010")


def read(text: str) -> Reading:
    return Reading((Passage(BODY, text, Place("a.txt", 1), 0),), "txt")


@pytest.mark.parametrize("name", LISTS)
def test_the_right_words_of_a_list_are_right_by_all_lists(name: str) -> None:
    again = {
        wrong.right: [hit.values["text"] for other in LISTS for hit in replaced(read(wrong.right), other)]
        for wrong in wrongs(name)
    }

    assert {right: found for right, found in again.items() if found} == {}


@pytest.mark.parametrize("name", LISTS)
def test_a_wrong_word_is_found_by_itself_and_is_another_than_the_right_one(name: str) -> None:
    lost = [wrong.word for wrong in wrongs(name) if not list(replaced(read(f"，{wrong.word}，"), name))]

    assert lost == []
    assert [wrong.word for wrong in wrongs(name) if wrong.word == wrong.right] == []


def test_no_word_stands_in_two_lists() -> None:
    words = [wrong.word for name in LISTS for wrong in wrongs(name)]

    assert sorted(word for word in set(words) if words.count(word) > 1) == []


@pytest.mark.parametrize("name", table("lists"))
def test_every_list_is_a_pattern(name: str) -> None:
    assert re.compile(listed(name).pattern)


def test_traditional_characters_are_pairs_of_different_characters() -> None:
    both = "".join(table("traditional")["字对"])
    pairs = dict(zip(both[::2], both[1::2], strict=True))

    assert len(both) % 2 == 0
    assert pairs["學"] == "学"
    assert not set(pairs) & set(pairs.values())


def test_terms_that_expired_say_when() -> None:
    rows = table("periods")["用语"]

    assert all(2000 < int(row["止"]) < 2026 and re.compile(str(row["词"])) for row in rows)
