"""What to do about a fault of a zone of a paper on the page: 版头, specific forms, main part, 版记."""

from __future__ import annotations

from docgen.faces import role
from docgen.i18n import _
from docgen.verify.measure import figure
from docgen.verify.pages.required import Required


def zone_hints(required: Required) -> dict[str, str]:
    """Hints by the name of a check, or of the group it belongs to."""
    return {**_head(required), **_forms(required), **_main(required), **_foot(required)}


def _head(required: Required) -> dict[str, str]:
    look = required.format.letterhead
    red = _("红色分隔线用发文字号段落的下框线：单线、红色{color}，左右不缩进").format(color=look.color)
    return {
        "head.mark": _("发文机关标志设为{face}、红色{color}、居中，上边缘距版心上边缘{mm}毫米").format(
            face=role(look.face), color=look.color, mm=figure(look.top)
        ),
        "head.copy": _("份号用6位阿拉伯数字，顶格排在版心左上角第一行"),
        "head.secrecy": _("密级和保密期限之间用★隔开，期限用阿拉伯数字"),
        "head.stamps": _("份号、密级、紧急程度自上而下分行顶格排，密级和紧急程度用{face}").format(
            face=role(look.secrecy_face)
        ),
        "head.number": _("发文字号写作“代字〔年份〕序号号”，在标志下空{count}行居中").format(
            count=look.blank_before_number
        ),
        "head.signer": _("发文字号左空{edge}字，签发人姓名右空{edge}字，用{face}").format(
            edge=figure(look.edge), face=role(look.signer_face)
        ),
        "head.rule": red,
        "head.rule.gap": _("“边框和底纹—选项”里调整下边距，使分隔线距发文字号{mm}毫米").format(
            mm=figure(look.gap)
        ),
        "head.title": _("标题排在分隔线下空{count}行处").format(count=look.blank_after),
    }


def _forms(required: Required) -> dict[str, str]:
    letter, order, minutes = required.format.letter, required.format.order, required.format.minutes
    return {
        "letter.rules": _(
            "双线长{length}毫米、居中、红色：上面一条上粗下细，距标志{gap}毫米；下面一条上细下粗"
        ).format(length=figure(letter.length), gap=figure(letter.gap)),
        "letter.rules.foot": _("首页页脚的双线距纸的下边{mm}毫米").format(mm=figure(letter.foot)),
        "letter.elements": _("第一个要素距双线为3号字高的八分之七"),
        "letter.title": _("标题与上面最后一个要素之间空{count}行").format(count=letter.blank_after),
        "letter.last": _("首页正文的最后一行与下面的双线保持距离"),
        "letter.number": _("“布局—页面设置—版式”里勾选“首页不同”，首页不排页码"),
        "order": _("令号前空{before}行，正文前空{after}行").format(
            before=order.blank_before_number, after=order.blank_after_number
        ),
        "minutes": _("出席人员左空{count}字，标签用{face}，回行与冒号后的首字对齐，前面空{blank}行").format(
            count=figure(minutes.indent), face=role(minutes.label_face), blank=minutes.blank_before
        ),
    }


def _main(required: Required) -> dict[str, str]:
    signing, attached = required.format.signing, required.format.attachments
    return {
        "main.begins": _("首页必须显示正文：减少版头的行数，或者把主送机关移到版记"),
        "main.black": _("“字体—字体颜色”选自动（黑色）"),
        "main.heading": _("标题段落勾选“与下段同页”"),
        "main.tables": _("“表格属性—列”把各列改窄，使表格不宽于版心"),
        "main.excuse": _("删去“此页无正文”，调整行距或字距使落款与正文同页"),
        "addressees": _("主送机关在标题下空{count}行，顶格，末尾用全角冒号").format(
            count=required.format.title.blank_after
        ),
        "sign.date": _("成文日期用阿拉伯数字标全年、月、日，盖章的右空{count}字").format(
            count=figure(signing.right_sealed)
        ),
        "sign": _(
            "盖章的，署名以成文日期为准居中；不盖章的，署名右空{right}字，日期首字右移{shift}字"
        ).format(right=figure(signing.right_unsealed), shift=figure(signing.date_shift)),
        "sign.alone": _("最后几行正文勾选“与下段同页”，使落款所在的面有正文"),
        "seal": _("印章居中压在署名和成文日期上，顶端距正文一行之内，印章互不相交"),
        "stamp": _("签名章右空{right}字，左空{post}字标职务，与职务上下居中").format(
            right=figure(signing.right_stamped), post=figure(signing.post)
        ),
        "annotation": _("附注左空{count}字、加圆括号，排在成文日期下一行").format(
            count=figure(required.indent)
        ),
        "note": _("附件说明在正文下空{blank}行、左空{count}字，名称后不加标点，回行与名称的首字对齐").format(
            blank=attached.blank_before, count=figure(required.indent)
        ),
        "attachment": _("“附件”用{face}顶格排在第一行，标题居中排在第{line}行，与附件说明一致").format(
            face=role(attached.mark_face), line=attached.title_line
        ),
    }


def _foot(required: Required) -> dict[str, str]:
    look = required.format.colophon
    return {
        "foot": _("版记用{face}{size}磅，左右各空{edge}字，排在最后一面版心的最下方").format(
            face=role(look.face), size=figure(look.size), edge=figure(look.edge)
        ),
        "foot.rule": _("版记的线与版心等宽，首末条{outer}毫米，中间{inner}毫米").format(
            outer=figure(look.outer), inner=figure(look.inner)
        ),
        "foot.ends": _("最后一个抄送机关名称后用句号"),
        "foot.date": _("印发日期用阿拉伯数字标全年、月、日，后加“印发”二字"),
        "foot.even": _("版记排在双页上"),
        "foot.letter": _("信函的版记不加印发机关和日期，不加分隔线"),
    }
