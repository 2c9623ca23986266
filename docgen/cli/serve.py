"""`docgen serve`: a name kept for the web service."""

from __future__ import annotations

import argparse
from typing import Any

from docgen.i18n import _
from docgen.problems import NotInstalled, error


def add(commands: Any) -> argparse.ArgumentParser:
    """Declares the command and returns its parser."""
    words = _("网页服务（这个版本还没有）")
    parser: argparse.ArgumentParser = commands.add_parser("serve", help=words, description=words)
    return parser


def run(_arguments: argparse.Namespace) -> int:
    """Refuses with exit code 3, which is what callers may rely on until the service exists."""
    hint = _("用 docgen build 在命令行生成")
    raise NotInstalled(error("CLI-008", _("网页服务还没有做出来，这个名字先留着"), hint=hint))
