"""Findings → problems: the id, the sentence and the hint of every kind of finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from docgen.i18n import _
from docgen.problems import Problem, error
from docgen.schema import repairs, where
from docgen.schema.finding import Finding
from docgen.schema.steps import key_place
from docgen.schema.walk import DEEPEST
from docgen.schema.where import Plan

Teller = Callable[[Finding, Plan], "Iterator[Problem]"]


def problems(finding: Finding, plan: Plan) -> Iterator[Problem]:
    """The problem that a finding is, none where another stage has told it."""
    yield from TELLERS.get(finding.kind, _other)(finding, plan)


def _at(id: str, sentence: str, finding: Finding, plan: Plan, hint: str = "") -> Problem:
    return error(
        id,
        sentence,
        plan.place(finding.path),
        excerpt=where.excerpt(plan.data, finding.path),
        hint=hint,
    )


def _unknown_key(finding: Finding, plan: Plan) -> Iterator[Problem]:
    key = finding.detail
    sentence = _("“{key}”不是这里能用的键").format(key=key)
    if finding.path:
        sentence = _("{where}里的{sentence}").format(where=plan.name(finding.path), sentence=sentence)
    record = plan.value(finding.path)
    hint = repairs.unknown_key(key, plan.wants(finding.path), plan.schema.levels, record)
    path = (*finding.path, key)
    at_key = key_place(plan.data, path)
    yield replace(_at("SCM-001", sentence, Finding(path, ""), plan, hint), place=at_key)


def _missing(finding: Finding, plan: Plan) -> Iterator[Problem]:
    sentence = _("{where}缺少“{key}”").format(where=plan.name(finding.path), key=finding.detail)
    path = (*finding.path, finding.detail)
    hint = repairs.missing(finding.detail, plan.wants(path))
    problem = _at("SCM-002", sentence, finding, plan, hint)
    cell = key_place(plan.data, path)
    if cell and cell.sheet is not None:  # the empty cell of a spreadsheet
        problem = replace(problem, place=cell, hint=_("在这一格填上“{key}”").format(key=finding.detail))
    elif problem.place and problem.place.sheet is not None:
        hint = _("加一列“{key}”，在这一行填上").format(key=finding.detail)
        problem = replace(problem, hint=hint)
    yield problem


def _wrong_type(finding: Finding, plan: Plan) -> Iterator[Problem]:
    wanted, value = plan.wants(finding.path), plan.value(finding.path)
    sentence = _("{where}应该是{wanted}，这里是{found}").format(
        where=plan.name(finding.path), wanted=repairs.kinds(wanted), found=repairs.kind_of(value)
    )
    yield _at("SCM-003", sentence, finding, plan, repairs.wrong_type(value, wanted))


def _null(finding: Finding, plan: Plan) -> Iterator[Problem]:
    """A null that a program gave; that of a file has been told with its line by the reader."""
    place = plan.place(finding.path)
    if place and place.line:
        return
    sentence = _("{where}没有写内容").format(where=plan.name(finding.path))
    yield _at("SCM-004", sentence, finding, plan, _("写上内容；用不着就删去这一行；要留待以后填，写“待填”"))


def _sentence(finding: Finding, plan: Plan) -> Iterator[Problem]:
    """A text that was read as keys because of the half-width colon in it."""
    key, rest = next(iter(plan.value(finding.path).items()))
    sentence = _("{where}的“{key}”被冒号分成了键，不是一句话").format(
        where=plan.name(finding.path), key=repairs.said(key)
    )
    whole = f"{repairs.said(key)}：{repairs.said(rest)}"
    yield _at("SCM-003", sentence, finding, plan, _("是一句话就用全角冒号：{whole}").format(whole=whole))


def _not_offered(finding: Finding, plan: Plan) -> Iterator[Problem]:
    options = finding.detail if isinstance(finding.detail, list) else [finding.detail]
    choices = [repairs.said(option) for option in options]
    value = repairs.said(plan.value(finding.path))
    sentence = _("{where}不能是“{value}”，只能是{choices}").format(
        where=plan.name(finding.path), value=value, choices=repairs.one_of(choices)
    )
    yield _at("SCM-005", sentence, finding, plan, repairs.did_you_mean(value, choices))


def _described(finding: Finding, plan: Plan) -> Iterator[Problem]:
    """A rule that the schema itself explains (说明), as patterns and choices of keys must be."""
    why = finding.node.get("说明", "")
    sentence = _("{where}写得不对").format(where=plan.name(finding.path))
    if why:
        sentence = _("{sentence}：{why}").format(sentence=sentence, why=why)
    hint = repairs.mended(plan.value(finding.path), finding.node)
    yield _at("SCM-006", sentence, finding, plan, hint or repairs.example(plan.wants(finding.path)))


def _too_short(finding: Finding, plan: Plan) -> Iterator[Problem]:
    if plan.value(finding.path) == "":
        sentence = _("{where}不能是空的").format(where=plan.name(finding.path))
    else:
        sentence = _("{where}至少要有{limit}个字").format(where=plan.name(finding.path), limit=finding.detail)
    yield _at("SCM-007", sentence, finding, plan, repairs.advice(plan.wants(finding.path)))


def _limit(id: str, msgid: str) -> Teller:
    """A teller of a sentence that names a limit."""

    def tell(finding: Finding, plan: Plan) -> Iterator[Problem]:
        sentence = _(msgid).format(where=plan.name(finding.path), limit=finding.detail)
        yield _at(id, sentence, finding, plan, repairs.advice(plan.wants(finding.path)))

    return tell


def _unreadable(finding: Finding, plan: Plan) -> Iterator[Problem]:
    sentence = _("{where}应该是{wanted}，这里写的是“{value}”").format(
        where=plan.name(finding.path),
        wanted=repairs.KINDS[finding.kind](),
        value=repairs.said(plan.value(finding.path)),
    )
    yield _at(
        "SCM-003", sentence, finding, plan, repairs.unreadable(str(plan.value(finding.path)), finding.kind)
    )


def _no_such_day(finding: Finding, plan: Plan) -> Iterator[Problem]:
    value = repairs.said(plan.value(finding.path))
    sentence = _("{where}写的“{value}”不是真有的日子").format(where=plan.name(finding.path), value=value)
    yield _at("SCM-010", sentence, finding, plan, repairs.no_such_day(value))


def _other(finding: Finding, plan: Plan) -> Iterator[Problem]:
    sentence = _("{where}不合这个模板的要求").format(where=plan.name(finding.path))
    hint = finding.node.get("说明", "") or repairs.advice(plan.wants(finding.path))
    yield _at("SCM-011", sentence, finding, plan, hint)


TELLERS: dict[str, Teller] = {
    "unknown key": _unknown_key,
    "required": _missing,
    "type": _wrong_type,
    "null": _null,
    "sentence": _sentence,
    "enum": _not_offered,
    "const": _not_offered,
    "pattern": _described,
    "anyOf": _described,
    "oneOf": _described,
    "several": _described,
    "not": _described,
    "propertyNames": _described,
    "minLength": _too_short,
    "maxLength": _limit("SCM-007", "{where}最多{limit}个字"),
    "minItems": _limit("SCM-008", "{where}至少要有{limit}项"),
    "maxItems": _limit("SCM-008", "{where}最多{limit}项"),
    "minProperties": _limit("SCM-008", "{where}里至少要写{limit}个键"),
    "maxProperties": _limit("SCM-008", "{where}里最多写{limit}个键"),
    "uniqueItems": _limit("SCM-008", "{where}里有重复的项"),
    "minimum": _limit("SCM-009", "{where}不能小于{limit}"),
    "maximum": _limit("SCM-009", "{where}不能大于{limit}"),
    "exclusiveMinimum": _limit("SCM-009", "{where}要大于{limit}"),
    "exclusiveMaximum": _limit("SCM-009", "{where}要小于{limit}"),
    "multipleOf": _limit("SCM-009", "{where}的数字不合要求"),
    "number": _unreadable,
    "integer": _unreadable,
    "boolean": _unreadable,
    "day": _unreadable,
    "no such day": _no_such_day,
    "falseSchema": _limit("SCM-012", "这个模板不用{where}"),
    "depth": lambda finding, plan: iter(
        [_at("SCM-013", _("这里嵌套得太深了，最多{limit}层").format(limit=DEEPEST), finding, plan)]
    ),
}
