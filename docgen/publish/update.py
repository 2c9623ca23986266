"""A filled plan moved to a new version of its template: what is kept, renamed, without a place, missing.

The plan's text is changed only where it has to be; a key that the new version does not know becomes a
comment where it stood, so nothing that somebody wrote is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from docgen.i18n import _
from docgen.plan_text.edits import Edits
from docgen.plan_text.nodes import Node, compose, end_of, pairs, start_of
from docgen.problems import DocgenError, Place, Problem, has_errors, warning
from docgen.source.decode import decode, read_bytes
from docgen.source.load import loads
from docgen.source.values import Record
from docgen.template import shelf
from docgen.template.package import Package
from docgen.template.versions import same, wanted

KEPT, RENAMED, HOMELESS, MISSING = "kept", "renamed", "homeless", "missing"
TEMPLATE = "模板"


class Change(NamedTuple):
    """What became of a key: KEPT, RENAMED (to `to`), HOMELESS (now a comment), or MISSING (wanted by the
    new version); `line` is its line in the old plan, 0 where it was not there."""

    what: str
    key: str
    line: int
    to: str = ""


class Updated(NamedTuple):
    """The new text of the plan, what became of each key, and what is told of it."""

    text: str
    package: Package
    changes: list[Change]
    problems: list[Problem]


def update(plan: Path, name: str | None = None) -> Updated:
    """`plan` for the template called `name` (`名称@版本`), or for the newest version of its own. Raises
    `DocgenError` for a plan that cannot be read and a template that is not there."""
    raw = read_bytes(plan, str(plan))
    text, told = decode(raw, str(plan))
    record, problems = loads(text, str(plan))
    problems = told + problems
    if has_errors(problems):
        raise DocgenError(problems)
    package = _package(record, plan.parent, name)
    edits, changes = _changed(text, package)
    done = edits.done()
    missing = [Change(MISSING, key, 0) for key in _missing(loads(done, str(plan))[0], package)]
    if missing:
        done = done.rstrip("\n") + "\n" + "".join(f"# {_asked(change.key)}\n" for change in missing)
    changes += missing
    newline = done.replace("\n", "\r\n") if b"\r\n" in raw else done
    return Updated(newline, package, changes, [*problems, *_told(changes, plan)])


def _package(record: Record, near: Path, name: str | None) -> Package:
    own = str(record.get(TEMPLATE, ""))
    return shelf.find(name or wanted(own).name, near)


def _changed(text: str, package: Package) -> tuple[Edits, list[Change]]:
    edits, changes = Edits(text), list[Change]()
    rows = pairs(compose(text) or yaml.MappingNode("", []))
    for key, (name, value) in rows.items():
        line = name.start_mark.line + 1
        if key == TEMPLATE:
            _repin(edits, value, package)
            changes.append(Change(KEPT, key, line))
        else:
            changes.append(_settle(edits, text, rows, key, package))
            changes += _within(edits, key, value, package)
    return edits, changes


def _repin(edits: Edits, value: Node, package: Package) -> None:
    """A plan that named a version names the new one; one that named none goes on doing so."""
    if not isinstance(value, yaml.ScalarNode):
        return
    named = wanted(value.value)
    if named.version and not same(named.version, package.version):
        edits.retype(value, f"{named.name}@{package.version}")


def _settle(
    edits: Edits, text: str, rows: dict[str, tuple[yaml.ScalarNode, Node]], key: str, package: Package
) -> Change:
    name, value = rows[key]
    line = name.start_mark.line + 1
    known = package.schema.mapping.get("properties", {})
    new = package.renamed.get(key, "")
    if new and new not in rows and new in known:
        edits.retype(name, new)
        return Change(RENAMED, key, line, new)
    if known.get(key, False) is not False or _is_section(key, package):
        return Change(KEPT, key, line)
    _comment_out(edits, text, name, value, package)
    return Change(HOMELESS, key, line, new)


def _is_section(key: str, package: Package) -> bool:
    return any(section.key == key and not section.locked for section in package.sections)


def _within(edits: Edits, key: str, value: Node, package: Package) -> Iterator[Change]:
    """Keys within a mapping that are called otherwise now (`落款.单位: 落款.署名`)."""
    for inner, (name, _value) in pairs(value).items():
        old = f"{key}.{inner}"
        new = package.renamed.get(old, "")
        last = new.rpartition(".")[2]
        if new and last not in pairs(value):
            edits.retype(name, last)
            yield Change(RENAMED, old, name.start_mark.line + 1, new)


def _comment_out(edits: Edits, text: str, name: yaml.ScalarNode, value: Node, package: Package) -> None:
    start = text.rfind("\n", 0, start_of(name)) + 1
    end = end_of(value, text)
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    lines = text[start:stop].split("\n")
    head = _("核对：{template}没有“{key}”，内容留在下面").format(
        template=f"{package.name}{package.version}", key=name.value
    )
    edits.replace(start, stop, "\n".join([f"# {head}", *(f"# {line}" for line in lines)]))


def _missing(record: Record, package: Package) -> Iterator[str]:
    filled = {str(chapter.get("标题")) for chapter in record.get("章节") or [] if isinstance(chapter, Record)}
    wanted_keys = [str(key) for key in package.schema.mapping.get("required", ())]
    wanted_keys += [
        section.key
        for section in package.sections
        if section.expected and not section.locked and section.title not in filled
    ]
    return (key for key in dict.fromkeys(wanted_keys) if key not in record)


def _asked(key: str) -> str:
    return _("核对：新版要有“{key}”，请补上").format(key=key)


def _told(changes: list[Change], plan: Path) -> Iterator[Problem]:
    for change in changes:
        place = Place(str(plan), change.line) if change.line else Place(str(plan))
        if change.what == HOMELESS:
            sentence = _("新版没有“{key}”，内容改成了注释").format(key=change.key)
            hint = _("把有用的话移到别的章节里，再删去注释")
            yield warning("TPL-050", sentence, place, excerpt=change.key, hint=hint)
        elif change.what == MISSING:
            sentence = _("新版要有“{key}”，计划里没有").format(key=change.key)
            hint = _("在计划里补上“{key}:”").format(key=change.key)
            yield warning("TPL-051", sentence, place, hint=hint)
