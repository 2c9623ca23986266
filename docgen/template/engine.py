"""The engine: Jinja set up so that a value is never markup, a missing value is an error, and a
template can do nothing but read values.

Output carries marks that say which line of which file it came from (see `markup.lines`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import sandbox
from jinja2.environment import TemplateModule
from jinja2.runtime import LoopContext
from markupsafe import Markup

from docgen.document import Footnote, Reference
from docgen.i18n import _
from docgen.template.faults import ValueFault
from docgen.template.texts import read
from docgen.template.tokens import LINE_CLOSE, LINE_OPEN, Piece, rendering

OPENING = re.compile(r"\{\{|\{%|\{#")
CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}


class Missing(jinja2.StrictUndefined):
    """A value the plan does not have: it may be asked for with `if`, all else is an error."""

    __slots__ = ()

    def __bool__(self) -> bool:  # type: ignore[override]  # Jinja declares that it never returns
        if self._undefined_obj is not jinja2.utils.missing:
            return False
        return super().__bool__()

    @property
    def _undefined_message(self) -> str:
        name = self._undefined_name
        if self._undefined_hint:
            return str(self._undefined_hint)
        if self._undefined_obj is jinja2.utils.missing:
            return _("没有叫“{name}”的值").format(name=name)
        return _("这里缺少“{name}”").format(name=name)


PLAIN = (str, int, float, Decimal, date, list, tuple, LoopContext, TemplateModule)
"""What a template may ask for its attributes. Whatever else it gets hold of may lead to files."""
MOST_TEXT = 1_000_000
"""Characters or entries that an operator of a template may make."""
MOST_POWER = 1000
"""Of a base and of an exponent."""


class Engine(sandbox.ImmutableSandboxedEnvironment):
    """Jinja for one template package: `folders` are the package's own and its parents', nearest
    first; `files` lists the template files in the order in which they were loaded."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(
            undefined=Missing,
            autoescape=True,
            finalize=hold,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            keep_trailing_newline=True,
            loader=jinja2.FunctionLoader(self._load),
        )
        self.files: list[str] = []
        self._folders = folders
        self.globals = {name: self.globals[name] for name in ("range",)}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A mapping is looked up by item only: `v.items` is the key 条目, never a method."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Mapping):
            return obj[argument] if argument in obj else self.undefined(obj=obj, name=argument)
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may have this attribute of `obj`; a piece, a place or a path has none for it."""
        return isinstance(obj, PLAIN) and super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """What `operator` makes of two values, unless that could fill the memory or take for ever."""
        if operator == "*":
            too_large = _extent(left) * _extent(right) > MOST_TEXT and not _are_numbers(left, right)
        else:
            too_large = _are_numbers(left, right) and max(abs(left), abs(right)) > MOST_POWER
        if too_large:
            raise jinja2.exceptions.SecurityError(_("这一步的结果会过大"))
        return super().call_binop(context, operator, left, right)

    def _load(self, name: str) -> tuple[str, str, None] | None:
        path = self.path_of(name)
        if path is None:
            return None
        if str(path) not in self.files:
            self.files.append(str(path))
        return marked(read(path), self.files.index(str(path))), str(path), None

    def path_of(self, name: str) -> Path | None:
        """The file `name` of the package or the nearest of its parents; None where none has it, or it would
        lie outside of them."""
        parts = name.replace("\\", "/").split("/")
        if ".." in parts or ":" in name or name.startswith(("/", "\\")):
            return None
        for folder in self._folders:
            path = folder.joinpath(*parts)
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                return path
        return None


def _extent(value: Any) -> int:
    """How much a factor makes of a text or list: its length, or the number itself."""
    if isinstance(value, (str, list, tuple)):
        return len(value)
    return value if isinstance(value, int) else 1


def _are_numbers(*values: Any) -> bool:
    return all(isinstance(value, (int, float)) for value in values)


@jinja2.pass_context
def hold(_context: object, value: Any) -> Markup:
    """Jinja's finalizer: puts a token for what `{{ }}` inserts; anything but text, a number or a
    piece is an error. It asks for the context so that Jinja does not call it while compiling."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return Markup(rendering.get().put(value))
    if isinstance(value, (Piece, Reference, Footnote)):
        return Markup(rendering.get().put(value))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Markup(rendering.get().put(str(value)))
    if isinstance(value, jinja2.Undefined):
        return Markup(str(value))
    raise ValueFault(
        _("{{{{ }}}} 里只能放文字和数字，这里是{kind}").format(kind=_kind(value)),
        _("列表用 {% for %} 逐项写，或用“内容”“表格”等过滤器"),
    )


def _kind(value: Any) -> str:
    if isinstance(value, Mapping):
        return _("对照表")
    if isinstance(value, bool):
        return _("是或否")
    if value is None:
        return _("空值")
    return _("列表") if isinstance(value, (list, tuple)) else type(value).__name__


def marked(source: str, number: int) -> str:
    """`source` with a mark in front of every line that prints text of its own; lines inside a tag
    and lines that are nothing but a tag stay as they are."""
    out = []
    waiting = ""
    for index, line in enumerate(source.split("\n"), 1):
        bare = line.lstrip(" \t")
        if not waiting and bare and not bare.startswith(("{%", "{#")):
            out.append(f"{LINE_OPEN}{number}:{index}{LINE_CLOSE}{line}")
        else:
            out.append(line)
        waiting = _still_open(line, waiting)
    return "\n".join(out)


def _still_open(line: str, waiting: str) -> str:
    """The closing sign that is still awaited at the end of `line`, or nothing."""
    position = 0
    while True:
        if waiting:
            position = line.find(waiting, position)
            if position < 0:
                return waiting
            position += len(waiting)
            waiting = ""
        found = OPENING.search(line, position)
        if not found:
            return ""
        waiting = CLOSING[found[0]]
        position = found.end()
