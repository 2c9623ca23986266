"""Template errors: whatever Jinja raised → a problem with the template's file, line and expression."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.problems import Place, Problem, error
from docgen.template.sayings import said

EXPRESSION = pattern(r"\{\{.*?\}\}|\{%.*?%\}")


class ValueFault(ValueError):
    """What a filter or the finalizer raises: a sentence without a place, which is the template's."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def problem_of(fault: Exception, file: Path | str) -> Problem:
    """The problem that `fault`, raised by compiling or rendering the template in `file`, stands for."""
    import jinja2

    if isinstance(fault, jinja2.TemplateSyntaxError):
        return _syntax(fault, file)
    place = _place(fault.__traceback__) or Place(str(file), 1)
    id, sentence, hint = _told(fault)
    return error(id, sentence, place, excerpt=_expression(place), hint=hint)


def _told(fault: Exception) -> tuple[str, str, str]:
    """Id, sentence and hint for `fault`."""
    import jinja2

    if isinstance(fault, ValueFault):
        return "TPL-006", str(fault), fault.hint
    if isinstance(fault, jinja2.TemplateNotFound):
        sentence = _("找不到模板的部分“{name}”").format(name=fault.name)
        return "TPL-005", sentence, _("文件要在模板的文件夹里；不能用“..”和绝对路径")
    if isinstance(fault, jinja2.UndefinedError):
        return "TPL-004", str(fault.message), _("在计划里补上它，或在模板里先用 {% if … %} 判断")
    if isinstance(fault, jinja2.exceptions.SecurityError):
        sentence = _("模板不能这样做：{what}").format(what=said(fault))
        return "TPL-007", sentence, _("模板只能取计划里的值和用过滤器")
    sentence = _("模板在这里算不下去：{what}").format(what=said(fault))
    return "TPL-008", sentence, _("检查这一行用到的值和过滤器")


def _syntax(fault: Exception, file: Path | str) -> Problem:
    name = getattr(fault, "filename", None) or str(file)
    place = _with_column(Place(str(name), int(getattr(fault, "lineno", 1)), 1))
    return error(
        "TPL-003",
        _("模板的写法有误：{what}").format(what=said(fault.args[0] if fault.args else fault)),
        place,
        excerpt=_expression(place) or _line(place),
        hint=_("检查 {% %} 和 {{ }} 是否成对、名称是否写对"),
    )


def _place(trace: TracebackType | None) -> Place | None:
    """The innermost line of a template in `trace`, in which Jinja has put frames of its own that
    stand for the template's lines."""
    place = None
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            place = Place(trace.tb_frame.f_code.co_filename, trace.tb_lineno, 1)
        trace = trace.tb_next
    return _with_column(place) if place else None


def _with_column(place: Place) -> Place:
    found = EXPRESSION.search(_line(place))
    return Place(place.file, place.line, found.start() + 1 if found else 1)


def _expression(place: Place) -> str:
    found = EXPRESSION.search(_line(place))
    return found[0] if found else _line(place)


def _line(place: Place) -> str:
    path = Path(place.file)
    if not path.is_file():
        return ""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return lines[place.line - 1] if 0 < place.line <= len(lines) else ""
