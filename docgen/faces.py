"""Faces: which names mean the same face, and which role (仿宋, 小标宋 …) a face plays."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from docgen.resources import folder

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(r"-(regular|roman)$", re.IGNORECASE)


def role(name: str) -> str:
    """The role that the face `name` plays, or its bare name where the table does not know it.

    `name` is what a document or a PDF calls the face: `仿宋_GB2312`, `ABCDEF+SimHei,Bold`.
    """
    return _roles().get(key(name), _bare(name))


def is_known(name: str) -> bool:
    """Whether the face `name` plays one of the roles."""
    return key(name) in _roles()


def alike(name: str) -> tuple[str, ...]:
    """The faces that play the same role as `name`, by their first names, the most fitting first."""
    return tuple(names[0] for names in _table().get(role(name), ()) if key(name) not in map(key, names))


def keys(name: str) -> frozenset[str]:
    """The keys of all names of the face `name`, its own among them."""
    return _same_face().get(key(name), frozenset({key(name)}))


def key(name: str) -> str:
    """What names of faces are compared by: neither case nor spaces count."""
    return _bare(name).casefold()


def _bare(name: str) -> str:
    """`name` without the subset prefix and the style that a PDF adds, and without spaces."""
    return _STYLE.sub("", _SUBSET.sub("", _readable(name)).split(",")[0].replace(" ", ""))


def _readable(name: str) -> str:
    """`name` with the Chinese restored that some writers put into a PDF as bare GBK bytes."""
    try:
        return name.encode("latin-1").decode("gbk")
    except UnicodeError:
        return name


@lru_cache(maxsize=1)
def _table() -> Mapping[str, list[list[str]]]:
    from docgen import data_files

    table: dict[str, list[list[str]]] = data_files.load(folder("data") / "faces.yaml")
    return MappingProxyType(table)


@lru_cache(maxsize=1)
def _roles() -> Mapping[str, str]:
    return {key(name): role for role, faces in _table().items() for names in faces for name in names}


@lru_cache(maxsize=1)
def _same_face() -> Mapping[str, frozenset[str]]:
    rows = [frozenset(map(key, names)) for faces in _table().values() for names in faces]
    return {name: names for names in rows for name in names}
