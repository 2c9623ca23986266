"""What stops a command besides bad data, and the exit code of each."""

from __future__ import annotations

from docgen.files import why
from docgen.i18n import _
from docgen.problems import CannotRead, DocgenError, NotInstalled, Place, error

DONE, BAD_DATA, WRONG_CALL, MISSING, INTERRUPTED = 0, 1, 2, 3, 130


class WrongCall(DocgenError):
    """A command line that cannot be followed, or an output that cannot be written (exit code 2)."""


def code_of(stopped: DocgenError) -> int:
    """The exit code that tells a caller which kind of failure `stopped` is."""
    if isinstance(stopped, NotInstalled):
        return MISSING
    return WRONG_CALL if isinstance(stopped, (CannotRead, WrongCall)) else BAD_DATA


def not_yet(what: str, instead: str) -> WrongCall:
    """The refusal of something that the design names and this version does not do."""
    sentence = _("这个版本的docgen还不能{what}").format(what=what)
    return WrongCall(error("CLI-005", sentence, hint=instead))


def refused(trouble: OSError) -> WrongCall:
    """What the machine would not do (a full disk, a folder closed to the user), wherever it was asked."""
    sentence = _("电脑没有让程序做完：{reason}").format(reason=why(trouble))
    hint = _("清理磁盘、查看文件夹的权限，再运行一次；没有写完的文件不会留下")
    place = Place(str(trouble.filename)) if trouble.filename else None
    return WrongCall(error("CLI-011", sentence, place, hint=hint))


def defect(failure: Exception) -> DocgenError:
    """A failure nobody foresaw, as a sentence that says whose fault it is and where to take it."""
    sentence = _("程序内部出错（{kind}：{text}），这是docgen的缺陷，不是您的文件写错了").format(
        kind=type(failure).__name__, text=failure
    )
    hint = _("在命令后面加上 --debug 再运行一次，把全部输出和输入文件发给docgen的维护者")
    return DocgenError(error("CLI-009", sentence, hint=hint))
