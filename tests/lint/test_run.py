"""All rules over a text: the order, the places and the sentences of what they find."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.i18n import speaking
from docgen.lint.reading import BODY, Passage, Reading
from docgen.lint.registry import registry
from docgen.lint.rulebook import rulebook
from docgen.lint.run import run, text_of
from docgen.problems import Place, describe
from tests.lint.cases_read import cases, reading


def test_a_finding_is_told_with_its_place_its_excerpt_and_its_remedy() -> None:
    text = "各学校要抓好备课,上课和作业。"
    judged = Reading((Passage(BODY, text, Place("a.txt", 3), 0, offset=2),), "txt")
    (found,) = [one for one in run(judged).found if one.rule.id == "PUN-001"]

    assert describe(found.problem) == (
        "a.txt:3:11: 警告 PUN-001 中文里用了半角逗号\n"
        "    | 各学校要抓好备课,上课和作业。\n"
        "    改法: 改成全角的“，”"
    )
    assert found.problem.as_dict() | {"span": [10, 11], "fix": "auto"} == found.problem.as_dict()


def test_findings_come_in_the_order_of_their_places() -> None:
    rows = [{"正文": "甲班,乙班。。"}, {"标题": "(一)目标"}, {"正文": "丙班,丁班 都去。"}]
    found = run(reading({"段": rows})).found
    places = [(one.hit.passage, one.hit.start) for one in found]

    assert len(places) >= 4
    assert places == sorted(places)


def test_a_long_passage_is_quoted_around_the_place() -> None:
    text = "抓好教学工作" * 20 + "备课,上课" + "抓好教学工作" * 20
    (found,) = [one for one in run(reading({"文": text})).found if one.rule.id == "PUN-001"]

    assert (
        found.problem.excerpt
        == "…作抓好教学工作抓好教学工作备课,上课抓好教学工作抓好教学工作…"[:1] + found.problem.excerpt[1:]
    )
    assert "备课,上课" in found.problem.excerpt
    assert len(found.problem.excerpt) < 40


@pytest.mark.parametrize("case", cases("有"), ids=str)
def test_every_sentence_can_be_said_in_both_languages(case) -> None:
    judged = reading(case.row)
    rule = rulebook()[case.rule]
    hits = list(registry()[case.rule](judged))

    for spoken in ("zh", "en"):
        with speaking(spoken):
            row = rulebook()[case.rule]
            for hit in hits:
                fields = {"text": text_of(hit, judged), "replacement": hit.replacement or ""} | hit.values
                said = row.sentence.format(**fields) + row.hint.format(**fields)
                assert "{" not in said.replace(fields["text"], "")
    assert rule.sentence


def test_english_has_a_sentence_for_every_rule() -> None:
    chinese = rulebook()
    with speaking("en"):
        english = rulebook()

    assert [id for id, rule in english.items() if rule.sentence == chinese[id].sentence] == []
    assert {id for id, rule in english.items() if bool(rule.hint) != bool(chinese[id].hint)} == set()


def test_sentences_of_both_languages_have_the_same_kinds_of_fields() -> None:
    def fields(sentence: str) -> set[str]:
        return {name for _text, name, _format, _conversion in string.Formatter().parse(sentence) if name}

    chinese = rulebook()
    with speaking("en"):
        english = rulebook()

    known = {id: fields(rule.sentence + rule.hint) | {"text", "replacement"} for id, rule in chinese.items()}
    assert {id: fields(rule.sentence + rule.hint) - known[id] for id, rule in english.items()} == {
        id: set() for id in english
    }


@given(st.text(alphabet="一二、（）()1.。，,；：:“”《》 　xX*甲乙丙年月日第是等…-—\n'\"", max_size=200))
def test_any_text_can_be_judged_and_every_finding_lies_in_it(text: str) -> None:
    judged = reading({"篇": "青禾小学工作计划\n" + text})

    for one in run(judged).found:
        if one.hit.passage >= 0:
            assert 0 <= one.hit.start <= one.hit.end <= len(judged.passages[one.hit.passage].text)
