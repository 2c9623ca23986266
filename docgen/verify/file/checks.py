"""All checks of the file, in the order of the clauses."""

from __future__ import annotations

from docgen.verify.file import (
    blanks,
    closing,
    colophon,
    columns,
    feet,
    forms,
    grid,
    head,
    indents,
    keeping,
    labels,
    letter,
    levels,
    looks,
    mark,
    page,
    pictures,
    red_rule,
    settings,
    signers,
    styled,
    tables,
    turned,
)
from docgen.verify.file.paper import File
from docgen.verify.measure import Survey

SURVEYS: tuple[Survey[File], ...] = (
    page.SURVEYS
    + grid.SURVEYS
    + looks.SURVEYS
    + styled.SURVEYS
    + indents.SURVEYS
    + levels.SURVEYS
    + labels.SURVEYS
    + settings.SURVEYS
    + feet.SURVEYS
    + turned.SURVEYS
    + tables.SURVEYS
    + head.SURVEYS
    + mark.SURVEYS
    + red_rule.SURVEYS
    + signers.SURVEYS
    + letter.SURVEYS
    + closing.SURVEYS
    + columns.SURVEYS
    + blanks.SURVEYS
    + keeping.SURVEYS
    + pictures.SURVEYS
    + colophon.SURVEYS
    + forms.SURVEYS
)
