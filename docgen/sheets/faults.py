"""What can be wrong with a spreadsheet as a file: each function makes the error that says so."""

from __future__ import annotations

from docgen.i18n import _
from docgen.problems import CannotRead, NotInstalled, Place, error

LIBRARY = "openpyxl"


def not_a_workbook(file: str, detail: str = "") -> CannotRead:
    hint = _("用Excel或WPS打开，另存为“Excel工作簿（.xlsx）”，再试一次")
    return CannotRead(
        error("SHT-001", _("这不是能读的Excel工作簿，或者文件坏了"), Place(file), excerpt=detail, hint=hint)
    )


def is_locked(file: str) -> CannotRead:
    hint = _("在Excel或WPS里打开，“文件→信息→保护工作簿”里去掉密码，保存后再试")
    return CannotRead(error("SHT-002", _("这个工作簿有密码，打不开"), Place(file), hint=hint))


def is_old(file: str) -> CannotRead:
    hint = _("用Excel或WPS打开，另存为“Excel工作簿（.xlsx）”，再写新的文件名")
    return CannotRead(error("SHT-003", _("这是旧格式的表格，只能读.xlsx和.csv"), Place(file), hint=hint))


def too_large(file: str) -> CannotRead:
    hint = _("只留下要用的工作表和行，另存为新的.xlsx")
    return CannotRead(error("SHT-004", _("这个文件解开后大得不像一张表，没有读"), Place(file), hint=hint))


def too_many_rows(file: str, sheet: str, most: int, counted: int = 0) -> CannotRead:
    sentence = (
        _("这张表有{counted}行，最多读{most}行").format(counted=counted, most=most)
        if counted
        else _("这张表超过{most}行，没有读").format(most=most)
    )
    hint = _("检查是不是选错了文件；只留下要用的行，另存为新的文件")
    return CannotRead(error("SHT-012", sentence, Place(file, most + 2, 1, sheet), hint=hint))


def no_such_sheet(file: str, name: str, names: list[str]) -> CannotRead:
    sentence = _("工作簿里没有“{name}”这张表").format(name=name)
    hint = _("现有的工作表：{names}；在文件名后写“#”和表名来指定，如：{file}#{first}").format(
        names="、".join(names), file=file.replace("\\", "/").rpartition("/")[2], first=names[0]
    )
    return CannotRead(error("SHT-005", sentence, Place(file), excerpt=name, hint=hint))


def which_sheet(file: str, key: str, names: list[str]) -> CannotRead:
    sentence = _("工作簿里有{count}张表，不知道读哪一张").format(count=len(names))
    hint = _("在文件名后写“#”和表名，如：{file}#{first}；或者把要读的表改名为“{key}”。现有：{names}").format(
        file=file.replace("\\", "/").rpartition("/")[2], first=names[0], key=key, names="、".join(names)
    )
    return CannotRead(error("SHT-005", sentence, Place(file), hint=hint))


def is_empty(file: str, sheet: str) -> CannotRead:
    hint = _("第一行写列名，下面每行一项")
    return CannotRead(error("SHT-006", _("这张表是空的"), Place(file, 1, 1, sheet), hint=hint))


def not_installed() -> NotInstalled:
    sentence = _("没有安装读写.xlsx用的{library}").format(library=LIBRARY)
    hint = _("运行 pip install docgen-gongwen[sheets]；或者另存为.csv")
    return NotInstalled(error("SHT-020", sentence, hint=hint))
