"""Reading our own data: word lists, numbering, the schemas of templates.

Most of it is in good order and read line by line (`source/plain.py`); the rest by PyYAML (`data_events.py`),
which takes a twentieth of a short run to load. What an installation keeps of it ready-made (`keep`) is taken
where the file still says the same, for reading it takes another tenth.
"""

from __future__ import annotations

import json
from importlib.util import source_hash
from pathlib import Path
from typing import Any

from docgen.patterns import pattern
from docgen.source import plain
from docgen.source.sheet import Sheet
from docgen.source.values import Text

WORDS = {
    "": None, "~": None, "null": None,
    "true": True, "yes": True, "on": True,
    "false": False, "no": False, "off": False,
}  # fmt: skip
"""As in YAML 1.1, which people's schemas may be written in."""

INTEGER = pattern(r"[-+]?(?:0|[1-9][0-9]*)")
FLOAT = pattern(r"[-+]?[0-9]+\.[0-9]*")

QUOTES = "'\""

KEPT = Path(__file__).parent / "kept"
"""Values as JSON, each under the hash of the file it was read from: what has been changed is not found. It
is written at installation only, and all works without it."""


def load(path: Path) -> Any:
    """The value in the YAML file at `path`: dict, list, str, int, float, bool, None. Raises `NotYaml`."""
    try:
        return json.loads((KEPT / _name(path)).read_bytes())
    except (OSError, ValueError):
        pass
    text = path.read_text(encoding="utf-8-sig")
    value = _quickly(path, text)
    if value is not None:
        return value
    from docgen import data_events

    return data_events.read(text, _plain)


def keep(root: Path, folder: Path) -> None:
    """Writes what `load` may be asked for of the data and templates that lie in `root` to `folder`; what the
    quick reader does not read, or JSON would change, is left out."""
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob("*.json"):
        left.unlink()
    for path in [*(root / "data").rglob("*.yaml"), *(root / "templates").rglob("schema.yaml")]:
        value = _quickly(path, path.read_text(encoding="utf-8-sig"))
        words = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        if value is not None and json.loads(words) == value:
            (folder / _name(path)).write_text(words, encoding="utf-8")


def _name(path: Path) -> str:
    return f"{source_hash(path.read_bytes()).hex()}.json"


def _quickly(path: Path, text: str) -> Any:
    """The value of `text`, None where it is not in good order."""
    if not (text.endswith("\n") and text.replace("\n", "").isprintable()):
        return None
    sheet = Sheet(str(path), text)
    found = plain.read(sheet)
    return None if found is None else _typed(found, sheet.lines)


def _typed(value: Any, lines: list[str]) -> Any:
    """`value` as the quick reader gives it, with texts that stand for something else turned into it."""
    if isinstance(value, Text):
        return _text(value, lines)
    if isinstance(value, dict):
        return {_plain(key): _typed(inner, lines) for key, inner in value.items()}
    return [_typed(inner, lines) for inner in value]


def _text(text: Text, lines: list[str]) -> Any:
    """What `text`, which is written on `lines`, stands for. It is quoted where it begins with a quote, and a
    block text where nothing stands before it; the sign of that is on the line above."""
    place = text.place
    assert place is not None
    line, column = place.line - 1, place.column - 1
    if not lines[line][:column].strip(" "):
        return f"{text}\n" if lines[line - 1].rstrip(" ").endswith("|") else str(text)
    return str(text) if lines[line][column] in QUOTES else _plain(text)


def _plain(text: str) -> Any:
    """What a text without quotes stands for."""
    if len(text) < 6 and (word := text.lower()) in WORDS:
        return WORDS[word]
    if text[0] in "-+0123456789":
        if INTEGER.fullmatch(text):
            return int(text)
        if FLOAT.fullmatch(text):
            return float(text)
    return str(text)
