"""The shelf: where template packages are found.

By path, in the plan's folder, the user's folder, among the built-ins, and last, only for a name not
found so far, in installed distributions (entry point `docgen.templates`).
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from itertools import chain, groupby
from pathlib import Path

from docgen.files import is_file, within
from docgen.i18n import _
from docgen.patterns import pattern
from docgen.problems import DocgenError, Place, Problem, error
from docgen.resources import folder as resource_folder
from docgen.source.values import place_of
from docgen.template.manifest import read
from docgen.template.package import MANIFEST, Package
from docgen.template.versions import order, same, wanted

YOUNG = 3_000_000_000
"""Nanoseconds: memory sticks count the times of files by two seconds."""

CALLED = pattern(r"(?m)^(?:id|名称): *(\S.*?) *$")
PLAIN = pattern(r"[\w()（）./-]+")
"""A name that needs no quotes and has no comment behind it."""

_opening: ContextVar[tuple[Path, ...]] = ContextVar("docgen_opening", default=())
"""The packages being opened in this thread, each for the next one's sake: a circle shows here."""

_remembered: ContextVar[dict[tuple[str, Path | None], Package] | None] = ContextVar(
    "docgen_remembered", default=None
)
"""The packages that were found, by name and folder, while they are remembered."""


def find(name: str, near: Path | None = None, place: Place | None = None) -> Package:
    """The package called `name` (name or id), or standing at the path `name`, seen from the folder
    `near`; raises `DocgenError` (TPL-001 with near misses) where there is none."""
    known, key = _remembered.get(), (str(name), near)
    if known is None:
        return _find(name, near, place)
    if key not in known:
        known[key] = _find(name, near, place)
    return known[key]


@contextmanager
def remembering() -> Iterator[None]:
    """Inside, a package is looked for once: for many plans at a time, while nobody changes the shelf."""
    token = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(token)


def of_plan(name: str, folder: Path | None) -> Package:
    """The package that a plan in `folder` calls `name`. A path out of a file or out of data leads nowhere but
    into that folder (FIL-002); one that has no place was named by the user himself."""
    place = place_of(name)
    if place is not None and _is_path(name):
        within(folder or Path(), f"/{name}" if name.startswith("~") else name, place)
    return find(name, folder, place)


def _find(name: str, near: Path | None, place: Place | None) -> Package:
    path = _as_path(name, near)
    if path is not None:
        return open_package(path)
    name, version = wanted(name)
    here: list[Package] = []
    for group in chain(_called(name, near), ([package] for package in _distributed(name))):
        usable = [package for package in group if not package.abstract]
        for package in _best(usable, version):
            return package
        here += usable
    if here:
        raise DocgenError(_no_version(name, version, here, place))
    from difflib import get_close_matches

    known = [package.name for package in catalogue(near)]
    close = get_close_matches(name, known + [package.id for package in catalogue(near)], 1, 0.4)
    hint = (_("您是不是要写“{name}”？").format(name=close[0]) if close else "") + _(
        "现有的模板：{names}"
    ).format(names="、".join(known))
    raise DocgenError(error("TPL-001", _("没有叫“{name}”的模板").format(name=name), place, hint=hint))


def _best(found: list[Package], version: str) -> list[Package]:
    """Of packages of one name in one place the one that is wanted: that of the version, or the newest."""
    if version:
        return [package for package in found if same(package.version, version)][:1]
    return sorted(found, key=lambda package: order(package.version))[-1:]


def _no_version(name: str, version: str, here: list[Package], place: Place | None) -> Problem:
    sentence = _("“{name}”没有{version}版").format(name=name, version=version)
    known = "、".join(dict.fromkeys(package.version for package in here))
    return error("TPL-012", sentence, place, hint=_("现有的版本：{versions}").format(versions=known))


def catalogue(near: Path | None = None) -> list[Package]:
    """All packages that can be named from the folder `near`, abstract and faulty ones left out."""
    found: dict[str, Package] = {}
    for package in (*(_if_sound(manifest.parent) for manifest in _manifests(near)), *_built_in()):
        if package and not package.abstract:
            found.setdefault(package.id, package)
    return list(found.values())


def open_package(folder: Path) -> Package:
    """The package in `folder`; raises `DocgenError` with everything that is wrong with it."""
    folder = folder.resolve()
    stamp = max((file.stat().st_mtime_ns for file in folder.rglob("*") if file.is_file()), default=0)
    return _opened(folder, stamp)


def _opened(folder: Path, stamp: int) -> Package:
    """The package in `folder`, whose files are as old as `stamp` says (0: they do not change)."""
    if folder in _opening.get():
        raise DocgenError(
            error(
                "TPL-002",
                _("模板绕了一圈，又继承到自己"),
                Place(str(folder / MANIFEST), 1),
                hint=_("把“继承”改成另一个模板"),
            )
        )
    token = _opening.set((*_opening.get(), folder))
    try:
        return _kept_package(folder, stamp)
    finally:
        _opening.reset(token)


@lru_cache(maxsize=64)
def _kept_package(folder: Path, _stamp: int) -> Package:
    return read(folder, _parent)


