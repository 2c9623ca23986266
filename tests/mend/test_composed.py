"""Edits of several rounds come to the same as changes of the first text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.mend.composed import composed
from docgen.mend.edits import Edit, apart, applied
from tests.mend.test_mend import edit

TEXTS = st.text(alphabet="甲乙丙丁，,", max_size=12)


def test_an_edit_of_what_an_earlier_one_put_in_is_one_change() -> None:
    first, second = edit(1, 2, 3, "，，"), edit(1, 3, 4, "；")

    made = composed("甲乙,丙", [[first], [second]])

    assert [tuple(one) for one in made.stretches] == [(2, 3, "，；")]
    assert [span[1:] for span in made.findings] == [(2, 3), (2, 3)]


@given(TEXTS, st.data())
def test_any_rounds_come_to_the_last_text(text: str, data: st.DataObject) -> None:
    rounds: list[list[Edit]] = []
    now = text
    for _round in range(data.draw(st.integers(0, 3))):
        wanted = []
        for _edit in range(data.draw(st.integers(0, 3))):
            start = data.draw(st.integers(0, len(now)))
            wanted.append(edit(1, start, data.draw(st.integers(start, len(now))), data.draw(TEXTS)))
        rounds.append(apart(wanted))
        now = applied(now, rounds[-1])

    made = composed(text, rounds)

    assert applied(text, [edit(1, *one) for one in made.stretches]) == now
    assert all(0 <= start <= end <= len(text) for _finding, start, end in made.findings)
