"""Template packages: a folder with template.yaml, schema.yaml, body.md, sections/, example.yaml.

A package may inherit another (继承): its schema adds to the parent's, a part of the same name
replaces the parent's.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from docgen.i18n import _
from docgen.not_yaml import NotYaml
from docgen.problems import DocgenError, Place, Problem, error

if TYPE_CHECKING:
    from docgen.schema.schema import Schema
    from docgen.source.values import Record

MANIFEST = "template.yaml"


class Layers(NamedTuple):
    """Where chapters stand that do not say so themselves: their own layer (层次) and that of their
    sub-sections (小节层次), 0 for the ordinary one."""

    own: int = 0
    below: int = 0

    def over(self, parent: Layers) -> Layers:
        """These, and `parent`'s where these say nothing."""
        return Layers(self.own or parent.own, self.below or parent.below)


class Section(NamedTuple):
    """A named section of a template: its key in the plan, its heading, how strongly it is expected
    (empty, 建议 or 必须), the part that prints it, its layers, the list of the template's own that
    only this section prints (清单), and the text that it always has (锁定), which no plan may give."""

    key: str
    title: str
    expected: str = ""
    part: str = "sections/chapter.md"
    layers: Layers = Layers()
    holds: str = ""
    locked: str = ""


class Package(NamedTuple):
    """A template package with all it inherits.

    `folders` are its own and its parents', nearest first; `words` the words it uses for 责任 and
    the like; `kind` its 文种 (通知, 请示 …), empty for what is none; `form` its 版式; `title` the Jinja
    expression that composes a title, empty where a plan must give one; `defaults` what lies
    under every plan (编号); `layers` those of its chapters; `kept` what has been compiled from the
    package and is used again. `takes` are the keys that a list (校历, 任务分解表) takes of any plan, which
    is then checked by the template it was written for; empty for a template that asks for plans of its own.
    `locked` are the keys of a plan which no template that inherits this one may ask for less strictly
    (锁定); `renamed` gives for keys of former versions what they are called now (改名).
    """

    id: str
    name: str
    version: str
    publisher: str
    summary: str
    abstract: bool
    folders: tuple[Path, ...]
    title: str
    kind: str
    form: str
    words: Mapping[str, str]
    defaults: Record
    layers: Layers
    sections: tuple[Section, ...]
    kept: dict[str, Any]
    takes: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()
    renamed: Mapping[str, str] = MappingProxyType({})
    licence: str = ""

    @property
    def folder(self) -> Path:
        return self.folders[0]

    @property
    def example_text(self) -> str:
        """The complete sample plan that comes with the package."""
        return (self.folder / "example.yaml").read_text(encoding="utf-8-sig")

    @property
    def schema(self) -> Schema:
        """The package's schema with its parents', built once and kept."""
        if "schema" not in self.kept:
            self.kept["schema"] = schema_of(self.folders)
        kept: Schema = self.kept["schema"]
        return kept


def schema_of(folders: tuple[Path, ...]) -> Schema:
    """The schema of a package that lies in the first of `folders` and inherits the others."""
    from docgen.schema.schema import Schema

    files = [place / "schema.yaml" for place in folders if (place / "schema.yaml").is_file()]
    combined: Mapping[str, Any] = {}
    for path in reversed(files):
        combined = _read_schema(path, combined)
    return Schema(combined, files)


def _read_schema(path: Path, parent: Mapping[str, Any]) -> dict[str, Any]:
    """The schema in `path` on top of `parent`; raises `DocgenError` where it is not readable YAML."""
    from docgen import data_files
    from docgen.schema.combine import combine
    from docgen.template import texts

    try:
        texts.read(path)
        own = data_files.load(path) or {}
    except NotYaml as fault:
        raise DocgenError(_unreadable(Place(str(path), fault.line, fault.column))) from None
    except (ValueError, RecursionError):
        raise DocgenError(_unreadable(Place(str(path), 1))) from None
    if not isinstance(own, Mapping):
        raise DocgenError(_unreadable(Place(str(path), 1)))
    return combine(parent, own)


def _unreadable(place: Place) -> Problem:
    return error("TPL-009", _("模板的字段表读不出来"), place, hint=_("检查缩进、冒号和引号"))
