"""Word files made by hand, part by part: what people and attackers put into them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
MAIN = "word/document.xml"


def p(*content: str, properties: str = "") -> str:
    """A paragraph; content that is no XML is the text of a run."""
    inner = "".join(one if one.startswith("<") else r(one) for one in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>" if properties else f"<w:p>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def body(*blocks: str) -> bytes:
    return f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}</w:body></w:document>".encode()


def package(document: bytes, parts: Mapping[str, bytes] | None = None) -> bytes:
    """A .docx with this document.xml, other parts as python-docx makes them, or as `parts` say."""
    plain, out = io.BytesIO(), io.BytesIO()
    docx.Document().save(plain)
    given = {MAIN: document, **(parts or {})}
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, given.pop(name, None) or old.read(name))
        for name, content in given.items():
            new.writestr(name, content)
    return out.getvalue()


def word(*blocks: str) -> bytes:
    """A .docx with these blocks."""
    return package(body(*blocks))
