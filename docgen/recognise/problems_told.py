"""Step: every repair and every doubt as a `Problem`, with its place, what was found and what was done."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from docgen.i18n import _
from docgen.problems import Place, Problem, Severity
from docgen.recognise.words import table
from docgen.recognised import HEADING, ITEM, Part


def tell(title: tuple[str, ...], parts: list[Part], continuous: tuple[int, ...], file: str) -> list[Problem]:
    """The problems of `parts`, in their order, and those of the text as a whole behind them."""
    found = [problem for part, fault in _faults(parts) if (problem := _of(part, fault))]
    found.extend(_forms(parts))
    found.extend(_renumbered(parts))
    return [*found, *_of_the_whole(title, parts, continuous, file)]


def _faults(parts: list[Part]) -> Iterator[tuple[Part, str]]:
    """The faults one by one; where the ladder begins is told once."""
    offset = False
    for part in parts:
        for fault in part.faults:
            if fault != "level_offset" or not offset:
                yield part, fault
            offset = offset or fault == "level_offset"


def _of(part: Part, fault: str) -> Problem | None:
    row = table("faults").get(fault)
    say = SENTENCES.get(fault)
    if not row or not say:
        return None
    message, hint = say(part)
    return Problem(
        row["编号"],
        Severity(row["轻重"]),
        message,
        _place(part, fault),
        excerpt=_last(part) if fault == "doc_truncated" else part.label + _excerpt(part),
        hint=hint,
    )


def _place(part: Part, fault: str) -> Place | None:
    """Where the part begins; of a list of people without some names the first role that has none, of what
    breaks off its last line."""
    empty = [entry.line.place for entry in part.entries if not entry.value]
    if fault == "people_empty" and empty:
        return empty[0]
    return part.lines[-1].place if fault == "doc_truncated" and part.lines else part.place


def _last(part: Part) -> str:
    """What breaks off: the last row of a table, the text of any other part."""
    return part.lines[-1].text if part.rows and part.lines else part.label + _excerpt(part)


def _excerpt(part: Part) -> str:
    return part.text or (part.lines[0].text if part.lines else "")


def _number_wrong(part: Part) -> tuple[str, str]:
    message = _("序号“{label}”与前面的接不上").format(label=part.label)
    if part.correct == part.label:
        return message, _("核对是不是漏了或多了一条")
    return message, _("已按顺序改为“{correct}”，核对是不是漏了或多了一条").format(correct=part.correct)


def _style_mismatch(part: Part) -> tuple[str, str]:
    message = _("序号“{label}”和同组的不是一种样式").format(label=part.label)
    return message, _("已按同组的样式改为“{correct}”").format(correct=part.correct)


def _missing(part: Part) -> tuple[str, str]:
    sentence = _("标题“{text}”没有编号") if part.type == HEADING else _("条目“{text}”没有编号")
    if part.correct:
        hint = _("已按顺序补上“{correct}”").format(correct=part.correct)
    else:
        hint = _("仍不编号；要编号的话请自己加上")
    return sentence.format(text=_head(part)), hint


def _head(part: Part) -> str:
    return part.head or part.text


def _offset(part: Part) -> tuple[str, str]:
    message = _("全文没有“一、”，直接从“{label}”编起").format(label=part.correct)
    return message, _("层次照原样保留；要从“一、”编起的话请改各层序号")


def _flattened(part: Part) -> tuple[str, str]:
    count = len(part.rows)
    return _("这{count}行原来是表格，格子丢了").format(count=count), _("已按内容分成格，请核对每格的内容")


def _ragged(_part: Part) -> tuple[str, str]:
    return _("表格里有的行格数和表头不一样"), _("缺的格空着，请补上")


def _inherited(_part: Part) -> tuple[str, str]:
    return _("名单里有一行没有写角色"), _("已归到上一行的角色，请核对")


def _empty(part: Part) -> tuple[str, str]:
    roles = "、".join(entry.role for entry in part.entries if not entry.value)
    return _("名单里“{roles}”后面没有姓名").format(roles=roles), _("请补上姓名")


def _broken(part: Part) -> tuple[str, str]:
    return _("一个自然段被断成了{count}行").format(count=len(part.lines)), _("已连成一段，字句没有改动")


def _merged(_part: Part) -> tuple[str, str]:
    return _("两段话可能连成了一段"), _("请从中间断开，各成一段")


def _order(_part: Part) -> tuple[str, str]:
    return _("成文日期写在了署名上面"), _("署名在上，日期在下")


def _unsigned(_part: Part) -> tuple[str, str]:
    return _("有成文日期，没有署名"), _("在日期上面写上单位名称")


def _dates(_part: Part) -> tuple[str, str]:
    return _("这里的日期和前面的成文日期不一致"), _("核对哪个日期是对的，没有改动")


def _late(_part: Part) -> tuple[str, str]:
    return _("附件说明写在了落款下面"), _("附件说明应在正文下面、落款上面")


def _truncated(_part: Part) -> tuple[str, str]:
    return _("文稿最后一句没有完，像是缺了下文"), _("核对原文，补上缺的内容")


SENTENCES: Mapping[str, Callable[[Part], tuple[str, str]]] = {
    "label_number_wrong": _number_wrong,
    "label_style_mismatch": _style_mismatch,
    "label_missing": _missing,
    "level_offset": _offset,
    "table_flattened": _flattened,
    "table_row_ragged": _ragged,
    "people_continuation_unlabelled": _inherited,
    "people_empty": _empty,
    "broken_line": _broken,
    "merged_paragraph": _merged,
    "signature_order": _order,
    "signature_missing": _unsigned,
    "date_inconsistent": _dates,
    "attachment_after_signature": _late,
    "doc_truncated": _truncated,
}
"""The sentence and the hint of each fault."""


def _numbered(parts: list[Part]) -> Iterator[Part]:
    return (part for part in parts if part.type in (HEADING, ITEM) and part.label)


def _forms(parts: list[Part]) -> Iterator[Problem]:
    """Labels of the right number in another form, one problem a form: （1） for (1)."""
    first: dict[tuple[str, int], Part] = {}
    counts: Counter[tuple[str, int]] = Counter()
    for part in _numbered(parts):
        form = _form(part)
        if form and part.correct != part.label and not _changes_number(part):
            key = (form, part.layer)
            first.setdefault(key, part)
            counts[key] += 1
    for key, part in first.items():
        message = _("序号“{label}”的写法改成了“{correct}”，这样的共{count}处").format(
            label=part.label, correct=part.correct, count=counts[key]
        )
        yield Problem("REC-005", Severity.INFO, message, part.place, excerpt=part.label + part.text)


def _form(part: Part) -> str:
    from docgen.recognise import labels

    typed = labels.read(part.label + "字")
    return typed.form if typed else part.label.strip("0123456789") or "0"


def _changes_number(part: Part) -> bool:
    from docgen.recognise import labels

    typed = labels.read(part.correct + "字")
    return typed is None or typed.numeral != part.numeral


def _renumbered(parts: list[Part]) -> Iterator[Problem]:
    """Numbers that had to be changed because one before them was wrong, one problem a run."""
    runs: defaultdict[int, list[Part]] = defaultdict(list)
    run = 0
    for part in _numbered(parts):
        if "label_number_wrong" in part.faults:
            run += 1
        elif part.correct and part.correct != part.label and _changes_number(part):
            runs[run].append(part)
    for changed in runs.values():
        message = _("前面的序号改了，后面的{count}个跟着改，从“{label}”改为“{correct}”起").format(
            count=len(changed), label=changed[0].label, correct=changed[0].correct
        )
        yield Problem(
            "REC-017", Severity.INFO, message, changed[0].place, excerpt=changed[0].label + changed[0].text
        )


def _of_the_whole(
    title: tuple[str, ...], parts: list[Part], continuous: tuple[int, ...], file: str
) -> Iterator[Problem]:
    from docgen.numbering import scheme
    from docgen.problems import Place

    if parts and not title and not any(part.note == "organ_mark" for part in parts):
        hint = _("在计划里写上“标题”")
        yield Problem("REC-018", Severity.WARNING, _("没有找到标题"), Place(file), hint=hint)
    for layer in continuous:
        message = _("“{label}”这一层的序号在全文里连着编，照原样保留").format(
            label=scheme()[layer - 1].write(1)
        )
        yield Problem("REC-019", Severity.INFO, message, Place(file))
    for above, part in pairwise([None, *parts]):
        # Behind a clause counting begins anew as it should.
        if part and part.restart and not (above and not above.layer and above.label):
            message = _("序号在这里重新从“{label}”编起，照原样保留").format(label=part.correct)
            yield Problem("REC-020", Severity.INFO, message, part.place, excerpt=part.label + part.text)
