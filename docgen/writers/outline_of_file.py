"""The structure of a recognised file: as JSON data, as the lines of `docgen outline`, with the reasons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.i18n import _
from docgen.recognise.names import listed, names
from docgen.recognised import HEADING, ITEM, NOTE, PARAGRAPH, PEOPLE, PICTURE, TABLE, Part, Recognised

Row = dict[str, Any]
WIDTH = 30
"""How many characters of a text stand in an explained line."""


def write(recognised: Recognised, *, explain: bool = False) -> Row:
    """The flat form: `title`, and `blocks` in the order of the source, with the keys of
    `docgen.writers.outline`, and besides `label_raw` as typed, `note_kind` of a note, `raw_lines` of a table
    and of people, `mistakes` by their names; with `explain` the `reason` of each."""
    rows = [_row(part) | ({"reason": part.reason} if explain else {}) for part in recognised.parts]
    return {"title": "".join(recognised.title), "kind": recognised.kind, "blocks": rows}


def _row(part: Part) -> Row:
    place = part.place
    row: Row = {
        "type": NOTE if part.type == PICTURE else part.type,
        "level": part.layer or None,
        "label_raw": part.label,
        "label_correct": part.correct,
        "line": place.line if place else 0,
    }
    row |= _content(part)
    if part.note:
        row["note_kind"] = part.note
    return row | {"mistakes": list(part.faults)} if part.faults else row


def _content(part: Part) -> Row:
    if part.type == HEADING and part.body:
        return {"head": part.head, "head_end": part.end, "body": part.body}
    if part.type == TABLE:
        lines = [line.text for line in part.lines]
        return {"rows": [list(cells) for cells in part.rows]} | ({"raw_lines": lines} if lines else {})
    if part.type == PEOPLE:
        entries = [
            {
                "role": one.role,
                "value": listed(one),
                "names": names(one.value),
                "line": one.line.place.line,
            }
            for one in part.entries
        ]
        return {"entries": entries, "raw_lines": _people_lines(part)}
    return {"text": part.text}


def _people_lines(part: Part) -> list[str]:
    """The lines of a list of people, the names in them as they are `listed`."""
    said = [line.text for line in part.lines]
    for one in part.entries:
        if (value := listed(one)) != one.value:
            said = [text.replace(one.value, value) for text in said]
    return said


def lines(recognised: Recognised) -> Iterator[str]:
    """The title, then a line for each heading, indented by its layer: its right number, and where another
    was typed that one behind."""
    yield "".join(recognised.title)
    for part in recognised.parts:
        if part.type == HEADING:
            yield _indent(part) + _number(part) + (part.head + part.end if part.body else part.text)
        elif part.note in ("embedded_title", "attachment_mark", "attachment_title"):
            yield part.text


def _indent(part: Part) -> str:
    return "　" * (2 * max(part.layer, 1) - 2)


def _number(part: Part) -> str:
    """The number of a part; `（一）［原为(一)］` where it was repaired."""
    if not part.label or part.label == part.correct:
        return part.correct or part.label
    return (part.correct or "") + _("［原为{label}］").format(label=part.label)


def explained(recognised: Recognised) -> Iterator[str]:
    """For each part two lines: where it stands, what it was taken for, its words; and why."""
    docx = recognised.manuscript.kind == "docx"
    reason = _("文稿开头的一行（或几行）是标题")
    for line in recognised.title_lines:
        yield _explained(_place(line.place.line, docx), _("文稿标题"), line.text.strip(), reason)
    for part in recognised.parts:
        place = part.place
        where = _place(place.line if place else 0, docx)
        yield _explained(where, _what(part), _number(part) + _shown(part), part.reason)


def _place(line: int, docx: bool) -> str:
    """The line of a text file, the paragraph of a Word file."""
    return (_("第{line}段") if docx else _("第{line}行")).format(line=line)


def _explained(where: str, what: str, text: str, reason: str) -> str:
    shown = text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"
    sentence = _("{where} {what} {text}\n    因为：{reason}")
    return sentence.format(where=where, what=what, text=shown, reason=reason)


def _shown(part: Part) -> str:
    return (
        part.text
        or (part.lines[0].text.strip() if part.lines else "")
        or (part.rows[0][0] if part.rows else "")
    )


def _what(part: Part) -> str:
    kinds = {
        HEADING: _("标题"),
        ITEM: _("条目"),
        PARAGRAPH: _("正文"),
        TABLE: _("表格"),
        PEOPLE: _("名单"),
        PICTURE: _("图片"),
    }
    layer = _("（第{layer}层）").format(layer=part.layer) if part.layer else ""
    return (kinds.get(part.type) or _note(part.note)) + layer


def _note(note: str) -> str:
    """What a note is called in Chinese."""
    return {
        "embedded_title": _("所附文稿的标题"),
        "subtitle": _("副标题"),
        "draft": _("稿"),
        "title_note": _("题注"),
        "addressee": _("主送"),
        "signature": _("署名"),
        "date": _("成文日期"),
        "annotation": _("附注"),
        "attachment": _("附件说明"),
        "attachment_mark": _("附件标记"),
        "attachment_title": _("附件标题"),
        "caption": _("表题"),
        "remark": _("说明"),
        "unit": _("计量单位"),
        "copy_number": _("份号"),
        "secrecy": _("密级"),
        "urgency": _("紧急程度"),
        "organ_mark": _("发文机关标志"),
        "document_number": _("发文字号"),
        "signers": _("签发人"),
        "copies": _("抄送"),
        "printer": _("印发"),
        "attendance": _("出席"),
        "contents": _("目录"),
        "debris": _("网页残留"),
        "group": _("机构名称"),
    }[note]
