"""All checks of the file, in the order of the clauses."""

from __future__ import annotations

from docgen.verify.file import (
    closing,
    colophon,
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
    + red_rule.SURVEYS
    + signers.SURVEYS
    + letter.SURVEYS
    + closing.SURVEYS
    + keeping.SURVEYS
    + pictures.SURVEYS
    + colophon.SURVEYS
    + forms.SURVEYS
)
