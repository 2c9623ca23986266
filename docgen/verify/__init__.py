"""verify: a document is laid out, its pages measured and compared with the page format."""

from docgen.verify.report import Finding, Report, Result
from docgen.verify.verify import verify

__all__ = ["Finding", "Report", "Result", "verify"]
