"""Automatic numbers (层次序数, clause 7.3.3): how each level is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from docgen.faces import role as face_role
from docgen.i18n import _
from docgen.numbering import scheme
from docgen.ooxml.lists import Level
from docgen.ooxml.values import number
from docgen.verify.file import roles as role
from docgen.verify.file.outcomes import gathered, pt, told
from docgen.verify.file.paper import File, Paragraph
from docgen.verify.measure import Outcome, Spot, Survey

PART = "word/numbering.xml"
FORMATS = {
    "chinese": ("chineseCountingThousand", "chineseCounting", "japaneseCounting"),
    "arabic": ("decimal",),
    "circled": ("decimalEnclosedCircle", "decimalEnclosedCircleChinese"),
}
FACE_KEYS = ("rFonts@eastAsia", "rFonts@ascii", "rFonts@hAnsi", "rFonts@cs")
NEAR = 4  # twips
LAYERS = 5

Judge = Callable[[File, str, int, Level], Iterator[Outcome]]


def _levels(judge: Judge, file: File) -> list[Outcome]:
    """`judge` on the levels in use; in a paper of docgen on all that it has styles for."""
    used = {(one.label.list, one.label.level) for one in file.everything() if one.label and is_layered(one)}
    rows = [
        (list, at, level)
        for list, levels in file.lists.items()
        for at, level in levels.items()
        if at < LAYERS and (file.own or (list, at) in used)
    ]
    return gathered(outcome for list, at, level in rows for outcome in judge(file, list, at, level))


def is_layered(paragraph: Paragraph) -> bool:
    """Whether its number is one of the layers, not a bullet or a list of another kind."""
    printed = paragraph.label.text if paragraph.label else ""
    return any(label.fullmatch(printed) for label in role.LABELS)


def _place(list: str, at: int) -> tuple[Spot, ...]:
    return (Spot(PART, 0, _("多级列表"), _("列表{list}第{level}级").format(list=list, level=at + 1)),)


def _layer(file: File, at: int, level: Level) -> int:
    """The layer that a level writes: in a paper of docgen its own, in another's that of its form."""
    if file.own:
        return at
    text = level.look.get("lvlText@val", "")
    forms = [one.form for one in scheme()]
    kinds = [FORMATS[one.numeral] for one in scheme()]
    bare = text.replace(f"%{at + 1}", "{}")
    fitting = (
        layer
        for layer in range(LAYERS)
        if bare == forms[layer] and level.look.get("numFmt@val") in kinds[layer]
    )
    return next(fitting, -1)


def form(file: File, list: str, at: int, level: Level) -> Iterator[Outcome]:
    """The numeral and what stands around it."""
    layer = scheme()[_layer(file, at, level)] if _layer(file, at, level) >= 0 else scheme()[at]
    kind, text = level.look.get("numFmt@val", "decimal"), level.look.get("lvlText@val", "")
    right = kind in FORMATS[layer.numeral] and text == layer.form.format(f"%{at + 1}")
    what = _("第{layer}层序数的样式").format(layer=at + 1)
    hint = _("“多级列表—定义新的多级列表”第{level}级的编号格式设为{form}").format(
        level=at + 1, form=layer.write(1)
    )
    yield told(what, layer.write(1), f"{text}（{kind}）", right, _place(list, at), hint=hint)


def behind(_file: File, list: str, at: int, level: Level) -> Iterator[Outcome]:
    """Nothing stands between number and text, neither tab nor space."""
    found = level.look.get("suff@val", "tab")
    words = {"nothing": _("不特别标注"), "tab": _("制表符"), "space": _("空格")}
    hint = _("“定义新的多级列表—更多”的“编号之后”选不特别标注")
    yield told(
        _("编号之后"),
        words["nothing"],
        words.get(found, found),
        found == "nothing",
        _place(list, at),
        hint=hint,
    )


def indent(file: File, list: str, at: int, level: Level) -> Iterator[Outcome]:
    if not file.own:
        return  # what the paragraphs come to is judged with them
    wanted = {
        "firstLine": round(file.format.body.indent * file.format.char),
        "left": 0,
        "hanging": 0,
        "right": 0,
    }
    for name, twips in wanted.items():
        found = number(level.paragraph.get(f"ind@{name}", "0"))
        chars = round(number(level.paragraph.get(f"ind@{name}Chars", "0")) * file.format.char / 100)
        wrong = found if abs(found - twips) > NEAR else chars
        hint = _("“定义新的多级列表”里对齐位置设为首行缩进{value}").format(value=pt(wanted["firstLine"]))
        right = abs(found - twips) <= NEAR and abs(chars - twips) <= NEAR
        yield told(
            _("编号的缩进"), pt(twips), pt(twips if right else wrong), right, _place(list, at), hint=hint
        )


