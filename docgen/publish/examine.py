"""Whether a template package is fit to be given out: everything that is wrong with it, by file and line.

What stops it from being opened comes first; then what it lacks, what its files use that nobody gives,
what it declares that nobody uses, and whether its sample makes a paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from docgen import data_files
from docgen.compose import BODY, engine_of
from docgen.i18n import _
from docgen.problems import DocgenError, Place, Problem, error, warning
from docgen.publish.used import FAULT, Use, Uses, uses
from docgen.template import texts
from docgen.template.faults import problem_of
from docgen.template.locks import line_of
from docgen.template.package import MANIFEST, Package
from docgen.template.shelf import open_package

GIVEN = ("各章", "章", "时段", "文种")
"""Names that every template is given beside the keys of the plan."""
EXAMPLE, SCHEMA = "example.yaml", "schema.yaml"
WANTED = ("许可", "版本", "发布单位", "说明")


def examine(folder: Path) -> list[Problem]:
    """All that is wrong with the package in `folder`; never raises for a faulty one."""
    if not (folder / MANIFEST).is_file():
        hint = _("模板是一个文件夹，里面要有template.yaml；新建用 docgen template new")
        return [error("TPL-030", _("这里没有模板"), Place(str(folder)), hint=hint)]
    try:
        package = open_package(folder)
        package.schema.validator  # noqa: B018  built here so that what is wrong with it is told
    except DocgenError as fault:
        return fault.problems
    found = chain(_lacking(package), _files(package), _fields(package), _sections(package), _sample(package))
    return list(dict.fromkeys(found))


def _lacking(package: Package) -> Iterator[Problem]:
    from docgen.source.load import load

    path = package.folder / MANIFEST
    record, _problems = load(path)
    for key in WANTED:
        if not record.get(key):
            sentence = _("模板说明没有写“{key}”").format(key=key)
            hint = _("在template.yaml里补上“{key}: ……”").format(key=key)
            tell = error if key in WANTED[:2] else warning
            yield tell("TPL-031", sentence, Place(str(path), 1), hint=hint)


def own_files(package: Package) -> list[Path]:
    """The template files of the package itself, not its parents'."""
    return sorted(package.folder.rglob("*.md"))


def _files(package: Package) -> Iterator[Problem]:
    """Bad Jinja, names that nobody gives, files that are not there or that nobody includes."""
    known = {*package.schema.mapping.get("properties", {}), *GIVEN}
    included = {section.part for section in package.sections} | {BODY}
    for path in own_files(package):
        try:
            found = uses(texts.read(path), engine_of(package))
        except DocgenError as fault:
            yield from fault.problems
            continue
        except FAULT as fault:
            yield problem_of(fault, path)
            continue
        included.update(use.name for use in found.files)
        yield from _uses(path, found, package, known)
    included |= _included_above(package)
    for path in own_files(package):
        name = path.relative_to(package.folder).as_posix()
        if name not in included:
            sentence = _("没有一处用到这个文件")
            hint = _("在章节里写“部分: {name}”，或者用include引入它；用不着就删去").format(name=name)
            yield warning("TPL-034", sentence, Place(str(path), 1), hint=hint)


def _uses(path: Path, found: Uses, package: Package, known: set[str]) -> Iterator[Problem]:
    for use in found.names:
        if use.name not in known and not use.name.startswith("_"):
            sentence = _("字段表里没有“{name}”，计划写不了它").format(name=use.name)
            hint = _("在schema.yaml的properties里加上它；或者改成已有的键")
            yield error("TPL-032", sentence, Place(str(path), use.line), excerpt=use.name, hint=hint)
    for use in found.forbidden:
        sentence = _("模板不能这样做：{what}").format(what=use.name)
        hint = _("模板只能取计划里的值和用过滤器")
        yield error("TPL-007", sentence, Place(str(path), use.line), excerpt=use.name, hint=hint)
    for use in found.files:
        if engine_of(package).path_of(use.name) is None:
            sentence = _("找不到模板的部分“{name}”").format(name=use.name)
            hint = _("文件要在模板的文件夹里；不能用“..”和绝对路径")
            yield error("TPL-005", sentence, Place(str(path), use.line), excerpt=use.name, hint=hint)


def _included_above(package: Package) -> set[str]:
    """The names of the files that the parents' files include."""
    paths = chain.from_iterable(sorted(folder.rglob("*.md")) for folder in package.folders[1:])
    return {use.name for path in paths for use in _soundly(path, package).files}


def _soundly(path: Path, package: Package) -> Uses:
    try:
        return uses(texts.read(path), engine_of(package))
    except (DocgenError, FAULT):
        return Uses((), (), ())


def _fields(package: Package) -> Iterator[Problem]:
    """Keys of the package's own schema that none of its files prints and no section is filled by."""
    path = package.folder / SCHEMA
    if package.takes or not path.is_file():
        return  # a list of any plan is made by the program, which asks for those keys itself
    declared = (data_files.load(path) or {}).get("properties") or {}
    above = _above(package)
    printed = {section.key for section in package.sections} | {use.name for use in _all_names(package)}
    printed |= set(_words(package.title))
    for key, node in declared.items():
        if key not in printed and key not in above and node is not False:
            sentence = _("字段“{key}”没有一处印出来").format(key=key)
            hint = _("在body.md或章节的部分里用它；或者在template.yaml的章节里加上这个键；用不着就删去")
            yield warning("TPL-033", sentence, Place(str(path), line_of(path, key)), excerpt=key, hint=hint)


def _above(package: Package) -> Iterable[str]:
    from docgen.template.package import schema_of

    return schema_of(package.folders[1:]).mapping.get("properties", {}) if package.folders[1:] else ()


def _all_names(package: Package) -> Iterator[Use]:
    for folder in package.folders:
        for path in sorted(folder.rglob("*.md")):
            yield from _soundly(path, package).names


def _words(title: str) -> Iterator[str]:
    from jinja2 import Environment, meta

    yield from meta.find_undeclared_variables(Environment(autoescape=True).parse(title))


def _sections(package: Package) -> Iterator[Problem]:
    """Sections that no plan can fill, and parts that are not there."""
    known = package.schema.mapping.get("properties", {})
    path = package.folder / MANIFEST
    for section in package.sections:
        place = Place(str(path), line_with(path, section.key))
        if not section.locked and section.key not in known:
            sentence = _("字段表里没有“{name}”，计划写不了这一章").format(name=section.key)
            hint = _("在schema.yaml的properties里加上它")
            yield error("TPL-035", sentence, place, excerpt=section.key, hint=hint)
        if engine_of(package).path_of(section.part) is None:
            sentence = _("找不到模板的部分“{name}”").format(name=section.part)
            hint = _("文件要在模板的文件夹里；不能用“..”和绝对路径")
            yield error("TPL-005", sentence, place, excerpt=section.part, hint=hint)


def line_with(path: Path, word: str) -> int:
    """The first line of a file in which `word` stands, 1 where there is none."""
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    return next((number for number, line in enumerate(lines, 1) if word in line), 1)


def _sample(package: Package) -> Iterator[Problem]:
    """What is told of the sample plan when it is made; an abstract package has none."""
    if package.abstract:
        return
    path = package.folder / EXAMPLE
    if not path.is_file():
        hint = _("放一份填得完整的计划 example.yaml，docgen new 会把它给使用的人")
        yield error("TPL-036", _("没有样例"), Place(str(path)), hint=hint)
        return
    from docgen import api

    try:
        document = api.render(path, str(package.folder))
        document.to_bytes("docx")
        yield from document.problems
    except DocgenError as fault:
        yield from fault.problems
