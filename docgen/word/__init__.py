"""NumberedPaper + PageFormat → .docx, written as strings: no object model stands between."""

from docgen.word.package import write

__all__ = ["write"]
