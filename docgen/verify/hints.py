"""What to do about a failed check, in the words of Word's dialogs."""

from __future__ import annotations

from docgen.i18n import _
from docgen.verify.measure import figure
from docgen.verify.pages.required import Required
from docgen.verify.zone_hints import zone_hints


def hint(check: str, required: Required) -> str:
    """How to mend what the check named `check` found; checks whose names begin alike may share a hint."""
    hints = {**_area(required), **_type(required), **_number(required), **zone_hints(required)}
    parts = check.split(".")
    names = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((hints[name] for name in names if name in hints), "")


def _area(required: Required) -> dict[str, str]:
    width, height = required.paper
    right, foot = width - required.right, height - required.bottom
    line = _("正文行距设为固定值{pitch}磅，段前、段后为0，取消孤行控制").format(pitch=figure(required.pitch))
    return {
        "paper": _("纸张设为{width}×{height}毫米").format(width=figure(width), height=figure(height)),
        "area.top": _("上边距设为{mm}毫米").format(mm=figure(required.top)),
        "area.left": _("左边距设为{mm}毫米，装订线为0").format(mm=figure(required.left)),
        "area.width": _("右边距设为{mm}毫米，正文两端对齐").format(mm=figure(right)),
        "area.bottom": _("下边距设为{mm}毫米；{line}").format(mm=figure(foot), line=line),
        "area.inside": _("缩短或断开超出的文字，表格不宽于版心"),
        "grid.lines": line,
        "grid.pitch": line,
        "grid.characters": _("正文字符间距紧缩{points}磅").format(points=_condensing(required)),
    }


def _condensing(required: Required) -> str:
    """How much closer characters must stand for a line to hold them, in the steps that Word has."""
    spare = required.body_size - required.width / required.characters * 72 / 25.4
    return figure(-(-max(spare, 0.0) // 0.05) * 0.05)


def _type(required: Required) -> dict[str, str]:
    title = _("标题设为{face}{size}磅，居中，不缩进").format(
        face=required.title_face, size=figure(required.title_size)
    )
    layers = {
        f"heading.{depth}": _("这一层的序数和标题设为{face}").format(face=face)
        for depth, face in enumerate(required.layer_faces, 1)
    }
    return layers | {
        "type.body": _("正文设为{face}{size}磅").format(
            face=required.body_face, size=figure(required.body_size)
        ),
        "type.fallback": _("这台电脑没有文档所用的字体，装上再量；docgen doctor 会列出缺少的字体"),
        "text.marks": _(
            "文件里有这个标点，是LibreOffice排满整行时漏印的：用Word或WPS打印、另存为PDF，或者增减这一行的字"
        ),
        "text.words": _("看看这一段是不是被固定的行高、表格或者文本框遮住了"),
        "title": title,
        "indent": _("正文段落首行缩进设为{count}字符").format(count=figure(required.indent)),
    }


def _number(required: Required) -> dict[str, str]:
    outside = _("页眉页脚设为奇偶页不同：奇数页页码居右、偶数页居左，各空{count}字").format(
        count=figure(required.number_edge)
    )
    look = _("页码设为{face}{size}磅").format(face=required.number_face, size=figure(required.number_size))
    gap = figure(required.number_gap)
    return {
        "number.present": _("在页脚插入页码"),
        "number.sequence": _("各节的页码设为续前节"),
        "number.size": look,
        "number.face": look,
        "number.odd": outside,
        "number.even": outside,
        "number.right": _("页码段落右对齐，右缩进{count}字符").format(count=figure(required.number_edge)),
        "number.blank": _("空白页和它后面的版记页不排页码：设成单独的节，页脚不链接到前一节"),
        "number.centre": _("页码段落居中，不缩进"),
        "number.below": _("调整页脚距边界的距离，使一字线距版心{gap}毫米").format(gap=gap),
        "number.landscape": _("横排页的页码放在版心左侧的竖排文本框里，距版心{gap}毫米").format(gap=gap),
    }
