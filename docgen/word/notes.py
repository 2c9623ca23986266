"""footnotes.xml, which is written only where a paper has footnotes."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.word import names
from docgen.word.runs import Pen, paragraph

SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote>"
)
MARK = f'<w:r><w:rPr><w:rStyle w:val="{names.FOOTNOTE_MARK}"/></w:rPr><w:footnoteRef/></w:r>'


def footnotes_xml(texts: Iterable[str], pen: Pen) -> str:
    """The footnotes with `texts`, numbered from 1 as `pen` referred to them."""
    notes = "".join(
        f'<w:footnote w:id="{id}">{paragraph(names.FOOTNOTE, MARK + pen.text(" " + text))}</w:footnote>'
        for id, text in enumerate(texts, 1)
    )
    return f"{names.HEAD}<w:footnotes {names.MAIN}>{SEPARATORS}{notes}</w:footnotes>"
