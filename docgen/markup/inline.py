"""The inside of a line: `**strong**`, tokens put back, and what must not stand there."""

from __future__ import annotations

from docgen.document import Content, Inline, Strong
from docgen.i18n import _
from docgen.inline import content_of
from docgen.patterns import pattern
from docgen.problems import Place, Problem, error
from docgen.source.values import place_of
from docgen.template.tokens import TOKEN, Piece, Tokens

ATTEMPT = pattern(r"`|\[[^\]]*\]\([^)]*\)|</?[A-Za-z][^>]*>|&[a-zA-Z]+;|__\S|\[\^")


class InlineParser:
    """Parses the text of lines; `problems` collects what it meets."""

    def __init__(self, tokens: Tokens) -> None:
        self.problems: list[Problem] = []
        self._tokens = tokens

    def parse(self, text: str, place: Place) -> Content:
        """The content of one line or cell."""
        atoms = TOKEN.split(text)
        if len(atoms) == 1 and "**" not in text:
            self._attempts(text, place)
            return (text,) if text else ()
        parts: list[Inline] = []
        strong = False
        for position, atom in enumerate(atoms):
            if position % 2:
                parts.extend(self._value(atom, strong, place))
            else:
                strong = self._literal(atom, strong, parts, place)
        if strong:
            self.problems.append(
                error(
                    "MRK-002",
                    _("“**”没有成对"),
                    place,
                    excerpt=self._tokens.plain(text),
                    hint=_("在要加粗的文字后面补上“**”"),
                )
            )
        return tuple(parts)

    def _literal(self, text: str, strong: bool, parts: list[Inline], place: Place) -> bool:
        self._attempts(text, place)
        for position, piece in enumerate(text.split("**")):
            if position:
                strong = not strong
            if piece:
                parts.append(Strong(piece) if strong else piece)
        return strong

    def _attempts(self, text: str, place: Place) -> None:
        found = ATTEMPT.search(text)
        if found:
            self.problems.append(
                error(
                    "MRK-001",
                    _("模板里没有这种写法"),
                    place,
                    excerpt=found[0],
                    hint=_("模板只有标题、列表、表格和“**加粗**”；其余文字照原样写"),
                )
            )

    def _value(self, number: str, strong: bool, place: Place) -> Content:
        value = self._tokens.get(number)
        if isinstance(value, Piece):
            self.problems.append(
                error(
                    "MRK-003",
                    _("“{name}”不能放在一行文字中间").format(name=value.name),
                    place,
                    hint=_("让它单独占一行"),
                )
            )
            return ()
        if not isinstance(value, str):
            return (value,)
        if "\n" in value.strip("\n"):
            self._several_lines(value, place)
        content = content_of(value.strip("\n") if "\n" in value else value)
        if not strong:
            return content
        return tuple(Strong(part) if isinstance(part, str) else part for part in content)

    def _several_lines(self, value: str, place: Place) -> None:
        self.problems.append(
            error(
                "MRK-004",
                _("这里只能放一行文字，{file}第{line}行却要在这里放几行").format(
                    file=place.file, line=place.line
                ),
                place_of(value) or place,
                excerpt=value,
                hint=_("把这几行并成一行，或在模板里让它单独占一行"),
            )
        )
