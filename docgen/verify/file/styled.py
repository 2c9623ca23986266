"""Which styles paragraphs have: known ones, a title, no heading on running text."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.i18n import _
from docgen.problems import Severity
from docgen.verify.file import roles as role
from docgen.verify.file.looks import spots
from docgen.verify.file.outcomes import gathered
from docgen.verify.file.paper import File
from docgen.verify.measure import Outcome, Survey

LONGEST = 112
"""Characters: four lines; what is longer is no heading."""


def known(file: File) -> Iterator[Outcome]:
    """Every style that is named is there; Word takes the default for one that is not."""
    missing = [
        (paragraph, id)
        for paragraph in file.everything()
        for id in (paragraph.style_id, *(run.style for run in paragraph.runs))
        if id and id not in file.styles.all
    ]
    hint = _("选中这些文字，在“样式”里重新选一次")
    places = spots((paragraph for paragraph, _id in missing), file)
    names = _("、").join(sorted({id for _paragraph, id in missing})) or _("没有")
    yield Outcome(
        _("没有定义的样式"),
        _("没有"),
        names,
        not missing,
        places=places,
        hint=hint,
        weight=Severity.ERROR if file.own else Severity.WARNING,
    )


def long(file: File) -> Iterator[Outcome]:
    """A heading is one sentence: the style of headings on a paragraph of text."""
    headings = file.having(*role.HEADINGS) if file.own else []
    for paragraph in headings:
        right = len(paragraph.text) <= LONGEST and "。" not in paragraph.text.strip()[:-1]
        yield Outcome(
            _("标题的长度"),
            _("一句，不超过{count}字").format(count=LONGEST),
            str(len(paragraph.text)),
            right,
            places=() if right else spots([paragraph], file),
            hint=_("正文段落用样式“Body Text”，不用标题样式"),
        )


def levelled(file: File) -> Iterator[Outcome]:
    """A heading has the number of its own layer."""
    for paragraph in file.having(*role.HEADINGS) if file.own else ():
        layer = role.HEADINGS.index(file.role(paragraph))
        level = paragraph.label.level if paragraph.label else layer
        yield Outcome(
            _("标题的层次与编号的级别"),
            _("相同"),
            _("标题第{layer}层，编号第{level}级").format(layer=layer + 1, level=level + 1),
            level == layer,
            places=() if level == layer else spots([paragraph], file),
            hint=_("“多级列表”里把编号的级别改为标题的层次"),
        )


def unstyled(file: File) -> Iterator[Outcome]:
    """Text in the style of blank lines, which says nothing of what it is."""
    for paragraph in file.paragraphs if file.own else ():
        right = paragraph.is_blank or paragraph.style_id != file.styles.default
        yield Outcome(
            _("文字的样式"),
            _("要素各自的样式"),
            paragraph.style,
            right,
            places=() if right else spots([paragraph], file),
            hint=_("给这一段选它的样式：正文用“Body Text”，标题用“Heading 1”等"),
        )


def titled(file: File) -> Iterator[Outcome]:
    """A paper has a title, unless it is an order, whose mark stands for it."""
    if file.own:
        mark = "".join(one.text for one in file.having(role.MARK))
        count = len(file.having(role.TITLE))
        right = count == 1 or (not count and mark.endswith("令"))
        found = _("有") if right else _("{count}个").format(count=count) if count else _("没有")
        yield Outcome(_("公文的标题"), _("有"), found, right, hint=_("标题用样式“Title”，只有一个"))


SURVEYS: tuple[Survey[File], ...] = (
    Survey("file.style", "SET-550", "", known),
    Survey("file.heading.length", "SET-532", "7.3.3", lambda file: gathered(long(file))),
    Survey("file.heading.level", "SET-534", "7.3.3", lambda file: gathered(levelled(file))),
    Survey("file.style.none", "SET-535", "", lambda file: gathered(unstyled(file))),
    Survey("file.title", "SET-533", "7.3.1", titled),
)
