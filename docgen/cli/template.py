"""`docgen template`: what a bureau does with its templates, and a school with those it is given."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docgen.cli import files, output
from docgen.cli.failures import BAD_DATA, DONE, WrongCall
from docgen.i18n import _
from docgen.patterns import pattern
from docgen.problems import error, has_errors, stop_on_errors

ID = pattern(r"[a-z][a-z0-9-]*")
KEYS = ("docgen-private.pem", "docgen-public.pem")


def add(commands: Any) -> argparse.ArgumentParser:
    """Declares the command and its actions, and returns its parser."""
    words = _("查看、新建、检查、打包、安装模板，把计划换到新版模板")
    parser: argparse.ArgumentParser = commands.add_parser("template", help=words, description=words)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title=_("做什么"), required=True)
    for name, (help, act, options) in _actions().items():
        action = actions.add_parser(name, help=help, description=help)
        for option, settings in options.items():
            action.add_argument(*option.split(), **settings)
        action.set_defaults(act=act)
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Does the action; its exit code."""
    act: Callable[[argparse.Namespace], int] = arguments.act
    return act(arguments)


Options = dict[str, dict[str, Any]]
Action = tuple[str, Callable[[argparse.Namespace], int], Options]


def _actions() -> dict[str, Action]:
    json: Options = {"--json": {"action": "store_true", "help": _("把结果打印成JSON")}}
    force: Options = {"--force": {"action": "store_true", "help": _("已有同名文件时覆盖")}}
    name: Options = {"name": {"metavar": "NAME", "help": _("模板的名称或代号，可以带版本：工作计划@1.0")}}
    folder: Options = {"folder": {"metavar": "DIR", "help": _("模板的文件夹")}}
    to: Options = {"-o --output": {"metavar": "OUT", "help": _("写到哪里")}}
    return {
        "list": (_("列出能用的模板"), _list, json),
        "show": (_("一个模板的说明：章节、字段、版本、发布单位"), _show, name | json),
        "new": (_("新建一个模板的文件夹"), _new, name | _new_options() | to | force),
        "check": (_("检查模板，列出全部问题"), _check, folder | json),
        "pack": (_("把模板打成一个文件"), _pack, folder | to | _sign_options() | force),
        "install": (_("安装打好的模板"), _install, _install_options()),
        "update": (_("把填好的计划换到新版模板"), _update, _update_options() | to | force | json),
        "form": (_("把模板做成Word填报表"), _form, name | to | force),
        "keys": (_("生成签名用的一对密钥"), _keys, to | force),
    }


def _new_options() -> Options:
    return {
        "--id": {"metavar": "ID", "required": True, "help": _("代号：小写字母、数字和连字符")},
        "--parent": {"metavar": "NAME", "default": "工作计划", "help": _("继承哪个模板，不写就是工作计划")},
        "--publisher": {"metavar": "ORGAN", "default": "待填", "help": _("发布单位")},
    }


def _sign_options() -> Options:
    return {"--sign": {"metavar": "KEY.pem", "help": _("用这把私钥签名")}}


def _install_options() -> Options:
    return {
        "file": {"metavar": "FILE.docgen", "help": _("打好的模板")},
        "--key": {"metavar": "KEY.pem", "help": _("只装这把公钥的主人签过名的")},
    }


def _update_options() -> Options:
    return {
        "plan": {"metavar": "PLAN.yaml", "help": _("填好的计划")},
        "--to": {"metavar": "NAME@VERSION", "help": _("换到哪个模板哪一版，不写就是同名模板的最新版")},
    }


def _list(arguments: argparse.Namespace) -> int:
    from docgen.template.shelf import catalogue

    found = catalogue(Path())
    if arguments.json:
        keys = ("id", "name", "version", "publisher", "summary")
        output.print_json({"templates": [{key: getattr(one, key) for key in keys} for one in found]})
        return DONE
    for one in found:
        summary = one.summary.partition("\n")[0]
        print(f"{one.name}@{one.version}  {one.id}  {one.publisher}  {summary}")
    return DONE


