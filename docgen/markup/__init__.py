"""The dialect of templates: marked-up text → blocks. Nothing else in the package knows it."""

from docgen.markup.parse import parse

__all__ = ["parse"]
