"""What reading a data file raises, known without loading PyYAML."""

from __future__ import annotations


class NotYaml(ValueError):
    """A file is no YAML from `line` and `column` on (1-based; 0 where unknown)."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column
