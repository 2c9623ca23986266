"""A schema with what is made from it once: its shape for the walk, its compiled validator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.i18n import _
from docgen.problems import DocgenError
from docgen.schema import shape
from docgen.schema.shape import Shape

if TYPE_CHECKING:
    from jsonschema_rs import Validator

    from docgen.schema.suggest import Levels


class Schema:
    """One self-contained JSON Schema (2020-12) that is kept, so that plans are checked fast.

    `shape` and `validator` raise `DocgenError` (SCM-014) where `mapping` is no such schema, with its place in
    `files`, from which it was put together.
    """

    def __init__(self, mapping: Mapping[str, Any], files: Sequence[Path] = ()) -> None:
        self.mapping = mapping
        self._files = files

    @cached_property
    def shape(self) -> Shape:
        self.validator  # noqa: B018  the shape of a schema that is none would be nonsense
        return shape.of(self.mapping)

    @cached_property
    def levels(self) -> Levels:
        """Where each key belongs, for a key that stands on the wrong level."""
        from docgen.schema.suggest import levels_of

        return levels_of(self.shape)

    @cached_property
    def validator(self) -> Validator:
        import jsonschema_rs

        try:
            return jsonschema_rs.Draft202012Validator(dict(self.mapping), retriever=_nowhere)
        except (ValueError, jsonschema_rs.ReferencingError) as fault:
            from docgen.schema.faulty import problem_of

            raise DocgenError(problem_of(fault, self.mapping, self._files)) from fault


def _nowhere(address: str) -> Any:
    """A schema stands by itself: raises `ValueError` for whatever it would fetch from elsewhere."""
    raise ValueError(_("不能从别处取定义：{address}").format(address=address))
