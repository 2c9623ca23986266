"""A rule of a bureau's or school's own: words or a pattern that it does not want to see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from docgen.lint.reading import Hit, Reading
from docgen.lint.rulebook import Rule
from docgen.lint.seen import found


class Own(NamedTuple):
    """`rule` says what it is, `what` is looked for; `instead` is what each word found should be,
    `replacement` what any match should be (with groups: \\1), None where there is no proposal."""

    rule: Rule
    what: re.Pattern[str]
    instead: Mapping[str, str]
    replacement: str | None = None

    def check(self, reading: Reading) -> Iterator[Hit]:
        for at, one in found(reading, self.what):
            if one[0]:
                better = self.instead.get(one[0])
                if better is None and self.replacement is not None:
                    better = one.expand(self.replacement)
                yield Hit(at, one.start(), one.end(), {}, better)
