"""What stays on one page in a paper of docgen: no signature alone, an attachment on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.i18n import _
from docgen.verify.file import roles as role
from docgen.verify.file.looks import spot
from docgen.verify.file.outcomes import gathered, told
from docgen.verify.file.paper import File, Paragraph
from docgen.verify.measure import Outcome, Survey

ENDING = (role.ATTACHMENT_NOTE, role.ATTENDANCE, role.ORGAN, role.DATE, role.ANNOTATION)
HELD = (role.BODY, role.ATTENDANCE, role.DATE)
LARGEST = 400
"""Characters: a longer paragraph may leave its page without text if it is held."""


def held(file: File) -> Iterator[Outcome]:
    """The last of the text goes to the page of the signature, and each part of the ending with the next."""
    if not (file.own and file.having(role.ORGAN, role.DATE, role.ANNOTATION)):
        return
    lines = [one for one in file.body if not isinstance(one, Paragraph) or file.role(one) != role.BLANK]
    bodies = 0
    for before, after in pairwise(lines):
        if not isinstance(before, Paragraph):
            continue
        of = file.role(before)
        bodies += of == role.BODY
        ends = isinstance(after, Paragraph) and file.role(after) in ENDING and file.role(after) != of
        if ends and of in HELD and (of != role.BODY or (bodies > 2 and len(before.text) <= LARGEST)):
            kept = before.look.get("keepNext") == "1"
            words = {True: _("开"), False: _("关")}
            yield told(
                _("落款前一段的与下段同页"),
                words[True],
                words[kept],
                kept,
                (spot(before, of),),
                hint=_("“段落—换行和分页”里勾选“与下段同页”，使落款所在的面有正文"),
            )


def own_page(file: File) -> Iterator[Outcome]:
    """An attachment begins a page."""
    blocks = file.body if file.own else ()
    for before, one in pairwise(blocks):
        if isinstance(one, Paragraph) and file.role(one) == role.ATTACHMENT_MARK:
            begins = one.look.get("pageBreakBefore") == "1" or before.section != one.section
            if not isinstance(before, Paragraph) or not _heads(before, file):
                words = {True: _("另起一页"), False: _("接着上一页")}
                yield told(
                    _("附件"),
                    words[True],
                    words[begins],
                    begins,
                    (spot(one, role.ATTACHMENT_MARK),),
                    hint=_("附件标记的段落勾选“段前分页”"),
                )


def _heads(before: Paragraph, file: File) -> bool:
    """Whether the page begins above the mark: 发文字号 of an attachment that is bound by itself."""
    return file.role(before) == role.ATTACHMENT_MARK or before.look.get("pageBreakBefore") == "1"


SURVEYS: tuple[Survey[File], ...] = (
    Survey("file.keeping.signature", "SET-591", "7.3.5", lambda file: gathered(held(file))),
    Survey("file.keeping.attachment", "SET-592", "7.3.7", lambda file: gathered(own_page(file))),
)
