"""Frozen records that take little time to define: the tree, the problems.

`dataclass(frozen=True)` compiles three functions for each class, and every start of the program would
wait for those of all classes, whether it makes such records or not. Here a class compiles one, when its
first record is made; all else is written once. `dataclasses.replace` and `fields` work as with any dataclass.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform
else:
    # It speaks to type checkers only, and Python 3.10 does not have it.
    def dataclass_transform(**_told: object) -> Callable[[Any], Any]:
        return lambda decorator: decorator


Made = TypeVar("Made")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Made]) -> type[Made]:
    """The class of records whose fields `cls`, a `Frozen`, declares; defaults are values, not factories."""
    return dataclass(slots=True, init=False, repr=False, eq=False)(cls)


class Frozen:
    """What all frozen records share: those of the same class and values are equal, and print alike."""

    __slots__ = ()

    def __init__(self, *values: Any, **named: Any) -> None:
        """Makes way for the class's own, which is compiled here, and begins again."""
        cls = type(self)
        cls.__init__ = _init_of(cls)  # type: ignore[method-assign]
        cls.__init__(self, *values, **named)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and _values(other) == _values(self)

    def __hash__(self) -> int:
        return hash(_values(self))

    def __repr__(self) -> str:
        shown = (field for field in _fields(type(self)) if field.repr)
        values = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in shown)
        return f"{type(self).__name__}({values})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), _values(self)


def _fields(cls: type) -> tuple[Field[Any], ...]:
    return fields(cls)


def _values(record: object) -> tuple[object, ...]:
    return tuple([getattr(record, name) for name in type(record).__slots__])  # type: ignore[attr-defined]


def _init_of(cls: type) -> Callable[..., None]:
    """`__init__` of the record class `cls`, with a parameter for each field."""
    declared = _fields(cls)
    known = {f"default_{field.name}": field.default for field in declared if field.default is not MISSING}
    named = [
        f"{field.name}=default_{field.name}" if field.default is not MISSING else field.name
        for field in declared
    ]
    lines = [f"    put(self, {field.name!r}, {field.name})\n" for field in declared]
    scope = {**known, "put": object.__setattr__}
    exec(f"def __init__(self, {', '.join(named)}):\n{''.join(lines)}", scope)
    made: Callable[..., None] = scope["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made
