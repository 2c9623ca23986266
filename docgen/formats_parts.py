"""The parts of a page format: one named tuple for each part of a page.

The tuples are the schema of `data/formats/*.yaml`: each field names its key in the file and the
function that reads the value. Their annotations are evaluated: as texts, each would have to be compiled.
"""

from typing import NamedTuple

from docgen import formats_read as read
from docgen.formats_read import key


class Sheet(NamedTuple):
    """纸张: mm."""

    width: float = key("宽", read.length)
    height: float = key("高", read.length)


class Core(NamedTuple):
    """版心 (GB/T 9704 5.2): margins and area in mm, lines a page, characters a line."""

    top: float = key("天头", read.length)
    left: float = key("订口", read.length)
    width: float = key("宽", read.length)
    height: float = key("高", read.length)
    lines: int = key("每面行数", read.some)
    characters: int = key("每行字数", read.some)


class Body(NamedTuple):
    """正文: size in pt, first indent in characters."""

    face: str = key("字体", read.face)
    size: float = key("字号", read.size)
    indent: float = key("首行缩进", read.length)


class Title(NamedTuple):
    """标题: size and line pitch in pt; `width` is the most characters a line may have."""

    face: str = key("字体", read.face)
    bold: bool = key("加粗", read.switch)
    size: float = key("字号", read.size)
    pitch: float = key("行距", read.length)
    width: int = key("每行最多字数", read.some)
    blank_before: int = key("前空行", read.count)
    blank_after: int = key("后空行", read.count)


class Note(NamedTuple):
    """题注, also 副标题 and 稿: size in pt."""

    face: str = key("字体", read.face)
    size: float = key("字号", read.size)


class Layer(NamedTuple):
    """The type of a heading of one layer, and of its numbers."""

    face: str = key("字体", read.face)
    bold: bool = key("加粗", read.switch)


class Layers(NamedTuple):
    """层次."""

    first: Layer = key("第一层", Layer)
    second: Layer = key("第二层", Layer)
    third: Layer = key("第三层", Layer)
    fourth: Layer = key("第四层", Layer)
    fifth: Layer = key("第五层", Layer)

    def all(self) -> tuple[Layer, ...]:
        """From the first layer to the fifth."""
        return (self.first, self.second, self.third, self.fourth, self.fifth)


class Letterhead(NamedTuple):
    """版头 (GB/T 9704 7.2). The 发文机关标志 is set as large as its names allow, between `smallest` and
    `size` (pt); `top` is its distance from the top of the text area, `gap` from 发文字号 to the rule (mm);
    `rule` the rule's thickness (pt); `edge` the indent of 发文字号 and 签发人 side by side in characters."""

    face: str = key("标志字体", read.face)
    size: float = key("标志字号", read.size)
    smallest: float = key("标志最小字号", read.size)
    top: float = key("标志距版心", read.length)
    color: str = key("颜色", read.color)
    blank_before_number: int = key("字号前空行", read.count)
    gap: float = key("分隔线距字号", read.length)
    rule: float = key("分隔线粗", read.length)
    blank_after: int = key("标题前空行", read.count)
    secrecy_face: str = key("密级字体", read.face)
    signer_face: str = key("签发人字体", read.face)
    edge: float = key("左右空字", read.length)


class LetterForm(NamedTuple):
    """信函格式 (GB/T 9704 10.1), where it differs: lengths in mm, rules and what is `between` the two of a
    double rule in pt, `space` in pt between the first double rule and what stands under it."""

    top: float = key("标志距纸边", read.length)
    length: float = key("双线长", read.length)
    gap: float = key("双线距标志", read.length)
    foot: float = key("双线距纸底", read.length)
    thick: float = key("粗线", read.length)
    thin: float = key("细线", read.length)
    between: float = key("两线间距", read.length)
    space: float = key("要素距双线", read.length)
    blank_after: int = key("标题前空行", read.count)


