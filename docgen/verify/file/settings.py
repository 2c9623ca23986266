"""settings.xml: what Word does with the text beyond its properties."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.i18n import _
from docgen.ooxml.values import find, get, number, switch, value
from docgen.problems import Severity
from docgen.verify.file.outcomes import advice, pt, told
from docgen.verify.file.paper import File
from docgen.verify.measure import Outcome, Spot, Survey

PART = (Spot("word/settings.xml"),)
NEWEST = 15
OUTSIDE = "外侧"


def compatibility(file: File) -> Iterator[Outcome]:
    """Below 15 Word lays lines and tables out as older versions did."""
    settings = file.settings.iter("{*}compatSetting") if file.settings is not None else ()
    modes = [number(get(one, "val")) for one in settings if get(one, "name") == "compatibilityMode"]
    found = modes[0] if modes else 12
    yield told(
        _("兼容模式"),
        str(NEWEST),
        str(found),
        found == NEWEST,
        PART,
        hint=_("“文件—信息”里点“转换”，存为当前版本的文档"),
        weight=advice(file),
    )


def punctuation(file: File) -> Iterator[Outcome]:
    """Punctuation that is compressed puts more than 28 characters on a line."""
    found = value(file.settings, "characterSpacingControl", "doNotCompress")
    words = {"doNotCompress": _("不压缩"), "compressPunctuation": _("只压缩标点符号")}
    yield told(
        _("字符间距控制"),
        _("不压缩"),
        words.get(found, found),
        found == "doNotCompress",
        PART,
        hint=_("“文件—选项—版式”的字符间距控制选不压缩"),
        weight=advice(file),
    )


def language(file: File) -> Iterator[Outcome]:
    found = get(find(file.settings, "themeFontLang"), "eastAsia", "zh-CN")
    yield told(
        _("中文的语言"),
        "zh-CN",
        found,
        found == "zh-CN",
        PART,
        hint=_("“审阅—语言”设为中文（中国）"),
        weight=advice(file),
    )


def text_language(file: File) -> Iterator[Outcome]:
    found = file.language or "zh-CN"
    yield told(
        _("正文的语言"),
        "zh-CN",
        found,
        found == "zh-CN",
        (Spot("word/styles.xml"),),
        hint=_("“审阅—语言—设置校对语言”设为中文（中国）"),
        weight=advice(file),
    )


def tab_stop(file: File) -> Iterator[Outcome]:
    if not file.own:
        return
    wanted, found = 2 * file.format.char, number(value(file.settings, "defaultTabStop", "720"))
    yield told(
        _("默认制表位"),
        pt(wanted),
        pt(found),
        found == wanted,
        PART,
        hint=_("“段落—制表位”的默认制表位设为2字符"),
    )


def two_sided(file: File) -> Iterator[Outcome]:
    """Odd and even pages have their number at different sides."""
    wanted = file.format.page_number.position == OUTSIDE
    found = switch(file.settings, "evenAndOddHeaders")
    words = {True: _("奇偶页不同"), False: _("奇偶页相同")}
    yield told(
        _("页眉页脚"),
        words[wanted],
        words[found],
        found is wanted,
        PART,
        hint=_("“布局—页面设置—版式”里勾选“奇偶页不同”")
        if wanted
        else _("“布局—页面设置—版式”里取消“奇偶页不同”"),
    )


def embedded(file: File) -> Iterator[Outcome]:
    """Faces put into the file: 方正 faces are not free to hand on."""
    found = switch(file.settings, "embedTrueTypeFonts")
    yield told(
        _("嵌入字体"),
        _("否"),
        _("是") if found else _("否"),
        not found,
        PART,
        hint=_("“文件—选项—保存”里取消“将字体嵌入文件”"),
        weight=Severity.WARNING,
    )


def footnotes(file: File) -> Iterator[Outcome]:
    """Notes are numbered ①② anew on each page, as their marks are set."""
    note = find(file.settings, "footnotePr")
    if not file.own or note is None:
        return
    form, restart = value(note, "numFmt", "decimal"), value(note, "numRestart", "continuous")
    yield told(
        _("脚注的编号"),
        "①②③",
        form,
        form == "decimalEnclosedCircleChinese",
        PART,
        hint=_("“引用—脚注”的编号格式选①②③"),
    )
    yield told(
        _("脚注的起始"),
        _("每页重新编号"),
        restart,
        restart == "eachPage",
        PART,
        hint=_("“引用—脚注”的编号选每页重新编号"),
    )


SURVEYS = (
    Survey("file.compatibility", "SET-561", "5.2.3", compatibility),
    Survey("file.punctuation", "SET-562", "5.2.3", punctuation),
    Survey("file.language", "SET-563", "5.2.2", language),
    Survey("file.language.text", "SET-564", "5.2.2", text_language),
    Survey("file.tab", "SET-565", "5.2.3", tab_stop),
    Survey("file.sides", "SET-566", "7.5", two_sided),
    Survey("file.embedded", "SET-567", "5.2.2", embedded),
    Survey("file.notes", "SET-568", "", footnotes),
)
