"""A schema with what is made from it once: its shape for the walk, its compiled validator."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from docgen.i18n import _
from docgen.problems import DocgenError, Problem, error
from docgen.schema import shape
from docgen.schema.shape import Shape

if TYPE_CHECKING:
    from jsonschema_rs import Validator

    from docgen.schema.suggest import Levels


class Schema:
    """One self-contained JSON Schema (2020-12) that is kept, so that plans are checked fast.

    `shape` and `validator` raise `DocgenError` (SCM-014) where `mapping` is no such schema.
    """

    def __init__(self, mapping: Mapping[str, Any]) -> None:
        self.mapping = mapping

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
            return jsonschema_rs.Draft202012Validator(dict(self.mapping))
        except (ValueError, jsonschema_rs.ReferencingError) as fault:
            steps = getattr(fault, "instance_path", [])
            raise DocgenError(_faulty(steps)) from fault


def _faulty(steps: list[str | int]) -> Problem:
    where = "/".join(map(str, steps))
    sentence = _("模板的 schema.yaml 不是合格的 JSON Schema（2020-12），出错的地方：{where}").format(
        where=where or _("整个文件")
    )
    return error("SCM-014", sentence, excerpt=where, hint=_("对照别的模板的 schema.yaml，改正这个地方"))
