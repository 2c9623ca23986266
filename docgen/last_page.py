"""A signature that would be alone on its page (GB/T 9704 7.3.5.5), told before the paper is written.

A table that is turned takes a page of its own, so what stands behind it begins an upright page; no text
can share that with the signature but text of the plan's own, which nobody may make up or move.
"""

from __future__ import annotations

from docgen.document import Paper, Table
from docgen.formats import PageFormat
from docgen.i18n import _
from docgen.problems import Problem, warning


def lonely_signature(paper: Paper, format: PageFormat) -> list[Problem]:
    """A warning where the text of `paper` ends with a table on a turned page and nothing stands between it
    and the signature."""
    last = paper.blocks[-1] if paper.blocks else None
    has_more = paper.attendance or any(one.marked for one in paper.attachments)
    if paper.signature is None or has_more or not isinstance(last, Table):
        return []
    return [_told(last)] if _is_turned(paper, format) else []


def _is_turned(paper: Paper, format: PageFormat) -> bool:
    """Whether the table at the end of `paper` stands on a turned page."""
    from docgen.word.keeping import upright_last
    from docgen.word.tables_layout import lay_out
    from docgen.word.tables_setting import setting

    last = upright_last(paper.blocks, setting(format))[-1]
    return isinstance(last, Table) and lay_out(last, setting(format))[0].landscape


def _told(table: Table) -> Problem:
    where = _("表格“{name}”").format(name=table.caption) if table.caption else _("表格")
    return warning(
        "TRE-044",
        _("正文最后的{where}排在横放的页上，下一页只剩落款").format(where=where),
        table.place,
        hint=_("在表格后面写一两句话（如“结语: 请认真落实。”）；或者把表格移作附件，或者给它写“横排: 否”"),
        clause="7.3.5.5",
    )
