"""The English catalogue: every sentence of the code is in it, with the same fields, and compiled."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import docgen
from docgen.i18n import _, language, speaking

PACKAGE = Path(docgen.__file__).parent
FOLDER = PACKAGE / "locale" / "en" / "LC_MESSAGES"
KEYWORDS = {"_": None, "_limit": (2,)}
FIELD = re.compile(r"\{[^{}]*\}")
REFRESH = "refresh the catalogue: see CONTRIBUTING.md"


@lru_cache(maxsize=1)
def sentences() -> frozenset[str]:
    """Every sentence that the code passes to `_`."""
    found = extract_from_dir(PACKAGE, keywords=KEYWORDS)
    return frozenset(str(message) for _file, _line, message, _comments, _context in found)


@lru_cache(maxsize=1)
def catalogue() -> Catalog:
    with (FOLDER / "docgen.po").open("rb") as file:
        return read_po(file, locale="en")


def entries(of: Catalog) -> dict[str, str]:
    return {str(message.id): str(message.string) for message in of if message.id}


def fields(sentence: str) -> list[str]:
    """The `{}` fields of `sentence`, doubled braces left out."""
    return sorted(FIELD.findall(sentence.replace("{{", "").replace("}}", "")))


def test_every_sentence_of_the_code_is_translated() -> None:
    missing = sentences() - {id for id, string in entries(catalogue()).items() if string}

    assert sorted(missing) == [], REFRESH


def test_no_sentence_is_left_over() -> None:
    assert sorted(entries(catalogue()).keys() - sentences()) == [], REFRESH


def test_translations_have_the_fields_of_their_sentences() -> None:
    wrong = [id for id, string in entries(catalogue()).items() if fields(id) != fields(string)]

    assert wrong == []


def test_no_translation_is_a_guess() -> None:
    assert [message.id for message in catalogue() if message.fuzzy and message.id] == []


def test_the_compiled_catalogue_is_the_written_one() -> None:
    with (FOLDER / "docgen.mo").open("rb") as file:
        compiled = entries(read_mo(file))

    assert compiled == entries(catalogue()), REFRESH


def test_nothing_is_marked_where_the_extractor_is_blind() -> None:
    """Inside the braces of an f-string `_()` is not found."""
    blind = [
        f"{path.name}:{number}"
        for path in PACKAGE.rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"""\bf["'].*\{_\(|\bf["'].*\{[^}"']* _\(""", line)
    ]

    assert blind == []


def test_a_sentence_is_said_in_the_language_in_force() -> None:
    with speaking("en"):
        assert _("错误") == "error"
        with speaking("zh"):
            assert _("错误") == "错误"
        assert language() == "en"


def test_a_sentence_without_translation_stays_chinese() -> None:
    with speaking("en"):
        assert _("目录里没有的一句话") == "目录里没有的一句话"


@pytest.mark.parametrize(
    ("value", "expected"), [("en", "en"), ("en_US.UTF-8", "en"), ("zh", "zh"), ("fr", "zh"), ("", "zh")]
)
def test_the_environment_names_the_language(
    monkeypatch: pytest.MonkeyPatch, value: str, expected: str
) -> None:
    monkeypatch.setenv("DOCGEN_LANG", value)

    assert language() == expected
