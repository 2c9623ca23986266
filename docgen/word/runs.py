"""Inline content → runs; runs → paragraphs. All text of a document passes through here.

Styles carry the look; a run says only what its style does not: bold, a field, a footnote.
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen.document import Content, Footnote, Inline, Reference, Strong

ATTRIBUTE_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
TEXT = '<w:t xml:space="preserve">'
CLOSE = "</w:t></w:r>"
BLANK = "<w:p><w:pPr><w:keepNext/></w:pPr></w:p>"
"""An empty line, which separates and so never ends a page."""

LOOSE = '<w:keepNext w:val="0"/>'
HINT = '<w:rFonts w:hint="eastAsia"/>'


def escape(text: str) -> str:
    """`text` for the inside of `w:t`; a tab or line break in it becomes Word's own element."""
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "\t" in text:
        text = text.replace("\t", f"</w:t><w:tab/>{TEXT}")
    if "\n" in text:
        text = text.replace("\n", f"</w:t><w:br/>{TEXT}")
    return text


def attribute(text: str) -> str:
    """`text` for the inside of a double-quoted attribute."""
    return text.translate(ATTRIBUTE_ESCAPES)


def paragraph(style: str, runs: str = "", properties: str = "") -> str:
    """A paragraph in the style with id `style`; `properties` are further children of `w:pPr` in the
    order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def keep_next(xml: str) -> str:
    """`xml` with its last paragraph kept on the page of what follows."""
    at = xml.find("/>", xml.rfind("<w:pStyle ")) + 2
    if at < 2 or xml.startswith("<w:keepNext/>", at):
        return xml
    return f"{xml[:at]}<w:keepNext/>{xml[at:].removeprefix(LOOSE)}"


def loosened(xml: str) -> str:
    """The paragraph `xml`, whose style keeps it whole on the page of what follows, free of that."""
    at = xml.index("/>") + 2
    return f'{xml[:at]}{LOOSE}<w:keepLines w:val="0"/>{xml[at:]}'


def field(instruction: str, result: str, properties: str = "") -> str:
    """A complete field, each part in a run of its own: WPS drops fields that lack a part (`properties`
    are children of `w:rPr`)."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{rpr}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{rpr}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{rpr}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{rpr}{TEXT}{escape(result)}{CLOSE}"
        f'<w:r>{rpr}<w:fldChar w:fldCharType="end"/></w:r>'
    )


class Pen:
    """Writes inline content for one document and gathers its footnotes.

    `hint`: the Latin face differs from the Chinese one, so that “ ” — … need to be told that they
    are Chinese. `printed` gives the number that a reference prints, `fields` the field instruction
    for references that stay live (the others print as text).
    """

    __slots__ = ("_bold", "_fields", "_hint", "_plain", "_printed", "notes")

    def __init__(
        self,
        hint: bool = False,
        printed: Mapping[str, str] | None = None,
        fields: Mapping[str, str] | None = None,
    ) -> None:
        self._hint = HINT if hint else ""
        self._plain = self._opening("")
        self._bold = self._opening("<w:b/>")
        self._printed = printed or {}
        self._fields = fields or {}
        self.notes: list[str] = []

    def _opening(self, properties: str) -> str:
        inside = self._hint + properties
        return f"<w:r><w:rPr>{inside}</w:rPr>{TEXT}" if inside else f"<w:r>{TEXT}"

    def text(self, text: str) -> str:
        """A run of `text` as its style says."""
        return f"{self._plain}{escape(text)}{CLOSE}"

    def styled(self, content: Content, properties: str) -> str:
        """`content` with `properties` (children of `w:rPr` that come before `w:b`) on its runs."""
        if not properties:
            return self.inline(content)
        runs = self.inline(content)
        if self._hint:
            properties = _merge_hint(properties)
            return runs.replace(f"<w:rPr>{HINT}", f"<w:rPr>{properties}")
        return runs.replace("<w:r><w:rPr>", f"<w:r><w:rPr>{properties}").replace(
            f"<w:r>{TEXT}", f"<w:r><w:rPr>{properties}</w:rPr>{TEXT}"
        )

    def inline(self, content: Content) -> str:
        """The runs of `content`."""
        if len(content) == 1 and isinstance(content[0], str):
            return f"{self._plain}{escape(content[0])}{CLOSE}"
        return "".join([self._part(part) for part in content])

    def _part(self, part: Inline) -> str:
        if isinstance(part, str):
            return f"{self._plain}{escape(part)}{CLOSE}" if part else ""
        if isinstance(part, Strong):
            return f"{self._bold}{escape(part.text)}{CLOSE}"
        return self._reference(part) if isinstance(part, Reference) else self._note(part)

    def _reference(self, reference: Reference) -> str:
        printed = self._printed.get(reference.target, "")
        instruction = self._fields.get(reference.target)
        return field(instruction, printed, self._hint) if instruction else self.text(printed)

    def _note(self, note: Footnote) -> str:
        self.notes.append(note.text)
        return (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{len(self.notes)}"/></w:r>'
        )


def _merge_hint(properties: str) -> str:
    if "<w:rFonts " in properties:
        return properties.replace("<w:rFonts ", '<w:rFonts w:hint="eastAsia" ', 1)
    # The face comes first in the order of the schema, but for a style.
    at = properties.find("/>") + 2 if properties.startswith("<w:rStyle ") else 0
    return properties[:at] + HINT + properties[at:]
