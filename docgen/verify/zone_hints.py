"""What to do about a fault in a zone of the page, in the words of Word's dialogs."""

from __future__ import annotations

from docgen.faces import role
from docgen.i18n import _
from docgen.verify.measure import figure
from docgen.verify.pages.required import Required


def zone_hints(required: Required) -> dict[str, str]:
    """By the name of a check, or the beginning of it that several share."""
    return {
        **_head(required),
        **_forms(required),
        **_main(required),
        **_closing(required),
        **_colophon(required),
    }


def _head(required: Required) -> dict[str, str]:
    head = required.format.letterhead
    pitch, size = figure(required.pitch), figure(required.body_size)
    blank = _("段前、段后为0，空行用固定值{pitch}磅的空段落").format(pitch=pitch)
    rule = _("分隔线用段落的下框线：红色，与正文同宽，左右缩进为0")
    edge = figure(head.edge)
    return {
        "head.mark": _("发文机关标志设为{face}、红色、居中，不缩进").format(face=role(head.face)),
        "head.mark.top": _("调整标志上方空段落的行距，或标志文本框的垂直位置"),
        "head.mark.file": _("把机关名称和“文件”放在同一个无框线的表格里，“文件”所在单元格垂直居中"),
        "head.copy": _("份号写成6位数字，不足的前面补0，顶格，{size}磅").format(size=size),
        "head.secrecy": _("写成“机密★1年”，★前后不空格，数字用阿拉伯数字"),
        "head.stamps": _(
            "份号、密级、紧急程度设为{size}磅，密级和紧急程度用{face}，左对齐，不缩进，各占一行"
        ).format(size=size, face=role(head.secrecy_face)),
        "head.number.form": _("年份写全称，用六角括号〔〕，序号不编虚位、不加“第”"),
        "head.number.type": _("发文字号设为{face}{size}磅").format(face=required.body_face, size=size),
        "head.number.place": _("发文字号居中；有签发人时左缩进{edge}字符；信函的右对齐").format(edge=edge),
        "head.number.below": blank,
        "head.signer.form": _("写成“签发人：”，冒号用全角"),
        "head.signer.face": _("“签发人：”设为{label}，姓名设为{face}").format(
            label=required.body_face, face=role(head.signer_face)
        ),
        "head.signer.right": _("签发人右缩进{edge}字符").format(edge=edge),
        "head.signer.row": _("发文字号与最后一个签发人排在同一行"),
        "head.signer.column": _("各行签发人的首个姓名用制表位对齐"),
        "head.rule": rule,
        "head.rule.gap": _("框线与文字的间距设为{points}磅左右").format(
            points=figure(head.gap / 25.4 * 72 * 0.6)
        ),
        "head.title": blank,
    }


def _forms(required: Required) -> dict[str, str]:
    letter, minutes = required.format.letter, required.format.minutes
    double = _("双线用一个段落的上、下框线：红色，长{length}毫米，左右缩进为负值").format(
        length=figure(letter.length)
    )
    pitch = figure(required.pitch)
    return {
        "letter.rules": double,
        "letter.rules.order": _("第一条双线上框线粗、下框线细，第二条上框线细、下框线粗"),
        "letter.rules.gap": _("调整标志段落的段后间距，使双线距标志{mm}毫米").format(mm=figure(letter.gap)),
        "letter.rules.foot": _("第二条双线放在首页页脚，页脚距边界{mm}毫米左右").format(
            mm=figure(letter.foot)
        ),
        "letter.elements": _("第一条双线下的段落段前设为{points}磅").format(points=figure(letter.space)),
        "letter.title": _("标题上方空{count}行，空段落的行距为固定值{pitch}磅").format(
            count=letter.blank_after, pitch=pitch
        ),
        "letter.last": _("加大首页的下边距"),
        "letter.number": _("页眉页脚设为首页不同，首页不插入页码"),
        "order.body": _("令号下空{count}行").format(count=required.format.order.blank_after_number),
        "minutes": _("正文下空{blank}行，标签用{face}，左缩进{indent}字符，姓名回行用悬挂缩进对齐").format(
            blank=minutes.blank_before, face=role(minutes.label_face), indent=figure(minutes.indent)
        ),
    }


