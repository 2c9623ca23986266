"""The schema stage: a plan as read → the plan with its numbers, dates and answers, and its problems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.problems import Problem
from docgen.schema.schema import Schema
from docgen.schema.walk import Walk
from docgen.source.values import Record


def check(data: Record, schema: Schema | Mapping[str, Any]) -> tuple[Record, list[Problem]]:
    """`data` typed as `schema` asks (new `Record`, `Row`, `Number`, `Day`, bool; places kept) and
    all that is wrong with it, in the order of the file.

    A `Schema` that is kept is compiled once; a mapping is compiled at every call. Never raises for
    bad data; raises `DocgenError` where the schema itself is faulty.
    """
    kept = schema if isinstance(schema, Schema) else Schema(schema)
    walk = Walk()
    typed, plain = walk.value(data, kept.shape, None)
    if not walk.findings and kept.validator.is_valid(plain):
        return typed, []
    from docgen.schema.report import report

    return typed, report(typed, plain, walk.findings, kept)
