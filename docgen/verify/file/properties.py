"""The properties that are judged one by one: what each is called in Word's dialogs, and its clause."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from docgen.faces import role as face_role
from docgen.i18n import _
from docgen.ooxml.values import number
from docgen.problems import Severity
from docgen.verify.file import roles as role
from docgen.verify.file.wanted import NEUTRAL_PARAGRAPH, NEUTRAL_RUN

Words = Callable[[str], str]


class Property(NamedTuple):
    """A check of one or several `keys` of paragraphs (`of` is "paragraph") or their runs ("run").

    `what` names it, `hint` says how to set it, `say` puts a value in words, `near` is how far a figure
    may be off in a file of docgen and in another's; `clause` empty: that of the role. `others` tells for
    which roles in another's file it is judged, and how it weighs there.
    """

    id: str
    problem: str
    clause: str
    of: str
    keys: tuple[str, ...]
    what: Words
    hint: Words
    say: Words
    near: tuple[int, int] = (0, 0)
    others: tuple[str, ...] = ()
    weight: Severity = Severity.WARNING


def points(text: str) -> str:
    return _("{points}磅").format(points=f"{number(text) / 20:g}")


def size(text: str) -> str:
    return _("{points}磅").format(points=f"{number(text) / 2:g}")


def face(text: str) -> str:
    return text or _("未指定")


def plain(text: str) -> str:
    return text or _("无")


def on(text: str) -> str:
    return _("开") if text == "1" else _("关")


def side(text: str) -> str:
    words = {
        "both": _("两端对齐"),
        "center": _("居中"),
        "left": _("左对齐"),
        "right": _("右对齐"),
        "distribute": _("分散对齐"),
    }
    return words.get(text, text)


def rule(text: str) -> str:
    return {"exact": _("固定值"), "atLeast": _("最小值"), "auto": _("多倍行距")}.get(text, text)


def color(text: str) -> str:
    return _("黑色") if text == "auto" else text


def outline(value: str) -> str:
    return _("正文文本") if value == "9" else _("{level}级").format(level=number(value) + 1)


def spacing(value: str) -> str:
    twips = number(value)
    if not twips:
        return _("标准")
    words = _("紧缩{points}磅") if twips < 0 else _("加宽{points}磅")
    return words.format(points=f"{abs(twips) / 20:g}")


def same_face(a: str, b: str) -> bool:
    return face_role(a) == face_role(b)


TEXT = (role.BODY, *role.HEADINGS)
ALL = (*TEXT, role.TITLE, role.ADDRESSEES, role.ATTACHMENT_NOTE, role.ORGAN, role.DATE, role.ANNOTATION)
LAID_OUT = (*TEXT, role.ANNOTATION)
TYPED = (*ALL, role.ATTACHMENT_MARK, role.ATTACHMENT_TITLE)
CENTRED = (role.TITLE, role.ATTACHMENT_TITLE)
FAULT = Severity.ERROR


def _named(name: Callable[[], str]) -> Words:
    return lambda _value: name()


def _switched(label: Callable[[], str], tab: Callable[[], str]) -> Words:
    """The hint for a box in the dialog “段落”."""
    return lambda value: (
        _("“段落—{tab}”里勾选“{label}”") if value == "1" else _("“段落—{tab}”里取消“{label}”")
    ).format(tab=tab(), label=label())


def _switch(
    id: str, problem: str, clause: str, key: str, label: Callable[[], str], tab: Callable[[], str],
    others: tuple[str, ...] = (),
) -> Property:  # fmt: skip
    return Property(
        id, problem, clause, "paragraph", (key,), _named(label), _switched(label, tab), on, others=others
    )


def _typography() -> str:
    return _("中文版式")


def _flow() -> str:
    return _("换行和分页")


PARAGRAPH = (
    Property(
        "line", "SET-511", "5.2.3", "paragraph", ("spacing@line",), _named(lambda: _("行距")),
        lambda value: _("“段落—行距”设为固定值{value}").format(value=points(value)), points,
    ),
    Property(
        "line.rule", "SET-512", "5.2.3", "paragraph", ("spacing@lineRule",), _named(lambda: _("行距的类型")),
        lambda value: _("“段落—行距”选{value}").format(value=rule(value)), rule,
    ),
    Property(
        "space", "SET-513", "5.2.3", "paragraph",
        ("spacing@before", "spacing@after", "spacing@beforeLines", "spacing@afterLines",
         "spacing@beforeAutospacing", "spacing@afterAutospacing"),
        _named(lambda: _("段前、段后的间距")),
        lambda value: _("“段落—间距”的段前、段后设为{value}").format(value=points(value)), points,
        (0, 20), TEXT, FAULT,
    ),
    Property(
        "align", "SET-514", "", "paragraph", ("jc@val",), _named(lambda: _("对齐方式")),
        lambda value: _("“段落—对齐方式”选{value}").format(value=side(value)), side,
        others=CENTRED, weight=FAULT,
    ),
    Property(
        "indent", "SET-515", "", "paragraph", ("ind@firstLine",), _named(lambda: _("首行缩进")),
        lambda value: _("“段落—特殊格式”选首行，缩进{value}").format(value=points(value)), points, (4, 40),
        (*LAID_OUT, *CENTRED, role.ADDRESSEES), FAULT,
    ),
    Property(
        "indent.hanging", "SET-516", "", "paragraph", ("ind@hanging",), _named(lambda: _("悬挂缩进")),
        lambda _value: _("“段落—特殊格式”不选悬挂"), points, (4, 40), LAID_OUT, FAULT,
    ),
    Property(
        "indent.left", "SET-517", "", "paragraph", ("ind@left",), _named(lambda: _("左缩进")),
        lambda value: _("“段落—缩进”的左侧设为{value}").format(value=points(value)), points, (4, 40),
        (*LAID_OUT, *CENTRED, role.ADDRESSEES), FAULT,
    ),
    Property(
        "indent.right", "SET-518", "", "paragraph", ("ind@right",), _named(lambda: _("右缩进")),
        lambda value: _("“段落—缩进”的右侧设为{value}").format(value=points(value)), points, (4, 40),
        (*LAID_OUT, *CENTRED, role.ADDRESSEES), FAULT,
    ),
    _switch("widow", "SET-521", "5.2.3", "widowControl", lambda: _("孤行控制"), _flow, (role.BODY,)),
    _switch("overflow", "SET-522", "5.2.1", "overflowPunct", lambda: _("允许标点溢出边界"), _typography),
    _switch("space.latin", "SET-523", "5.2.3", "autoSpaceDE",
            lambda: _("自动调整中文与西文的间距"), _typography),
    _switch("space.digits", "SET-524", "5.2.3", "autoSpaceDN",
            lambda: _("自动调整中文与数字的间距"), _typography),
    _switch("indent.grid", "SET-525", "5.2.3", "adjustRightInd",
            lambda: _("如果定义了文档网格，则自动调整右缩进"), lambda: _("缩进和间距")),
    _switch("grid.lines", "SET-526", "5.2.3", "snapToGrid",
            lambda: _("如果定义了文档网格，则对齐到网格"), lambda: _("缩进和间距")),
    _switch("kinsoku", "SET-527", "5.2.3", "kinsoku",
            lambda: _("按中文习惯控制首尾字符"), _typography, (role.BODY,)),
    _switch("wrap", "SET-528", "5.2.3", "wordWrap", lambda: _("允许西文在单词中间换行"), _typography),
    _switch("keep", "SET-529", "7.3.5", "keepNext", lambda: _("与下段同页"), _flow),
    Property(
        "outline", "SET-530", "7.3.3", "paragraph", ("outlineLvl@val",), _named(lambda: _("大纲级别")),
        lambda value: _("“段落—大纲级别”设为{value}").format(value=outline(value)), outline,
    ),
    Property(
        "plain.paragraph", "SET-531", "5.2.2", "paragraph", tuple(NEUTRAL_PARAGRAPH),
        _named(lambda: _("段落的其他格式")), lambda _value: _("选中段落，按Ctrl+Q清除另加的段落格式"), plain,
    ),
)  # fmt: skip


RUN = (
    Property(
        "face", "SET-541", "", "run", ("rFonts@eastAsia",), _named(lambda: _("中文字体")),
        lambda value: _("“字体—中文字体”设为{value}").format(value=value), face,
        others=TYPED,
        weight=FAULT,
    ),
    Property(
        "face.latin", "SET-542", "5.2.2", "run", ("rFonts@ascii", "rFonts@hAnsi", "rFonts@cs"),
        _named(lambda: _("西文字体")),
        lambda value: _("“字体—西文字体”设为{value}").format(value=value), face,
    ),
    Property(
        "size", "SET-543", "", "run", ("sz@val",), _named(lambda: _("字号")),
        lambda value: _("“字体—字号”设为{value}").format(value=size(value)), size,
        others=TYPED,
        weight=FAULT,
    ),
    Property(
        "size.complex", "SET-544", "5.2.2", "run", ("szCs@val",), _named(lambda: _("复杂文种的字号")),
        lambda value: _("“字体—复杂文种”的字号设为{value}").format(value=size(value)), size,
    ),
    Property(
        "bold", "SET-545", "5.2.2", "run", ("b", "bCs"), _named(lambda: _("加粗")),
        lambda value: _("“字体—字形”选加粗") if value == "1" else _("“字体—字形”选常规"), on,
        others=(role.TITLE, role.ATTACHMENT_TITLE, *role.HEADINGS[:2]),
    ),
    Property(
        "color", "SET-546", "5.2.4", "run", ("color@val",), _named(lambda: _("文字颜色")),
        lambda _value: _("“字体—字体颜色”选自动（黑色）"), color, others=ALL, weight=FAULT,
    ),
    Property(
        "condensing", "SET-547", "5.2.3", "run", ("spacing@val",), _named(lambda: _("字符间距")),
        lambda value: _("“字体—高级—间距”设为{value}").format(value=spacing(value)), spacing,
    ),
    Property(
        "grid.characters", "SET-548", "5.2.3", "run", ("snapToGrid",),
        _named(lambda: _("文字对齐到网格")),
        lambda _value: _("“字体—高级”里取消“如果定义了文档网格，则对齐到网格”"), on,
    ),
    Property(
        "plain.run", "SET-549", "5.2.2", "run", tuple(NEUTRAL_RUN), _named(lambda: _("文字的其他格式")),
        lambda _value: _("选中文字，按Ctrl+空格清除另加的文字格式"), plain,
    ),
)  # fmt: skip


PROPERTIES = PARAGRAPH + RUN
