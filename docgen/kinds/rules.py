"""The checks that data/kinds.yaml asks for by name: each looks at one demand on one plan.

The places of 《党政机关公文处理工作条例》 are named 条例, all others are clauses of GB/T 9704-2012.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from docgen.document import ORDINARY
from docgen.i18n import _
from docgen.kinds import forms
from docgen.kinds.case import Case, Found, around, texts
from docgen.source.values import Record, as_list, place_of

BRACKETED = re.compile(r"（[^（）]*）$")
TEXT_KEYS = ("引言", "章节", "结语")


def bare_matter(case: Case) -> Found:
    matter = str(case.plan.get("事由", ""))
    for doubled in ("关于", f"的{case.kind}"):
        if matter.startswith(doubled) if doubled == "关于" else matter.endswith(doubled):
            yield case.problem(
                "KND-001",
                _("“事由”里不写“{words}”，它由程序加").format(words=doubled),
                place_of(case.plan["事由"]),
                excerpt=matter,
                hint=_("只写事情本身，如“事由: 开展校园安全检查”"),
                clause=_("条例第九条"),
            )


def kind_ends_title(case: Case) -> Found:
    bare = BRACKETED.sub("", case.title)
    ends = tuple(case.asked["标题结尾"])
    if bare and (not bare.endswith(ends) or bare.endswith("请示报告")):
        yield case.problem(
            "KND-002",
            _("标题末尾要写文种“{kind}”").format(kind=case.kind),
            place_of(case.plan["标题"]) or case.place("标题"),
            excerpt=case.title,
            hint=_("写成“单位＋关于＋事由＋的＋文种”；不是这一文种的，换一个模板"),
            clause=_("条例第九条"),
        )


def upward_names_signer(case: Case) -> Found:
    if case.upward and "版头" in case.plan and not case.part("版头").get("签发人"):
        yield case.problem(
            "KND-003",
            _("上行的“{kind}”要在版头标注签发人").format(kind=case.kind),
            case.place("版头"),
            hint=_("在“版头”里补上“签发人: 某某某”"),
            clause="7.2.6",
        )


def only_upward_names_signer(case: Case) -> Found:
    """Of papers in the ordinary form: the others have no place for a 签发人 at all."""
    free = not case.asked.get("行文") and "行文" not in case.plan
    if case.part("版头").get("签发人") and not (case.upward or free) and forms.form_of(case) == ORDINARY:
        yield case.problem(
            "KND-004",
            _("“{kind}”不是上行文，版头不标注签发人").format(kind=case.kind),
            case.place("版头", "签发人"),
            hint=_("删去“签发人”；确实是上报的，换用报告、请示的模板"),
            clause="7.2.6",
        )


def needs_addressee(case: Case) -> Found:
    if not case.addressees:
        yield case.problem(
            "KND-005",
            _("“{kind}”没有写主送机关").format(kind=case.kind),
            case.plan.place,
            hint=_("补上“主送: 收文单位的全称”"),
            clause="7.3.2",
        )


def one_addressee(case: Case) -> Found:
    count = len(case.addressees)
    if count > 1:
        yield case.problem(
            "KND-006",
            _("“{kind}”只主送一个机关，这里写了{count}个").format(kind=case.kind, count=count),
            case.place("主送"),
            excerpt="、".join(case.addressees),
            hint=_("只留办理的那一个，其余写到“版记”的“抄送”里"),
            clause=_("条例第十五条"),
        )


def no_person(case: Case) -> Found:
    for name in case.addressees:
        if case.search("个人", name):
            yield case.problem(
                "KND-007",
                _("“{kind}”不送给领导个人").format(kind=case.kind),
                place_of(name) or case.place("主送"),
                excerpt=str(name),
                hint=_("主送写机关的名称；负责人直接交办的事项可以不理会"),
                clause=_("条例第十五条"),
            )


def no_addressee(case: Case) -> Found:
    if "主送" in case.plan:
        yield case.problem(
            "KND-008",
            _("“{kind}”不写主送机关").format(kind=case.kind),
            case.place("主送"),
            excerpt="、".join(map(str, as_list(case.plan["主送"]))),
            hint=_("删去“主送”；要送给特定单位的，改用通知或者函，或者写到“版记”里"),
            clause="7.3.2",
        )


def one_matter(case: Case) -> Found:
    matter = str(case.plan.get("事由", "")) or case.title
    if case.search("几件事", matter):
        yield case.problem(
            "KND-009",
            _("“{kind}”一文一事，这里像是有几件事").format(kind=case.kind),
            case.place("事由") or case.place("标题"),
            excerpt=matter,
            hint=_("一件事写一份请示"),
            clause=_("条例第十五条"),
        )


def names_contact(case: Case) -> Found:
    note = str(case.plan.get("附注", ""))
    if not (case.search("联系人", note) and case.search("电话", note)):
        yield case.problem(
            "KND-010",
            _("“{kind}”要在附注里写联系人和电话").format(kind=case.kind),
            case.place("附注"),
            excerpt=note,
            hint=_("补上“附注: 联系人：某某某，电话：……”"),
            clause="7.3.6",
        )


def asks_nothing(case: Case) -> Found:
    for key in TEXT_KEYS:
        for text in texts(case.plan.get(key)):
            if found := case.search("请示语", text):
                yield case.problem(
                    "KND-011",
                    _("报告里不夹带请示事项，这里写了“{words}”").format(words=found[0]),
                    place_of(text) or case.place(key),
                    excerpt=around(text, found),
                    hint=_("要上级答复的事另写请示；报告以“特此报告。”结束"),
                    clause=_("条例第十五条"),
                )


def quotes_request(case: Case) -> Found:
    body = texts([case.plan.get(key) for key in TEXT_KEYS])
    if "来文" not in case.plan and not any(case.search("来文", text) for text in body):
        yield case.problem(
            "KND-012",
            _("批复要引来文的标题和发文字号"),
            case.plan.place,
            hint=_("补上“来文: {标题: 关于……的请示, 字号: 某校〔2026〕3号}”"),
            clause=_("条例第八条"),
        )


def sent_to_congress(case: Case) -> Found:
    for name in case.addressees:
        if not case.search("人大", name):
            yield case.problem(
                "KND-013",
                _("议案由人民政府提请本级人民代表大会或者它的常务委员会审议"),
                place_of(name) or case.place("主送"),
                excerpt=str(name),
                hint=_("向上级机关请求批准的，改用请示"),
                clause=_("条例第八条"),
            )


def names_meeting(case: Case) -> Found:
    note = str(case.plan.get("题注", ""))
    if not case.search("会议", note):
        yield case.problem(
            "KND-017",
            _("“{kind}”要在标题下写明何时由什么会议通过").format(kind=case.kind),
            case.place("题注"),
            excerpt=note,
            hint=_("补上“题注: （2026年9月5日某某会议通过）”"),
            clause=_("条例第九条"),
        )


def carried_is_no_attachment(case: Case) -> Found:
    carried = case.search("转文", case.title or str(case.plan.get("事由", "")))
    for row in as_list(case.plan.get("附件")) if carried else ():
        name = str(row.get("名称", "") if isinstance(row, Record) else row).strip("《》〈〉")
        if name and carried and name == carried[2]:
            yield case.problem(
                "KND-020",
                _("所{verb}的《{name}》不是附件").format(verb=carried[1], name=name),
                place_of(row) or case.place("附件"),
                excerpt=name,
                hint=_("写成“印发: {文件: 计划.yaml}”，不注附件说明；要注的再写“附件标记: 是”"),
                clause=_("条例第九条"),
            )


RULES: Mapping[str, Callable[[Case], Found]] = {
    "事由只写事情": bare_matter,
    "标题末尾是文种": kind_ends_title,
    "上行有签发人": upward_names_signer,
    "不是上行没有签发人": only_upward_names_signer,
    "有主送": needs_addressee,
    "只主送一个机关": one_addressee,
    "主送不是个人": no_person,
    "没有主送": no_addressee,
    "一文一事": one_matter,
    "附注写联系人": names_contact,
    "报告不请示": asks_nothing,
    "批复引来文": quotes_request,
    "议案送人大": sent_to_congress,
    "命令有签发人": forms.order_is_signed,
    "命令有令号": forms.order_is_numbered,
    "令号只有第几号": forms.order_number_is_plain,
    "题注写会议": names_meeting,
    "纪要不盖章": forms.minutes_unsealed,
    "纪要写出席": forms.minutes_name_those_present,
    "印发的不是附件": carried_is_no_attachment,
    "特定格式不带文件二字": forms.plain_mark,
}