def face(file: File, list: str, at: int, level: Level) -> Iterator[Outcome]:
    layer = _layer(file, at, level)
    look = file.format.layers.all()[layer if layer >= 0 else at]
    keys = FACE_KEYS if file.own else FACE_KEYS[:1]
    for key in keys:
        wanted = look.face if key == "rFonts@eastAsia" else file.format.latin or look.face
        if found := level.run.get(key, "" if not file.own else "—"):
            hint = _("“定义新的多级列表—字体”设为{face}").format(face=wanted)
            yield told(
                _("序数的字体"),
                wanted,
                found,
                face_role(found) == face_role(wanted),
                _place(list, at),
                hint=hint,
            )


def bold(file: File, list: str, at: int, level: Level) -> Iterator[Outcome]:
    look = file.format.layers.all()[at]
    for key in ("b", "bCs") if file.own else ():
        wanted, found = "1" if look.bold else "0", level.run.get(key, "0")
        words = {"1": _("加粗"), "0": _("不加粗")}
        hint = _("“定义新的多级列表—字体”的字形改为{value}").format(value=words[wanted])
        yield told(
            _("序数的字形"),
            words[wanted],
            words.get(found, found),
            found == wanted,
            _place(list, at),
            hint=hint,
        )


def other(file: File, list: str, at: int, level: Level) -> Iterator[Outcome]:
    """Size, colour and condensing are those of the paragraph."""
    wanted = {
        "sz@val": str(round(file.format.body.size * 2)),
        "szCs@val": str(round(file.format.body.size * 2)),
        "color@val": "auto",
        "spacing@val": str(file.format.condensing),
        "i": "0",
        "u@val": "none",
    }
    for key, text in wanted.items():
        found = level.run.get(key, text)
        right = found == text or (key == "color@val" and found == "000000")
        hint = _("“定义新的多级列表—字体”里清除这一级的其他格式")
        yield told(
            _("序数的其他格式"),
            _("与正文相同"),
            _("与正文相同") if right else found,
            right,
            _place(list, at),
            hint=hint,
        )


def counting(file: File, list: str, at: int, level: Level) -> Iterator[Outcome]:
    """Levels begin anew under each heading above them, and stand at the left of their place."""
    settings = {"lvlRestart@val": "", "isLgl": "0", "lvlJc@val": "left"}
    if file.own and at not in file.used.get(list, ()):
        settings["start@val"] = "1"
    for key, wanted in settings.items():
        found = level.look.get(key, wanted)
        right = found in (wanted, "start")
        hint = _("“定义新的多级列表—更多”里恢复默认的对齐和重新编号")
        yield told(
            _("序数的排法"), _("默认"), _("默认") if right else found, right, _place(list, at), hint=hint
        )


def tie(file: File) -> list[Outcome]:
    """Heading styles and levels of the list name each other."""
    return gathered(_ties(file)) if file.own else []


def _ties(file: File) -> Iterator[Outcome]:
    for id, style in file.styles.all.items():
        list = style.paragraph.get("numPr/numId@val", "0")
        if style.kind != "paragraph" or list == "0":
            continue
        at = number(style.paragraph.get("numPr/ilvl@val", "0"))
        level = file.lists.get(list, {}).get(at)
        found = level.look.get("pStyle@val", "") if level else ""
        named = role.BY_STYLE.get(style.name, "")
        right = found == id and named == role.HEADINGS[min(at, LAYERS - 1)]
        hint = _("“定义新的多级列表—更多”的“将级别链接到样式”选标题{level}").format(level=at + 1)
        where = (Spot("word/styles.xml", 0, "", _("样式“{name}”").format(name=style.name)),)
        yield told(
            _("级别链接的样式"), style.name, found if not right else style.name, right, where, hint=hint
        )
    for list, levels in file.lists.items():
        for at, level in levels.items():
            tied = level.look.get("pStyle@val")
            named_by = file.styles.all.get(tied or "")
            said = named_by.paragraph.get("numPr/numId@val", "") if named_by else list
            right = not tied or (named_by is not None and said == list)
            yield told(_("级别链接的样式"), tied or "", said, right, _place(list, at))


def _survey(id: str, problem: str, judge: Judge) -> Survey[File]:
    def measure(file: File) -> Iterable[Outcome]:
        return _levels(judge, file)

    return Survey(f"file.number.{id}", problem, "7.3.3", measure)


SURVEYS = (
    _survey("form", "SET-571", form),
    _survey("behind", "SET-572", behind),
    _survey("indent", "SET-573", indent),
    _survey("face", "SET-574", face),
    _survey("bold", "SET-575", bold),
    _survey("other", "SET-576", other),
    _survey("counting", "SET-577", counting),
    Survey("file.number.tie", "SET-578", "7.3.3", tie),
)
