"""Style ids, and what every part of the package begins with."""

from __future__ import annotations

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

BODY = "BodyText"
TITLE = "Title"
NOTE = "Subtitle"
ADDRESSEES = "Addressees"
MARK = "OrganMark"
LETTERHEAD = "Letterhead"
SECRECY = "Secrecy"
DOCUMENT_NUMBER = "DocumentNumber"
DOUBLE_RULE = "DoubleRule"
ATTENDANCE = "Attendance"
COLOPHON = "Colophon"
ATTACHMENT_NOTE = "AttachmentNote"
ATTACHMENT_MARK = "AttachmentMark"
ATTACHMENT_TITLE = "AttachmentTitle"
ORGAN = "Signature"
DATE = "Date"
ANNOTATION = "Annotation"
CAPTION = "Caption"
TABLE_TEXT = "TableText"
TABLE_HEAD = "TableHead"
PICTURE = "Picture"
FOOTER = "Footer"
HEADER = "Header"
FOOTNOTE = "FootnoteText"
FOOTNOTE_MARK = "FootnoteReference"


def heading(layer: int) -> str:
    """The paragraph style of a heading of `layer`."""
    return f"Heading{layer}"


def heading_type(layer: int) -> str:
    """The character style of a heading that runs in to its paragraph."""
    return f"Heading{layer}Char"
