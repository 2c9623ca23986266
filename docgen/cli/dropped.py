"""The folder build without a command line: files dropped on the program, and what its window says."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from docgen.cli import output
from docgen.cli.failures import DONE, INTERRUPTED, WRONG_CALL
from docgen.i18n import _
from docgen.problems import Place, Problem, error

PLANS = (".yaml", ".yml", ".xlsx")
YES = ("y", "ｙ", "yes", "是")  # a Chinese keyboard types the wide ｙ

Call = Callable[[list[str]], int]
"""Follows a command line and returns its exit code."""
Ask = Callable[[str], str]
"""Shows a question and returns what was typed; nothing where nobody is there to type."""


class Task(NamedTuple):
    """What was dropped, the command line meant by it (empty where there is none), the file that it writes."""

    path: Path
    words: tuple[str, ...]
    result: Path


def are_paths(words: Sequence[str]) -> bool:
    """Whether `words` are files and folders alone, as a desktop hands them over, and not a command line."""
    from docgen.cli.main import COMMANDS, name_of

    commands = [name_of(module) for module in COMMANDS]
    return bool(words) and words[0] not in commands and all(Path(word).exists() for word in words)


def follow(paths: Sequence[str], call: Call, ask: Ask) -> int:
    """Does what is meant by each of `paths`, tells how it went, and returns the worst exit code; says what
    the program is where there are none."""
    if not paths:
        print(welcome(sys.platform, Path(sys.executable).name))
        return DONE
    tasks = _replacing([meant(Path(path).absolute()) for path in paths], ask)
    codes: list[int] = []
    for number, task in enumerate(tasks, 1):
        if len(tasks) > 1:
            _say(_("〔{number}/{count}〕{name}"), number=number, count=len(tasks), name=task.path.name)
        codes.append(_do(task, call))
        if codes[-1] == INTERRUPTED:
            break
    _summarise(tasks, codes)
    return max(codes)


def meant(path: Path) -> Task:
    """A plan or a form is built, a text of another kind becomes a plan, both beside what was dropped."""
    from docgen.reader.read import READABLE

    suffix = "" if path.is_dir() or _renamed(path) else path.suffix.lower()
    if suffix in PLANS:
        return Task(path, ("build", str(path)), path.with_suffix(".docx"))
    if suffix in READABLE:
        return Task(path, ("import", str(path)), path.with_suffix(".yaml"))
    return Task(path, (), path)


def _renamed(path: Path) -> bool:
    """Whether this is a plan to whose name Notepad has added its own ending."""
    return path.suffix.lower() == ".txt" and path.stem.lower().endswith(PLANS)


def _replacing(tasks: list[Task], ask: Ask) -> list[Task]:
    """The same tasks; those whose document was built before shall replace it, if the person agrees. A plan
    is never replaced: it holds what was typed since."""
    old = {task.result: task for task in reversed(tasks) if task.words[:1] == ("build",)}
    old = {result: task for result, task in old.items() if result.exists()}
    if not old:
        return tasks
    names = "\n".join(f"    {result}" for result in reversed(old))
    question = _("这些文件已经有了：\n{names}\n换成新的，输入 y 再按回车；不换，直接按回车：")
    if ask(question.format(names=names)).strip().lower() not in YES:
        return tasks
    return [
        task._replace(words=(*task.words, "--force")) if old.get(task.result) is task else task
        for task in tasks
    ]


def _do(task: Task, call: Call) -> int:
    refusal = _refusal(task)
    if refusal:
        output.print_problems([refusal], sys.stderr)
        return WRONG_CALL
    code = call(list(task.words))
    sys.stdout.flush()
    return code


def _refusal(task: Task) -> Problem | None:
    """Why nothing is done with what was dropped."""
    if task.path.is_dir():
        return error("CLI-012", _("这是文件夹，不是文件"), Place(str(task.path)), hint=_inside(task.path))
    if _renamed(task.path):
        hint = _("把文件名最后的“.txt”去掉，再拖一次；看不到的，在文件资源管理器的“查看”里勾上“文件扩展名”")
        return error("CLI-012", _("这是计划，记事本在名字后面添了“.txt”"), Place(str(task.path)), hint=hint)
    if not task.words:
        from docgen.reader.read import READABLE

        sentence = _("不会读“{suffix}”文件").format(suffix=task.path.suffix or task.path.name)
        hint = _("可以拖上来：{kinds}").format(kinds=_("、").join((*PLANS, *READABLE)))
        return error("CLI-012", sentence, Place(str(task.path)), hint=hint)
    if task.result.exists() and "--force" not in task.words:
        hint = _("把它改名，或者移到别的文件夹，再拖一次")
        return error("CLI-002", _("文件已经有了，没有覆盖它"), Place(str(task.result)), hint=hint)
    return None


def _inside(folder: Path) -> str:
    """What to drop instead of `folder`."""
    try:
        names = sorted(path.name for path in folder.iterdir() if path.suffix.lower() in PLANS)[:5]
    except OSError:
        names = []
    if not names:
        return _("打开它，选中里面的计划或者Word文件，一起拖上来")
    return _("打开它，选中里面的文件，一起拖上来，如{names}").format(names=_("、").join(names))


def _summarise(tasks: list[Task], codes: list[int]) -> None:
    failed = [task for task, code in zip(tasks, codes, strict=False) if code != DONE]
    left = len(tasks) - len(codes)
    if failed:
        names = _("、").join(task.path.name for task in failed)
        _say(_("没有做成：{names}。照上面的话改好，再拖一次"), names=names)
    if left:
        _say(_("还有{count}个没有做"), count=left)
    if len(codes) > len(failed):
        _say(_("做好了{count}个，放在上面写的地方"), count=len(codes) - len(failed))


def _say(sentence: str, **fields: object) -> None:
    print(sentence.format(**fields), file=sys.stderr)


def closing() -> str:
    """What the window says when all is done."""
    return _("按回车键关闭这个窗口……")


def welcome(system: str, program: str) -> str:
    """What `program` is and how it is used on `system` (as `sys.platform` names it)."""
    what = _("docgen 把计划排成符合 GB/T 9704-2012 的 Word 文件。")
    return "\n\n".join([what, _by_mouse() if system == "win32" else _by_terminal(), _where(system)]).format(
        program=program
    )


def _by_mouse() -> str:
    return _(
        "不用打命令，用鼠标拖：\n"
        "  一、计划（.yaml）、填好的填报表（.xlsx）：拖到 {program} 的图标上松开，\n"
        "      旁边就有同名的 Word 文件。\n"
        "  二、去年的 Word 文件（.docx；装了 LibreOffice 的，.doc、.wps 也行）：同样拖上来，\n"
        "      旁边就有同名的计划。用记事本改成今年的，保存，再把计划拖上来。\n"
        "  三、几个文件：选中了一起拖，一个一个做。\n\n"
        "每次都出来一个窗口，写着做好的文件在哪里；写错了的，写着在第几行、怎么改。\n"
        "看完按回车，窗口就关了。"
    )


def _by_terminal() -> str:
    return _(
        "在这个文件夹里打开终端，输入 ./{program}，空一格，把文件拖进终端，回车：\n"
        "  一、计划（.yaml）、填好的填报表（.xlsx）：旁边就有同名的 Word 文件。\n"
        "  二、去年的 Word 文件（.docx；装了 LibreOffice 的，.doc、.wps 也行）：\n"
        "      旁边就有同名的计划。改成今年的，保存，再做一次。\n"
        "  三、几个文件：一个一个拖进去，中间空一格。"
    )


def _where(system: str) -> str:
    sample = _("还没有计划的：旁边“样本”文件夹里有几份，复制到自己的文件夹里改。")
    if system != "win32":
        return sample + "\n" + _("会打命令的：./{program} --help")
    shortcut = _(
        "放在顺手的地方：右键 {program}，选“发送到”—“桌面快捷方式”，以后拖到桌面的图标上。\n"
        "{program} 自己不要移走，它离不开旁边的 _internal 文件夹。"
    )
    command = _("会打命令的：在这个文件夹的地址栏里输入 cmd，回车，再输入 {program} --help")
    return "\n".join([shortcut, sample, command])
