"""Official documents of Chinese schools and offices, from data that is kept once.

    >>> import docgen
    >>> document = docgen.render("plan.yaml")
    >>> document.save("plan.docx")

Heavy libraries load when they are needed: importing this package is cheap.
"""

from docgen.api import assemble, check, read, render, to_plan
from docgen.made import Document
from docgen.problems import CannotRead, DocgenError, NotInstalled, Place, Problem, Severity

__all__ = [
    "CannotRead",
    "DocgenError",
    "Document",
    "NotInstalled",
    "Place",
    "Problem",
    "Severity",
    "assemble",
    "check",
    "read",
    "render",
    "to_plan",
]
