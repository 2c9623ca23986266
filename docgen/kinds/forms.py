"""The checks of the papers with a form of their own: 命令, 纪要, 信函 (GB/T 9704 clause 10)."""

from __future__ import annotations

from docgen.document import LETTER, MINUTES, ORDER, ORDINARY
from docgen.i18n import _
from docgen.kinds.case import Case, Found
from docgen.source.values import place_of

FORMS = {"函": LETTER, "命令": ORDER, "纪要": MINUTES}
CLAUSES = {LETTER: "10.1", ORDER: "10.2", MINUTES: "10.3"}


def form_of(case: Case) -> str:
    """The 版式 of the paper: the plan's, or that of its kind."""
    return str(case.plan.get("版式", FORMS.get(case.kind, ORDINARY)))


def order_is_signed(case: Case) -> Found:
    if not case.part("落款").get("签名章"):
        yield case.problem(
            "KND-014",
            _("命令由签发人署名，要写职务和姓名"),
            case.place("落款"),
            hint=_("在“落款”里补上“签名章: [{职务: 县长, 姓名: 某某某}]”"),
            clause="10.2",
        )


def order_is_numbered(case: Case) -> Found:
    head = case.part("版头")
    if head and not (head.get("发文字号") or head.get("序号")):
        yield case.problem(
            "KND-015",
            _("命令没有令号"),
            case.place("版头"),
            hint=_("在“版头”里补上“发文字号: 第1号”"),
            clause="10.2",
        )


def order_number_is_plain(case: Case) -> Found:
    number = case.part("版头").get("发文字号")
    if isinstance(number, str) and number and not case.search("令号", number):
        yield case.problem(
            "KND-016",
            _("令号写成“第几号”，不带机关代字和年份"),
            place_of(number) or case.place("版头", "发文字号"),
            excerpt=number,
            hint="第1号",
            clause="10.2",
        )


def minutes_unsealed(case: Case) -> Found:
    signature = case.part("落款")
    for key in ("盖章", "印章"):
        if signature.get(key) not in (None, False, "", "否"):
            yield case.problem(
                "KND-018",
                _("纪要不加盖印章"),
                case.place("落款", key),
                hint=_("删去“{key}”").format(key=key),
                clause="10.3",
            )


def minutes_name_those_present(case: Case) -> Found:
    if not case.plan.get("出席"):
        yield case.problem(
            "KND-019",
            _("纪要要写出席人员"),
            case.plan.place,
            hint=_("补上“出席: [某某某, 某某某]”，有请假、列席的也写上"),
            clause="10.3",
        )


def plain_mark(case: Case) -> Found:
    form = form_of(case)
    if form in CLAUSES and case.part("版头").get("文件") is True:
        yield case.problem(
            "KND-021",
            _("{form}格式的发文机关标志不带“文件”二字").format(form=form),
            case.place("版头", "文件"),
            hint=_("删去“文件: 是”"),
            clause=CLAUSES[form],
        )