def _show(arguments: argparse.Namespace) -> int:
    from docgen.publish.told import as_data, lines
    from docgen.template.shelf import find

    package = find(arguments.name, Path())
    if arguments.json:
        output.print_json(as_data(package))
    else:
        print("\n".join(lines(package)))
    return DONE


def _new(arguments: argparse.Namespace) -> int:
    from docgen.publish.fresh import files as made
    from docgen.template.shelf import find

    if not ID.fullmatch(arguments.id):
        raise WrongCall(
            error("CLI-001", _("--id 只能用小写字母、数字和连字符，以字母开头"), excerpt=arguments.id)
        )
    folder = Path(arguments.output or arguments.id)
    contents = made(arguments.id, arguments.name, arguments.publisher, find(arguments.parent, Path()))
    paths = [folder / name for name in contents]
    files.refuse_to_overwrite(paths, source=None, force=arguments.force)
    files.write_all([(folder / name, text.encode("utf-8")) for name, text in contents.items()])
    print(folder)
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    from docgen.publish.examine import examine

    folder = Path(arguments.folder)
    problems = examine(folder)
    if arguments.json:
        output.print_json(output.problems_as_json(problems))
    elif problems:
        output.print_problems(problems, sys.stdout)
    else:
        print(_("{path}：没有发现问题").format(path=folder))
    return BAD_DATA if has_errors(problems) else DONE


def _pack(arguments: argparse.Namespace) -> int:
    from docgen.publish.pack import pack

    name, content = pack(Path(arguments.folder), Path(arguments.sign) if arguments.sign else None)
    target = Path(arguments.output or ".")
    target = target / name if target.is_dir() or not target.suffix else target
    files.refuse_to_overwrite([target], source=None, force=arguments.force)
    files.write(target, content)
    print(target)
    return DONE


def _install(arguments: argparse.Namespace) -> int:
    from docgen.publish.install import install

    done = install(Path(arguments.file), Path(arguments.key) if arguments.key else None)
    output.print_problems(done.problems, sys.stderr)
    print(done.folder if done.fresh else _("{folder}：已经装过").format(folder=done.folder))
    return DONE


def _update(arguments: argparse.Namespace) -> int:
    from docgen.publish.told import changes
    from docgen.publish.update import update

    plan = Path(arguments.plan)
    updated = update(plan, arguments.to)
    stop_on_errors(updated.problems)
    target = Path(arguments.output or plan.with_stem(f"{plan.stem}-{updated.package.version}"))
    if not (arguments.force and target == plan):
        files.refuse_to_overwrite([target], source=plan, force=arguments.force)
    files.write(target, updated.text.encode("utf-8"))
    if arguments.json:
        rows = [change._asdict() for change in updated.changes]
        output.print_json(
            {"written": str(target), "changes": rows} | output.problems_as_json(updated.problems)
        )
        return DONE
    print("\n".join(changes(updated.changes)))
    output.print_problems(updated.problems, sys.stderr)
    print(target)
    return DONE


def _form(arguments: argparse.Namespace) -> int:
    from docgen.forms.write_form import write
    from docgen.template.shelf import find

    package = find(arguments.name, Path())
    target = Path(arguments.output or f"{package.name}.docx")
    target = target / f"{package.name}.docx" if files.names_a_folder(str(target)) else target
    if target.suffix.lower() != ".docx":
        sentence = _("填报表要写成.{kind}文件").format(kind="docx")
        raise WrongCall(error("CLI-006", sentence, excerpt=str(target), hint=_("把 -o 的扩展名改过来")))
    files.refuse_to_overwrite([target], source=None, force=arguments.force)
    files.write(target, write(package))
    print(target)
    return DONE


def _keys(arguments: argparse.Namespace) -> int:
    from docgen.publish.sign import new_keys

    folder = Path(arguments.output or ".")
    paths = [folder / name for name in KEYS]
    files.refuse_to_overwrite(paths, source=None, force=arguments.force)
    files.write_all(list(zip(paths, new_keys(), strict=True)))
    print(*paths, sep="\n")
    return DONE
