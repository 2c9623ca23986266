"""版头 → the letterhead: its mark, its number, and what only some papers have (GB/T 9704 7.2, 10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docgen.document import LETTER, MINUTES, ORDER, ORDINARY, Letterhead
from docgen.i18n import _
from docgen.plan.desk import Desk
from docgen.problems import Place, Problem, error, warning
from docgen.source.values import Record, as_list, place_of

SUFFIXES = {ORDINARY: ("文件",), LETTER: (), ORDER: ("命令", "令"), MINUTES: ("纪要",)}
"""What stands behind the organ's name in the mark of each form; the last one where none is written."""
COUNTERS = {ORDER: "第{}号", MINUTES: "第{}期"}
"""How a bare number is printed in the forms whose papers are only counted."""


def letterhead(desk: Desk) -> Letterhead | None:
    """The letterhead that the plan's 版头 asks for in the plan's form; what its form cannot print is a
    problem on the desk."""
    data = desk.plan["版头"]
    if not isinstance(data, Record):
        return None
    desk.problems.extend(_misfits(data, desk.form))
    organs, suffix = _mark(desk, data)
    return Letterhead(
        organs,
        suffix,
        _number(desk, data),
        _said(data, "份号"),
        _said(data, "密级"),
        _said(data, "紧急程度"),
        tuple(_signers(data)),
        data.get("预印") is True,
        data.place,
    )


def classified(plan: Record) -> Iterator[Problem]:
    """The warnings of a paper with 密级: where it may be made, and that its copies have numbers."""
    data = plan.get("版头")
    if not isinstance(data, Record) or not data.get("密级"):
        return
    place, excerpt = place_of(data["密级"]) or data.keys_at.get("密级"), str(data["密级"])
    hint = _("不涉密就删去“密级”；涉密就换到不联网的涉密计算机上做，并删去这里的文件")
    sentence = _("涉密文件不得在联网计算机上处理")
    yield warning("SEC-001", sentence, place, excerpt=excerpt, hint=hint)
    if not data.get("份号"):
        sentence, hint = _("涉密公文要标注份号"), _('在“版头”里补上“份号: "000001"”')
        yield warning("SEC-002", sentence, place, excerpt=excerpt, hint=hint, clause="7.2.1")


def _mark(desk: Desk, data: Record) -> tuple[tuple[str, ...], str]:
    """The names of the 发文机关标志 and what stands behind them; it is taken off a name that has it."""
    names = _organs(desk, data)
    known = SUFFIXES[desk.form]
    suffix = known[-1] if known and data.get("文件") is not False else ""
    if len(names) == 1 and suffix:
        written = next((word for word in known if names[0].endswith(word) and names[0] != word), "")
        return (names[0].removesuffix(written),), written or suffix
    return names, suffix


def _organs(desk: Desk, data: Record) -> tuple[str, ...]:
    """机关标志, or the organs that sign together, or 单位."""
    signature = desk.plan.get("落款")
    signed = as_list(signature.get("署名")) if isinstance(signature, Record) else []
    joint = signed if len(signed) > 1 else []
    names = as_list(data.get("机关标志")) or joint or as_list(desk.plan.get("单位")) or signed
    if not names:
        sentence = _("版头没有发文机关的名称")
        hint = _("在计划里补上“单位: ……”，或在“版头”里写“机关标志: ……”")
        desk.problems.append(error("TRE-030", sentence, _at(desk.plan, "版头"), excerpt="版头", hint=hint))
    return tuple(map(str, names))


def _number(desk: Desk, data: Record) -> str:
    """发文字号, from its parts or as written; a bare number counts the orders or minutes."""
    given = data.get("发文字号")
    if isinstance(given, Record):
        return f"{given.get('代字', '')}〔{given.get('年份', '')}〕{given.get('序号', '')}号"
    number = str(given or "")
    if number.isdecimal() and desk.form in COUNTERS:
        return COUNTERS[desk.form].format(number)
    return number


def _signers(data: Record) -> Iterator[str]:
    """签发人, one by one: 张某某、李某某 are two."""
    for names in as_list(data.get("签发人")):
        yield from filter(None, map(str.strip, re.split("[、，；]", str(names))))


def _misfits(data: Record, form: str) -> Iterator[Problem]:
    """What the paper's form has no place for."""
    if form in COUNTERS or form == LETTER:
        yield from _signed(data, form)
    if form in (ORDINARY, LETTER):
        yield from _wrongly_numbered(data, form)
    if form == LETTER:
        yield from _named_a_file(data)


def _signed(data: Record, form: str) -> Iterator[Problem]:
    if data.get("签发人"):
        yield error(
            "TRE-033",
            _("{form}格式的版头没有签发人").format(form=form),
            _at(data, "签发人"),
            excerpt="、".join(map(str, as_list(data["签发人"]))),
            hint=_("删去“签发人”；上行文才标注签发人，用“版式: 公文”"),
            clause="7.2.6",
        )


def _wrongly_numbered(data: Record, form: str) -> Iterator[Problem]:
    given = data.get("发文字号")
    if not given:
        sentence = _("版头没有发文字号")
        hint = _("在“版头”里补上“发文字号: 某教发〔2026〕3号”；还没有编号就写“待填”")
        yield warning("TRE-034", sentence, data.place, excerpt="版头", hint=hint, clause="7.2.5")
    elif isinstance(given, str) and given != "待填" and given.find("〔") < 1:
        yield error(
            "TRE-031",
            _("{form}格式的发文字号要有机关代字和年份").format(form=form),
            _at(data, "发文字号"),
            excerpt=given,
            hint=_("例如：{value}").format(value="某教发〔2026〕3号"),
            clause="7.2.5",
        )


def _named_a_file(data: Record) -> Iterator[Problem]:
    for name in as_list(data.get("机关标志")):
        if str(name).endswith("文件"):
            bare = str(name).removesuffix("文件")
            yield error(
                "TRE-032",
                _("信函格式的发文机关标志只写机关名称，不加“文件”"),
                place_of(name) or _at(data, "机关标志"),
                excerpt=str(name),
                hint=_("写成“{text}”").format(text=bare),
                clause="10.1",
            )


def _said(data: Record, key: str) -> str:
    return str(data.get(key, "")).strip()


def _at(record: Record, key: str) -> Place | None:
    value: Any = record.get(key)
    own = place_of(value) if isinstance(value, str) else None
    return own or record.keys_at.get(key)
