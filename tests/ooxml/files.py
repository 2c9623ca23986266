"""Small Word files, made of the inside of their parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" '
    'w:left="1588" w:header="851" w:footer="1417" w:gutter="0"/></w:sectPr>'
)
PARTS = {"styles": "styles", "numbering": "numbering", "settings": "settings", "footer1": "footer"}

Pack = Callable[..., bytes]


def pack(body: str, section: str = SECTION, **parts: str) -> bytes:
    """A .docx with `body` and the inside of further parts (styles, numbering, settings, footer1)."""
    file = io.BytesIO()
    roots = {"styles": "styles", "numbering": "numbering", "settings": "settings", "footer1": "ftr"}
    links = "".join(
        f'<Relationship Id="{name}" Type="{R}/{PARTS[name]}" Target="{name}.xml"/>' for name in parts
    )
    main = f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("_rels/.rels", f'<Relationships xmlns="{RELATIONS}">{main}</Relationships>')
        package.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>'
        )
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{section}</w:body></w:document>',
        )
        for name, inside in parts.items():
            package.writestr(f"word/{name}.xml", f'<w:{roots[name]} xmlns:w="{W}">{inside}</w:{roots[name]}>')
    return file.getvalue()
