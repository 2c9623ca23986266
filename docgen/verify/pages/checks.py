"""All checks of the rendered page."""

from __future__ import annotations

from docgen.verify.measure import Check
from docgen.verify.pages import (
    area,
    attached,
    closing,
    colophon,
    forms,
    letterhead,
    lost,
    main,
    numbered,
    numbers,
    text,
)
from docgen.verify.pages.layout import Layout

CHECKS: tuple[Check[Layout], ...] = (
    *area.CHECKS,
    *text.CHECKS,
    *lost.CHECKS,
    *numbers.CHECKS,
    *letterhead.CHECKS,
    *numbered.CHECKS,
    *forms.CHECKS,
    *main.CHECKS,
    *closing.CHECKS,
    *attached.CHECKS,
    *colophon.CHECKS,
)
