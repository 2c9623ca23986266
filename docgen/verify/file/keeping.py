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
LARGEST = 112
"""Characters: a longer paragraph may leave its page half empty if it is held, and shares the page of the
signature in other ways."""


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
        if ends and of in HELD and (of != role.BODY or (bodies > 1 and len(before.text) <= LARGEST)):
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
    """An attachment, or a paper that is carried, begins a page with its mark or its title; a title below
    the mark does not."""
    begun, of, section = False, "", 0
    for block in file.body if file.own else ():
        begun = begun or block.section != section
        section = block.section
        if not isinstance(block, Paragraph):
            begun, of = False, ""
            continue
        breaks = block.look.get("pageBreakBefore") == "1"
        here = file.role(block)
        if here == role.BLANK:
            begun = begun or breaks
            continue
        if here == role.ATTACHMENT_MARK or (here == role.ATTACHMENT_TITLE and of != role.ATTACHMENT_MARK):
            yield _begins(block, here, begun or breaks, _("另起一页"))
        elif here == role.ATTACHMENT_TITLE:
            yield _begins(block, here, not (begun or breaks), _("与附件标记同页"))
        begun, of = False, here


def _begins(paragraph: Paragraph, of: str, right: bool, wanted: str) -> Outcome:
    return told(
        _("附件"),
        wanted,
        wanted if right else _("不是"),
        right,
        (spot(paragraph, of),),
        hint=_("附件标记的段落勾选“段前分页”，标题的段落不勾选"),
    )


def broken(file: File) -> Iterator[Outcome]:
    """A page that is broken by hand."""
    for one in file.paragraphs if file.own else ():
        if file.role(one) not in ("", role.BLANK):
            words = {True: _("有"), False: _("没有")}
            yield told(
                _("手工分页符"),
                words[False],
                words[one.breaks_page],
                not one.breaks_page,
                (spot(one, file.role(one)),),
                hint=_("删去分页符，需要另起一页的段落勾选“段前分页”"),
            )


SURVEYS: tuple[Survey[File], ...] = (
    Survey("file.keeping.signature", "SET-591", "7.3.5", lambda file: gathered(held(file))),
    Survey("file.keeping.attachment", "SET-592", "7.3.7", lambda file: gathered(own_page(file))),
    Survey("file.keeping.break", "SET-593", "5.2.3", lambda file: gathered(broken(file))),
)
