"""The forms of summaries: which section of a template takes what of a plan (data/summaries.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from docgen import data_files
from docgen.resources import folder
from docgen.template.package import Package
from docgen.year.wording import OPENING

ITEMS, TEXTS, REMEDIES = "条目", "文字", "问题和对策"


class Form(NamedTuple):
    """The sections of a summary: `achieved` says what was done, its parts list outcomes under `outcomes`;
    `problems` what fell short, as TEXTS or as REMEDIES; `ahead` what goes on, as ITEMS or TEXTS. `more` are
    keys to be filled in; `opening` is the first sentence ({span}, {organ}), `signed` who signs, "" as the
    plan is signed."""

    achieved: str
    outcomes: str
    problems: str
    problems_as: str
    ahead: str
    ahead_as: str
    more: Mapping[str, Any]
    opening: str
    signed: str


def form_of(package: Package) -> Form | None:
    """The form of a template for summaries, or of the one it inherits; None for any other template."""
    known = _forms()
    # Built-in packages, which others inherit, lie in folders that are called as they are.
    ids = (package.id, *(place.name for place in package.folders[1:]))
    return next((known[id] for id in ids if id in known), None)


@lru_cache(maxsize=1)
def _forms() -> dict[str, Form]:
    rows = data_files.load(folder("data") / "summaries.yaml")
    return {id: _form(row) for id, row in rows.items()}


def _form(row: Mapping[str, Any]) -> Form:
    done, problems, ahead = row["成效"], row["问题"], row["打算"]
    return Form(
        done["章"],
        done["逐条"],
        problems["章"],
        problems["写法"],
        ahead["章"],
        ahead["写法"],
        row.get("另填", {}),
        row.get("引言", OPENING),
        row.get("署名", ""),
    )