class OrderForm(NamedTuple):
    """命令（令）格式 (GB/T 9704 10.2), where it differs: `top` in mm from the top of the text area."""

    top: float = key("标志距版心", read.length)
    blank_before_number: int = key("令号前空行", read.count)
    blank_after_number: int = key("正文前空行", read.count)


class MinutesForm(NamedTuple):
    """纪要格式 (GB/T 9704 10.3), where it differs: those present are named under the text, `indent` in
    characters."""

    top: float = key("标志距版心", read.length)
    blank_before: int = key("出席前空行", read.count)
    label_face: str = key("标签字体", read.face)
    indent: float = key("左空字", read.length)


class Colophon(NamedTuple):
    """版记 (GB/T 9704 7.4): size and line pitch in pt, rules in mm, `edge` from both sides in characters
    of its size; `even` puts it on an even page."""

    face: str = key("字体", read.face)
    size: float = key("字号", read.size)
    pitch: float = key("行距", read.length)
    outer: float = key("首末线", read.length)
    inner: float = key("中间线", read.length)
    edge: float = key("左右空字", read.length)
    even: bool = key("双页", read.switch)


class Attachments(NamedTuple):
    """附件: blank lines before the 附件说明; the face of “附件1”; the line of its title."""

    blank_before: int = key("说明前空行", read.count)
    mark_face: str = key("标记字体", read.face)
    title_line: int = key("标题所在行", read.count)


class Signing(NamedTuple):
    """落款 (GB/T 9704 7.3.5): blank lines before it, indents in characters; the width of a seal's picture
    (印章) and of a signature stamp's (签名章) in mm; `seal_gap` is what parts two of them (mm), `seal_lift`
    how far the centre of a seal is above the middle of name and date, `seal_nearest` and `seal_furthest`
    how near and far its top may be below the text (lines); `post` is the distance of a signer's post
    from the stamp in characters."""

    blank_sealed: int = key("盖章前空行", read.count)
    blank_unsealed: int = key("不盖章前空行", read.count)
    right_sealed: float = key("盖章右空", read.length)
    right_unsealed: float = key("不盖章右空", read.length)
    date_shift: float = key("日期右移", read.length)
    seal: float = key("印章直径", read.length)
    seal_gap: float = key("印章间距", read.length)
    seals_a_row: int = key("每排印章", read.some)
    seal_lift: float = key("印章偏上", read.length)
    seal_nearest: float = key("印章距正文至少", read.length)
    seal_furthest: float = key("印章距正文至多", read.length)
    blank_stamped: int = key("签名章前空行", read.count)
    right_stamped: float = key("签名章右空", read.length)
    stamp: float = key("签名章宽", read.length)
    post: float = key("签名章距职务", read.length)
    blank_after_stamp: int = key("签名章后空行", read.count)


class PageNumber(NamedTuple):
    """页码: `position` is 外侧, 居中 or 右侧; size in pt; `gap` from the text area to the dash in mm; `edge`
    from the side in characters; `pattern` has {} for the number."""

    position: str = key("位置", read.place)
    face: str = key("字体", read.face)
    size: float = key("字号", read.size)
    gap: float = key("距版心", read.length)
    edge: float = key("空字", read.length)
    pattern: str = key("样式", read.pattern)


class Tables(NamedTuple):
    """表格: sizes, line pitch and rules in pt, cell margin (left and right) in mm; and the type of charts."""

    face: str = key("字体", read.face)
    head_face: str = key("表头字体", read.face)
    size: float = key("字号", read.size)
    smallest: float = key("最小字号", read.size)
    pitch: float = key("行距", read.length)
    caption_face: str = key("表题字体", read.face)
    caption_size: float = key("表题字号", read.size)
    outer: float = key("外框", read.length)
    inner: float = key("内框", read.length)
    margin: float = key("单元格边距", read.length)
    chart_size: float = key("图表字号", read.size)


class Footnotes(NamedTuple):
    """脚注: size and line pitch in pt."""

    size: float = key("字号", read.size)
    pitch: float = key("行距", read.length)
