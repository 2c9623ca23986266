"""The entrance: chooses the command, keeps its failures from becoming tracebacks."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from itertools import pairwise
from types import ModuleType
from typing import NoReturn

from docgen.cli import (
    assemble,
    batch,
    build,
    check,
    collect,
    district,
    doctor,
    imports,
    new,
    outline,
    output,
    serve,
    template,
    verify,
)
from docgen.cli.failures import INTERRUPTED, WRONG_CALL, code_of, defect, refused
from docgen.cli.parser import Parser, add_common
from docgen.i18n import LANGUAGES, _, speaking
from docgen.problems import DocgenError

COMMANDS = (
    new,
    build,
    batch,
    assemble,
    collect,
    district,
    imports,
    check,
    outline,
    verify,
    template,
    doctor,
    serve,
)
SELDOM = 50_000
"""Objects made between two searches for garbage: a run makes many that stay and ends soon."""


def run(follow: Callable[[], int] | None = None) -> NoReturn:
    """The `docgen` program with the process's streams and exit: `main` with its arguments, or `follow`."""
    output.prepare_streams()
    gc.set_threshold(SELDOM)
    try:
        code = (follow or main)()
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`| head`) has left; Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as trouble:
        # What was to be printed went to a file on a full disk; Python would try once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        output.print_problems(refused(trouble).problems, sys.stderr)
        code = WRONG_CALL
    gc.freeze()  # else all that was loaded is searched for garbage once more at the end
    sys.exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Follows one command line (default: the process's) and returns the exit code:
    0 done, 1 the data has problems, 2 the call is wrong or a file cannot be read, 3 something
    needed is not installed."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    chosen = _language(words)
    with speaking(chosen) if chosen in LANGUAGES else nullcontext():
        try:
            return _follow(words)
        except KeyboardInterrupt:
            print(_("已中断"), file=sys.stderr)
            return INTERRUPTED


def _follow(words: list[str]) -> int:
    try:
        return _call(words)
    except DocgenError as stopped:
        return _tell(stopped, stopped, words)
    except BrokenPipeError:
        raise
    except OSError as trouble:
        return _tell(refused(trouble), trouble, words)
    except Exception as failure:
        return _tell(defect(failure), failure, words)


def _call(words: list[str]) -> int:
    # The options of the other commands are not asked for, and take longer to declare than to parse one.
    named = [module for module in COMMANDS if [name_of(module)] == words[:1]]
    parser = make_parser(named or COMMANDS)
    arguments = parser.parse_args(words)
    if arguments.command is None:
        parser.print_help(sys.stderr)
        return WRONG_CALL
    return int(arguments.run(arguments))


def name_of(module: ModuleType) -> str:
    """What a module's command is called: as the module, unless that is a word of Python's (import)."""
    return str(getattr(module, "NAME", module.__name__.rpartition(".")[2]))


def make_parser(modules: Sequence[ModuleType] = COMMANDS) -> argparse.ArgumentParser:
    """The parser of the commands that `modules` declare, in the language in force."""
    parser = Parser(prog="docgen", description=_("把一份数据文件排成符合GB/T 9704的公文"))
    parser.add_argument("--version", action=Version, help=_("显示版本号"))
    add_common(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=_("命令"))
    for module in modules:
        command = module.add(commands)
        add_common(command, default=argparse.SUPPRESS)
        command.set_defaults(run=module.run)
    return parser


class Version(argparse.Action):
    """Prints the version when asked: finding it takes longer than all other options together."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from docgen.cli.doctor import version

        print(f"docgen {version('docgen-gongwen')}")
        parser.exit()


def _language(words: list[str]) -> str:
    """The value of --lang: needed before the parser, whose help is in that language."""
    for word, following in pairwise([*words, ""]):
        if word == "--lang":
            return following
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return ""


def _tell(stopped: DocgenError, raised: Exception, words: list[str]) -> int:
    if "--debug" in words:
        import traceback

        traceback.print_exception(raised)
    if "--json" in words:
        output.print_json(output.problems_as_json(stopped.problems))
    else:
        output.print_problems(stopped.problems, sys.stderr)
    return code_of(stopped)