def _parent(name: str, folder: Path, place: Place | None) -> Package:
    # A package may come from anyone: a path begins where it lies.
    away = name.startswith(("/", "\\", "~")) or ":" in name
    path = None if away else _as_path(name, folder)
    if path is not None:
        return open_package(path)
    name, version = wanted(name)
    for group in _called(name, folder.parent):
        for package in _best([package for package in group if package.folder != folder], version):
            return package
    raise DocgenError(
        error(
            "TPL-002",
            _("没有叫“{name}”的上级模板").format(name=name),
            place,
            hint=_("“继承”写上级模板的名称、代号或路径"),
        )
    )


def _as_path(name: str, near: Path | None) -> Path | None:
    if not _is_path(name):
        return None
    try:
        path = Path(name).expanduser()
    except RuntimeError:  # ~ where there is no home
        return None
    path = path if path.is_absolute() or near is None else near / path
    return path if is_file(path / MANIFEST) else None


def _is_path(name: str) -> bool:
    return name.startswith((".", "~")) or any(sign in name for sign in "/\\:")


def _called(name: str, near: Path | None) -> Iterator[list[Package]]:
    """The packages that go by `name`, place by place, the nearest first. The others stay shut: a
    neighbour may be faulty, or be the one whose parent is being looked for."""
    ours = near is not None and near == _built_in_folder()
    if ours:
        yield list(_built_in_called(name))  # the neighbours of a built-in are known already
    for _place, manifests in groupby(
        _manifests(None if ours else near), lambda manifest: manifest.parent.parent
    ):
        yield [
            open_package(manifest.parent)
            for manifest in manifests
            if _goes_by(name, manifest) and manifest.parent.resolve() not in _opening.get()
        ]
    if not ours:
        yield list(_built_in_called(name))


def _manifests(near: Path | None) -> Iterator[Path]:
    """The manifests of the packages beside a plan in `near` and in the user's folder."""
    for place in (near / "templates" if near else None, near, user_folder()):
        for folder in _folders(place) if place is not None else ():
            manifest = Path(folder, MANIFEST)
            if manifest.is_file():
                yield manifest


def _folders(place: Path) -> tuple[str, ...]:
    """The paths of the folders in `place`, in order; none where it is none, or nobody may look into it.

    Every build comes by here, and most find what the last one found: a folder that got or lost an entry says
    a new time. One that is young is listed again, for its next change might say the same time."""
    try:
        stamp = place.stat().st_mtime_ns
        old = time.time_ns() - stamp > YOUNG
        return (_listed if old else _listed.__wrapped__)(str(place), stamp)
    except OSError:
        return ()


@lru_cache(maxsize=64)
def _listed(place: str, _stamp: int) -> tuple[str, ...]:
    with os.scandir(place) as entries:
        return tuple(sorted(entry.path for entry in entries if entry.name[0] != "." and entry.is_dir()))


def _goes_by(name: str, manifest: Path) -> bool:
    from docgen.source.load import load

    try:
        if not _may_go_by(name, manifest.read_text(encoding="utf-8", errors="replace")):
            return False
        record, _problems = load(manifest)
    except (DocgenError, OSError):
        return False
    return name in (record.get("id"), record.get("名称"))


def _may_go_by(name: str, manifest: str) -> bool:
    """Whether a manifest has to be read to tell: its lines of id and 名称 say `name`, or are not as everybody
    types them. Reading all in a folder would take a short run a sixth of its time."""
    said = CALLED.findall(manifest)
    return len(said) != 2 or " " in name or any(PLAIN.fullmatch(one) is None or one == name for one in said)


def _if_sound(folder: Path) -> Package | None:
    try:
        return open_package(folder)
    except DocgenError:
        return None


@lru_cache(maxsize=64)
def _built_in_called(name: str) -> tuple[Package, ...]:
    """The built-ins that go by `name`; only manifests that may are opened."""
    holding = (folder for folder, text in _built_in_manifests() if _may_go_by(name, text))
    found = (_opened(folder, 0) for folder in holding)
    return tuple(package for package in found if name in (package.id, package.name))


def _built_in() -> Iterator[Package]:
    return (_opened(folder, 0) for folder, _text in _built_in_manifests())


@lru_cache(maxsize=1)
def _built_in_folder() -> Path:
    return resource_folder("templates").resolve()


@lru_cache(maxsize=1)
def _built_in_manifests() -> tuple[tuple[Path, str], ...]:
    manifests = sorted(_built_in_folder().glob(f"*/{MANIFEST}"))
    return tuple((manifest.parent, manifest.read_text(encoding="utf-8")) for manifest in manifests)


def user_folder() -> Path:
    """Where a user's own packages are installed; a path that cannot be for one without a home (a service)."""
    return _user_folder(*map(os.environ.get, ("APPDATA", "XDG_DATA_HOME", "HOME", "USERPROFILE")))


@lru_cache(maxsize=8)
def _user_folder(appdata: str | None, data: str | None, *_homes: str | None) -> Path:
    try:
        return Path(appdata or data or Path.home() / ".local" / "share", "docgen", "templates")
    except RuntimeError:
        return Path(os.devnull, "docgen", "templates")


def _distributed(name: str) -> Iterator[Package]:
    from importlib.metadata import entry_points

    for entry in entry_points(group="docgen.templates"):
        module = entry.load()
        for manifest in sorted(Path(next(iter(module.__path__))).glob(f"**/{MANIFEST}")):
            package = open_package(manifest.parent)
            if name in (package.id, package.name) and not package.abstract:
                yield package
