"""What the elements say: 份号, 密级, 发文字号, 附件说明, dates, 抄送; and what went out with older rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from docgen.i18n import _
from docgen.problems import Severity
from docgen.verify.file import roles as role
from docgen.verify.file.looks import spot
from docgen.verify.file.outcomes import gathered, told
from docgen.verify.file.paper import File
from docgen.verify.file.wanted import title_of
from docgen.verify.measure import Outcome, Survey

NUMBER = re.compile(r"[\u3400-\u9fff]{1,20}〔(19|20)\d{2}〕[1-9]\d*号|第[1-9一二三四五六七八九十百]\S*[号期]")
NUMBERS = re.compile(r"[^\s（）]*〔\S*|[^\s（）]*[(（\[【]\d{4}[)）\]】]\S*|第\S+")
"""What is meant as a number, well written or not."""
COPY = re.compile(r"\d{6}")
SECRECY = re.compile("(绝密|机密|秘密)(★(长期|([1-9]\\d*)(年|个月)|.+))?|特急|加急|特提|平急")
DATE = re.compile(r"(19|20)\d{2}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")
PRINTED = re.compile(r"(^|[^0-9])(19|20)\d{2}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日印发$")
DATED = re.compile(r"[二一][〇○零一二三四五六七八九]{3}年|\d\D+\d{1,2}\D+\d")
"""A whole date in another form; what is none may be meant so."""
MARKED = re.compile(r"(^|号)附件([1-9]\d*)?$")
WHOLE_DATE = re.compile(r"\d{4}年\d+月\d+日|年\S+月\S+日")
ENDINGS = "。；，、,.;：:"
OLD_COPY = re.compile(r"^№?\s*\d{7}$")
KEYWORDS, NO_TEXT = re.compile(r"^主\s*题\s*词\s*[：:]"), re.compile("此页无正文")


def number(file: File) -> Iterator[Outcome]:
    for paragraph in file.having(role.DOCUMENT_NUMBER):
        for text in NUMBERS.findall(paragraph.text):
            right = bool(NUMBER.fullmatch(text.strip()))
            yield told(
                _("发文字号的写法"),
                _("代字〔年份〕序号号"),
                text,
                right,
                (spot(paragraph, role.DOCUMENT_NUMBER),),
                hint=_("年份用全称并加六角括号〔〕，序号不加“第”，不编虚位"),
            )


def corner(file: File) -> Iterator[Outcome]:
    for paragraph in file.having(role.LETTERHEAD):
        text = paragraph.text.strip()
        if text.isdigit() or OLD_COPY.match(text):
            yield told(
                _("份号"),
                _("6位数字"),
                text,
                bool(COPY.fullmatch(text)),
                (spot(paragraph, role.LETTERHEAD),),
                hint=_("份号用6位3号阿拉伯数字"),
            )
    for paragraph in file.having(role.SECRECY):
        text = paragraph.text.strip()
        if text:
            yield told(
                _("密级、紧急程度"),
                _("如 秘密★1年、特急"),
                text,
                bool(SECRECY.fullmatch(text)),
                (spot(paragraph, role.SECRECY),),
                hint=_("密级和保密期限之间用★隔开，期限用阿拉伯数字"),
            )


def notes(file: File) -> Iterator[Outcome]:
    """Names of attachments have no mark at their end; the label is 附件： once."""
    for paragraph in file.having(role.ATTACHMENT_NOTE):
        text = paragraph.text.strip()
        labelled = not text.startswith("附件") or text.startswith("附件：")
        yield told(
            _("附件说明的写法"),
            "附件：",
            text[:3],
            labelled,
            (spot(paragraph, role.ATTACHMENT_NOTE),),
            hint=_("“附件”二字后用全角冒号"),
        )
        right = not text.endswith(tuple(ENDINGS))
        yield told(
            _("附件名称后的标点"),
            _("没有"),
            text[-1:] if not right else _("没有"),
            right,
            (spot(paragraph, role.ATTACHMENT_NOTE),),
            hint=_("删去附件名称后的标点"),
        )


def marks(file: File) -> Iterator[Outcome]:
    """附件 or 附件1 over an attachment, behind 发文字号 where it is bound by itself."""
    for paragraph in file.having(role.ATTACHMENT_MARK):
        text = paragraph.text.strip()
        yield told(
            _("附件标记的写法"),
            _("附件或附件1"),
            text,
            bool(MARKED.search(text)),
            (spot(paragraph, role.ATTACHMENT_MARK),),
            hint=_("“附件”二字和阿拉伯数字的顺序号，后面没有标点"),
        )


def dates(file: File) -> Iterator[Outcome]:
    for paragraph in file.having(role.DATE):
        text = paragraph.text.strip()
        if text:
            right = bool(DATE.fullmatch(text))
            yield told(
                _("成文日期的写法"),
                _("如 2026年9月1日"),
                text,
                right,
                (spot(paragraph, role.DATE),),
                hint=_("用阿拉伯数字标全年、月、日，月、日不编虚位"),
                weight=Severity.ERROR if DATED.search(text) or not file.own else Severity.WARNING,
            )


def addressees(file: File) -> Iterator[Outcome]:
    for paragraph in file.having(role.ADDRESSEES):
        text = paragraph.text.strip()
        yield told(
            _("主送机关的末尾"),
            "：",
            text[-1:],
            text.endswith("："),
            (spot(paragraph, role.ADDRESSEES),),
            hint=_("最后一个主送机关名称后用全角冒号"),
        )


def copies(file: File) -> Iterator[Outcome]:
    for paragraph in file.having(role.COLOPHON):
        text = paragraph.text.strip()
        if text.startswith(("抄送", "主送")):
            right = text.endswith("。") and text[2:3] == "："
            yield told(
                _("抄送的写法"),
                _("抄送：……。"),
                f"{text[:3]}…{text[-1:]}",
                right,
                (spot(paragraph, role.COLOPHON),),
                hint=_("“抄送”后用全角冒号，最后一个机关名称后用句号"),
            )
        elif "印发" in text or WHOLE_DATE.search(text):
            right = bool(PRINTED.search(text))
            yield told(
                _("印发日期的写法"),
                _("如 2026年9月1日印发"),
                text[-12:],
                right,
                (spot(paragraph, role.COLOPHON),),
                hint=_("用阿拉伯数字标全年、月、日，后加“印发”二字"),
            )


def annotation(file: File) -> Iterator[Outcome]:
    lines = [one.text.strip() for one in file.having(role.ANNOTATION)]
    text = "".join(lines)
    if text and file.own:
        right = text.startswith(("（", "(")) and text.endswith(("）", ")"))
        yield told(
            _("附注的写法"),
            _("加圆括号"),
            f"{text[:1]}…{text[-1:]}",
            right,
            tuple(spot(one, role.ANNOTATION) for one in file.having(role.ANNOTATION)),
            hint=_("附注加圆括号"),
        )


def leftovers(file: File) -> Iterator[Outcome]:
    """What the standard of 1999 had and this one has not."""
    gone = ((KEYWORDS, _("主题词")), (NO_TEXT, _("此页无正文")))
    for paragraph in file.everything():
        for form, name in gone:
            if form.search(paragraph.text.strip()) and len(paragraph.text.strip()) < 40:
                yield told(
                    name,
                    _("不写"),
                    paragraph.text.strip()[:24],
                    False,
                    (spot(paragraph, file.role(paragraph)),),
                    hint=_("2012年的标准取消了{name}，删去这一行").format(name=name),
                )


ORDER = (
    (role.LETTERHEAD, role.SECRECY), (role.MARK,), (role.DOCUMENT_NUMBER,), (role.TITLE,), (role.NOTE,),
    (role.ADDRESSEES,), (role.BODY, *role.HEADINGS), (role.ATTACHMENT_NOTE,), (role.ATTENDANCE,),
    (role.ORGAN,), (role.DATE,), (role.ANNOTATION,), (role.ATTACHMENT_MARK,), (role.COLOPHON,),
)  # fmt: skip
"""The elements of a paper in their order (7.1)."""


def order(file: File) -> Iterator[Outcome]:
    """Each element stands behind those before it, up to the first attachment or carried paper. In a
    letter the corner's elements stand under the mark."""
    ranks = {of: rank for rank, roles in enumerate(ORDER) for of in roles}
    seen: tuple[int, str] = (-1, "")
    for paragraph in file.everything() if file.own else ():
        of = file.role(paragraph)
        if of in (role.ATTACHMENT_MARK, role.ATTACHMENT_TITLE):
            return
        rank = ranks.get(of, -1)
        if rank < 0 or paragraph.is_blank or of in (role.LETTERHEAD, role.SECRECY):
            continue
        name = title_of(of)[0]
        yield told(
            _("要素的顺序"),
            _("版头、主体、版记的各要素依次编排"),
            name,
            rank >= seen[0],
            (spot(paragraph, of),),
            hint=_("把{name}移到{before}前面").format(name=name, before=title_of(seen[1])[0]),
        )
        seen = max(seen, (rank, of))


Measure = Callable[[File], Iterable[Outcome]]


def _survey(id: str, problem: str, clause: str, measure: Measure) -> Survey[File]:
    return Survey(f"file.form.{id}", problem, clause, lambda file: gathered(measure(file)))


SURVEYS = (
    _survey("number", "SET-671", "7.2.5", number),
    _survey("corner", "SET-672", "7.2.1", corner),
    _survey("notes", "SET-673", "7.3.4", notes),
    _survey("mark", "SET-680", "7.3.7", marks),
    _survey("date", "SET-674", "7.3.5", dates),
    _survey("addressees", "SET-675", "7.3.2", addressees),
    _survey("copies", "SET-676", "7.4.2", copies),
    _survey("annotation", "SET-677", "7.3.6", annotation),
    _survey("leftovers", "SET-678", "", leftovers),
    _survey("order", "SET-679", "7.1", order),
)
