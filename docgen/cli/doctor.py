"""`docgen doctor`: what this machine has of all that docgen can use."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docgen.cli.failures import DONE
from docgen.i18n import _
from docgen.problems import DocgenError

DISTRIBUTION = "docgen-gongwen"
NEEDED = ("Jinja2", "PyYAML", "jsonschema-rs", "Babel", "python-docx", "docxcompose")
OPTIONAL = {
    "openpyxl": "sheets",
    "chinesecalendar": "calendar",
    "holidays": "calendar",
    "lunar_python": "calendar",
    "icalendar": "calendar",
    "pdfplumber": "verify",
    "cryptography": "sign",
    "distributed": "cluster",
}
"""Distributions that not everyone needs, with the extra that brings each."""


def add(commands: Any) -> argparse.ArgumentParser:
    """Declares the command and returns its parser."""
    words = _("看这台电脑上缺什么")
    parser: argparse.ArgumentParser = commands.add_parser("doctor", help=words, description=words)
    return parser


def run(_arguments: argparse.Namespace) -> int:
    """Prints a line a finding; returns 0, for nothing of this is an error by itself."""
    for line in findings():
        print(line)
    return DONE


def version(distribution: str) -> str:
    """The installed version of `distribution`, or empty where it is not installed."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed(distribution)
    except PackageNotFoundError:
        return ""


def findings() -> Iterator[str]:
    """The lines of the report: versions, LibreOffice, faces, templates."""
    import platform

    yield f"docgen {version(DISTRIBUTION)}, Python {platform.python_version()}, {platform.platform()}"
    for name in (*NEEDED, *_optional()):
        yield f"{name}: {version(name) or _absent(name)}"
    yield _("窗口的编码：{encoding}").format(encoding=sys.stdout.encoding)
    yield f"LibreOffice: {_office()}"
    yield from _faces()
    yield _("模板：{names}").format(names=_("、").join(_templates()))


def _optional() -> list[str]:
    """What is asked for besides what docgen needs; a folder build never holds a cluster."""
    frozen = getattr(sys, "frozen", False)
    return [name for name, extra in OPTIONAL.items() if not (frozen and extra == "cluster")]


def _absent(name: str) -> str:
    """That `name` is not there, and the command that brings it; a folder build has no pip."""
    if getattr(sys, "frozen", False):
        return _("没有打包进来；要用，请做这个文件夹的人装上它，再做一次")
    wanted = f"{DISTRIBUTION}[{OPTIONAL[name]}]" if name in OPTIONAL else DISTRIBUTION
    return _("没有安装") + f'  python -m pip install "{wanted}"'


def _office() -> str:
    from docgen import libreoffice

    try:
        return libreoffice.find_soffice()
    except DocgenError:
        free = _("免费，从 {address} 下载").format(address="https://zh-cn.libreoffice.org")
        return _("没有找到，不能生成pdf，不能量版面") + f"  {free}"


def _faces() -> Iterator[str]:
    from docgen import fonts, formats

    absent: list[str] = []
    for name in ("gbt9704", "gbt9704-windows"):
        lacking = fonts.missing(formats.load(name).used_faces())
        state = _("缺少{faces}").format(faces=_("、").join(lacking)) if lacking else _("齐全")
        yield _("字体（{format}）：{state}").format(format=name, state=state)
        absent += [face for face in lacking if face not in absent]
    have = fonts.installed() if absent else frozenset()
    for face in absent:
        yield _face(face, have)


def _face(name: str, have: frozenset[str]) -> str:
    """What of the faces in `have` stands in for a face that is not there, and where it may be had."""
    from docgen import data_files, faces
    from docgen.resources import folder

    sources = data_files.load(folder("data") / "face_sources.yaml")
    source = sources.get(name) or sources.get(faces.role(name)) or sources["Windows"]
    near = next((other for other in faces.alike(name) if faces.keys(other) & have), "")
    instead = (
        _("这台电脑上相近的是{face}").format(face=near) if near else _("没有相近的字体，别的字体会顶替它")
    )
    return f"  {name}：{instead}。{source}"


def _templates() -> Iterator[str]:
    from docgen.template import shelf

    for found in shelf.catalogue(Path()):
        yield f"{found.name} {found.version}"
