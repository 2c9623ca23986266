"""The library's face: `render` a plan to a `Document`, `check` it for problems; `read` a file of someone
else's, `to_plan` what was read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.i18n import _
from docgen.made import Document
from docgen.problems import CannotRead, DocgenError, Problem, error

if TYPE_CHECKING:
    from docgen.assembly.assemble import Assembled
    from docgen.plan_file import Source


def render(
    source: str | Path | Mapping[str, Any],
    template: str | Path | None = None,
    *,
    numbers: str | None = None,
    folder: str | Path = ".",
) -> Document:
    """The paper of a plan: a path to its YAML file, or its data. `template` names the template where
    the plan does not, or is its folder; `numbers` is live or text. `folder` is where the pictures,
    tables and templates of data lie; those of a file lie beside it. Raises `DocgenError` with every problem;
    the place of a problem of data names the way to its value (落款.日期)."""
    from docgen import pipeline

    if numbers not in (None, "live", "text"):
        raise ValueError(numbers)
    name = str(template.resolve()) if isinstance(template, Path) else template
    return Document(pipeline.run(_given(source, folder), name, numbers))


def _given(source: str | Path | Mapping[str, Any], folder: str | Path) -> Source:
    """`source` with the folder its files lie in, where that is not told by a path."""
    from docgen.plan_file import Given
    from docgen.source.mapping import from_mapping

    if isinstance(source, Mapping):
        return Given(from_mapping(source), Path(folder))
    if not isinstance(source, str | Path | Given):
        raise TypeError(_("计划要是字典或者文件的路径，不是{type}").format(type=type(source).__name__))
    return source


def assemble(path: str | Path) -> Assembled:
    """The book or the joined plan that a BOOK.yaml describes (汇编, 合编), to be saved as .docx or .pdf. Page
    numbers of the table of contents are measured with LibreOffice; without it they are left to be filled in
    when the file is opened, which its `problems` tell. Raises `DocgenError` with every problem of the book
    and of all its parts, `CannotRead` where there is no such file."""
    from docgen.assembly import assemble

    return assemble.assemble(path)


def read(path: str | Path) -> Document:
    """The paper in a file of someone else's (.docx, .txt, .md; .doc, .wps, .odt, .rtf with LibreOffice), its
    numbers counted anew; its `problems` say what was repaired and what is doubtful. Raises `CannotRead` for
    a file that is none of these, `NotInstalled` without LibreOffice where it is needed."""
    from docgen.intake import received

    return Document(received.received(Path(path)))


def to_plan(document: Document) -> dict[str, Any]:
    """The plan of a document, as a mapping that `render` takes: what `docgen import` writes, without its
    comments. Pictures are left to their captions, for a mapping has no files beside it."""
    from docgen.intake import received

    return received.plain_plan(document.paper)


def check(
    source: str | Path | Mapping[str, Any], template: str | Path | None = None, *, folder: str | Path = "."
) -> list[Problem]:
    """Everything that is wrong with a plan; empty where nothing is. `template` and `folder` as for `render`.
    Never raises for bad data."""
    from docgen.lint import judge

    try:
        return list(judge.plan(render(source, template, folder=folder)).problems)
    except CannotRead as fault:
        return fault.problems
    except DocgenError as fault:
        return fault.problems
    except RecursionError:
        return [error("YML-099", _("内容嵌套得太深"))]