def _main(required: Required) -> dict[str, str]:
    given = required.format.attachments
    indent = figure(required.indent)
    note = _("附件说明左缩进{indent}字符，回行用悬挂缩进与名称首字对齐").format(indent=indent)
    return {
        "main.begins": _("减少标题或主送机关所占的行；主送机关多的移到版记"),
        "main.black": _("文字颜色设为自动或黑色"),
        "main.heading": _("标题段落选“与下段同页”"),
        "main.tables": _("表格居中，宽度不超过版心"),
        "main.excuse": _("删去“此页无正文”，调整行距、字距，使落款与正文同页"),
        "addressees.left": _("主送机关左对齐，不缩进"),
        "addressees.above": _("标题与主送机关之间空{count}行").format(
            count=required.format.title.blank_after
        ),
        "addressees.colon": _("最后一个主送机关后用全角冒号"),
        "note": note,
        "note.above": _("正文与附件说明之间空{count}行").format(count=given.blank_before),
        "note.ends": _("删去附件名称后的标点"),
        "note.sequence": _("两个以上的附件从1起编顺序号，只有一个的不编"),
        "attachment": _("“附件”及顺序号用{face}，顶格排在新的一页第一行，不缩进").format(
            face=role(given.mark_face)
        ),
        "attachment.form": _("写成“附件1”，数字用阿拉伯数字，其后不加冒号"),
        "attachment.title": _("附件标题居中，排在第{row}行，不缩进").format(row=given.title_line),
        "attachment.same": _("使附件的顺序号、标题与附件说明一致"),
    }


def _closing(required: Required) -> dict[str, str]:
    given = required.format.signing
    sealed, unsealed = figure(given.right_sealed), figure(given.right_unsealed)
    seal = _("印章设为浮于文字上方，居中压在署名和成文日期上")
    return {
        "sign.date": _("成文日期用阿拉伯数字，写全年、月、日，月、日前不加0"),
        "sign.date.right": _("成文日期右对齐，右缩进{count}字符").format(count=sealed),
        "sign.name": _("调整署名的右缩进，使署名与成文日期的中线对齐"),
        "sign.right": _("署名和成文日期中较长的一行右缩进{count}字符").format(count=unsealed),
        "sign.shift": _("成文日期的首字比署名的首字右移{count}字").format(count=figure(given.date_shift)),
        "sign.above": _("落款上方空{count}行").format(count=given.blank_unsealed),
        "sign.alone": _("调整行距、字距，使落款与正文同页"),
        "seal": seal,
        "seal.top": _("上移印章，或减少落款上方的空行，使印章顶端距正文一行之内"),
        "seal.apart": _("每排印章之间留出间隔，两端不超出版心，放不下的换一排"),
        "stamp": _("签名章右空{right}字，职务在其左侧{post}字，与签名章上下居中").format(
            right=figure(given.right_stamped), post=figure(given.post)
        ),
        "annotation": _("附注左缩进{indent}字符，排在成文日期的下一行").format(
            indent=figure(required.indent)
        ),
    }


def _colophon(required: Required) -> dict[str, str]:
    given = required.format.colophon
    rules = _("版记表格的上、下框线设为{outer}毫米，中间框线设为{inner}毫米，表格宽{width}毫米").format(
        outer=figure(given.outer), inner=figure(given.inner), width=figure(required.width)
    )
    text = _("版记文字设为{face}{size}磅，左右各缩进{edge}字符").format(
        face=role(given.face), size=figure(given.size), edge=figure(given.edge)
    )
    return {
        "foot.page": _("把版记放在最后一页"),
        "foot.even": _("在版记前插入分页符，使版记排在双页上"),
        "foot.rule": rules,
        "foot.rule.between": _("主送与抄送之间不加线，与印发机关之间加一条"),
        "foot.bottom": _("表格属性设为文字环绕，垂直位置相对页边距底端"),
        "foot.size": text,
        "foot.face": text,
        "foot.left": text,
        "foot.right": text,
        "foot.inside": text,
        "foot.hanging": _("抄送机关回行用悬挂缩进，与第一个名称的首字对齐"),
        "foot.ends": _("最后一个抄送机关后用句号"),
        "foot.date": _("印发日期写成“2026年9月1日印发”，月、日前不加0"),
        "foot.printing": _("印发机关和印发日期排在末条分隔线之上"),
        "foot.letter": _("信函的版记不加分隔线、印发机关和印发日期"),
    }
